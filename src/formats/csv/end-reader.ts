/**
 * Ends from fields: accounts interned straight from bytes where they are ASCII, names through a
 * memo of their spelling. Keys are those of `account-key.ts` and `name-key.ts`.
 */
import { createHmac } from 'node:crypto';
import { accountKey } from '../account-key.ts';
import { UNKNOWN_END, kindByte, type EndId, type EndTable } from '../end-table.ts';
import { nameKey } from '../name-key.ts';
import { FieldMemo } from './memo.ts';
import type { TextOf } from './sample.ts';

const BLANK = 32;
const SLASH = 47;
const APOSTROPHE = 39;
const LONGEST_KEY = 400;
const SEPARATOR = 31;
/** Instead of a key's length: letters beyond ASCII, or no account at all. */
const SPELLED = -1;
const NOTHING = -2;
const MOST_QUEUED = 64;

/** Where a row names sender and receiver. */
export interface PairColumns {
  readonly fromBank: number;
  readonly fromAccount: number;
  readonly toBank: number;
  readonly toAccount: number;
}
/** The same in every file, so that a card is the same end in all of them. */
const CARD_KEY = 'clew/cards/1';
const THREE_LETTERS: Readonly<Record<string, string>> = {
  AUT: 'AT', BEL: 'BE', BGR: 'BG', BRA: 'BR', CAN: 'CA', CHE: 'CH', CHN: 'CN', CZE: 'CZ', DEU: 'DE', DNK: 'DK', ESP: 'ES', EST: 'EE',
  FIN: 'FI', FRA: 'FR', GBR: 'GB', GRC: 'GR', HRV: 'HR', HUN: 'HU', IND: 'IN', IRL: 'IE', ITA: 'IT', JPN: 'JP', LTU: 'LT', LUX: 'LU',
  LVA: 'LV', MDA: 'MD', NGA: 'NG', NLD: 'NL', NOR: 'NO', PHL: 'PH', POL: 'PL', PRT: 'PT', ROU: 'RO', RUS: 'RU', SRB: 'RS', SVK: 'SK',
  SVN: 'SI', SWE: 'SE', THA: 'TH', TUR: 'TR', UKR: 'UA', USA: 'US', VNM: 'VN', ARE: 'AE',
}; // prettier-ignore

/** Two capitals, or '' for what is no country code. */
export function countryOf(text: string): string {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : (THREE_LETTERS[code] ?? '');
}

export class EndReader {
  private readonly ends: EndTable;
  private readonly text: TextOf;
  private readonly isUtf8: boolean;
  private readonly key = new Uint8Array(LONGEST_KEY + 2);
  private readonly pairs = {
    keys: new Uint8Array((LONGEST_KEY + 2) * MOST_QUEUED),
    offsets: new Int32Array(MOST_QUEUED + 1),
    rows: new Uint32Array(MOST_QUEUED / 2),
    found: new Uint32Array(MOST_QUEUED),
    queued: 0,
  };
  private readonly pair = new Uint8Array(2048);
  private readonly names: FieldMemo;
  private readonly merchants: FieldMemo;
  private readonly cards: FieldMemo;
  private readonly bics: FieldMemo;
  private readonly bicTexts: string[] = [''];

