/** `clew fact add|list|withdraw CASE`: graded facts from outside the money; their words are sealed apart from the events. */
import { Option } from 'commander';
import type { Case, CaseOptions } from '../cases/case.ts';
import { NO_DAY, parseIsoDate } from '../days.ts';
import { CodedError } from '../errors.ts';
import { factText } from '../exchange/wording.ts';
import { factKinds, factReporters, factSigns, informationGrades, sourceGrades, type FactBody } from '../leads/facts.ts';
import { Disclosure } from '../leads/disclosure.ts';
import { forms, roles, type Form, type Role } from '../indicators/vocabulary.ts';
import { withCase, type Register } from './command.ts';
import { wholeNumber } from './options.ts';
import { table } from './table.ts';

interface AddFlags extends Partial<Pick<CaseOptions, 'actor'>> {
  readonly kind: FactBody['kind'];
  readonly by: FactBody['reporter'];
  readonly grade: string;
  readonly known: string;
  readonly end?: readonly string[];
  readonly form?: Form;
  readonly sign?: FactBody['signs'];
  readonly text?: string;
  readonly purpose: string;
}

export const registerFact: Register = (program, io, finish) => {
  program
    .command('fact')
    .description('facts from outside the money: add one, list them, withdraw one')
    .argument('<what>', 'add, list or withdraw')
    .argument('<case>', 'folder of the case')
    .argument('[event]', 'number of the fact’s event, to withdraw it', (text) => wholeNumber(text, 1))
    .addOption(new Option('--kind <kind>', 'what it is').choices(factKinds))
    .addOption(new Option('--by <function>', 'who reported it, by function').choices(factReporters))
    .option('--grade <grade>', 'source A to F, information 1 to 6, e.g. B2 (NATO STANAG 2511)')
    .option('--known <day>', 'when it became known, YYYY-MM-DD')
    .option('--end <end...>', 'pseudonym of an end, with :role where it speaks for one')
    .addOption(new Option('--form <form>', 'form that it speaks for').choices(forms))
    .addOption(new Option('--sign <sign...>', 'signs that were observed').choices(factSigns))
    .option('--text <text>', 'its words; sealed apart from the events')
    .option('--purpose <text>', 'why; kept in the case')
    .option('--actor <name>', 'who is answerable (default: the user of this machine)')
    .action(async (what: string, path: string, event: number | undefined, flags: AddFlags) => {
      if (!['add', 'list', 'withdraw'].includes(what)) throw usage('add, list or withdraw');
      await withCase(path, io, { readOnly: what === 'list', actor: flags.actor }, (opened) => {
        const disclosure = new Disclosure(opened.loadLedger(), opened.ordinals(), false);
        if (what === 'list') io.out(factsText(opened, disclosure));
        else if (what === 'withdraw') {
          if (!opened.facts().some(({ sequence }) => sequence === event))
            throw new CodedError('CLEW_NOT_FOUND', { what: 'The fact' });
          opened.undo(event as number, flags.purpose ?? '');
          io.out(`Fact ${String(event)} is withdrawn.\n`);
        } else {
          const fact = factOf(flags, disclosure, opened.ordinals());
          const words = flags.text === undefined ? undefined : { text: flags.text, salt: io.token() };
          io.out(`Fact ${opened.enterFact(fact, words, flags.purpose ?? '').sequence} is entered.\n`);
        }
      });
      finish(0);
    });
};

function usage(reason: string): CodedError {
  return new CodedError('CLEW_USAGE', { reason });
}

function factOf(flags: AddFlags, disclosure: Disclosure, ordinals: Uint32Array): FactBody {
  const { kind, by: reporter, grade, known, end = [], form, sign: signs } = flags;
  const [, letter, digit] = /^([A-F])([1-6])$/.exec(grade ?? '') ?? [];
  const source = sourceGrades.find((one) => one === letter);
  const information = informationGrades.find((one) => one === digit);
  if (!kind || !reporter || !source || !information || (known ?? '').length !== 10 || parseIsoDate(known) === NO_DAY)
    throw usage('a fact needs --kind, --by, --grade such as B2 and --known YYYY-MM-DD');
  const ties = end.map((text) => {
    const [label = '', said] = text.split(':');
    const found = disclosure.endOfText(label);
    const role: Role | undefined = roles.find((one) => one === said);
    if (found === undefined) throw new CodedError('CLEW_NOT_FOUND', { what: 'The end' });
    if (said !== undefined && !role) throw usage(`a role is one of ${roles.join(', ')}`);
    return { ordinal: ordinals[found] ?? 0, ...(role ? { role } : {}) };
  });
  return { kind, reporter, source, information, known, ties, ...(form ? { form } : {}), ...(signs ? { signs } : {}) };
}

function factsText(opened: Case, disclosure: Disclosure): string {
  const rows = opened.facts().map((fact) => {
    const { sequence, kind, reporter, source, information } = fact;
    const known = parseIsoDate(fact.known);
    const tied = fact.ties.map(({ ordinal, role }) => {
      const end = disclosure.endOfKey(`n${ordinal}`);
      const label = end === undefined ? 'not in an active file' : disclosure.pseudonym(end);
      return role ? `${label} (${role})` : label;
    });
    return [
      String(sequence),
      factText({ event: sequence, kind, reporter, source, information, known }),
      tied.join(', ') || 'tied to nobody',
      fact.sealed === undefined ? '' : 'sealed words',
    ];
  });
  if (rows.length === 0) return 'No facts.\n';
  return table([{ title: 'event', align: 'right' }, { title: 'fact' }, { title: 'ends' }, { title: '' }], rows);
}
