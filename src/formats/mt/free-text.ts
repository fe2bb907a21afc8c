/**
 * `:86:` in words, where a bank's own words say who is who: ABN Amro's and other Dutch banks' card
 * rows (`BEA NR:… 21.05.11/12.54 shop`), giro and dotted account numbers in front, Knab's
 * `REK: …/NAAM: …`, mBank's `OD: …; TYT.: …`.
 */
import { isValidIBAN } from 'ibantools';
import { dayFrom, fullYear } from '../../days.ts';
import { accountKey } from '../account-key.ts';
import type { Information } from './information.ts';

type Draft = { -readonly [K in keyof Information]: Information[K] };

/** Reads the text of an entry with the given direction. */
export function freeText(text: string, direction: 'credit' | 'debit'): Information {
  return terminalText(text) ?? polishText(text, direction) ?? accountText(text) ?? { text };
}

const TERMINAL =
  /^(?:BEA|GEA)(?:, \w+)?\s+NR:(\S+)\s+(\d\d)\.(\d\d)\.(\d\d)\/(\d\d)[.:](\d\d)\s+(.+?)(?:,\s*PAS\s?\d+.*)?$/;

function terminalText(text: string): Information | undefined {
  const match = TERMINAL.exec(text);
  if (!match) return undefined;
  const [, number = '', date, month, year, hour, minute, name = ''] = match;
  const day = dayFrom(fullYear(Number(year)), Number(month), Number(date));
  return {
    text,
    name: name.replace(/\s+/g, ' ').trim(),
    terminal: { number, town: '', day, time: Number(hour) * 3600 + Number(minute) * 60 },
  };
}

/** A giro number or a number with points in front, then the name up to a gap; an IBAN and a name behind. */
function accountText(text: string): Information | undefined {
  const named = /REK: ?([A-Z]{2}\d{2}[A-Z0-9 ]{8,30}?)\/NAAM: ?(.+)$/.exec(text);
  const numbered =
    /^GIRO\s+(\d{3,9})\s+(.+?)(?:\s{2,}|$)/.exec(text) ?? /^(\d{1,3}(?:\.\d{2,3}){3})\s+(.+?)(?:\s{2,}|$)/.exec(text);
  const [whole = '', number = '', name = ''] = named ?? numbered ?? [];
  const account = accountKey(number.replace(/\./g, ''));
  if (!account) return undefined;
  const draft: Draft = { text: named ? text.slice(0, -whole.length).trim() : text, account: account.key };
  if (name.trim() !== '') draft.name = name.trim();
  if (account.country !== undefined) draft.country = account.country;
  return draft;
}

function polishText(text: string, direction: 'credit' | 'debit'): Information | undefined {
  if (!/(?:^|;)\s*(?:TYT\.|OD|DLA):/.test(text)) return undefined;
  const parts = new Map<string, string>();
  for (const part of text.split(';')) {
    const [, key, value = ''] = /^\s*(TYT\.|OD|DLA|Z RACH\.|NA RACH\.):\s*(.*)$/.exec(part) ?? [];
    if (key !== undefined && value.trim() !== '') parts.set(key, value.replace(/\s+/g, ' ').trim());
  }
  const draft: Draft = { text: parts.get('TYT.') ?? text };
  const name = parts.get(direction === 'credit' ? 'OD' : 'DLA');
  if (name !== undefined) draft.name = name;
  const number = (parts.get(direction === 'credit' ? 'Z RACH.' : 'NA RACH.') ?? '').replace(/\s/g, '');
  const account = accountKey(isValidIBAN(`PL${number}`) ? `PL${number}` : number);
  if (account) {
    draft.account = account.key;
    if (account.country !== undefined) draft.country = account.country;
  }
  return draft;
}
