/** The report on files as a person reads it: counts that add up, totals per currency, balances. */
import type { FileReport, FilesReport } from '../server/api.ts';
import { grouped, table } from './table.ts';

const MOST_SHOWN = 5;
const MOST_ACCOUNTS = 40;

export function filesText({ files, accounts = [], indicators }: FilesReport): string {
  if (files.length === 0) return 'No files yet.\n';
  const counts = table(
    [
      { title: 'file' },
      { title: 'format' },
      ...['read', 'kept', 'rejected', 'duplicate', 'not booked', 'transactions'].map((title) => ({
        title,
        align: 'right' as const,
      })),
      { title: 'balances' },
    ],
    files.map(({ name, format, records, statements }) => [
      name,
      format,
      ...[records.read, records.kept, records.rejected, records.duplicate, records.notBooked, records.transactions].map(
        grouped,
      ),
      balancesOf(statements),
    ]),
  );
  const totals = table(
    [
      { title: 'file' },
      { title: 'currency' },
      ...['entries', 'credits', 'debits', 'moved'].map((title) => ({ title, align: 'right' as const })),
    ],
    files.flatMap(({ name, totals }) =>
      Object.entries(totals).map(([currency, sums]) => [
        name,
        currency,
        grouped(sums.count),
        ...[sums.credits, sums.debits, sums.moved].map((sum) => (sum === undefined ? '' : grouped(sum))),
      ]),
    ),
  );
  const searched = indicators === undefined ? '' : `\n${indicators.text}\n`;
  return `${counts}\n${totals}${accountsText(accounts)}${files.map(faultsOf).join('')}${searched}`;
}

/** Accounts that are known to exist and whose statement there is to ask for. */
function accountsText(accounts: NonNullable<FilesReport['accounts']>): string {
  if (accounts.length === 0) return '';
  const shown = accounts.slice(0, MOST_ACCOUNTS);
  const rows = table(
    [
      { title: 'account' },
      { title: 'state' },
      ...['bank', 'country', 'opened', 'closed'].map((title) => ({ title })),
      ...['holders', 'proxies', 'owners'].map((title) => ({ title, align: 'right' as const })),
    ],
    shown.map((one) => [
      one.account,
      one.state,
      ...[one.bank, one.country, one.opened, one.closed].map((text) => text ?? ''),
      ...[one.holders, one.proxies, one.beneficialOwners].map(grouped),
    ]),
  );
  const more = accounts.length - shown.length;
  return `\n${rows}${more > 0 ? `and ${grouped(more)} more accounts (clew files --json)\n` : ''}`;
}

function balancesOf(statements: FileReport['statements']): string {
  if (statements.length === 0) return 'no statement';
  const yes = statements.filter(({ reconciles }) => reconciles === true).length;
  const no = statements.filter(({ reconciles }) => reconciles === false).length;
  const open = statements.length - yes - no;
  return [
    ...(yes > 0 ? [`${grouped(yes)} ${yes === 1 ? 'reconciles' : 'reconcile'}`] : []),
    ...(no > 0 ? [`${grouped(no)} ${no === 1 ? 'does' : 'do'} not`] : []),
    ...(open > 0 ? [`${grouped(open)} without balances`] : []),
  ].join(', ');
}

/** Statements that do not reconcile, rejects and warnings, file by file. */
function faultsOf({ name, statements, rejects, warnings, records }: FileReport): string {
  const off = statements.filter(({ reconciles }) => reconciles === false);
  const lines = [
    ...some(
      off.map(
        ({ account, currency, to, difference = '' }) =>
          `${account}${to === undefined ? '' : ` to ${to}`}: off by ${grouped(difference)} ${currency}`,
      ),
      off.length,
      'statements that do not reconcile',
    ),
    ...some(
      rejects.map(({ record, line, field, reason }) => `record ${record}, line ${line}: ${field}: ${reason}`),
      records.rejected,
      'rejected records',
    ),
    ...some(warnings, warnings.length, 'warnings'),
  ];
  return lines.length === 0 ? '' : `\n${name}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** The first few lines, and how many there are besides. */
function some(lines: readonly string[], all: number, what: string): string[] {
  const shown = lines.slice(0, MOST_SHOWN);
  return all > shown.length ? [...shown, `and ${grouped(all - shown.length)} more ${what} (clew files --json)`] : shown;
}
