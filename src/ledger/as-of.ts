/**
 * A segment as it stood at the end of a day: rows booked later never existed, nor do ends, places,
 * statements, logins and register rows that only came later. Cut before the ledger is built, so that
 * duplicates, matches of two banks, reversals, merchant codes and the window of the data are those of
 * that day. What has no day (a customer's phone, a name beside an account) counts, and is counted.
 */
import { NO_DAY, type Day } from '../days.ts';
import { ByteDictionary, type DictionaryParts } from '../formats/byte-dictionary.ts';
import { EndTable, FIRST_SHARED_END, type EndTableParts } from '../formats/end-table.ts';
import { allocateColumn, columnNames, type ColumnSet } from '../formats/entry-columns.ts';
import type { Segment, SparseMoney, StatementInfo } from '../formats/format.ts';
import type { LoginParts } from '../formats/login-columns.ts';
import type { RegisterRow } from '../formats/register-row.ts';

/** The booking day, else the value day; NO_DAY for a row with neither, which no ledger takes. */
function dayOfRow({ booking, value }: ColumnSet, row: number): number {
  const booked = booking?.[row] ?? NO_DAY;
  return booked === NO_DAY ? (value?.[row] ?? NO_DAY) : booked;
}

/** @returns the segment cut after `day`; the same one where it holds nothing later */
export function segmentAsOf(segment: Segment, day: Day): Segment {
  const rows = keptRows(segment, day);
  const register = registerAsOf(segment.register, day);
  const logins = segment.logins && loginsUntil(segment.logins, day);
  const isSame =
    rows.length === segment.count &&
    register.every((row, i) => row === segment.register[i]) &&
    register.length === segment.register.length &&
    (logins?.length ?? 0) === (segment.logins?.end.length ?? 0) &&
    segment.statements.every(({ from, to }) => (from ?? day) <= day && (to ?? day) <= day);
  if (isSame) return segment;
  return cut(segment, day, rows, register, logins);
}

function cut(
  segment: Segment,
  day: Day,
  rows: Uint32Array,
  register: readonly RegisterRow[],
  logins: Uint32Array | undefined,
): Segment {
  const columns = gatherColumns(segment.columns, rows);
  const statements = statementsAsOf(segment, columns, day);
  const held = EndTable.fromParts(segment.ends);
  const needed = neededEnds(segment, columns, rows.length, statements.kept, register, logins, held);
  const own = new Set(statements.kept.map(({ account }) => account));
  const ends = endsLeft(segment.ends, held, needed, own);
  for (const name of ['debtor', 'creditor'] as const) renumber(columns[name], ends.ids);
  const places = placesLeft(segment.places, columns.place);
  renumber(columns.statement, statements.ids);
  return {
    ...segment,
    count: rows.length,
    columns,
    ends: ends.parts,
    places,
    statements: statements.kept.map((one) => ({ ...one, account: ends.ids[one.account] as number })),
    instructed: moneyOf(segment.instructed, rows),
    charges: moneyOf(segment.charges, rows),
    register,
    ...(segment.logins && logins ? { logins: loginsOf(segment.logins, logins, ends.ids) } : {}),
  };
}

function keptRows({ columns, count }: Segment, day: Day): Uint32Array {
  const rows = new Uint32Array(count);
  let kept = 0;
  for (let row = 0; row < count; row++) if (dayOfRow(columns, row) <= day) rows[kept++] = row;
  return rows.subarray(0, kept);
}

function gatherColumns(columns: ColumnSet, rows: Uint32Array): ColumnSet {
  const gathered: Record<string, unknown> = {};
  for (const name of columnNames) {
    const from = columns[name];
    if (!from) continue;
    const to = allocateColumn(name, rows.length, 0);
    for (let i = 0; i < rows.length; i++) to[i] = from[rows[i] as number] as number;
    gathered[name] = to;
  }
  return gathered as ColumnSet;
}

/** Statements that began by then, with an end and a closing balance only where these are not later. */
function statementsAsOf(
  { statements, columns }: Segment,
  left: ColumnSet,
  day: Day,
): { readonly kept: StatementInfo[]; readonly ids: Uint32Array } {
  const used = new Set<number>(left.statement);
  const hadRows = new Set<number>(columns.statement);
  const kept: StatementInfo[] = [];
  const ids = new Uint32Array(statements.length + 1);
  for (const [at, one] of statements.entries()) {
    const hasBegun = one.from === undefined ? !hadRows.has(at + 1) : one.from <= day;
    if (!used.has(at + 1) && !hasBegun) continue;
    ids[at + 1] = kept.length + 1;
    const { closing: _, declared: __, to: ___, ...begun } = one;
    kept.push(one.to !== undefined && one.to > day ? { ...begun, to: day } : one);
  }
  return { kept, ids };
}

