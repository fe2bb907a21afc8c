/**
 * `:86:` information to account owner, in the layouts that banks use: numbered sub-fields after a
 * code of three digits (`166?00…?20…`, German and Polish banks, any separator) whose remittance may
 * hold SEPA tags (`SVWZ+`); code words between slashes (`/REMI/`, SWIFT and Dutch banks); free text.
 */
import { joinAccount } from './account.ts';
import { joinLines } from './fields.ts';
import { freeText } from './free-text.ts';
import { terminalNote, type TerminalNote } from './terminal.ts';

export interface Information {
  /** Code for the kind of booking, three digits. */
  readonly gvc?: string;
  readonly text: string;
  readonly name?: string;
  readonly account?: string;
  readonly country?: string;
  readonly bank?: string;
  readonly endToEndId?: string;
  readonly purpose?: string;
  readonly isReturn?: boolean;
  /** Of a card or cash row. */
  readonly terminal?: TerminalNote;
}

type Draft = { -readonly [K in keyof Information]: Information[K] };

/**
 * Reads `:NS:`, which stands in for `:86:` with a few banks: a line a sub-field, its number in front
 * (01 to 14 remittance, 15 and 16 name, 17 booking text, 33 bank and 34 account).
 */
export function readNonSwift(lines: readonly string[]): Information {
  const fields = new Map<string, string>();
  for (const line of lines) setOnce(fields, line.slice(0, 2), line.slice(2).trim());
  const text = [...fields].filter(([number]) => /^(0[1-9]|1[0-47])$/.test(number)).map(([, value]) => value);
  const draft: Draft = { text: text.join(' ').trim() };
  setName(draft, fields.get('15'), fields.get('16'));
  setAccount(draft, fields.get('33') ?? '', fields.get('34') ?? '');
  return draft;
}

/** Reads the field of an entry with the given direction. @param joined the lines as one */
export function readInformation(
  lines: readonly string[],
  direction: 'credit' | 'debit',
  joined = lines.join(''),
): Information {
  const tight = joined.trimStart();
  if (tight.charCodeAt(3) === QUESTION && GERMAN.test(tight)) return subFields(tight.slice(3), tight.slice(0, 3), '?');
  const numbered = /^(\d{3})([^\p{L}\d\s/])(?=\d\d)/u.exec(tight) ?? /^()([?<>~^|])(?=[0-6]\d)/.exec(tight);
  if (numbered) return subFields(tight.slice(numbered[1]?.length), numbered[1] ?? '', numbered[2] ?? '?');
  const text = joinLines(lines);
  if (CODE_WORD.test(text)) return codeWords(text, direction);
  const tagged = sepaTags(text);
  return tagged ? draftOf(tagged) : freeText(text.trim(), direction);
}

/** What most files have, before the slow search for any other separator. */
const GERMAN = /^\d{3}\?\d\d/;
const QUESTION = 63;
const SHORT_LINE = 27;

function subFields(text: string, gvc: string, separator: string): Information {
  let booking = '';
  let bank = '';
  let number = '';
  let iban = '';
  let first = '';
  let second = '';
  let remittance = '';
  let last = SHORT_LINE;
  for (let at = fieldAt(text, separator, 0); at >= 0;) {
    const next = fieldAt(text, separator, at + 3);
    const value = text.slice(at + 3, next < 0 ? text.length : next);
    const field = (text.charCodeAt(at + 1) - 48) * 10 + text.charCodeAt(at + 2) - 48;
    at = next;
    if ((field >= 20 && field <= 29) || (field >= 60 && field <= 63)) {
      // Lines that fill their width are cut within words, unless the next begins a tag.
      remittance += last >= SHORT_LINE && !(isTagLike(value) && TAG_AT_START.test(value)) ? value : ` ${value}`;
      last = value.length;
    } else if (field === 0) booking ||= value;
    else if (field === 30) bank ||= value;
    else if (field === 31) number ||= value;
    else if (field === 32) first ||= value;
    else if (field === 33) second ||= value;
    else if (field === 38) iban ||= value;
  }
  const tagged = sepaTags(remittance);
  const draft: Draft = tagged ? draftOf(tagged) : { text: remittance };
  setName(draft, first, second);
  const terminal = terminalNote(draft.text, draft.name);
  if (terminal) draft.terminal = terminal;
  draft.text = `${booking} ${draft.text}`.trim();
  if (gvc !== '') draft.gvc = gvc;
  setAccount(draft, bank.trim(), number);
  // Polish banks give the IBAN here.
  if (iban !== '') setAccount(draft, bank.trim(), iban);
  return draft;
}

function isTagLike(value: string): boolean {
  return value.charCodeAt(4) === PLUS || value.charCodeAt(3) === PLUS;
}

/** Where the next sub-field begins, a separator with two digits behind it, or -1. */
function fieldAt(text: string, separator: string, from: number): number {
  for (let at = text.indexOf(separator, from); at >= 0; at = text.indexOf(separator, at + 1)) {
    if (isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2))) return at;
  }
  return -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function setName(draft: Draft, first = '', second = ''): void {
  const name = `${first}${first.length >= SHORT_LINE ? '' : ' '}${second}`.trim();
  if (name !== '') draft.name = name;
}

function setAccount(draft: Draft, bank: string, number: string): void {
  if (bank === '' && number === '') return;
  const found = joinAccount(bank, number);
  if (found) {
    draft.account = found.key;
    if (found.country !== undefined) draft.country = found.country;
  }
  if (/^[A-Z]{6}[A-Z0-9]{2}/.test(bank)) draft.bank = bank;
}

