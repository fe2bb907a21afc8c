/**
 * The other end of an entry: debtor of a credit, creditor of a debit. Some banks give the roles of
 * the original payment in a return, or our own side only; a party that is the statement's own
 * account is never its own counterparty. Cash, fees and interest end in leaves (design section 2).
 */
import { accountKey } from '../account-key.ts';
import { BANK_END, CASH_END, UNKNOWN_END, type EndId, type EndTable } from '../end-table.ts';
import type { Channel } from '../entry-columns.ts';
import { nameKey } from '../name-key.ts';
import type { Particulars, PartyFields } from './particulars.ts';

/** The account whose statement is read. */
export interface OwnAccount {
  readonly end: EndId;
  readonly key?: string;
  /** Folded name of its holder. */
  readonly name?: string;
}

export interface Party {
  readonly name?: string;
  readonly account?: string;
  readonly country?: string;
  readonly town?: string;
  readonly bank?: string;
}

/** How an entry stands to its account. */
export interface Relation {
  readonly direction: 'credit' | 'debit';
  readonly isReversal: boolean;
}

const BIC = /^[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;
const NOBODY = /^(NOT ?PROVIDED|KEINE INFORMATION VORHANDEN|UNBEKANNT|UNKNOWN|N\/A|-+|\.+)$/i;

/** A party as its fields name it. */
export function partyOf(fields: PartyFields): Party {
  const party: { -readonly [K in keyof Party]: Party[K] } = {};
  const name = isSomebody(fields.name) ? fields.name : fields.ultimate;
  if (isSomebody(name)) party.name = name;
  const account = fields.account === undefined ? undefined : accountKey(fields.account);
  if (account) party.account = account.key;
  const bank = fields.bank?.toUpperCase();
  if (isSomebody(bank)) party.bank = bank;
  const country = account?.country ?? countryCode(fields.country);
  if (country !== undefined) party.country = country;
  if (fields.town !== undefined) party.town = fields.town;
  return party;
}

function isSomebody(name: string | undefined): name is string {
  return name !== undefined && !NOBODY.test(name);
}

/** Two letters; the United Kingdom as banks miswrite it becomes GB. */
function countryCode(text: string | undefined): string | undefined {
  const capitals = text?.toUpperCase();
  return capitals === 'UK' ? 'GB' : capitals;
}

/** The party on the other side, where the file names one that is not ourselves. */
export function counterparty(
  particulars: Particulars,
  own: OwnAccount,
  { direction, isReversal }: Relation,
): Party | undefined {
  const [near, far] = direction === 'credit' ? (['debtor', 'creditor'] as const) : (['creditor', 'debtor'] as const);
  const expected = partyOf(particulars[near]);
  const isExpected = isSomebodyElse(expected, own);
  if (isExpected && !(isReversal && expected.account === undefined)) return expected;
  const opposite = partyOf(particulars[far]);
  const isOpposite = isSomebodyElse(opposite, own);
  if (isOpposite && (opposite.account !== undefined || (isReversal && !isExpected))) return opposite;
  return isExpected ? expected : undefined;
}

function isSomebodyElse(party: Party, own: OwnAccount): boolean {
  if (party.account !== undefined) return !isSameAccount(party.account, own.key);
  return party.name !== undefined && (own.name === undefined || nameKey(party.name) !== own.name);
}

/** Whether two keys are one account; a national number is the end of its IBAN, or stands after its bank. */
export function isSameAccount(account: string, own: string | undefined): boolean {
  if (own === undefined) return false;
  if (account === own) return true;
  // Each national part is the end of its account.
  return own.endsWith(account) ? account === national(own) : account.endsWith(own) && national(account) === own;
}

function national(account: string): string {
  return /^[A-Z]{2}\d{2}/.test(account) ? account.slice(4) : account.slice(account.indexOf('/') + 1);
}

/** The end of a party, made with its name, country and bank. */
export function endOf(party: Party | undefined, channel: Channel, ends: EndTable): EndId {
  if (channel === 'cash' || channel === 'cash-machine') return CASH_END;
  const end = keyedEnd(party, channel, ends);
  if (end === undefined) return channel === 'fee' || channel === 'interest' ? BANK_END : UNKNOWN_END;
  if (party?.name !== undefined) ends.addName(end, party.name);
  if (party?.country !== undefined) ends.setCountry(end, party.country);
  if (party?.bank !== undefined) {
    ends.setBank(end, party.bank);
    if (party.country === undefined) ends.setCountry(end, countryOfBank(party.bank) ?? '');
  }
  return end;
}

function keyedEnd(party: Party | undefined, channel: Channel, ends: EndTable): EndId | undefined {
  if (party?.account !== undefined) return ends.intern('account', party.account);
  if (party?.name === undefined || channel === 'fee' || channel === 'interest') return undefined;
  const key = nameKey(party.name, party.country);
  if (key === '') return undefined;
  const isCard = channel === 'card-present' || channel === 'card-absent';
  return ends.intern(isCard ? 'merchant' : 'name', key);
}

/** Letters 5 and 6 of a BIC (ISO 9362); other codes of banks are numbers of their clearing. */
export function countryOfBank(code: string | undefined): string | undefined {
  return BIC.exec(code ?? '')?.[1];
}