  constructor(ends: EndTable, text: TextOf, isUtf8: boolean) {
    this.ends = ends;
    this.text = text;
    this.isUtf8 = isUtf8;
    this.key[0] = kindByte('account');
    this.names = new FieldMemo(text, (pair) => this.named('name', pair));
    this.merchants = new FieldMemo(text, (pair) => this.named('merchant', pair));
    this.cards = new FieldMemo(text, (number) => this.card(number));
    this.bics = new FieldMemo(text, (raw) => {
      const bic = raw.trim().toUpperCase();
      return /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic) ? this.bicTexts.push(bic) - 1 : 0;
    });
  }

  /** The account in bytes[from, to), or UNKNOWN_END where the field names none. */
  account(bytes: Uint8Array, from: number, to: number): EndId {
    return this.accountAt(bytes, 0, 0, from, to);
  }

  /** The statement's own account; a card's number is kept as a keyed hash and its last four digits. */
  own(bytes: Uint8Array, from: number, to: number, isCard: boolean): EndId {
    return isCard ? this.cards.of(bytes, from, to) : this.account(bytes, from, to);
  }

  private card(text: string): EndId {
    const tight = text.replace(/[\s-]+/g, '').toUpperCase();
    if (tight === '') return UNKNOWN_END;
    const key = `${createHmac('sha256', CARD_KEY).update(tight).digest('hex').slice(0, 32)}-${tight.slice(-4)}`;
    return this.ends.intern('card', key);
  }

  /** As `account`, under its bank where one is given: `bank/account`. */
  accountAt(bytes: Uint8Array, bankFrom: number, bankTo: number, from: number, to: number): EndId {
    const n = this.keyOf(this.key, 1, bytes, bankFrom, bankTo, from, to);
    if (n === SPELLED) return this.spelled(bytes, bankFrom, bankTo, from, to);
    if (n === NOTHING) return UNKNOWN_END;
    const before = this.ends.count;
    const end = this.ends.internKey(this.key, n);
    if (end >= before && bankTo === bankFrom) this.setCountry(end, accountKey(this.text(bytes, from, to))?.country);
    return end;
  }

  /**
   * Queues the two accounts of a row of transfers; `flush` gives their ends.
   * @returns false where either is absent or odd: after a flush they must be read one by one
   */
  queue(bytes: Uint8Array, starts: Int32Array, ends: Int32Array, columns: PairColumns, row: number): boolean {
    const { keys, offsets, queued } = this.pairs;
    const start = offsets[queued] as number;
    const a = this.keyAt(keys, start, bytes, starts, ends, columns.fromBank, columns.fromAccount);
    if (a < 0) return false;
    const b = this.keyAt(keys, start + a, bytes, starts, ends, columns.toBank, columns.toAccount);
    if (b < 0) return false;
    offsets[queued + 1] = start + a;
    offsets[queued + 2] = start + a + b;
    this.pairs.rows[queued >> 1] = row;
    this.pairs.queued = queued + 2;
    return true;
  }

  get isQueueFull(): boolean {
    return this.pairs.queued === MOST_QUEUED;
  }

  /** Writes the ends of the queued rows, in their order. */
  flush(debtor: Uint32Array, creditor: Uint32Array): void {
    const { keys, offsets, queued, rows, found } = this.pairs;
    if (queued === 0) return;
    this.ends.internMany(keys, offsets, queued, found);
    for (let i = 0; i < queued; i += 2) {
      const row = rows[i >> 1] as number;
      debtor[row] = found[i] as number;
      creditor[row] = found[i + 1] as number;
    }
    this.pairs.queued = 0;
  }

  private keyAt(
    keys: Uint8Array,
    at: number,
    bytes: Uint8Array,
    starts: Int32Array,
    ends: Int32Array,
    bank: number,
    account: number,
  ): number {
    keys[at] = this.key[0] as number;
    const n = this.keyOf(
      keys,
      at + 1,
      bytes,
      starts[bank] as number,
      ends[bank] as number,
      starts[account] as number,
      ends[account] as number,
    );
    return n < 0 ? n : n - at;
  }

  /** Writes the key of an account behind its kind; returns where it ends, or why it has none of plain bytes. */
  private keyOf(
    key: Uint8Array,
    at: number,
    bytes: Uint8Array,
    bankFrom: number,
    bankTo: number,
    from: number,
    to: number,
  ): number {
    let n = at;
    if (bankTo > bankFrom) {
      n = this.tighten(key, bytes, bankFrom, bankTo, n);
      if (n < 0) return SPELLED;
      if (n > at) key[n++] = SLASH;
    }
    const start = n;
    n = this.tighten(key, bytes, from, to, n);
    if (n < 0) return SPELLED;
    for (let i = start; i < n; i++) {
      const c = key[i] as number;
      if (c !== 45 && c !== 48 && c !== SLASH) return n;
    }
    return NOTHING;
  }

  /** Capitals without blanks at `key[n…]`; -1 where letters beyond ASCII or too many stand. */
  private tighten(key: Uint8Array, bytes: Uint8Array, from: number, to: number, n: number): number {
    if (to - from > LONGEST_KEY / 2) return -1;
    // '27114020040000300201355387' keeps spreadsheets from rounding it.
    if (bytes[from] === APOSTROPHE && from < to) from++;
    if (bytes[to - 1] === APOSTROPHE && from < to) to--;
    for (let p = from; p < to; p++) {
      const c = bytes[p] as number;
      if (c <= BLANK) {
        if (c !== BLANK && c !== 9 && c !== 10 && c !== 13) return -1;
        continue;
      }
      if (c > 126) return -1;
      key[n++] = c >= 97 && c <= 122 ? c - 32 : c;
    }
    return n;
  }

  private spelled(bytes: Uint8Array, bankFrom: number, bankTo: number, from: number, to: number): EndId {
    const account = accountKey(this.text(bytes, from, to));
    if (!account) return UNKNOWN_END;
    const bank = accountKey(this.text(bytes, bankFrom, bankTo));
    const end = this.ends.intern('account', bank ? `${bank.key}/${account.key}` : account.key);
    if (!bank) this.setCountry(end, account.country);
    return end;
  }

  /** The end of a bare name, keyed by spelling and country. */
  name(bytes: Uint8Array, from: number, to: number, countryFrom: number, countryTo: number): EndId {
    return this.byName(this.names, bytes, from, to, countryFrom, countryTo);
  }

  merchant(bytes: Uint8Array, from: number, to: number, countryFrom: number, countryTo: number): EndId {
    return this.byName(this.merchants, bytes, from, to, countryFrom, countryTo);
  }

  private byName(
    memo: FieldMemo,
    bytes: Uint8Array,
    from: number,
    to: number,
    countryFrom: number,
    countryTo: number,
  ): EndId {
    const pair = this.pair;
    const length = Math.min(to - from, 1024);
    for (let i = 0; i < length; i++) pair[i] = bytes[from + i] as number;
    pair[length] = SEPARATOR;
    const countryLength = Math.min(countryTo - countryFrom, 64);
    for (let i = 0; i < countryLength; i++) pair[length + 1 + i] = bytes[countryFrom + i] as number;
    const end = memo.of(pair, 0, length + 1 + countryLength);
    if (end !== UNKNOWN_END) this.addName(end, bytes, from, from + length);
    return end;
  }

  /** A merchant whose name was cut out of a text. */
  merchantNamed(name: string, country: string): EndId {
    const end = this.named('merchant', `${name}\u001f${country}`);
    this.ends.addName(end, name);
    return end;
  }

  private named(kind: 'name' | 'merchant', pair: string): EndId {
    const [name = '', rawCountry = ''] = pair.split('\u001f');
    const country = countryOf(rawCountry);
    const key = nameKey(name, country);
    if (key === '') return UNKNOWN_END;
    const end = this.ends.intern(kind, key);
    this.setCountry(end, country);
    return end;
  }

  /** Notes the name that the file shows beside an end. */
  addName(end: EndId, bytes: Uint8Array, from: number, to: number): void {
    while (from < to && (bytes[from] as number) <= BLANK) from++;
    while (to > from && (bytes[to - 1] as number) <= BLANK) to--;
    if (from === to) return;
    let isPlain = this.isUtf8;
    if (!isPlain) {
      isPlain = true;
      for (let p = from; p < to && isPlain; p++) isPlain = (bytes[p] as number) < 128;
    }
    if (isPlain) this.ends.addNameBytes(end, bytes, from, to);
    else this.ends.addName(end, this.text(bytes, from, to));
  }

  setBic(end: EndId, bytes: Uint8Array, from: number, to: number): void {
    const bic = this.bics.of(bytes, from, to);
    if (bic !== 0) this.ends.setBank(end, this.bicTexts[bic] as string);
  }

  setCountry(end: EndId, country: string | undefined): void {
    if (country) this.ends.setCountry(end, country);
  }
}