function registerAsOf(register: readonly RegisterRow[], day: Day): RegisterRow[] {
  return register
    .filter(({ openedOn, validFrom }) => (openedOn ?? day) <= day && (validFrom ?? day) <= day)
    .map((row) => {
      const { closedOn, validTo, balanceOn, balance, status, ...rest } = row;
      const isOpen = closedOn === undefined || closedOn > day;
      const isRunning = validTo === undefined || validTo > day;
      const isLater = balanceOn !== undefined && balanceOn > day;
      const loses = (isOpen && closedOn !== undefined) || (isRunning && validTo !== undefined) || isLater;
      if (!loses) return row;
      return {
        ...rest,
        ...(isOpen ? {} : { closedOn, ...(status === undefined ? {} : { status }) }),
        ...(isOpen && closedOn === undefined && status !== undefined ? { status } : {}),
        ...(isRunning ? {} : { validTo }),
        ...(isLater || balance === undefined ? {} : { balance, ...(balanceOn === undefined ? {} : { balanceOn }) }),
      };
    });
}

function loginsUntil(logins: LoginParts, day: Day): Uint32Array {
  return Uint32Array.from(logins.day.keys()).filter((at) => (logins.day[at] as number) <= day);
}

function loginsOf(logins: LoginParts, kept: Uint32Array, ids: Uint32Array): LoginParts {
  const pick = (column: Uint32Array): Uint32Array => kept.map((at) => column[at] as number);
  return {
    ...logins,
    end: pick(logins.end).map((end) => ids[end] as number),
    day: pick(logins.day),
    time: pick(logins.time),
    device: pick(logins.device),
    ip: pick(logins.ip),
    country: Uint16Array.from(kept, (at) => logins.country[at] as number),
  };
}

function neededEnds(
  segment: Segment,
  columns: ColumnSet,
  count: number,
  statements: readonly StatementInfo[],
  register: readonly RegisterRow[],
  logins: Uint32Array | undefined,
  held: EndTable,
): Uint8Array {
  const needed = new Uint8Array(held.count);
  for (let row = 0; row < count; row++) {
    needed[columns.debtor?.[row] ?? 0] = 1;
    needed[columns.creditor?.[row] ?? 0] = 1;
  }
  for (const { account } of statements) needed[account] = 1;
  for (const { account } of register) {
    const end = held.find('account', account);
    if (end >= 0) needed[end] = 1;
  }
  for (const at of logins ?? []) needed[segment.logins?.end[at] ?? 0] = 1;
  return needed;
}

/** The ends that are left in their order, with new numbers. */
function endsLeft(
  parts: EndTableParts,
  held: EndTable,
  needed: Uint8Array,
  own: ReadonlySet<number>,
): { readonly parts: EndTableParts; readonly ids: Uint32Array } {
  const left = new EndTable(Math.max(64, held.count));
  const ids = new Uint32Array(held.count);
  for (let end = 0; end < held.count; end++) {
    if (end < FIRST_SHARED_END) ids[end] = end;
    else if (needed[end] === 1) {
      const id = left.intern(held.kind(end), held.key(end));
      ids[end] = id;
      const [country, bank] = [held.country(end), held.bank(end)];
      if (country !== undefined) left.setCountry(id, country);
      if (bank !== undefined) left.setBank(id, bank);
      if (own.has(end)) left.markOwn(id);
    }
  }
  const names = ByteDictionary.fromParts(parts.names);
  for (let i = 0; i < parts.seen.length; i += 2) {
    const end = parts.seen[i] as number;
    if (needed[end] === 1) left.addName(ids[end] as number, names.text(parts.seen[i + 1] as number));
  }
  return { parts: left.parts(), ids };
}

/** Renumbers the column in place. */
function placesLeft(places: DictionaryParts, column: Uint32Array | undefined): DictionaryParts {
  const left = new ByteDictionary(64);
  if (!column) return left.parts();
  const held = ByteDictionary.fromParts(places);
  const ids = new Uint32Array(held.count + 1);
  const used = new Uint8Array(held.count + 1);
  for (const place of column) used[place] = 1;
  for (let id = 1; id <= held.count; id++) if (used[id] === 1) ids[id] = left.internText(held.text(id - 1)) + 1;
  renumber(column, ids);
  return left.parts();
}

function renumber(column: Uint32Array | undefined, ids: Uint32Array): void {
  for (let i = 0; column && i < column.length; i++) column[i] = ids[column[i] as number] as number;
}

function moneyOf(money: SparseMoney, rows: Uint32Array): SparseMoney {
  const at = new Map<number, number>();
  if (money.rows.length > 0) for (const [now, before] of rows.entries()) at.set(before, now);
  const kept = [...money.rows.keys()].filter((i) => at.has(money.rows[i] as number));
  return {
    rows: Uint32Array.from(kept, (i) => at.get(money.rows[i] as number) as number),
    minor: Float64Array.from(kept, (i) => money.minor[i] as number),
    currency: Uint16Array.from(kept, (i) => money.currency[i] as number),
  };
}

/** Facts of the register that say something of an account and bear no day at all, so that they count on every day. */
export function undatedFacts(segments: readonly Pick<Segment, 'register'>[]): number {
  let undated = 0;
  for (const { register } of segments)
    for (const { openedOn, closedOn, validFrom, validTo, balanceOn } of register)
      if ([openedOn, closedOn, validFrom, validTo, balanceOn].every((day) => day === undefined)) undated++;
  return undated;
}
