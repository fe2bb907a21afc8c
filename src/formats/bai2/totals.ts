/**
 * Control totals of records 49, 98 and 99: sums of every amount below, balances and totals included,
 * and numbers of records, accounts and groups. They say whether a file is whole.
 */
import type { EntrySink } from '../format.ts';
import { fieldsOf } from './fields.ts';
import type { BaiRecord } from './records.ts';

interface Level {
  sum: bigint;
  records: number;
  /** Accounts of a group, groups of a file. */
  members: number;
}
const empty = (): Level => ({ sum: 0n, records: 0, members: 0 });

export class BaiTotals {
  private readonly sink: EntrySink;
  private account = empty();
  private group = empty();
  private file = empty();

  constructor(sink: EntrySink) {
    this.sink = sink;
  }

  /** Counts a record that is no trailer, with its continuations. */
  count({ code, parts }: BaiRecord): void {
    this.file.records += parts.length;
    if (code !== '01') this.group.records += parts.length;
    if (code === '03') this.account = empty();
    if (code === '02') this.group = { ...empty(), records: parts.length };
    if (code === '03' || code === '16') this.account.records += parts.length;
  }

  /** An amount of a record 03 or 16, as it is written. */
  add(amount: string): void {
    if (/^[+-]?\d{1,20}$/.test(amount)) this.account.sum += BigInt(amount);
  }

  /** Compares a trailer with what was read, and hands its sum to the level above. */
  trailer(record: BaiRecord): void {
    const { code, parts } = record;
    const fields = fieldsOf(record).map((field) => field.trim());
    this.file.records += parts.length;
    if (code !== '99') this.group.records += parts.length;
    if (code === '49') {
      this.account.records += parts.length;
      this.compare(record, 'account', this.account, fields[0], fields[1]);
      this.group.sum += this.account.sum;
      this.group.members++;
      this.account = empty();
    } else if (code === '98') {
      this.compare(record, 'group', this.group, fields[0], fields[2], fields[1]);
      this.file.sum += this.group.sum;
      this.file.members++;
      this.group = empty();
    } else this.compare(record, 'file', this.file, fields[0], fields[2], fields[1]);
  }

  private compare(
    { line }: BaiRecord,
    what: 'account' | 'group' | 'file',
    level: Level,
    total = '',
    records = '',
    members = '',
  ): void {
    const say = (of: string, said: bigint, read: bigint): void => {
      if (said !== read)
        this.sink.warn(
          `Line ${line}: the ${what}'s ${of} is said to be ${said}, and is ${read} (off by ${said - read})`,
        );
    };
    if (/^[+-]?\d{1,20}$/.test(total)) say('control total', BigInt(total), level.sum);
    if (/^\d{1,9}$/.test(records)) say('number of records', BigInt(records), BigInt(level.records));
    const below = what === 'group' ? 'number of accounts' : 'number of groups';
    if (/^\d{1,9}$/.test(members)) say(below, BigInt(members), BigInt(level.members));
  }
}
