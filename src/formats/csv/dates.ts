/**
 * Days and times as banks write them, read from bytes. The order of day, month and year is decided
 * for a column as a whole (`date-order.ts`): 31.12. proves it, 03.04. never does. Years of two
 * digits lie within 1970 to 2069. A day is never given a time that the file has not.
 */
import { NO_DAY, NO_OFFSET, NO_TIME, dayFrom, fullYear, type Day } from '../../days.ts';
import { monthOf } from './month-words.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

const ZERO = 48;
const NINE = 57;
const BLANK = 32;

/** Reads one column's days; after `read`, `day`, `time` and `zone` hold what the field said. */
export class DateReader {
  day: Day = NO_DAY;
  time = NO_TIME;
  zone = NO_OFFSET;
  /** The digits are a date by shape, yet the calendar has no such day. */
  isNoDay = false;
  private readonly order: DateOrder;
  private readonly text: (bytes: Uint8Array, from: number, to: number) => string;
  private lastParts = -1;
  private lastDay: Day = NO_DAY;

  constructor(order: DateOrder, text: (bytes: Uint8Array, from: number, to: number) => string) {
    this.order = order;
    this.text = text;
  }

  /** Whether the field is a day that exists. */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    this.time = NO_TIME;
    this.zone = NO_OFFSET;
    this.isNoDay = false;
    while (from < to && bytes[from] === BLANK) from++;
    let p = from;
    let a = 0;
    let c = 0;
    while (p < to && (c = bytes[p] as number) >= ZERO && c <= NINE) {
      a = a * 10 + (c - ZERO);
      p++;
    }
    const aLength = p - from;
    if (aLength >= 6) return this.compact(bytes, from, p, to);
    if (aLength === 0 || p >= to || !isDateMark(c)) return this.named(bytes, from, to);
    let q = ++p;
    let b = 0;
    while (p < to && (c = bytes[p] as number) >= ZERO && c <= NINE) {
      b = b * 10 + (c - ZERO);
      p++;
    }
    const bLength = p - q;
    if (bLength === 0 || p >= to || !isDateMark(c)) return this.named(bytes, from, to);
    q = ++p;
    let d = 0;
    while (p < to && (c = bytes[p] as number) >= ZERO && c <= NINE) {
      d = d * 10 + (c - ZERO);
      p++;
    }
    const dLength = p - q;
    if (dLength === 0 || bLength > 2 || (aLength > 2 && aLength !== 4) || (dLength > 2 && dLength !== 4)) return false;
    let year: number;
    let month: number;
    let date: number;
    if (aLength === 4 || this.order === 'ymd') {
      year = aLength === 4 ? a : fullYear(a);
      month = b;
      date = d;
      if (dLength > 2) return false;
    } else {
      year = dLength === 4 ? d : fullYear(d);
      month = this.order === 'dmy' ? b : a;
      date = this.order === 'dmy' ? a : b;
    }
    return this.take(year, month, date) && this.rest(bytes, p, to);
  }

  private take(year: number, month: number, date: number): boolean {
    const parts = (year * 100 + month) * 100 + date;
    if (parts !== this.lastParts) {
      this.lastDay = dayFrom(year, month, date);
      this.lastParts = parts;
    }
    this.day = this.lastDay;
    this.isNoDay = this.lastDay === NO_DAY;
    return !this.isNoDay;
  }

  /** 20260131, 310126 or 20260131235959, by the column's order. */
  private compact(bytes: Uint8Array, from: number, digitsEnd: number, to: number): boolean {
    const at = (index: number, count: number): number => {
      let value = 0;
      for (let i = 0; i < count; i++) value = value * 10 + (bytes[from + index + i] as number) - ZERO;
      return value;
    };
    const length = digitsEnd - from;
    if (length !== 6 && length !== 8 && length !== 14) return false;
    const yearLength = length === 6 ? 2 : 4;
    const isYearFirst = this.order === 'ymd' || length === 14;
    const year = at(isYearFirst ? 0 : 4, yearLength);
    const first = at(isYearFirst ? yearLength : 0, 2);
    const second = at(isYearFirst ? yearLength + 2 : 2, 2);
    const isMonthFirst = isYearFirst || this.order === 'mdy';
    if (
      !this.take(yearLength === 2 ? fullYear(year) : year, isMonthFirst ? first : second, isMonthFirst ? second : first)
    )
      return false;
    if (length === 14) {
      this.time = at(8, 2) * 3600 + at(10, 2) * 60 + at(12, 2);
      return at(8, 2) < 24 && at(10, 2) < 60 && at(12, 2) < 61;
    }
    return this.rest(bytes, digitsEnd, to);
  }

  /** `3 Feb 2026`, `Feb 3, 2026`, `03-Feb-26`. */
  private named(bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from > 40) return false;
    const text = this.text(bytes, from, to);
    // 12. 1. 2024, as Czech and Hungarian banks write.
    const spaced = /^\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}(?!\d)/.exec(text)?.[0];
    if (spaced?.includes(' ')) {
      const tight = Buffer.from(spaced.replaceAll(' ', '') + text.slice(spaced.length));
      return this.read(tight, 0, tight.length);
    }
    const dayFirst =
      /^(?:\p{L}{2,}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s./-]*(?:de\s+|of\s+)?(\p{L}{3,})\.?[\s./,-]*(?:de\s+)?(\d{4}|\d{2})\b/u.exec(
        text,
      );
    const monthFirst = dayFirst
      ? undefined
      : /^(\p{L}{3,})\.?[\s./-]*(\d{1,2})(?:st|nd|rd|th)?[\s.,/-]+(\d{4}|\d{2})\b/u.exec(text);
    const yearFirst =
      dayFirst || monthFirst ? undefined : /^(\d{4})[\s./-]+(\p{L}{3,})\.?[\s./-]+(\d{1,2})\b/u.exec(text);
    const match = dayFirst ?? monthFirst ?? yearFirst;
    if (!match) return false;
    const [whole = '', first = '', second = '', third = ''] = match;
    const month = monthOf(monthFirst ? first : second);
    if (month === 0) return false;
    const date = Number(monthFirst ? second : yearFirst ? third : first);
    const yearText = yearFirst ? first : third;
    const year = yearText.length === 2 ? fullYear(Number(yearText)) : Number(yearText);
    if (!this.take(year, month, date)) return false;
    const tail = Buffer.from(text.slice(whole.length));
    return this.rest(tail, 0, tail.length);
  }

  /** What follows a date: nothing, or a time after `T`, blanks or a comma. */
  private rest(bytes: Uint8Array, from: number, to: number): boolean {
    let p = from;
    while (p < to && (bytes[p] === BLANK || bytes[p] === 84 || bytes[p] === 44 || bytes[p] === 46 || bytes[p] === 45))
      p++;
    return p >= to || this.readTime(bytes, p, to);
  }

  /** Reads `HH:MM[:SS[.fff]]`, `HH.MM.SS`, an AM or PM and an offset into `time` and `zone`. */
  readTime(bytes: Uint8Array, from: number, to: number): boolean {
    let p = from;
    while (p < to && bytes[p] === BLANK) p++;
    while (to > p && bytes[to - 1] === BLANK) to--;
    let part = 0;
    let hours = 0;
    let minutes = 0;
    let seconds = 0;
    let digits = 0;
    for (; p < to; p++) {
      const c = bytes[p] as number;
      if (c >= ZERO && c <= NINE) {
        if (++digits > 2) return false;
        if (part === 0) hours = hours * 10 + (c - ZERO);
        else if (part === 1) minutes = minutes * 10 + (c - ZERO);
        else seconds = seconds * 10 + (c - ZERO);
      } else if ((c === 58 || c === 46) && part < 2 && digits > 0) {
        part++;
        digits = 0;
      } else break;
    }
    if (part === 0 || digits === 0) return false;
    if (p < to && (bytes[p] === 46 || bytes[p] === 44)) {
      do p++;
      while (p < to && (bytes[p] as number) >= ZERO && (bytes[p] as number) <= NINE);
    }
    while (p < to && bytes[p] === BLANK) p++;
    const letter = (bytes[p] ?? 0) & 0xdf;
    if (p + 1 < to && (letter === 65 || letter === 80) && ((bytes[p + 1] as number) & 0xdf) === 77) {
      if (hours > 12 || hours === 0) return false;
      hours = (hours % 12) + (letter === 80 ? 12 : 0);
      p += 2;
      while (p < to && bytes[p] === BLANK) p++;
    }
    if (hours > 23 || minutes > 59 || seconds > 60) return false;
    this.time = hours * 3600 + minutes * 60 + seconds;
    if (p >= to) return true;
    if (bytes[p] === 90 && p + 1 === to) {
      this.zone = 0;
      return true;
    }
    const offset = /^([+-])(\d{2}):?(\d{2})?$/.exec(this.text(bytes, p, to));
    if (!offset) return /^(UTC|GMT)$/.test(this.text(bytes, p, to)) ? ((this.zone = 0), true) : false;
    this.zone = (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0));
    return true;
  }
}

function isDateMark(c: number): boolean {
  return c === 46 || c === 45 || c === 47 || c === BLANK;
}
