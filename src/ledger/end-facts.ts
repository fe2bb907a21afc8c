/**
 * What is known of each end besides its money, as typed arrays over shared memory, so that
 * indicators run in workers and never see a name. Contacts, branches and introducers are classes:
 * equal numbers mean equal values, the values themselves stay in the register.
 */
import { NO_DAY, type Day } from '../days.ts';
import { endKinds, type EndTable } from '../formats/end-table.ts';
import type { RegisterRow } from '../formats/register-row.ts';
import { packCurrency } from '../money.ts';
import { buildLogins, type Logins, type SegmentLogins } from './logins.ts';
import { safeDaysOf, type SafeDate } from './safe-dates.ts';
import { nameShape } from './name-shape.ts';

export const holderTypes = ['unknown', 'person', 'business'] as const;
export type HolderType = (typeof holderTypes)[number];

export const licences = [
  'lender',
  'recruiter',
  'clinic',
  'charity',
  'medical-travel',
  'payment-institution',
  'payroll-bureau',
  'lodging',
] as const;
export type Licence = (typeof licences)[number];
export const licenceBit = Object.fromEntries(licences.map((name, bit) => [name, 1 << bit])) as Record<Licence, number>;

/** Roles of the register that act on somebody else's account. A guardian is appointed, a director is the firm. */
const acting: ReadonlySet<RegisterRow['role']> = new Set(['signatory', 'power-of-attorney', 'additional-cardholder']);

export interface EndFacts {
  /** Index into `endKinds`. */
  readonly kind: Uint8Array;
  /** Two letters as (a << 8) | b, 0 = not known. */
  readonly country: Uint16Array;
  /** 1 where we hold a statement of this account. */
  readonly own: Uint8Array;
  /** Index into `holderTypes`; from the register, else from a legal form in a name, else unknown. */
  readonly holder: Uint8Array;
  /** 1 where a register row speaks of this account; the columns below hold for those. */
  readonly registered: Uint8Array;
  readonly openedDay: Int32Array;
  readonly birthYear: Int16Array;
  /** Classes from 1; 0 = not known. Protected addresses have none. */
  readonly address: Uint32Array;
  readonly phone: Uint32Array;
  readonly email: Uint32Array;
  readonly branch: Uint32Array;
  readonly introducer: Uint32Array;
  readonly customer: Uint32Array;
  /** Customer who may act on the account beside its holder (`acting`): class of the first one, 0 = none. */
  readonly proxy: Uint32Array;
  /** Id in `sectors` + 1. */
  readonly sector: Uint16Array;
  readonly occupation: Uint16Array;
  readonly licences: Uint16Array;
  readonly protectedAddress: Uint8Array;
  /** Home region id in `regions` + 1. */
  readonly region: Uint16Array;
  /** Declared income a year and turnover a year, minor units of `registerCurrency`; 0 = not known. */
  readonly income: Float64Array;
  readonly turnover: Float64Array;
  readonly registerCurrency: Uint16Array;
  readonly staff: Int32Array;
  readonly sectors: readonly string[];
  readonly occupations: readonly string[];
  readonly regions: readonly string[];
  readonly logins: Logins;
}

function shared<T>(make: new (buffer: SharedArrayBuffer) => T, bytes: number, count: number): T {
  return new make(new SharedArrayBuffer(Math.max(1, count) * bytes));
}

class Classes {
  private readonly ids = new Map<string, number>();
  readonly values: string[] = [];
  of(value: string | undefined): number {
    if (value === undefined || value === '') return 0;
    const held = this.ids.get(value);
    if (held !== undefined) return held;
    this.values.push(value);
    this.ids.set(value, this.values.length);
    return this.values.length;
  }
}

/**
 * @param register rows in canonical order of their files; where two contradict each other of one account, the first holds
 * @param from first day of the case's rows; a role that ended before it acts on nothing
 */
