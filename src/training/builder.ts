/**
 * The world builder that population, schemes and decoys share: it makes customers, opens accounts
 * and moves money, and writes down the truth about who belongs to what. Every piece of the world
 * enters with its own random stream, so adding one leaves most draws of the others alone.
 * Above 300 lines because it is the one vocabulary of fifty small files.
 */
import type { Random } from '../random.ts';
import { BANKS, elsewhereAccount, heldAccountNumber } from './banks.ts';
import { book } from './booking.ts';
import { civil, dayOf, isoDate, monthsBetween, type Day, type Month } from './calendar.ts';
import { TRADES, price, type TradeName } from './merchants.ts';
import type { LevelParameters } from './level.ts';
import type {
  Account,
  BankId,
  CashPoint,
  Channel,
  Decoy,
  End,
  Level,
  Merchant,
  Outside,
  Party,
  Payment,
  Scheme,
  SchemeMember,
} from './model.ts';
import { SERVICES } from './services.ts';
import { PartySource, type BusinessSpec, type PersonSpec } from './parties.ts';
import { phrase, type Language, type Topic } from './phrases.ts';
import { CORRIDORS, HOME_TOWNS, currencyOf, languageOf, type City } from './places.ts';

export interface AccountSpec {
  bank?: BankId;
  currency?: string;
  opened?: Day;
  branch?: string;
  introducer?: string;
  product?: 'current' | 'savings';
  others?: ReadonlyArray<{ party: Party; role: string }>;
}

export interface MoveOptions {
  minute?: number;
  channel?: Channel;
  purpose?: string;
  text?: string;
  topic?: Topic;
  /** Business payments carry an end-to-end id almost always, private ones mostly. */
  endToEnd?: 'usual' | 'none' | 'always';
  charges?: number;
  batch?: string;
}

/** Price level against the euro area, and the rate for money that changes currency. */
const PRICE_LEVEL: Readonly<Record<string, number>> = { EUR: 1, GBP: 0.92, PLN: 2.6 };
const RATE: Readonly<Record<string, number>> = { EUR: 1, GBP: 0.862, PLN: 4.28 };

export class WorldBuilder {
  readonly level: Level;
  readonly parameters: LevelParameters;
  readonly first: Day;
  readonly last: Day;
  readonly parties: PartySource;
  readonly accounts: Account[] = [];
  readonly payments: Payment[] = [];
  readonly schemes: Scheme[] = [];
  readonly decoys: Decoy[] = [];
  /** Background accounts that may pay or be paid by anybody, by currency. */
  readonly crowd = new Map<string, Account[]>();
  private random: Random;
  private readonly numbers = new Set<string>();
  private readonly terminals = new Map<string, string>();
  private readonly services = new Map<string, Outside>();

  constructor(level: Level, parameters: LevelParameters, first: Day, last: Day, random: Random) {
    this.level = level;
    this.parameters = parameters;
    this.first = first;
    this.last = last;
    this.random = random.stream('builder');
    this.parties = new PartySource(random.stream('parties'), parameters);
  }

  /** Starts a piece of the world on a stream of its own. */
  enter(stream: Random): void {
    this.random = stream.stream('builder');
    this.parties.enter(stream.stream('parties'));
  }

  /** A dial between two bounds that are wider at the hard level. */
  dial(random: Random, demo: readonly [number, number], hard: readonly [number, number]): number {
    const [low, high] = this.level === 'demo' ? demo : hard;
    return low + (high - low) * random.next();
  }

  months(from = this.first, to = this.last): Month[] {
    return monthsBetween(Math.max(from, this.first), Math.min(to, this.last));
  }

  /** A day inside the period, counted from its start. */
  dayAfterStart(random: Random, low: number, high: number): Day {
    return Math.min(this.last, this.first + random.integer(low, high));
  }

  // --- customers and accounts

  person(spec: PersonSpec = {}) {
    return this.parties.person(spec);
  }

  business(spec: BusinessSpec) {
    return this.parties.business(spec);
  }

