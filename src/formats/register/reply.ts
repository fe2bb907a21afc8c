/**
 * One account of an account register's reply as register rows: the account with its holder, then
 * everybody who may act on it or is behind it. The account becomes an end, so that it has a pseudonym
 * and can be asked for, although no row speaks of it.
 */
import { partsOfDay, type Day } from '../../days.ts';
import { packCurrency, currencyCode } from '../../money.ts';
import { accountKey } from '../account-key.ts';
import { personIdentity } from '../contact-hash.ts';
import type { EntrySink } from '../format.ts';
import { registerRow, type AccountRole } from '../register-row.ts';
import { holderType } from './row.ts';

export interface ReplyPerson {
  readonly role: AccountRole;
  readonly name?: string | undefined;
  readonly number?: string | undefined;
  readonly born?: Day | undefined;
  readonly birthYear?: number | undefined;
  readonly country?: string | undefined;
  readonly type?: string | undefined;
  readonly validFrom?: Day | undefined;
  readonly validTo?: Day | undefined;
}

export interface ReplyAccount {
  readonly account: string;
  readonly bank?: string | undefined;
  readonly currency?: string | undefined;
  readonly status?: string | undefined;
  readonly openedOn?: Day | undefined;
  readonly closedOn?: Day | undefined;
  readonly people: readonly ReplyPerson[];
}

/** @returns false where the account's text names none */
export function writeReply(reply: ReplyAccount, key: string, sink: EntrySink): boolean {
  const account = accountKey(reply.account);
  if (!account) return false;
  const end = sink.ends.intern('account', account.key);
  if (account.country !== undefined) sink.ends.setCountry(end, account.country);
  const bic = reply.bank?.replace(/\s/g, '').toUpperCase() ?? '';
  if (/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) sink.ends.setBank(end, bic);
  const currency = packCurrency(reply.currency ?? '');
  const itself = {
    openedOn: reply.openedOn,
    closedOn: reply.closedOn,
    status: reply.status,
    currency: currency === 0 ? undefined : currencyCode(currency),
    exists: true as const,
  };
  const holder = reply.people.find(({ role }) => role === 'holder');
  if (holder?.name !== undefined) sink.ends.addName(end, holder.name);
  const facts = (person: ReplyPerson | undefined): object => (person ? factsOf(person, key) : { role: 'holder' });
  sink.register(registerRow({ account: account.key, ...facts(holder), ...itself }));
  for (const person of reply.people)
    if (person !== holder) sink.register(registerRow({ account: account.key, ...facts(person) }));
  return true;
}

function factsOf(person: ReplyPerson, key: string): object {
  const { role, name, born, validFrom, validTo } = person;
  return {
    role,
    customerId: personIdentity(key, person),
    holderName: name,
    holderType: holderType(person.type ?? '') ?? (born === undefined ? undefined : 'person'),
    birthYear: born === undefined ? person.birthYear : partsOfDay(born).year,
    residenceCountry: person.country,
    validFrom,
    validTo,
  };
}
