/**
 * `clew victims CASE`: possible victims by urgency, under pseudonyms whatever is revealed, with
 * their step in the safeguarding track; a step or a safe date for one of them. No list for machines:
 * the queue is not exported.
 */
import { Option } from 'commander';
import type { Case } from '../cases/case.ts';
import { isoDate, NO_DAY, parseIsoDate } from '../days.ts';
import { CodedError } from '../errors.ts';
import { Disclosure } from '../leads/disclosure.ts';
import { checkStep, FIRST_STEP, victimsOfLeads, victimSteps, type VictimStep } from '../leads/victims.ts';
import { say } from '../messages.ts';
import { withCase, type Register } from './command.ts';
import { table } from './table.ts';

interface VictimsFlags {
  readonly person?: string;
  readonly step?: VictimStep;
  readonly safeDate?: string;
  readonly purpose?: string;
  readonly actor?: string;
}

export const registerVictims: Register = (program, io, finish) => {
  program
    .command('victims')
    .description('possible victims by urgency; a step of the safeguarding track or a safe date for one')
    .argument('<case>', 'folder of the case')
    .option('--person <pseudonym>', 'whom a step or a safe date is for')
    .addOption(new Option('--step <step>', 'next step of the track').choices(victimSteps))
    .option('--safe-date <day>', 'withhold all rows of this person from the day on; "none" takes it back')
    .option('--purpose <text>', 'why; kept in the case')
    .option('--actor <name>', 'the safeguarding reviewer (default: the user of this machine)')
    .action(async (path: string, flags: VictimsFlags) => {
      const { person, step, safeDate, actor } = flags;
      const isChange = step !== undefined || safeDate !== undefined;
      if (isChange && person === undefined)
        throw new CodedError('CLEW_USAGE', { reason: 'a step or a safe date is for one --person' });
      const text = await withCase(path, io, { readOnly: !isChange, actor }, (opened) =>
        isChange ? change(opened, person ?? '', flags) : queueText(opened),
      );
      io.out(text);
      finish(0);
    });
};

function change(opened: Case, person: string, { step, safeDate, purpose = '' }: VictimsFlags): string {
  const disclosure = new Disclosure(opened.loadLedger(), opened.ordinals(), false);
  const end = disclosure.endOfText(person);
  if (end === undefined) throw new CodedError('CLEW_NOT_FOUND', { what: 'The person' });
  const ordinal = opened.ordinals()[end] ?? 0;
  const told: string[] = [];
  if (step !== undefined) {
    checkStep(opened.victims().get(ordinal)?.steps.at(-1)?.step ?? FIRST_STEP, step);
    opened.append({ kind: 'victim-step', ordinal, step }, purpose);
    told.push(`${disclosure.pseudonym(end)}: ${step}.\n`);
  }
  if (safeDate !== undefined) {
    if (safeDate !== 'none' && (!/^.{10}$/.test(safeDate) || parseIsoDate(safeDate) === NO_DAY))
      throw new CodedError('CLEW_USAGE', { reason: 'a safe date is YYYY-MM-DD or none' });
    const from = safeDate === 'none' ? undefined : isoDate(parseIsoDate(safeDate));
    opened.append({ kind: 'safe-date', ordinal, ...(from === undefined ? {} : { from }) }, purpose);
    told.push('The rows are withheld by this date at once; run clew score for leads again.\n');
  }
  return told.join('');
}

function queueText(opened: Case): string {
  const scored = opened.scored();
  if (!scored) throw new CodedError('CLEW_NOT_SCORED');
  const { ledger, leads, facts, ordinals } = scored;
  const disclosure = new Disclosure(ledger, ordinals, false);
  const people = victimsOfLeads(leads, ledger, facts, ordinals);
  const head = `${say('victim.referral-first')}\n\n`;
  if (people.length === 0) return `${head}Nobody is listed as a possible victim.\n`;
  const rows = people.map(({ end, leads: its, concerns, control }) => {
    const record = opened.victims().get(ordinals[end] ?? 0);
    const last = record?.steps.at(-1);
    return [
      disclosure.pseudonym(end),
      concerns.join(', ') || 'in turn',
      last ? `${last.step} (${last.actor})` : FIRST_STEP,
      say(`victim.control.${control}`),
      its.map(({ id }) => id).join(', '),
      record?.safeFrom ?? '',
    ];
  });
  const titles = ['person', 'urgency', 'step', 'likelihood of control', 'leads', 'safe date'];
  return (
    head +
    table(
      titles.map((title) => ({ title })),
      rows,
    )
  );
}
