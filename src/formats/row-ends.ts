/**
 * Ends as payment companies name them: a wallet by an e-mail address or a customer's number, a bare
 * name, a merchant, an account. An e-mail address is an identifier and is kept as a keyed hash only;
 * the name beside it is noted.
 */
import { createHmac } from 'node:crypto';
import { accountKey } from './account-key.ts';
import { UNKNOWN_END, type EndId, type EndTable } from './end-table.ts';
import type { Member } from './format.ts';
import { nameKey } from './name-key.ts';

/** The same in every file, so that an address is the same end in all files of one company. */
const WALLET_KEY = 'clew/wallets/1';
const NOBODY = /^(-+|\.+|n\/?a|none|null|unknown|unbekannt|inconnu)$/i;
/** Longer ones are cut: an address has at most 254 letters (RFC 5321), a name rarely a hundred. */
const LONGEST_ADDRESS = 320;
const LONGEST_NAME = 1024;
const hashes = new Map<string, string>();

/** The wallet at `service` that belongs to an e-mail address or customer number, or UNKNOWN_END. */
export function walletEnd(ends: EndTable, service: string, identifier: string, name = '', country = ''): EndId {
  const normal = identifier.trim().slice(0, LONGEST_ADDRESS).toLowerCase();
  if (normal === '' || NOBODY.test(normal)) return UNKNOWN_END;
  let hash = hashes.get(normal);
  if (hash === undefined) {
    hash = createHmac('sha256', WALLET_KEY).update(normal).digest('hex').slice(0, 32);
    if (hashes.size > 50000) hashes.clear();
    hashes.set(normal, hash);
  }
  return known(ends, ends.intern('wallet', `${service}-${hash}`), name, country);
}

/** The end of a bare name, keyed by spelling and country; UNKNOWN_END where it names nobody. */
export function nameEnd(ends: EndTable, name: string, country = '', kind: 'name' | 'merchant' = 'name'): EndId {
  if (NOBODY.test(name.trim())) return UNKNOWN_END;
  const key = nameKey(name.slice(0, LONGEST_NAME), country);
  return key === '' ? UNKNOWN_END : known(ends, ends.intern(kind, key), name, country);
}

export function merchantEnd(ends: EndTable, name: string, country = ''): EndId {
  return nameEnd(ends, name, country, 'merchant');
}

/** The account in a text (an IBAN or any other number), or UNKNOWN_END. */
export function accountEnd(ends: EndTable, text: string, name = '', bic = ''): EndId {
  const account = accountKey(text);
  if (!account) return UNKNOWN_END;
  const end = ends.intern('account', account.key);
  const bank = bic.trim().toUpperCase();
  if (/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bank)) ends.setBank(end, bank);
  return known(ends, end, name, account.country ?? '');
}

/** The account of a file that does not name its own, as `csv` makes one; `part` keeps several apart. */
export function fileAccount(member: Member, part = ''): string {
  const file = `FILE-${member.sha256.slice(0, 16).toUpperCase()}`;
  const tidy = part.trim().replace(/\s+/g, ' ').toUpperCase();
  return tidy === '' ? file : `${file}/${tidy}`;
}

export const OWN_ACCOUNT_UNKNOWN = 'the file does not name its account; one account is made for this file';

function known(ends: EndTable, end: EndId, name: string, country: string): EndId {
  const tidy = name.slice(0, LONGEST_NAME).trim().replace(/\s+/g, ' ');
  if (tidy !== '' && !NOBODY.test(tidy)) ends.addName(end, tidy);
  if (country !== '') ends.setCountry(end, country);
  return end;
}