  open(holder: Party, spec: AccountSpec = {}): Account {
    const random = this.random;
    const bank = spec.bank ?? this.bankFor(holder.country);
    const currency = spec.currency ?? (bank === 'd' && holder.country !== 'PL' ? 'EUR' : currencyOf(holder.country));
    let iban = heldAccountNumber(bank, currency, random);
    while (this.numbers.has(iban)) iban = heldAccountNumber(bank, currency, random);
    this.numbers.add(iban);
    const recent = random.chance(0.09);
    const account: Account = {
      kind: 'account',
      iban,
      bic: currency === 'GBP' && bank === 'b' ? 'KESMGB2XXXX' : BANKS[bank].bic,
      bank,
      currency,
      holder,
      opened:
        spec.opened ??
        (recent
          ? this.dayAfterStart(random, -150, 90)
          : dayOf(random.integer(2009, 2025), random.integer(1, 6), random.integer(1, 28))),
      branch: spec.branch ?? random.pick(BANKS[bank].branches),
      introducer: spec.introducer ?? (random.chance(0.04) ? `V${random.integer(100, 399)}` : ''),
      product: spec.product ?? 'current',
      others: spec.others ?? this.directors(holder),
    };
    this.accounts.push(account);
    return account;
  }

  /** Who may sign for a firm, as far as the bank's file says. */
  private directors(holder: Party): Account['others'] {
    if (holder.kind !== 'business' || !this.random.chance(0.65)) return [];
    return [{ party: holder.owner ?? this.person({ home: holder.home }), role: 'director' }];
  }

  /** Which of the four banks people of a country bank with. */
  bankFor(country: string): BankId {
    const own: BankId | undefined =
      country === 'DE' ? 'a' : country === 'AT' ? 'c' : country === 'PL' ? 'd' : undefined;
    return own !== undefined && this.random.chance(this.parameters.ownBank[country] ?? 0) ? own : 'b';
  }

  /** A town, by default where the level's schemes and decoys play. */
  town(random: Random, country?: string): City {
    const drawn = country ?? random.pick(this.parameters.stages);
    return random.pick(HOME_TOWNS[drawn] ?? []);
  }

  /** Other towns of the same country, in random order. */
  townsAround(random: Random, home: City): City[] {
    return random.shuffle((HOME_TOWNS[home.country] ?? []).filter((city) => city.name !== home.name));
  }

  stranger(random: Random, country?: string): Outside {
    const land = country ?? random.pick(CORRIDORS);
    return { kind: 'outside', ...elsewhereAccount(land, random), name: this.parties.strangerName(), country: land };
  }

  firmElsewhere(random: Random, sector: string, country: string): Outside {
    return {
      kind: 'outside',
      ...elsewhereAccount(country, random),
      name: this.parties.firmName(sector, country),
      country,
    };
  }

  /** A service that a whole country uses: energy, telephone, tax office, pension fund, acquirer. */
  service(role: string, country: string): Outside {
    const key = `${role}/${country}/${this.random.integer(1, 3)}`;
    const known = this.services.get(key);
    if (known !== undefined) return known;
    const language = languageOf(country);
    const list = SERVICES[role] ?? [role];
    const base = list[language === 'de' ? 0 : language === 'pl' ? 1 : 2] ?? role;
    const made: Outside = {
      kind: 'outside',
      ...elsewhereAccount(country, this.random),
      name: `${base} ${key.slice(-1) === '1' ? '' : key.slice(-1)}`.trim(),
      country,
    };
    this.services.set(key, made);
    return made;
  }

  // --- money

  /** Euro cents at the price level of an account's currency. */
  scaled(account: Account | string, euroCents: number): number {
    const currency = typeof account === 'string' ? account : account.currency;
    return Math.round(euroCents * (PRICE_LEVEL[currency] ?? 1) * this.parameters.prices);
  }

  /** The same, rounded to a step of whole money (a step of 10 means tens). */
  rounded(account: Account | string, euroCents: number, step: number): number {
    const size = step * 100;
    return Math.max(size, Math.round(this.scaled(account, euroCents) / size) * size);
  }

