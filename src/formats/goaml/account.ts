/**
 * A goAML account as an end and as register rows: its holder, and each person who may act on it. The
 * IBAN is its key where there is one. Of a birth the year is kept, of phones, addresses, mails and
 * national numbers a keyed hash; the address of a protected person is dropped with its city.
 */
import { NO_DAY, partsOfDay, type Day } from '../../days.ts';
import { currencyCode, packCurrency, parseAmount } from '../../money.ts';
import { accountKey } from '../account-key.ts';
import { readMoment } from '../camt/moments.ts';
import { contactHash, personIdentity } from '../contact-hash.ts';
import type { EndId, EndTable } from '../end-table.ts';
import { registerRow, type AccountRole, type RegisterRow } from '../register-row.ts';
import { roleOfCode } from './codes.ts';
import { nameOfPerson, type RawAccount, type RawEntity, type RawPerson, type RawRelated } from './party.ts';

/** Days before this fill a required field. */
const FIRST_DAY = readMoment('1901-01-01')?.day ?? NO_DAY;

/** A day as goAML writes it; `1900-01-01` says nothing. */
export function dayOf(text: string | undefined): Day | undefined {
  const day = text === undefined ? undefined : readMoment(text)?.day;
  return day === undefined || day < FIRST_DAY ? undefined : day;
}

export function countryOf(text: string | undefined): string | undefined {
  return text !== undefined && /^[A-Z]{2}$/i.test(text) ? text.toUpperCase() : undefined;
}

/** The account's key, or undefined where its numbers say nothing. */
export function keyOfAccount({ iban, number }: RawAccount): ReturnType<typeof accountKey> {
  return (iban === undefined ? undefined : accountKey(iban)) ?? (number === undefined ? undefined : accountKey(number));
}

/** Its end, made with holder's name, bank and country. @param country of the side that it stands on */
export function endOfAccount(account: RawAccount, ends: EndTable, country: string | undefined): EndId | undefined {
  const key = keyOfAccount(account);
  if (!key) return undefined;
  const end = ends.intern('account', key.key);
  const name = holderName(account);
  if (name !== undefined) ends.addName(end, name);
  const bic = [account.swift, account.institution]
    .map((code) => code?.toUpperCase() ?? '')
    .find((code) => /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(code));
  if (bic !== undefined) ends.setBank(end, bic);
  const where = key.country ?? countryOf(account.institutionCountry) ?? bic?.slice(4, 6) ?? country;
  if (where !== undefined) ends.setCountry(end, where);
  return end;
}

function holderName(account: RawAccount): string | undefined {
  const holder = holderOf(account.people);
  const person = holder === undefined ? undefined : nameOfPerson(holder.person);
  return account.entity?.name ?? account.name ?? person;
}

/**
 * The primary signatory, else one whose role says holder, else the only person there is. Some FIUs want
 * everybody marked as primary: then the role decides, and after it the order.
 */
function holderOf(people: readonly RawRelated[]): RawRelated | undefined {
  const primary = people.filter(({ fields }) => /^(1|true)$/i.test(fields.isPrimary ?? ''));
  if (primary.length === 1) return primary[0];
  const byRole = people.find(({ fields }) => roleOfCode(fields.role) === 'holder');
  const only = people.length === 1 && roleOfCode(people[0]?.fields.role) === undefined ? people[0] : undefined;
  return byRole ?? primary[0] ?? only;
}

