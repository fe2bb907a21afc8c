/**
 * `clew matches CASE`: entries of two banks that are likely one payment, and what a person decides
 * on them. Accepting makes them one transaction; `clew undo` takes a decision back.
 */
import { Option } from 'commander';
import { CodedError } from '../errors.ts';
import type { MatchesReport } from '../server/api-intake.ts';
import { withCase, writeJson, type Register } from './command.ts';
import { grouped, table } from './table.ts';
import { matchesOf } from './told-case.ts';

interface MatchesFlags {
  readonly accept?: string;
  readonly refuse?: string;
  readonly purpose?: string;
  readonly actor?: string;
  readonly json?: true;
}

export const registerMatches: Register = (program, io, finish) => {
  program
    .command('matches')
    .description('proposed matches between banks, with what differs; accept or refuse one')
    .argument('<case>', 'folder of the case')
    .addOption(new Option('--accept <id>', 'make the entries of this proposal one transaction').conflicts('refuse'))
    .option('--refuse <id>', 'propose this no more')
    .option('--purpose <text>', 'why; needed to decide, kept in the case')
    .option('--actor <name>', 'who is answerable (default: the user of this machine)')
    .option('--json', 'print the proposals as JSON')
    .action(async (path: string, flags: MatchesFlags) => {
      const { accept, refuse, purpose = '', actor } = flags;
      const match = accept ?? refuse;
      if (match !== undefined && purpose.trim() === '')
        throw new CodedError('CLEW_USAGE', { reason: 'a decision needs a --purpose' });
      const report = await withCase(path, io, { readOnly: match === undefined, actor }, (opened) => {
        if (match !== undefined) {
          if (!matchesOf(opened).proposed.some(({ id }) => id === match))
            throw new CodedError('CLEW_NOT_FOUND', { what: `The proposal ${match}` });
          const outcome = accept === undefined ? 'refused' : 'accepted';
          opened.append({ kind: 'match-decided', match, outcome }, purpose);
        }
        return matchesOf(opened);
      });
      if (flags.json) writeJson(io, report);
      else io.out(matchesText(report));
      finish(0);
    });
};

function matchesText({ proposed, total, decided }: MatchesReport): string {
  if (total === 0 && decided.length === 0) return 'No proposals.\n';
  const grid = table(
    [
      { title: 'day' },
      { title: 'amount', align: 'right' },
      { title: 'from' },
      { title: 'to' },
      { title: 'day' },
      { title: 'amount', align: 'right' },
      { title: 'what differs' },
      { title: 'proposal' },
    ],
    proposed.map(({ id, debit, credits, reasons }) => [
      debit.day,
      `${grouped(debit.amount)} ${debit.currency}`,
      debit.account,
      credits.length === 1 ? (credits[0]?.account ?? '') : `${credits.length} accounts`,
      credits.at(-1)?.day ?? '',
      credits.length === 1 ? `${grouped(credits[0]?.amount ?? '')} ${credits[0]?.currency ?? ''}` : 'in all the same',
      reasons.join('; '),
      id,
    ]),
  );
  const rest = total > proposed.length ? `and ${total - proposed.length} more\n` : '';
  const past = decided.map(({ id, outcome, sequence }) => `${outcome} (event ${sequence}): ${id}\n`).join('');
  return `${grid}${rest}${past === '' ? '' : `\n${past}`}`;
}
