/**
 * Joins ranges in the file's order into one segment, byte for byte what one pass would give: ids
 * are given by first appearance, and a later range's new keys follow in their own order.
 */
import type { EndId } from '../end-table.ts';
import type { ColumnName } from '../entry-columns.ts';
import type { Member, Segment, SparseMoney } from '../format.ts';
import { ByteDictionary } from '../byte-dictionary.ts';
import type { PackedKeyParts } from '../packed-keys.ts';
import { REJECTS_IN_WORDS, SegmentSink } from '../segment-sink.ts';
import { writePairs } from './pair-queue.ts';
import { finishReading } from './finish.ts';
import type { CsvPlan } from './plan.ts';
import type { RangePart } from './range.ts';
import { Statements, type StatementAccount } from './statements.ts';
import type { Doubtful } from './tally.ts';

export class RangeMerger {
  private readonly plan: CsvPlan;
  private readonly member: Member;
  private readonly sink: SegmentSink;
  private readonly statements: Statements;
  private doubtful: Doubtful[] = [];
  private footers = 0;
  private continuations = 0;
  private records = 0;
  private lines: number;

  constructor(plan: CsvPlan, member: Member, expectedRows: number) {
    this.plan = plan;
    this.member = member;
    this.sink = new SegmentSink({}, expectedRows);
    this.statements = new Statements(this.sink);
    this.lines = plan.line;
  }

  /** Takes the range that follows the last one. */
  add(part: RangePart): void {
    const { sink } = this;
    const { segment } = part;
    const base = sink.rows.count;
    sink.rows.append(segment.columns, segment.count);
    const ids = sink.ends.absorb(segment.ends);
    if (part.pairs) this.internPairs(part.pairs, base);
    else {
      this.renumber('debtor', base, ids, 0);
      this.renumber('creditor', base, ids, 0);
    }
    const places = ByteDictionary.fromParts(segment.places);
    if (places.count > 0) {
      const placeIds = Uint32Array.from({ length: places.count + 1 }, (_, id) =>
        id === 0 ? 0 : sink.place(places.text(id - 1)),
      );
      this.renumber('place', base, placeIds, 0);
    }
    const statementIds = Uint32Array.from({ length: part.accounts.length + 1 }, (_, index) => {
      if (index === 0) return 0;
      const { end, currency } = part.accounts[index - 1] as StatementAccount;
      return this.statements.of(ids[end] as EndId, currency) + 1;
    });
    if (part.accounts.length > 0) this.renumber('statement', base, statementIds, 0);
    if (this.records > 0) this.shift('record', base, this.records);
    addMoney(sink.instructed, segment.instructed, base);
    addMoney(sink.charges, segment.charges, base);
    this.statements.book.absorb(
      part.book,
      Array.from(statementIds.subarray(1), (id) => id - 1),
      this.lines,
    );
    for (const [index, { opening, closing }] of part.stated) {
      const statement = (statementIds[index + 1] as number) - 1;
      if (opening !== undefined) this.statements.state(statement, 'opening', opening);
      if (closing !== undefined) this.statements.state(statement, 'closing', closing);
    }
    this.count(part);
  }

  private count(part: RangePart): void {
    const { counts, rejects } = this.sink;
    if (part.hasRows) {
      for (const doubt of this.doubtful) this.sink.reject(doubt);
      this.doubtful = [];
    }
    const { read, kept, rejected, notBooked } = part.segment.records;
    counts.read += read;
    counts.kept += kept;
    counts.rejected += rejected;
    counts.notBooked += notBooked;
    for (const reject of part.segment.rejects) {
      if (rejects.length < REJECTS_IN_WORDS) rejects.push(this.placed(reject));
    }
    this.doubtful.push(...part.doubtful.map((doubt) => this.placed(doubt)));
    this.footers += part.footers;
    this.continuations += part.continuations;
    this.records += part.records;
    this.lines += part.lines;
  }

  private placed(doubt: Doubtful): Doubtful {
    return { ...doubt, record: doubt.record + this.records, line: doubt.line + this.lines };
  }

  /** The whole file's segment, once every range was added. */
  finish(): Segment {
    finishReading(this.plan, this.sink, this.statements, {
      footers: this.footers + this.doubtful.length,
      continuations: this.continuations,
    });
    return this.sink.close(this.member, 'csv');
  }

  private internPairs(pairs: PackedKeyParts, base: number): void {
    if (pairs.count === 0) return;
    const { rows, ends } = this.sink;
    writePairs(ends, pairs, new Uint32Array(pairs.count), base, rows.need('debtor'), rows.need('creditor'));
  }

  private renumber(name: ColumnName, base: number, ids: Uint32Array, absent: number): void {
    const column = this.sink.rows.columns[name];
    if (column) renumberRows(column as Uint32Array, base, this.sink.rows.count, ids, absent);
  }

  private shift(name: ColumnName, base: number, by: number): void {
    const column = this.sink.rows.columns[name] as Uint32Array | undefined;
    if (!column) return;
    for (let row = base; row < this.sink.rows.count; row++) column[row] = (column[row] as number) + by;
  }
}

function renumberRows(column: Uint32Array, from: number, to: number, ids: Uint32Array, absent: number): void {
  for (let row = from; row < to; row++) column[row] = ids[column[row] as number] ?? absent;
}

function addMoney(
  list: { rows: number[]; minor: number[]; currency: number[] },
  money: SparseMoney,
  base: number,
): void {
  for (let i = 0; i < money.rows.length; i++) {
    list.rows.push(base + (money.rows[i] as number));
    list.minor.push(money.minor[i] as number);
    list.currency.push(money.currency[i] as number);
  }
}
