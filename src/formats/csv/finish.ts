/**
 * What only the whole file tells: each statement's balances and days, whether the newest row stands
 * first, rows where the running balance does not follow, and how many lines were a footer.
 */
import type { Day } from '../../days.ts';
import type { EntrySink, MoneyList, StatementInfo } from '../format.ts';
import type { CsvPlan } from './plan.ts';
import type { Statements } from './statements.ts';

export interface FileEnd {
  readonly statements: readonly StatementInfo[];
  readonly warnings: readonly string[];
  readonly isNewestFirst: boolean;
}

/** What was known before the first row. */
type Said = Pick<CsvPlan, 'warnings' | 'opening' | 'closing'>;

/** Lines that are no records. */
export interface LinesLeftOut {
  readonly footers: number;
  readonly continuations: number;
}

/** Statements and warnings of a file that has been read to its end. */
export function endOfFile(plan: Said, { book, accounts, stated }: Statements, lines: LinesLeftOut): FileEnd {
  const isNewestFirst = book.isNewestFirst();
  const warnings = [...plan.warnings];
  const isOne = accounts.length === 1;
  const statements = accounts.map(({ end, currency }, index): StatementInfo => {
    const { opening, closing, from, to } = book.statement(index, isNewestFirst);
    const above = isOne ? { opening: plan.opening, closing: plan.closing } : {};
    return {
      account: end,
      currency,
      ...given('opening', opening ?? stated.get(index)?.opening ?? above.opening),
      ...given('closing', closing ?? stated.get(index)?.closing ?? above.closing),
      ...given('from', from as Day | undefined),
      ...given('to', to as Day | undefined),
    };
  });
  const breaks = book.breaks(isNewestFirst);
  if (breaks.rows > 0)
    warnings.push(`the running balance does not follow in ${breaks.rows} rows, first in line ${breaks.line}`);
  const { footers, continuations } = lines;
  if (continuations > 0)
    warnings.push(`${continuations} lines only go on with the text of the row above and were left out`);
  if (footers > 0) warnings.push(`${footers} lines were taken as totals, balances or footer`);
  if (isNewestFirst) warnings.push('the newest row stands first; rows are kept oldest first');
  return { statements, warnings, isNewestFirst };
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });
}

/**
 * Writes the file's end into a sink that has every row.
 * @param firstRow where the rows of this file, or of this table of a document, begin
 */
export function finishReading(
  plan: Said,
  sink: EntrySink,
  statements: Statements,
  lines: LinesLeftOut,
  firstRow = 0,
): void {
  const { statements: infos, warnings, isNewestFirst } = endOfFile(plan, statements, lines);
  for (const [index, info] of infos.entries()) sink.amend(statements.first + index, info);
  for (const warning of warnings) sink.warn(warning);
  if (isNewestFirst) {
    sink.rows.reverse(firstRow);
    for (const list of [sink.instructed, sink.charges]) reverseMoney(list, firstRow, sink.rows.count);
  }
}

/** Amounts of rows from one on, in the order that those rows have once they are turned round. */
function reverseMoney(list: MoneyList, firstRow: number, count: number): void {
  let from = list.rows.length;
  while (from > 0 && (list.rows[from - 1] as number) >= firstRow) from--;
  for (const values of [list.rows, list.minor, list.currency])
    for (const value of values.splice(from).reverse()) values.push(value);
  for (let i = from; i < list.rows.length; i++) list.rows[i] = firstRow + count - 1 - (list.rows[i] as number);
}
