/**
 * PDF objects and the reader of their text form (ISO 32000-1 section 7.3). Depth is bounded; what is
 * malformed is skipped as readers do, never guessed at length.
 */

export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
/** A string's bytes, one letter each. */
export class PdfString {
  readonly bytes: string;
  constructor(bytes: string) {
    this.bytes = bytes;
  }
}
export class Ref {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}
/** An operator, or a word such as `obj`. */
export class Word {
  readonly word: string;
  constructor(word: string) {
    this.word = word;
  }
}
export class Stream {
  readonly dict: Dict;
  /** Bytes as they stand in the file. */
  readonly raw: Uint8Array;
  constructor(dict: Dict, raw: Uint8Array) {
    this.dict = dict;
    this.raw = raw;
  }
}
export type Dict = ReadonlyMap<string, PdfValue>;
export type PdfValue = null | boolean | number | Name | PdfString | Ref | Word | Stream | Dict | readonly PdfValue[];

const DEEPEST = 64;
const MOST_MEMBERS = 1 << 20;
const END = new Word('');
const isBlank = (c: number): boolean => c === 32 || c === 10 || c === 13 || c === 9 || c === 12 || c === 0;
const DELIMITERS = new Set(Buffer.from('()<>[]{}/%'));

export function isDict(value: PdfValue | undefined): value is Dict {
  return value instanceof Map;
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** Reads objects one after another from bytes. */
export class ObjectReader {
  at: number;
  readonly bytes: Uint8Array;
  private readonly withRefs: boolean;

  /** @param withRefs `1 0 R` is a reference; content streams have none */
  constructor(bytes: Uint8Array, at = 0, withRefs = true) {
    this.bytes = bytes;
    this.at = at;
    this.withRefs = withRefs;
  }

  get isDone(): boolean {
    this.skipBlanks();
    return this.at >= this.bytes.length;
  }

  /** The next object; the empty word at the end. */
  read(depth = 0): PdfValue {
    this.skipBlanks();
    const { bytes } = this;
    if (this.at >= bytes.length) return END;
    if (depth > DEEPEST) throw new Error(`objects nest deeper than ${DEEPEST}`);
    const c = bytes[this.at] as number;
    if (c === 47) return this.name();
    if (c === 40) return this.string();
    if (c === 60) return bytes[this.at + 1] === 60 ? this.dict(depth) : this.hexString();
    if (c === 91) return this.array(depth);
    if ((c >= 48 && c <= 57) || c === 43 || c === 45 || c === 46) return this.number();
    if (DELIMITERS.has(c)) {
      this.at += c === 62 && bytes[this.at + 1] === 62 ? 2 : 1;
      return new Word(c === 62 ? '>>' : String.fromCharCode(c));
    }
    const word = this.letters();
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Word(word);
  }

  skipBlanks(): void {
    const { bytes } = this;
    for (; this.at < bytes.length; this.at++) {
      const c = bytes[this.at] as number;
      if (c === 37) while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at++;
      else if (!isBlank(c)) return;
    }
  }

  private letters(): string {
    const from = this.at;
    const { bytes } = this;
    while (this.at < bytes.length && !isBlank(bytes[this.at] as number) && !DELIMITERS.has(bytes[this.at] as number)) {
      this.at++;
    }
    if (this.at === from) this.at++;
    return latin1(bytes.subarray(from, Math.min(this.at, from + 256)));
  }

  private number(): PdfValue {
    const text = this.letters();
    const value = /^[-+]*\d*\.?\d*/.exec(text)?.[0].replace(/^[-+]*(?=[-+])/, '') ?? '';
    if (!this.withRefs || !/^\d{1,10}$/.test(text)) return Number(value) || 0;
    // A reference is two numbers and an R.
    const here = this.at;
    this.skipBlanks();
    const generation = /^\d{1,5}$/.test(this.letters());
    if (generation) {
      this.skipBlanks();
      const next = this.bytes[this.at + 1];
      if (this.bytes[this.at] === 82 && (next === undefined || isBlank(next) || DELIMITERS.has(next))) {
        this.at++;
        return new Ref(Number(text));
      }
    }
    this.at = here;
    return Number(text);
  }

  private name(): Name {
    this.at++;
    const c = this.bytes[this.at];
    if (c === undefined || isBlank(c) || DELIMITERS.has(c)) return new Name('');
    return new Name(
      this.letters().replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    );
  }

  private string(): PdfString {
    const { bytes } = this;
    let open = 1;
    const out: number[] = [];
    for (this.at++; this.at < bytes.length; this.at++) {
      let c = bytes[this.at] as number;
      if (c === 92) {
        c = bytes[++this.at] ?? 0;
        if (c >= 48 && c <= 55) {
          let octal = c - 48;
          for (let i = 0; i < 2; i++) {
            const d = bytes[this.at + 1] ?? 0;
            if (d < 48 || d > 55) break;
            octal = octal * 8 + d - 48;
            this.at++;
          }
          out.push(octal & 255);
        } else if (c === 13) this.at += bytes[this.at + 1] === 10 ? 1 : 0;
        else if (c !== 10) out.push(ESCAPES[String.fromCharCode(c)] ?? c);
        continue;
      }
      if (c === 40) open++;
      else if (c === 41 && --open === 0) {
        this.at++;
        break;
      }
      out.push(c);
    }
    return new PdfString(latin1(Uint8Array.from(out)));
  }

  private hexString(): PdfString {
    const { bytes } = this;
    const end = bytes.indexOf(62, this.at);
    const stop = end < 0 ? bytes.length : end;
    const hex = latin1(bytes.subarray(this.at + 1, stop)).replace(/[^0-9a-fA-F]/g, '');
    this.at = stop + 1;
    return new PdfString(Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex').toString('latin1'));
  }

  private array(depth: number): readonly PdfValue[] {
    this.at++;
    const values: PdfValue[] = [];
    for (;;) {
      const value = this.read(depth + 1);
      if (value === END || (value instanceof Word && value.word === ']')) return values;
      // A bad closing mark or an operator ends no array, but nothing of it is kept.
      if (!(value instanceof Word)) values.push(value);
      if (values.length > MOST_MEMBERS) throw new Error(`an array of more than ${MOST_MEMBERS} objects`);
    }
  }

  private dict(depth: number): Dict {
    this.at += 2;
    const dict = new Map<string, PdfValue>();
    for (;;) {
      const key = this.read(depth + 1);
      if (key === END || (key instanceof Word && key.word === '>>')) return dict;
      if (!(key instanceof Name)) continue;
      const value = this.read(depth + 1);
      if (value instanceof Word) {
        if (value.word === '>>' || value === END) return dict;
        continue;
      }
      dict.set(key.name, value);
      if (dict.size > MOST_MEMBERS) throw new Error(`a dictionary of more than ${MOST_MEMBERS} objects`);
    }
  }
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