export function buildEndFacts(
  ends: EndTable,
  register: readonly RegisterRow[],
  from: Day = NO_DAY,
  logins: readonly SegmentLogins[] = [],
  safeDates: readonly SafeDate[] = [],
): EndFacts {
  const n = ends.count;
  const u8 = (): Uint8Array => shared(Uint8Array as never, 1, n);
  const u16 = (): Uint16Array => shared(Uint16Array as never, 2, n);
  const u32 = (): Uint32Array => shared(Uint32Array as never, 4, n);
  const i32 = (): Int32Array => shared(Int32Array as never, 4, n);
  const f64 = (): Float64Array => shared(Float64Array as never, 8, n);
  const facts = {
    kind: u8(),
    country: u16(),
    own: u8(),
    holder: u8(),
    registered: u8(),
    openedDay: i32().fill(NO_DAY),
    birthYear: shared<Int16Array>(Int16Array as never, 2, n),
    address: u32(),
    phone: u32(),
    email: u32(),
    branch: u32(),
    introducer: u32(),
    customer: u32(),
    proxy: u32(),
    sector: u16(),
    occupation: u16(),
    licences: u16(),
    protectedAddress: u8(),
    region: u16(),
    income: f64(),
    turnover: f64(),
    registerCurrency: u16(),
    staff: i32().fill(-1),
  };
  const safeDays = safeDaysOf(ends, safeDates, register);
  // Where somebody lives who has a safe date is nobody's business, whichever register says it.
  for (const end of safeDays.keys()) facts.protectedAddress[end] = 1;
  const names = ends.namesByEnd();
  for (let end = 0; end < n; end++) {
    const kind = ends.kind(end);
    facts.kind[end] = endKinds.indexOf(kind);
    const country = ends.country(end) ?? countryOfBank(ends.bank(end));
    if (country) facts.country[end] = (country.charCodeAt(0) << 8) | country.charCodeAt(1);
    facts.own[end] = ends.isOwn(end) ? 1 : 0;
    if (kind === 'merchant') facts.holder[end] = 2;
    else if ((names.get(end) ?? []).some((name) => nameShape(name) === 'business')) facts.holder[end] = 2;
  }
  const [address, phone, email, branch, introducer, customer] = Array.from({ length: 6 }, () => new Classes()) as [
    Classes,
    Classes,
    Classes,
    Classes,
    Classes,
    Classes,
  ];
  const [sectors, occupations, regions] = [new Classes(), new Classes(), new Classes()];
  const holders = new Map<number, string>();
  const typed = new Set<number>();
  for (const row of register) {
    const end = ends.find('account', row.account);
    if (end < 0) continue;
    if (row.role !== undefined && row.role !== 'holder') {
      const isOver = row.validTo !== undefined && row.validTo < from;
      if (acting.has(row.role) && !isOver) fill(facts.proxy, end, customer.of(row.customerId));
      continue;
    }
    // The first customer named is the holder; later rows add what nobody said yet, but not of somebody else.
    const named = holders.get(end);
    const isOther = named !== undefined && row.customerId !== undefined && row.customerId !== named;
    facts.registered[end] = 1;
    if (facts.openedDay[end] === NO_DAY) facts.openedDay[end] = row.openedOn ?? NO_DAY;
    fill(facts.branch, end, branch.of(row.openedAtBranch));
    fill(facts.introducer, end, introducer.of(row.introducerId));
    if (isOther) continue;
    if (row.customerId !== undefined) holders.set(end, row.customerId);
    if (row.holderType && !typed.has(end)) {
      facts.holder[end] = row.holderType === 'business' ? 2 : 1;
      typed.add(end);
    }
    if (row.residenceCountry && /^[A-Z]{2}$/.test(row.residenceCountry))
      fill(facts.country, end, (row.residenceCountry.charCodeAt(0) << 8) | row.residenceCountry.charCodeAt(1));
    fill(facts.birthYear, end, row.birthYear ?? 0);
    if (row.protectedAddress) {
      facts.protectedAddress[end] = 1;
      facts.address[end] = 0;
      facts.region[end] = 0;
    }
    if (facts.protectedAddress[end] === 0) {
      fill(facts.address, end, address.of(row.addressHash));
      fill(facts.region, end, regions.of(row.homeRegion));
    }
    if (!safeDays.has(end)) {
      fill(facts.phone, end, phone.of(row.phoneHash));
      fill(facts.email, end, email.of(row.emailHash));
    }
    fill(facts.customer, end, customer.of(row.customerId));
    fill(facts.sector, end, sectors.of(row.sector));
    fill(facts.occupation, end, occupations.of(row.occupation));
    for (const licence of row.licences ?? []) {
      if ((licences as readonly string[]).includes(licence))
        facts.licences[end] = (facts.licences[end] ?? 0) | licenceBit[licence as Licence];
    }
    if (facts.income[end] === 0 && facts.turnover[end] === 0 && (row.declaredIncome ?? row.declaredTurnover)) {
      facts.income[end] = row.declaredIncome ?? 0;
      facts.turnover[end] = row.declaredTurnover ?? 0;
      facts.registerCurrency[end] = row.currency ? packCurrency(row.currency) : 0;
    }
    if (facts.staff[end] === -1) facts.staff[end] = row.staffCount ?? -1;
  }
  return {
    ...facts,
    sectors: sectors.values,
    occupations: occupations.values,
    regions: regions.values,
    logins: buildLogins(logins, n, safeDays),
  };
}

/** The first that was said holds. */
function fill(column: { [end: number]: number }, end: number, value: number): void {
  if (column[end] === 0) column[end] = value;
}

/** An account that is no IBAN is where its bank is: letters 5 and 6 of the BIC (ISO 9362). */
function countryOfBank(bic: string | undefined): string | undefined {
  return /^[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}/.exec(bic ?? '')?.[1];
}

/** The country of an end as two capitals. */
export function countryOf(facts: EndFacts, end: number): string | undefined {
  const packed = facts.country[end] ?? 0;
  return packed === 0 ? undefined : String.fromCharCode(packed >> 8, packed & 255);
}
