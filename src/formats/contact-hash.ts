/**
 * Contacts, devices and numbers of identity papers are compared, never shown: each is kept as
 * HMAC-SHA-256 of its normalised spelling under the case's key. Two kinds of thing never have the
 * same hash.
 */
import { createHmac } from 'node:crypto';
import { isoDate, type Day } from '../days.ts';
import { nameKey } from './name-key.ts';
import { foldText } from './text-words.ts';

/** The key of contact hashes where no case gives its own. */
export const STANDARD_CONTACT_KEY = 'clew/register/contacts/1';

export type ContactKind = 'address' | 'phone' | 'email' | 'identity' | 'device' | 'ip';

/** 64 hexadecimal digits, or undefined where the value says nothing. */
export function contactHash(key: string, kind: ContactKind, value: string): string | undefined {
  const normal = normalContact(kind, value);
  return normal === '' ? undefined : createHmac('sha256', key).update(`${kind}\0${normal}`).digest('hex');
}

/**
 * What tells a person in the file of a bank, a register or a report: a national number, else the name
 * together with the whole date of birth. A name alone tells nobody.
 */
export function personIdentity(
  key: string,
  {
    number,
    name,
    born,
  }: { readonly number?: string | undefined; readonly name?: string | undefined; readonly born?: Day | undefined },
): string | undefined {
  if (number !== undefined && number !== '') return contactHash(key, 'identity', number);
  if (name === undefined || born === undefined) return undefined;
  const folded = nameKey(name);
  return folded === '' ? undefined : contactHash(key, 'identity', `${folded} ${isoDate(born)}`);
}

/** Spellings of the same contact become equal: `+43 1/234` and `0043 1 234`, `Hauptstr. 1` and `HAUPTSTRASSE 1`. */
export function normalContact(kind: ContactKind, value: string): string {
  switch (kind) {
    case 'email':
    case 'device':
    case 'ip':
      return value.trim().toLowerCase();
    case 'identity':
      return value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
    case 'phone': {
      const digits = value
        .replace(/\(0\)/, '')
        .replace(/[^\d+]/g, '')
        .replace(/^00/, '+');
      return digits.length < 5 ? '' : digits;
    }
    case 'address': {
      const words = foldText(value)
        .replace(/[^a-z0-9]+/g, ' ')
        .trim()
        .split(' ');
      return words.map((word) => word.replace(/str(asse)?$/, 'strasse')).join(' ');
    }
  }
}
