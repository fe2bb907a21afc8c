/**
 * What a column's name most likely means. The words of some forty languages stand in `words/`, as
 * data; they are folded (small letters, no diacritics, marks as blanks) when the first name is asked
 * for. `iban?` and the like are settled later, by the other columns and by the values.
 */
import { foldText } from '../text-words.ts';
import type { HeaderPhrases, Role } from './roles.ts';
import {
  albanianCaucasianPhrases,
  balticPhrases,
  greekPhrases,
  hungarianPhrases,
  turkicPhrases,
} from './words/baltic-and-beyond.ts';
import { commonPhrases } from './words/nine-languages.ts';
import { balkanCyrillicPhrases, russianPhrases, ukrainianPhrases } from './words/cyrillic.ts';
import { englishPhrases } from './words/english.ts';
import {
  dutchPhrases,
  frenchPhrases,
  germanPhrases,
  iberianPhrases,
  italianRomanianPhrases,
} from './words/germanic-romance.ts';
import { finnishIcelandicPhrases, scandinavianPhrases } from './words/nordic.ts';
import { czechSlovakPhrases, polishPhrases, southSlavicPhrases } from './words/slavic-latin.ts';

export type { Role } from './roles.ts';

/** Where two languages disagree on a phrase, the earlier table holds and values decide. */
const tables: readonly HeaderPhrases[] = [
  commonPhrases,
  englishPhrases,
  germanPhrases,
  frenchPhrases,
  iberianPhrases,
  italianRomanianPhrases,
  dutchPhrases,
  polishPhrases,
  russianPhrases,
  czechSlovakPhrases,
  scandinavianPhrases,
  finnishIcelandicPhrases,
  ukrainianPhrases,
  balkanCyrillicPhrases,
  southSlavicPhrases,
  balticPhrases,
  hungarianPhrases,
  greekPhrases,
  turkicPhrases,
  albanianCaucasianPhrases,
];

/** Names of fewer letters are too like a word of something else to be compared without their blanks. */
const LEAST_TIGHT = 6;

/** By phrase, and by phrase without blanks (`BookingDate`, `Buchungs-Tag`). */
interface KnownNames {
  readonly exact: ReadonlyMap<string, Role>;
  readonly tight: ReadonlyMap<string, Role>;
}
let known: KnownNames | undefined;

function knownNames(): KnownNames {
  if (known) return known;
  const exact = new Map<string, Role>();
  const tight = new Map<string, Role>();
  const add = (folded: string, role: Role): void => {
    if (!exact.has(folded)) exact.set(folded, role);
    const whole = folded.replaceAll(' ', '');
    if (whole.length >= LEAST_TIGHT && !tight.has(whole)) tight.set(whole, role);
  };
  for (const table of tables) {
    for (const [role, list] of Object.entries(table) as [Role, string][]) {
      for (const phrase of list.split(', ')) {
        add(foldHeader(phrase), role);
        // Bokf\u00f6ringsdag is written Bokforingsdag as well, and never Bokfoeringsdag.
        if (/[\u00e4\u00f6\u00fc]/.test(phrase)) add(foldHeader(phrase.normalize('NFD').replace(/\p{M}/gu, '')), role);
      }
    }
  }
  known = { exact, tight };
  return known;
}

/** Less certain: a word anywhere in the header. Used where no exact phrase took the role. */
const hints: readonly (readonly [RegExp, Role])[] = [
  [
    /\b(vwz|verwendungszweck|remittance|omschrijving|libelle|descri\w+|opis|detail\w*|memo|narrative|mededeling\w*)\b/,
    'text',
  ],
  [
    /\b(valuta|value|wertstellung|valeur|valor)\b.*\b(date|datum|dat|tag)\b|\b(date|fecha|data)\b.*\b(valuta|valeur|valor|value)\b/,
    'value',
  ],
  [/\b(date|datum|fecha|data|buchungs\w*tag)\b/, 'booking'],
  [
    /\b(original|foreign|fremd\w*|origine|divisa|devise)\b.*\b(amount|betrag|montant|importe|importo|bedrag|kwota)\b/,
    'originalAmount',
  ],
  [/\b(balance|saldo|kontostand|solde|sold)\b/, 'balance'],
  [/\b(debit|withdraw\w*|paid out|belastung\w*|ausgaben?)\b/, 'debit'],
  [/\b(credit|deposit\w*|paid in|gutschrift\w*|einnahmen?)\b/, 'credit'],
  [/\b(amount|betrag|montant|importe|importo|bedrag|kwota|suma|summa)\b/, 'amount'],
  [/\b(currency|waehrung|devise|divisa|moneda|waluta|valyuta)\b/, 'currency'],
  [
    /\b(counterpart\w*|partner|gegen\w*|beneficia\w*|payee|tegen\w*|kontrahent\w*|empfaenger\w*)\b.*\b(iban|account|konto\w*|rekening|rachun\w*|cont|compte|cuenta|conto)\b/,
    'otherAccount',
  ],
  [/\b(iban|account|kontonummer|rekening\w*)\b/, 'accountMaybe'],
  [
    /\b(counterpart\w*|payee|empfaenger\w*|beguenstigt\w*|beneficia\w*|tegenpartij|kontrahent\w*|zahlungspflicht\w*)\b/,
    'otherName',
  ],
  [/\b(bic|swift)\b/, 'otherBank'],
  [/\bend to end\b/, 'endToEnd'],
];