  /** Moves money between any two ends; `amount` is in the debtor's money where the debtor is held. */
  move(debtor: End, creditor: End, day: Day, amount: number, options: MoveOptions = {}): Payment | undefined {
    const random = this.random;
    let minute = options.minute ?? random.integer(7 * 60, 21 * 60 + 59);
    let when = day;
    while (minute >= 1440) {
      minute -= 1440;
      when++;
    }
    if (when < this.first || when > this.last || amount <= 0) return undefined;
    for (const end of [debtor, creditor]) if (end.kind === 'account' && when < end.opened) return undefined;
    const channel = options.channel ?? 'transfer';
    const settled = book(random, channel, debtor, creditor, when);
    const isCard = channel === 'card' || channel === 'card-online';
    const isLate = settled.debtorBooking > this.last || settled.creditorBooking > this.last;
    if (isLate && !isCard) return undefined;
    // A card purchase not settled when the files were drawn shows as pending, if the bank shows it.
    const isPending = isCard && when >= this.last - 1 && (isLate || random.chance(0.6));
    const booking = isLate ? { debtorBooking: this.last, creditorBooking: this.last, valueDate: this.last } : settled;
    const currency =
      debtor.kind === 'account' ? debtor.currency : creditor.kind === 'account' ? creditor.currency : 'EUR';
    const foreign = debtor.kind === 'account' && creditor.kind === 'account' && creditor.currency !== currency;
    const { year, month } = civil(when);
    const payer = debtor.kind === 'account' ? debtor.holder.country : 'country' in debtor ? debtor.country : 'DE';
    const language = random.chance(0.07) ? 'en' : languageOf(payer);
    const payment: Payment = {
      serial: this.payments.length,
      debtor,
      creditor,
      amount: Math.round(amount),
      currency,
      ...(foreign
        ? { credited: { amount: this.exchange(amount, currency, creditor.currency), currency: creditor.currency } }
        : {}),
      day: when,
      minute,
      ...booking,
      channel,
      purpose: options.purpose ?? '',
      text: options.text ?? this.words(options.topic, language, { year, month }),
      endToEnd: this.endToEnd(channel, options.endToEnd ?? 'usual', when),
      charges: options.charges ?? 0,
      batch: options.batch ?? '',
      isPending,
    };
    this.payments.push(payment);
    return payment;
  }

  card(
    account: Account,
    name: TradeName,
    city: City,
    day: Day,
    options: { factor?: number; amount?: number; minute?: number; text?: string } = {},
  ): Payment | undefined {
    const trade = TRADES[name];
    const amount = options.amount ?? this.scaled(account, price(this.random, trade, options.factor));
    const minute = options.minute ?? this.random.integer(trade.opens * 60, trade.closes * 60 - 1);
    return this.move(account, this.merchant(name, city), day, amount, {
      channel: trade.online ? 'card-online' : 'card',
      minute,
      ...(options.text === undefined ? {} : { text: options.text }),
    });
  }

  cashOut(
    account: Account,
    city: City,
    day: Day,
    amount: number,
    minute?: number,
    machine?: number,
  ): Payment | undefined {
    return this.move(account, this.cashPoint(city, machine), day, amount, {
      channel: 'cash-out',
      ...(minute === undefined ? {} : { minute }),
    });
  }

  cashIn(
    account: Account,
    city: City,
    day: Day,
    amount: number,
    minute?: number,
    counter = false,
  ): Payment | undefined {
    const at = counter ? this.random.integer(9 * 60, 16 * 60) : minute;
    return this.move(this.cashPoint(city, undefined, counter), account, day, amount, {
      channel: 'cash-in',
      ...(at === undefined ? {} : { minute: at }),
    });
  }

