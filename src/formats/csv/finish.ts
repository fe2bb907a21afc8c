/**
 * What only the whole file tells: each statement's balances and days, whether the newest row stands
 * first, rows where the running balance does not follow, and how many lines were a footer.
 */
import type { Day } from '../../days.ts';
import type { EntrySink, StatementInfo } from '../format.ts';
import type { CsvPlan } from './plan.ts';
import type { Statements } from './statements.ts';

export interface FileEnd {
  readonly statements: readonly StatementInfo[];
  readonly warnings: readonly string[];
  readonly isNewestFirst: boolean;
}

/** Lines that are no records. */
export interface LinesLeftOut {
  readonly footers: number;
  readonly continuations: number;
}

/** Statements and warnings of a file that has been read to its end. */
export function endOfFile(plan: CsvPlan, { book, accounts, stated }: Statements, lines: LinesLeftOut): FileEnd {
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

/** Writes the file's end into a sink that has every row. */
export function finishReading(plan: CsvPlan, sink: EntrySink, statements: Statements, lines: LinesLeftOut): void {
  const { statements: infos, warnings, isNewestFirst } = endOfFile(plan, statements, lines);
  for (const [index, info] of infos.entries()) sink.amend(index, info);
  for (const warning of warnings) sink.warn(warning);
  if (isNewestFirst) {
    sink.rows.reverse();
    for (const list of [sink.instructed, sink.charges]) {
      list.rows.reverse();
      list.minor.reverse();
      list.currency.reverse();
      for (let i = 0; i < list.rows.length; i++) list.rows[i] = sink.rows.count - 1 - (list.rows[i] as number);
    }
  }
}
