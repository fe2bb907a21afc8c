/**
 * Whether a file's times are times: OFX wants one, so banks that have days only write noon, midnight
 * or another full hour (their midnight in UTC) on every row. Decided over the whole file: unless a
 * row has minutes or seconds, and not all rows the same, no row has a time.
 */
import { NO_OFFSET, NO_TIME } from '../../days.ts';
import type { EntryColumns } from '../entry-columns.ts';

const LAST_MINUTE = 23 * 3600 + 59 * 60;

export class OfxTimes {
  private readonly rows: EntryColumns;
  private rowsSeen = 0;
  private isReal = false;
  private first = NO_TIME;
  private isVaried = false;

  constructor(rows: EntryColumns) {
    this.rows = rows;
  }

  /** Looks at the rows that were added since the last time. */
  note(): void {
    for (; this.rowsSeen < this.rows.count; this.rowsSeen++) {
      const time = this.rows.get('time', this.rowsSeen);
      if (time === NO_TIME) continue;
      if (this.first === NO_TIME) this.first = time;
      else if (time !== this.first) this.isVaried = true;
      if (time % 3600 !== 0 && time < LAST_MINUTE) this.isReal = true;
    }
  }

  /** Takes the times away that are none. */
  finish(): void {
    const { rows } = this;
    if (this.first === NO_TIME || (this.isReal && (this.isVaried || rows.count < 3))) return;
    for (let row = 0; row < rows.count; row++) {
      rows.set('time', row, NO_TIME);
      rows.set('zone', row, NO_OFFSET);
    }
  }
}