/** What is said of the account, a row a person; none where nothing is known but its number. */
export function registerOf(account: RawAccount, isClient: boolean, key: string): RegisterRow[] {
  const accountId = keyOfAccount(account)?.key;
  if (accountId === undefined) return [];
  const currency = packCurrency(account.currency ?? '');
  const balance = account.balance === undefined || currency === 0 ? undefined : parseAmount(account.balance, currency);
  const itself = {
    account: accountId,
    openedOn: dayOf(account.opened),
    closedOn: dayOf(account.closed),
    openedAtBranch: account.branch,
    currency: currency === 0 ? undefined : currencyCode(currency),
    status: account.status !== undefined && /^[\w-]{1,12}$/.test(account.status) ? account.status : undefined,
    balance: typeof balance === 'number' ? balance : undefined,
    balanceOn: typeof balance === 'number' ? dayOf(account.balanceOn) : undefined,
    exists: isClient ? (true as const) : undefined,
  };
  const { entity, people } = account;
  const holder = entity ? undefined : holderOf(people);
  const rows: RegisterRow[] = [];
  const others = people.filter((related) => related !== holder);
  const { openedOn, closedOn, openedAtBranch, exists } = itself;
  const isKnown = [openedOn, closedOn, openedAtBranch, account.client, exists].some((value) => value !== undefined);
  if (entity || holder || isKnown || others.length > 0) {
    const facts = entity
      ? entityFacts(entity, account, key)
      : holder
        ? { ...personFacts(holder.person, key, account.client), ...periodOf(holder) }
        : { customerId: account.client, holderName: account.name };
    rows.push(registerRow({ ...itself, ...facts, role: 'holder' }));
  }
  for (const related of [...others, ...(entity?.people ?? [])]) {
    const role: AccountRole = roleOfCode(related.fields.role) ?? roleOfElement[related.as];
    const facts = { ...personFacts(related.person, key), ...periodOf(related), role };
    // A joint holder is a person of his own; the facts of the account stand in the first row.
    rows.push(registerRow({ account: accountId, ...facts }));
  }
  return rows;
}

const roleOfElement = { signatory: 'signatory', director: 'director', related: 'other' } as const;

function periodOf({ fields }: RawRelated): Pick<RegisterRow, 'validFrom' | 'validTo'> {
  const [validFrom, validTo] = [dayOf(fields.from), dayOf(fields.to)];
  return { ...(validFrom === undefined ? {} : { validFrom }), ...(validTo === undefined ? {} : { validTo }) };
}

type Facts = Omit<{ readonly [K in keyof RegisterRow]?: RegisterRow[K] | undefined }, 'account'>;

/** A person is known by a hash, never by a name alone; else by the bank's number of its client. */
function personFacts(person: RawPerson, key: string, client?: string): Facts {
  const isProtected = /^(1|true|y|yes)$/i.test(person.isProtected ?? '');
  const born = dayOf(person.birth);
  const name = nameOfPerson(person);
  return {
    customerId: personIdentity(key, { number: person.ssn ?? person.idNumber, name, born }) ?? client,
    holderName: name,
    holderType: 'person',
    birthYear: born === undefined ? undefined : partsOfDay(born).year,
    residenceCountry: countryOf(person.residence),
    occupation: person.occupation,
    protectedAddress: isProtected || undefined,
    ...contactFacts(person, isProtected, key),
  };
}

function entityFacts(entity: RawEntity, account: RawAccount, key: string): Facts {
  const number = entity.number === undefined ? undefined : contactHash(key, 'identity', `entity ${entity.number}`);
  return {
    customerId: number ?? account.client,
    holderName: entity.name ?? entity.commercialName,
    holderType: 'business',
    residenceCountry: countryOf(entity.country),
    sector: entity.business,
    ...contactFacts(entity, false, key),
  };
}

function contactFacts(of: RawPerson | RawEntity, isProtected: boolean, key: string): Facts {
  const phone = of.phone === undefined ? '' : withPrefix(of.phonePrefix, of.phone);
  return {
    homeRegion: isProtected ? undefined : of.city,
    addressHash:
      isProtected || of.address === undefined
        ? undefined
        : contactHash(key, 'address', [of.address, of.city].filter((part) => part !== undefined).join(' ')),
    phoneHash: contactHash(key, 'phone', phone),
    emailHash: of.email === undefined ? undefined : contactHash(key, 'email', of.email),
  };
}

/** `971` and `50 111` become `+97150111`, as other files write it. */
function withPrefix(prefix: string | undefined, number: string): string {
  const digits = prefix?.replace(/\D/g, '').replace(/^00/, '') ?? '';
  if (digits === '' || /^\s*(\+|00)/.test(number)) return number;
  const rest = number.replace(/\D/g, '').replace(/^0/, '');
  return rest.startsWith(digits) && rest.length > digits.length + 7 ? `+${rest}` : `+${digits}${rest}`;
}
