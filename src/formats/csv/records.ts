/**
 * Splits bytes into records and fields as RFC 4180 says: doubled quotes, delimiters and line ends
 * inside quotes, lines that end in CR LF, LF or CR. Beyond it, as banks write: `="007"`, blanks
 * around quotes, a backslash before a quote where the file uses it; and a quote inside a field
 * that closes nothing is a letter like any other. Makes no strings and no objects.
 */

/** A record longer than this ends the reading with CLEW_LIMIT. */
export const LONGEST_RECORD = 16 * 1024 * 1024;
const MOST_FIELDS = 4096;
const LF = 10;
const CR = 13;
const TAB = 9;
const BLANK = 32;
const EQUALS = 61;
const INCOMPLETE = -1;
const UNCLOSED = -2;

export interface Separators {
  readonly delimiter: number;
  readonly quote: number;
  /** The quote itself where quotes are doubled, else the backslash. */
  readonly escape: number;
  /** A quote inside quotes stands as it is: only one before a delimiter or a line end closes. */
  readonly isNotDoubled?: boolean;
}

export class RecordScanner {
  /** Of each field, without its quotes. Fields beyond 4,096 are counted and not kept. */
  readonly starts = new Int32Array(MOST_FIELDS + 1);
  readonly ends = new Int32Array(MOST_FIELDS + 1);
  fields = 0;
  /** Position after the record, before its line end. */
  end = 0;
  /** Position after the record's line end. */
  next = 0;
  /** Line ends in the record and after it. */
  lines = 0;
  /** A quote was opened that nothing closes to the end of the file: from there, quotes are letters. */
  quotesAreLetters = false;
  private readonly delimiter: number;
  private readonly quote: number;
  private readonly escape: number;
  private readonly isDoubled: boolean;
  private readonly highest: number;
  private readonly stop = new Uint8Array(256);
  private readonly quotedStop = new Uint8Array(256);
  private afterQuote = 0;
  private quotedLines = 0;
  private hasEscapes = false;

  constructor(separators: Separators) {
    this.delimiter = separators.delimiter;
    this.quote = separators.quote;
    this.escape = separators.escape;
    this.isDoubled = separators.isNotDoubled !== true;
    this.highest = Math.max(CR, separators.delimiter);
    for (const byte of [LF, CR, this.delimiter]) this.stop[byte] = 1;
    for (const byte of [LF, CR, this.quote, this.escape]) this.quotedStop[byte] = 1;
  }

  /**
   * Finds the record that starts at `from` < `to`. Escapes are undone in place, so a record is
   * scanned once only. `bytes[to]` is overwritten as a sentinel.
   * @param isLast nothing follows `to` in the file
   * @returns false where the record goes on beyond `to`
   */
  scan(bytes: Uint8Array, from: number, to: number, isLast: boolean): boolean {
    const { starts, ends, stop, highest, delimiter, quote } = this;
    bytes[to] = LF;
    let p = from;
    let n = 0;
    let lines = 0;
    let escapes = 0;
    for (;;) {
      let start = p;
      let end = -1;
      let c = bytes[p] as number;
      if ((c === quote || c === BLANK || c === EQUALS) && !this.quotesAreLetters) {
        const open = c === quote ? p : this.openingQuote(bytes, p);
        if (open >= 0 && open < to) {
          end = this.closingQuote(bytes, open + 1, to, isLast);
          if (end === INCOMPLETE) return false;
          if (end === UNCLOSED) this.quotesAreLetters = true;
          else {
            start = open + 1;
            p = this.afterQuote;
            lines += this.quotedLines;
            // Marked by a start below zero, undone once the record is known to be whole.
            if (this.hasEscapes) {
              escapes++;
              start = -1 - start;
            }
          }
        }
      }
      if (end < 0) {
        // Most bytes lie above every stop, which a comparison tells faster than the table.
        while ((c = bytes[p] as number) > highest || stop[c] === 0) p++;
        end = p;
      }
      const slot = n < MOST_FIELDS ? n : MOST_FIELDS;
      starts[slot] = start;
      ends[slot] = end;
      n++;
      if (p >= to) {
        if (!isLast) return false;
        this.end = to;
        this.next = to;
        break;
      }
      c = bytes[p] as number;
      if (c === delimiter) {
        p++;
        continue;
      }
      this.end = p;
      lines++;
      if (c === CR) {
        if (p + 1 >= to && !isLast) return false;
        if (p + 1 < to && bytes[p + 1] === LF) p++;
      }
      this.next = p + 1;
      break;
    }
    this.fields = n;
    this.lines = lines;
    if (escapes > 0) this.undoEscapes(bytes, n < MOST_FIELDS ? n : MOST_FIELDS + 1);
    return true;
  }

  /** The quote that opens a field after blanks or an Excel `=`, or -1. */
  private openingQuote(bytes: Uint8Array, from: number): number {
    let p = from;
    while (bytes[p] === BLANK) p++;
    if (bytes[p] === EQUALS) p++;
    return bytes[p] === this.quote ? p : -1;
  }

  /** The end of the quoted text from `from` on; where it goes on after is left in `afterQuote`. */
  private closingQuote(bytes: Uint8Array, from: number, to: number, isLast: boolean): number {
    const { quotedStop, stop, quote, escape } = this;
    const highest = Math.max(CR, quote, escape);
    let p = from;
    let lines = 0;
    this.hasEscapes = false;
    for (;;) {
      let c: number;
      while ((c = bytes[p] as number) > highest || quotedStop[c] === 0) p++;
      if (p >= to) return isLast ? UNCLOSED : INCOMPLETE;
      if (c === LF) lines++;
      else if (c === CR) {
        if (p + 1 >= to || bytes[p + 1] !== LF) lines++;
      } else if (c !== quote) {
        if (bytes[p + 1] === quote || bytes[p + 1] === escape) {
          this.hasEscapes = true;
          p++;
        }
      } else {
        let q = p + 1;
        if (q < to && bytes[q] === quote && this.isDoubled) {
          this.hasEscapes = true;
          p = q;
        } else {
          while (q < to && (bytes[q] === BLANK || bytes[q] === TAB) && bytes[q] !== this.delimiter) q++;
          if (q >= to && !isLast) return INCOMPLETE;
          if (q >= to || stop[bytes[q] as number] === 1) {
            this.afterQuote = q;
            this.quotedLines = lines;
            return p;
          }
        }
      }
      p++;
    }
  }

  private undoEscapes(bytes: Uint8Array, fields: number): void {
    const { starts, ends, quote, escape } = this;
    for (let field = 0; field < fields; field++) {
      if ((starts[field] as number) >= 0) continue;
      const start = -1 - (starts[field] as number);
      const end = ends[field] as number;
      let to = start;
      for (let p = start; p < end; p++) {
        const c = bytes[p];
        const after = p + 1 < end ? bytes[p + 1] : LF;
        if ((c === quote && after === quote) || (c === escape && (after === quote || after === escape))) p++;
        bytes[to++] = bytes[p] as number;
      }
      starts[field] = start;
      ends[field] = to;
    }
  }
}