const TAGS = 'EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|COAM|OAMT|PURP|IBAN|BIC|BREF|RREF|SQTP';
const TAG_AT_START = new RegExp(`^(${TAGS})\\+`);
const tagNames = new Set(TAGS.split('|'));
const PLUS = 43;
const COLON = 58;
const TAG_LENGTHS = [4, 3] as const;

/** The values that are read of SEPA tags, each the first of its kind; `before` is what stands before any. */
interface SepaTags {
  before: string;
  SVWZ: string | undefined;
  EREF: string | undefined;
  PURP: string | undefined;
  BIC: string | undefined;
  IBAN: string | undefined;
  RREF: string | undefined;
}

/** Reads tags (`EREF+` or `EREF:`, words of their own); undefined where the text has none. */
function sepaTags(text: string): SepaTags | undefined {
  let tags: SepaTags | undefined;
  let tag = '';
  let from = 0;
  for (let at = 3; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== PLUS && code !== COLON) continue;
    const next = tagBefore(text, at, from);
    if (next === '') continue;
    const value = text.slice(from, at - next.length).trim();
    if (tags) setTag(tags, tag, value);
    else tags = { before: value, SVWZ: undefined, EREF: undefined, PURP: undefined, BIC: undefined, IBAN: undefined, RREF: undefined }; // prettier-ignore
    tag = next;
    from = at + (text.charCodeAt(at + 1) === 32 ? 2 : 1);
    at = from - 1;
  }
  if (tags) setTag(tags, tag, text.slice(from).trim());
  return tags;
}

function setTag(tags: SepaTags, tag: string, value: string): void {
  switch (tag) {
    case 'SVWZ':
    case 'EREF':
    case 'PURP':
    case 'BIC':
    case 'IBAN':
    case 'RREF':
      tags[tag] ??= value;
      break;
    default:
  }
}

/** The tag that ends before a place and is a word of its own, else ''. */
function tagBefore(text: string, at: number, from: number): string {
  const last = text.charCodeAt(at - 1);
  if (last < 65 || last > 90) return '';
  for (const length of TAG_LENGTHS) {
    const start = at - length;
    const tag = start < from ? '' : text.slice(start, at);
    if (tagNames.has(tag) && (start === 0 || !/\w/.test(text.charAt(start - 1)))) return tag;
  }
  return '';
}

function setOnce(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}

function draftOf(tags: SepaTags): Draft {
  const draft: Draft = { text: `${tags.before} ${tags.SVWZ ?? ''}`.trim() };
  if (tags.EREF !== undefined) draft.endToEndId = tags.EREF;
  const purpose = tags.PURP === undefined ? undefined : /^[A-Z]{4}\b/.exec(tags.PURP)?.[0];
  if (purpose !== undefined) draft.purpose = purpose;
  setAccount(draft, tags.BIC ?? '', tags.IBAN ?? '');
  if (tags.RREF !== undefined) draft.isReturn = true;
  return draft;
}

const WORDS =
  'ACCW|ADDR|BENM|BIC|BUSP|CHGS|CNTP|CREF|CSID|EREF|EXCH|IBAN|ID|INIT|ISDT|MARF|MREF|NAME|NRTX|OCMT|ORDP|PREF|PURP|REMI|RTRN|SVCL|TRCD|TRTP|UCRD|UDTR|ULTB|ULTC|ULTD';
const CODE_WORD = new RegExp(`^/?(?:${WORDS})/`);

function codeWords(text: string, direction: 'credit' | 'debit'): Information {
  const parts = (text.startsWith('/') ? text : `/${text}`).split(new RegExp(`/(${WORDS})/`));
  // Name, IBAN and so on follow the party that they are of, or stand alone for the other one.
  const ours = direction === 'credit' ? 'BENM' : 'ORDP';
  let isOurs = false;
  const values = new Map<string, string>();
  for (let i = 1; i + 1 < parts.length; i += 2) {
    const word = parts[i] as string;
    const value = (parts[i + 1] as string).replace(/^\/+|[/\s]+$/g, '');
    if (word === 'BENM' || word === 'ORDP') {
      isOurs = word === ours;
      if (!isOurs && value !== '') values.set('NAME', value);
    } else if (!isOurs || !/^(NAME|IBAN|BIC|ADDR|ACCW)$/.test(word)) {
      setOnce(values, word, value);
    }
  }
  const remittance = (values.get('REMI') ?? '').replace(/^(USTD|STRD)\/+/, '').replace(/\/+$/, '');
  const draft: Draft = { text: `${values.get('TRTP') ?? ''} ${remittance}`.trim() };
  const [account = '', bic = '', name = ''] = (values.get('CNTP') ?? '').split('/');
  setAccount(draft, (values.get('BIC') ?? bic).trim(), values.get('IBAN') ?? account);
  const called = (values.get('NAME') ?? name).trim();
  if (called !== '') draft.name = called;
  const endToEndId = values.get('EREF');
  if (endToEndId !== undefined && endToEndId !== '') draft.endToEndId = endToEndId;
  const purpose = /^(?:CD\/)?([A-Z]{4})\b/.exec(values.get('PURP') ?? '')?.[1];
  if (purpose !== undefined) draft.purpose = purpose;
  if (values.has('RTRN')) draft.isReturn = true;
  return draft;
}