/** Small letters without diacritics, every mark a blank. */
export function foldHeader(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9+]+/g, ' ')
    .trim();
}

export interface HeaderMatch {
  readonly role: Role;
  readonly isExact: boolean;
}

/** The role of a phrase that a table holds, a number at its end aside. */
function exactRole(folded: string): Role | undefined {
  const { exact, tight } = knownNames();
  for (const candidate of [folded, folded.replace(/ ?\d+$/, '')]) {
    const role = exact.get(candidate) ?? tight.get(candidate.replaceAll(' ', ''));
    if (role) return role;
  }
  return undefined;
}

/** Names as banks decorate them: a currency or a remark in brackets, two languages, camel case. */
function* readings(text: string, isCurrency: (word: string) => boolean): Generator<string> {
  const folded = foldHeader(text);
  yield folded;
  const isMoney = (word: string): boolean =>
    isCurrency(word) || /^(euro[a-z]*|lei|zl|kc|kr|huf|ft|lv|grn|rub)$/.test(word);
  const withoutMoney = (phrase: string): string =>
    phrase
      .split(' ')
      .filter((word) => !isMoney(word))
      .join(' ')
      .replace(/ (in|en|w|v|i|u|na|em|de)$/, '');
  yield withoutMoney(folded);
  const withoutBrackets = foldHeader(text.replace(/[([][^)\]]*[)\]]/g, ' '));
  yield withoutBrackets;
  yield withoutMoney(withoutBrackets);
  yield foldHeader(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
  const inBrackets = /[([]([^)\]]+)[)\]]\s*$/.exec(text)?.[1];
  if (inBrackets) yield foldHeader(inBrackets);
}

/** Letters that were lost on the way (`Bel?b`), compared with every phrase: only one role may fit. */
function lossyRole(text: string): Role | undefined {
  if (text.length > 60 || !/\p{L}[?\ufffd]|[?\ufffd]\p{L}/u.test(text) || /([?\ufffd]+[^?\ufffd]+){6}/u.test(text))
    return undefined;
  const pattern = foldHeader(text.replace(/[?\ufffd]+/g, '0x0'))
    .replace(/[^\p{L}\p{N} ]/gu, '\\$&')
    .replaceAll('0x0', '[a-z ]{0,3}');
  const whole = new RegExp(`^${pattern}$`);
  const found = new Set<Role>();
  for (const [phrase, role] of knownNames().exact) if (whole.test(phrase)) found.add(role);
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** Cells of a sample repeat, and every delimiter is tried on them. What a currency is, belongs to the question. */
const answersBy = new WeakMap<(word: string) => boolean, Map<string, HeaderMatch | undefined>>();
const MOST_ANSWERS = 5000;

/** What a header most likely means; undefined where no word of it is known. */
export function matchHeader(text: string, isCurrency: (word: string) => boolean): HeaderMatch | undefined {
  if (text.length > 200) return undefined;
  let answers = answersBy.get(isCurrency);
  if (!answers) answersBy.set(isCurrency, (answers = new Map<string, HeaderMatch | undefined>()));
  if (answers.has(text)) return answers.get(text);
  if (answers.size > MOST_ANSWERS) answers.clear();
  const answer = findMatch(text, isCurrency);
  answers.set(text, answer);
  return answer;
}

function findMatch(text: string, isCurrency: (word: string) => boolean): HeaderMatch | undefined {
  const name = text.replace(/^\ufeff/, '');
  const folded = foldHeader(name);
  if (folded === '') return undefined;
  for (const reading of readings(name, isCurrency)) {
    const role = reading === '' ? undefined : exactRole(reading);
    if (role) return { role, isExact: true };
  }
  const parts = name.split(/[/|\n]+/).map((part) => exactRole(foldHeader(part)));
  if (parts.length > 1 && parts[0] && parts.every((role) => role === parts[0]))
    return { role: parts[0], isExact: true };
  const lossy = lossyRole(name);
  if (lossy) return { role: lossy, isExact: true };
  const hint = hints.find(([pattern]) => pattern.test(folded));
  if (hint) return { role: hint[1], isExact: false };
  // `CAD$` over amounts.
  return folded.split(' ').every(isCurrency) ? { role: 'amount', isExact: false } : undefined;
}
