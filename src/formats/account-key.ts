/**
 * The canonical key of an account as a bank writes it: an IBAN (ISO 13616) in capitals without
 * blanks, anything else with blanks folded. A failing checksum is kept as it stands and marked by
 * `isIban`; the country is read from the IBAN only.
 */
import { isValidIBAN } from 'ibantools';
import { detached } from '../intake/text-feeds.ts';

export interface AccountKey {
  readonly key: string;
  readonly country?: string;
  readonly isIban: boolean;
}

const cache = new Map<string, AccountKey | undefined>();

/** The key of an account's text, or undefined where it holds none. */
export function accountKey(text: string): AccountKey | undefined {
  const held = cache.get(text);
  if (held !== undefined || cache.has(text)) return held;
  const own = detached(text);
  const tight = own.replace(/^'|'$|[\s\u00a0\0]+/g, '').toUpperCase();
  let found: AccountKey | undefined;
  if (tight !== '' && !/^[-0/]*$/.test(tight)) {
    const isIban = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(tight);
    found = isIban
      ? { key: tight, country: tight.slice(0, 2), isIban: isValidIBAN(tight) }
      : { key: tight, isIban: false };
  }
  if (cache.size > 50000) cache.clear();
  cache.set(own, found);
  return found;
}
