/**
 * Ends from fields: accounts interned straight from bytes where they are ASCII, names through a
 * memo of their spelling. Keys are those of `account-key.ts` and `name-key.ts`.
 */
import { accountKey } from '../account-key.ts';
import { cardKey } from '../card-key.ts';
import { countryOf } from '../country-code.ts';
import { UNKNOWN_END, kindByte, type EndId, type EndTable } from '../end-table.ts';
import { nameKey } from '../name-key.ts';
import { LONGEST_KEY, NOTHING, SPELLED, spelledKey, writeKey } from './key-bytes.ts';
import { FieldMemo } from './memo.ts';
import type { TextOf } from './sample.ts';

const BLANK = 32;
const SEPARATOR = 31;

export class EndReader {
  private readonly ends: EndTable;
  private readonly text: TextOf;
  private readonly isUtf8: boolean;
  private readonly key = new Uint8Array(LONGEST_KEY + 2);
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
    const key = cardKey(text);
    return key === undefined ? UNKNOWN_END : this.ends.intern('card', key);
  }

  /** As `account`, under its bank where one is given: `bank/account`. */
  accountAt(bytes: Uint8Array, bankFrom: number, bankTo: number, from: number, to: number): EndId {
    const n = writeKey(this.key, 1, bytes, bankFrom, bankTo, from, to);
    if (n === SPELLED) return this.spelled(bytes, bankFrom, bankTo, from, to);
    if (n === NOTHING) return UNKNOWN_END;
    const before = this.ends.count;
    const end = this.ends.internKey(this.key, n);
    if (end >= before && bankTo === bankFrom) this.setCountry(end, accountKey(this.text(bytes, from, to))?.country);
    return end;
  }

  private spelled(bytes: Uint8Array, bankFrom: number, bankTo: number, from: number, to: number): EndId {
    const key = spelledKey(this.text, bytes, bankFrom, bankTo, from, to);
    if (key === undefined) return UNKNOWN_END;
    const end = this.ends.intern('account', key);
    if (bankTo === bankFrom) this.setCountry(end, accountKey(this.text(bytes, from, to))?.country);
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
