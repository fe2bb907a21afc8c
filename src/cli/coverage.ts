/** `clew coverage CASE`: what the files cover, account by month, and what they do not. */
import type { CoverageReport } from '../server/api-intake.ts';
import { withCase, writeJson, type Register } from './command.ts';
import { countOption } from './options.ts';
import { table } from './table.ts';
import { coverageOf } from './told-case.ts';

const SHOWN = 40;
const signs: Readonly<Record<CoverageReport['accounts'][number]['months'][number]['status'], string>> = {
  covered: '█',
  partial: '▒',
  overlapping: '2',
  'does-not-reconcile': '!',
  missing: '·',
  'not-obtained': '?',
  'not-open': ' ',
};
const LEGEND =
  '█ covered  ▒ in part  2 by two statements  ! does not reconcile  · no file  ? exists, not obtained  0 covered, no entry\n';

export const registerCoverage: Register = (program, io, finish) => {
  program
    .command('coverage')
    .description(
      'what the files cover, account by month: covered, in part, missing, double, off its balances, not obtained',
    )
    .argument('<case>', 'folder of the case')
    .addOption(countOption('--top <n>', `accounts told, those with most gaps first (default: ${SHOWN})`))
    .option('--json', 'print the report as JSON')
    .action(async (path: string, flags: { readonly top?: number; readonly json?: true }) => {
      const report = await withCase(path, io, { readOnly: true }, coverageOf);
      if (flags.json) writeJson(io, report);
      else io.out(coverageText(report, flags.top ?? SHOWN));
      finish(0);
    });
};

function coverageText({ months, accounts, total, indicators }: CoverageReport, top: number): string {
  if (accounts.length === 0) return `No statements yet.\n${indicators.text}\n`;
  const faults = ({ months: all }: CoverageReport['accounts'][number]): number =>
    all.filter(({ status }) => status !== 'covered' && status !== 'not-open').length;
  const shown = [...accounts].sort((a, b) => faults(b) - faults(a)).slice(0, top);
  const grid = table(
    [{ title: 'account' }, ...months.map((month) => ({ title: month.slice(2) }))],
    shown.map((one) => [
      one.account,
      ...one.months.map(({ status, entries }) => (status === 'covered' && entries === 0 ? '0' : signs[status])),
    ]),
  );
  const notes = shown.flatMap((one) => {
    const firstMonth = new Map<string, string>();
    for (const { month, notes: said } of one.months)
      for (const note of said.filter(isOfBalances)) if (!firstMonth.has(note)) firstMonth.set(note, month);
    return [...firstMonth].map(([note, month]) => `  ${one.account} ${month}: ${note}\n`);
  });
  const rest = total > shown.length ? `and ${total - shown.length} more accounts\n` : '';
  return `${grid}${rest}\n${LEGEND}${notes.slice(0, SHOWN).join('')}\n${indicators.text}\n`;
}

/** What is off; the rest of the notes is in the JSON. */
function isOfBalances(note: string): boolean {
  return note.includes('balance');
}