  /** Takes a payment back on a later day; both banks book it as a reversal. */
  reverse(original: Payment | undefined, day: Day): void {
    if (original === undefined || original.isPending || day > this.last) return;
    const booking = book(this.random, 'transfer', original.creditor, original.debtor, day);
    if (booking.debtorBooking > this.last || booking.creditorBooking > this.last) return;
    const swapped =
      original.credited === undefined ? {} : { credited: { amount: original.amount, currency: original.currency } };
    this.payments.push({
      ...original,
      serial: this.payments.length,
      debtor: original.creditor,
      creditor: original.debtor,
      ...(original.credited === undefined
        ? {}
        : { amount: original.credited.amount, currency: original.credited.currency }),
      ...swapped,
      day,
      ...booking,
      charges: 0,
      batch: '',
      reverses: original,
      isPending: false,
    });
  }

  merchant(name: TradeName, city: City): Merchant {
    const trade = TRADES[name];
    const shop = this.random.pick<string>(trade.names);
    const place = trade.online ? 'online' : city.name;
    return {
      kind: 'merchant',
      name: shop,
      mcc: trade.mcc,
      city: trade.online ? '' : city.name,
      country: trade.online ? this.random.pick([city.country, city.country, 'IE', 'NL', 'LT']) : city.country,
      terminal: this.terminal(`${shop}/${place}`),
      online: trade.online,
    };
  }

  cashPoint(city: City, machine?: number, counter = false): CashPoint {
    const number = machine ?? this.random.integer(1, 6);
    return {
      kind: 'cash',
      terminal: counter ? '' : this.terminal(`cash/${city.name}/${number}`),
      city: city.name,
      country: city.country,
      counter,
    };
  }

  /** People who pay into or get paid by anybody's account: one of three is a customer of the four banks. */
  payers(random: Random, account: Account, count: number): Array<Account | Outside> {
    const held = random
      .shuffle(this.crowd.get(account.currency) ?? [])
      .filter((end) => end.holder.country === account.holder.country);
    return Array.from({ length: count }, (_, i) => {
      const known = held[i];
      return known !== undefined && known.opened < this.first + 30 && random.chance(0.35)
        ? known
        : this.stranger(random, account.holder.country);
    });
  }

  // --- truth

  scheme(
    form: string,
    shape: string,
    evidence: readonly string[],
    members: readonly SchemeMember[],
    peripheral: ReadonlyArray<Account | Outside>,
    period: readonly [Day, Day],
  ): void {
    const id = `S${String(this.schemes.length + 1).padStart(3, '0')}`;
    this.schemes.push({
      id,
      form,
      shape,
      evidence,
      members,
      peripheral,
      from: Math.max(period[0], this.first),
      to: Math.min(period[1], this.last),
    });
  }

  decoy(kind: string, resembles: string, accounts: readonly Account[]): void {
    this.decoys.push({ id: `D${String(this.decoys.length + 1).padStart(4, '0')}`, kind, resembles, accounts });
  }

  private exchange(amount: number, from: string, to: string): number {
    const wobble = 1 + (this.random.next() - 0.5) * 0.02;
    return Math.max(1, Math.round((amount / (RATE[from] ?? 1)) * (RATE[to] ?? 1) * wobble));
  }

  private endToEnd(channel: Channel, wish: 'usual' | 'none' | 'always', day: Day): string {
    const carries =
      channel === 'transfer' || channel === 'instant' || channel === 'standing-order' || channel === 'direct-debit';
    const draw = this.random.chance(this.parameters.endToEnd);
    if (!carries || wish === 'none' || (wish === 'usual' && !draw)) return '';
    return `${isoDate(day).replaceAll('-', '')}${this.random.integer(100000, 999999)}${this.random.integer(1000, 9999)}`;
  }

  /** Words of a topic, unless the payer left them out. */
  private words(topic: Topic | undefined, language: Language, when: { year: number; month: number }): string {
    if (topic === undefined) return '';
    const { wordless } = this.parameters;
    return wordless > 0 && this.random.chance(wordless) ? '' : phrase(this.random, topic, language, when);
  }

  private terminal(key: string): string {
    const known = this.terminals.get(key);
    if (known !== undefined) return known;
    const made = String(this.random.integer(50000000, 79999999));
    this.terminals.set(key, made);
    return made;
  }
}
