/**
 * The running balance of the row below, for files that begin with their newest row and whose amounts
 * have no sign. Works on a copy, since a scanner undoes escapes in place.
 */
import type { AmountReader } from './amounts.ts';
import type { CsvPlan } from './plan.ts';
import { RecordScanner } from './records.ts';

const LEAST_COPY = 4096;
/** Pages' headers and blank lines that may stand between two rows. */
const MOST_BETWEEN = 20;

export class NextBalance {
  /** Minor units; NaN where no row of the same account follows. */
  balance = NaN;
  private readonly plan: CsvPlan;
  private readonly reader: AmountReader;
  private readonly scanner: RecordScanner;
  private copy = new Uint8Array(LEAST_COPY + 1);

  constructor(plan: CsvPlan, reader: AmountReader) {
    this.plan = plan;
    this.reader = reader;
    this.scanner = new RecordScanner(plan.separators);
  }

  /**
   * Looks beyond the record that starts at `from`.
   * @returns false where more bytes are needed
   */
  look(bytes: Uint8Array, from: number, have: number, isLast: boolean): boolean {
    for (let length = LEAST_COPY; ; length *= 4) {
      const to = Math.min(have, from + length);
      const isEnd = to === have;
      if (this.copy.length < to - from + 1) this.copy = new Uint8Array(to - from + 1);
      this.copy.set(bytes.subarray(from, to));
      const found = this.find(to - from, isEnd && isLast);
      if (found) return true;
      if (isEnd) return isLast;
    }
  }

  /** Whether the question is settled within the first `have` bytes of the copy. */
  private find(have: number, isLast: boolean): boolean {
    const { scanner, copy, plan } = this;
    const { account = -1, balance = -1, booking = -1 } = plan.columns;
    this.balance = NaN;
    if (!scanner.scan(copy, 0, have, isLast)) return false;
    const own = this.fieldOf(account);
    let p = scanner.next;
    for (let turn = 0; turn < MOST_BETWEEN; turn++) {
      if (p >= have) return isLast;
      if (!scanner.scan(copy, p, have, isLast)) return false;
      p = scanner.next;
      if (scanner.fields <= Math.max(balance, booking) || !/\d/.test(this.fieldOf(booking))) continue;
      if (this.fieldOf(account) !== own) return true;
      const [start, end] = [scanner.starts[balance] as number, scanner.ends[balance] as number];
      this.balance = this.reader.read(copy, start, end, plan.currency);
      return true;
    }
    return true;
  }

  private fieldOf(column: number): string {
    if (column < 0 || column >= this.scanner.fields) return '';
    const { starts, ends } = this.scanner;
    return Buffer.from(this.copy.subarray(starts[column] as number, ends[column] as number)).toString('latin1');
  }
}
