/**
 * A customer, account or role file (`indicators.md` section 2): delimited text whose header names
 * an account and what the bank knows of it, and no money. Contacts are kept as keyed hashes of
 * their normalised spelling, for comparing only; a protected address (a refuge) is dropped with
 * its region. A declared income that nobody could live on in a year is read as monthly.
 */
import { createHmac } from 'node:crypto';
import { CodedError } from '../errors.ts';
import { UNKNOWN_CURRENCY, currencyCode, currencyExponent, packCurrency } from '../money.ts';
import { accountKey } from './account-key.ts';
import { readChunks, type ChunkReader } from './csv/chunks.ts';
import { inferDateOrder } from './csv/date-order.ts';
import { DateReader, type DateOrder } from './csv/dates.ts';
import { countryOf } from './csv/end-reader.ts';
import { RecordScanner, type Separators } from './csv/records.ts';
import {
  sampleRecords,
  takeSample,
  textReader,
  wideBytes,
  wideUnit,
  type SampleBytes,
  type SampleRecord,
} from './csv/sample.ts';
import type { EntrySink, StatementFormat } from './format.ts';
import { findRegisterRoles, type RegisterRole } from './register-words.ts';
import type { RegisterRow } from './register-row.ts';
import { foldText } from './text-words.ts';

/** The key of contact hashes where no case gives its own. */
export const STANDARD_CONTACT_KEY = 'clew/register/contacts/1';
const MONTHLY_BELOW = 20000;

interface RegisterPlan {
  readonly separators: Separators;
  readonly header: SampleRecord;
  readonly roles: ReadonlyMap<RegisterRole, number>;
  readonly openedOn: DateOrder;
  /** Declared incomes are monthly. */
  readonly isMonthly: boolean;
}

function planOf(sample: SampleBytes): RegisterPlan | string {
  const text = textReader(sample.encoding);
  let best:
    | { found: ReadonlyMap<RegisterRole, number>; separators: Separators; records: SampleRecord[]; at: number }
    | undefined;
  for (const delimiter of [44, 59, 9, 124]) {
    if (!sample.head.includes(delimiter)) continue;
    const separators = { delimiter, quote: 34, escape: 34 };
    const records = sampleRecords(sample.head, separators, text, sample.isWhole);
    for (const [at, record] of records.slice(0, 20).entries()) {
      const found = findRegisterRoles(record.fields);
      if (found && found.size > (best?.found.size ?? 3)) best = { found, separators, records, at };
    }
  }
  if (!best) return 'no line names an account and what is known of it';
  const rows = best.records.slice(best.at + 1).map((record) => record.fields);
  const values = (role: RegisterRole): string[] =>
    rows.map((row) => row[best.found.get(role) ?? -1] ?? '').filter((value) => value !== '');
  const name = best.records[best.at]?.fields[best.found.get('declaredIncome') ?? -1] ?? '';
  const isYearly = /year|annual|jahr|annuel|anual|annuo|p\.?a\.?\b/i.test(name);
  const largest = Math.max(0, ...values('declaredIncome').map((band) => middleOfBand(band) ?? 0));
  return {
    separators: best.separators,
    header: best.records[best.at] as SampleRecord,
    roles: best.found,
    openedOn: inferDateOrder(values('openedOn')).order ?? 'ymd',
    isMonthly: /month|monat|mensuel|mensual|mensile/i.test(name) || (!isYearly && largest < MONTHLY_BELOW),
  };
}

/** The middle of `1000-2000`, half of `under 1000`, the bound of `over 4000`; `k` and `m` as usual. */
export function middleOfBand(band: string): number | undefined {
  const numbers = [...band.toLowerCase().matchAll(/(\d+(?:[ '.,]\d{3})*(?:[.,]\d+)?)\s*(k|m|mio|tsd)?/g)].map(
    (match) => {
      const whole = (match[1] ?? '').replace(/[ '.,](?=\d{3}(?!\d))/g, '').replace(',', '.');
      return Number(whole) * (match[2] === undefined ? 1 : /^m/.test(match[2]) ? 1e6 : 1e3);
    },
  );
  const [low, high] = numbers;
  if (low === undefined || !Number.isFinite(low)) return undefined;
  if (high !== undefined) return (low + high) / 2;
  return /under|below|less|unter|bis|moins|menos|meno|onder|ponizej|sub|</i.test(band) ? low / 2 : low;
}

class RegisterReader implements ChunkReader {
  base = 0;
  line: number;
  private record = 0;
  private readonly scanner: RecordScanner;
  private readonly plan: RegisterPlan;
  private readonly sink: EntrySink;
  private readonly key: string;
  private readonly text: (bytes: Uint8Array, from: number, to: number) => string;
  private readonly dates: DateReader;

  constructor(plan: RegisterPlan, sink: EntrySink, encoding: string, key: string) {
    this.plan = plan;
    this.sink = sink;
    this.key = key;
    this.line = plan.header.nextLine;
    this.scanner = new RecordScanner(plan.separators);
    this.text = textReader(encoding);
    this.dates = new DateReader(plan.openedOn, this.text);
  }

  chunk(bytes: Uint8Array, have: number, limit: number, isLast: boolean): number {
    let p = 0;
    while (p < limit && this.scanner.scan(bytes, p, have, isLast)) {
      if (this.scanner.fields > 1 || this.scanner.end > p) this.read(bytes);
      p = this.scanner.next;
      this.line += this.scanner.lines;
    }
    return p;
  }

  private read(bytes: Uint8Array): void {
    const { scanner, plan, sink } = this;
    const cell = (role: RegisterRole): string => {
      const column = plan.roles.get(role) ?? scanner.fields;
      if (column >= scanner.fields) return '';
      return this.text(bytes, scanner.starts[column] as number, scanner.ends[column] as number).trim();
    };
    this.record++;
    const reject = (role: RegisterRole, reason: string): void => {
      sink.reject({
        record: this.record,
        line: this.line,
        field: plan.header.fields[plan.roles.get(role) ?? -1] ?? 'record',
        reason,
      });
    };
    const width = plan.header.fields.length;
    if (scanner.fields < width && scanner.fields <= (plan.roles.get('account') ?? 0)) {
      return reject('account', `${scanner.fields} fields where the header has ${width}`);
    }
    const account = accountKey(cell('account'));
    if (!account) return reject('account', 'no account is given');
    const openedOn = cell('openedOn');
    if (openedOn !== '' && !this.openedOn(openedOn)) return reject('openedOn', `${openedOn} is no day`);
    sink.register(this.row(cell, account.key, openedOn !== ''));
    sink.kept();
  }

  private openedOn(text: string): boolean {
    const bytes = Buffer.from(text);
    return this.dates.read(bytes, 0, bytes.length);
  }

  private row(cell: (role: RegisterRole) => string, account: string, hasOpened: boolean): RegisterRow {
    const isProtected = /^(true|yes|1|ja|oui|si|sí|tak|da|y|x|wahr)$/i.test(cell('protectedAddress'));
    const currency = packCurrency(cell('currency'));
    const unit = 10 ** currencyExponent(currency || UNKNOWN_CURRENCY);
    const money = (role: RegisterRole, times: number): number | undefined => {
      const middle = middleOfBand(cell(role));
      return middle === undefined ? undefined : Math.round(middle * times * unit);
    };
    const year = /\b(1[89]\d\d|20\d\d)\b/.exec(cell('birthYear'))?.[1];
    const licences = cell('licence')
      .split(/[;|,]/)
      .map((licence) => licence.trim())
      .filter((licence) => licence !== '');
    const staff = middleOfBand(cell('staffCount'));
    const row: { -readonly [K in keyof RegisterRow]: RegisterRow[K] | undefined } = {
      account,
      customerId: cell('customerId') || undefined,
      holderName: cell('holderName') || undefined,
      holderType: holderType(cell('holderType')),
      role: roleOf(cell('role')),
      birthYear: year === undefined ? undefined : Number(year),
      residenceCountry: countryOf(cell('residenceCountry')) || undefined,
      homeRegion: isProtected ? undefined : cell('homeRegion') || undefined,
      addressHash: isProtected ? undefined : this.hash('address', cell('address')),
      phoneHash: this.hash('phone', cell('phone')),
      emailHash: this.hash('email', cell('email')),
      protectedAddress: isProtected || undefined,
      occupation: cell('occupation') || undefined,
      declaredIncome: money('declaredIncome', this.plan.isMonthly ? 12 : 1),
      sector: cell('sector') || undefined,
      staffCount: staff === undefined ? undefined : Math.ceil(staff),
      declaredTurnover: money('declaredTurnover', 1),
      licences: licences.length === 0 ? undefined : licences,
      openedOn: hasOpened ? this.dates.day : undefined,
      openedAtBranch: cell('openedAtBranch') || undefined,
      introducerId: cell('introducerId') || undefined,
      currency: currency === 0 ? undefined : currencyCode(currency),
    };
    return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as unknown as RegisterRow;
  }

  private hash(kind: 'address' | 'phone' | 'email', value: string): string | undefined {
    const normal = normalContact(kind, value);
    return normal === '' ? undefined : createHmac('sha256', this.key).update(`${kind}\0${normal}`).digest('hex');
  }
}

/** Spellings of the same contact become equal: `+43 1/234` and `0043 1 234`, `Hauptstr. 1` and `HAUPTSTRASSE 1`. */
export function normalContact(kind: 'address' | 'phone' | 'email', value: string): string {
  if (kind === 'email') return value.trim().toLowerCase();
  if (kind === 'phone') {
    const digits = value
      .replace(/\(0\)/, '')
      .replace(/[^\d+]/g, '')
      .replace(/^00/, '+');
    return digits.length < 5 ? '' : digits;
  }
  const words = foldText(value)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  return words.map((word) => word.replace(/str(asse)?$/, 'strasse')).join(' ');
}

function holderType(text: string): RegisterRow['holderType'] {
  if (/^(person|individual|natural|private|privat|natuerlich|natürlich|physique|fisica|osoba)/i.test(text))
    return 'person';
  return /^(business|company|legal|organi[sz]ation|firma|unternehmen|juristisch|entreprise|empresa|impresa|corporate|entity)/i.test(
    text,
  )
    ? 'business'
    : undefined;
}

function roleOf(text: string): RegisterRow['role'] {
  if (text.trim() === '') return undefined;
  if (/beneficial|ubo\b|wirtschaftlich|b[ée]n[ée]ficiaire|beneficiario final|beneficjent/i.test(text))
    return 'beneficial-owner';
  if (
    /director|manag|gesch(ä|ae)ftsf|vorstand|g[ée]rant|dirigeant|administrador|amministrator|bestuurder|prezes/i.test(
      text,
    )
  )
    return 'director';
  if (/^(holder|owner|inhaber|titul|kontoinhaber|account holder|primary|joint)/i.test(text)) return 'holder';
  if (/power|attorney|vollmacht|procuration|poder|procura/i.test(text)) return 'power-of-attorney';
  if (/card/i.test(text)) return 'additional-cardholder';
  if (/guardian|betreu|vormund|tuteur/i.test(text)) return 'guardian';
  return /signator|authori[sz]ed|zeichnungs|verf(ü|ue)gungs/i.test(text) ? 'signatory' : 'other';
}

/** The register format under a case's own key for contact hashes. */
export function registerFormat(contactKey: string): StatementFormat {
  return {
    id: 'register',
    title: 'Customer and account register',
    recognise(head) {
      const body = Buffer.from(head.text.replace(/^\ufeff/, ''));
      const plan = planOf({
        head: body,
        tail: new Uint8Array(0),
        isWhole: body.length < 60000,
        mark: 0,
        encoding: 'utf-8',
      });
      if (typeof plan === 'string') return { sureness: 0, why: plan };
      return {
        sureness: 80,
        why: `line ${plan.header.line} names an account and ${plan.roles.size - 1} things known of it, and no money`,
      };
    },
    read(source, member, sink) {
      const sample = takeSample(source, member.encoding);
      const plan = planOf(sample);
      if (typeof plan === 'string') throw new CodedError('CLEW_FORMAT_UNKNOWN', { file: member.name, reason: plan });
      const reader = new RegisterReader(plan, sink, member.encoding, contactKey);
      const unit = wideUnit(member.encoding);
      const header = unit > 0 ? wideBytes(sample.head, 0, plan.header.next, unit) : plan.header.next;
      const range = {
        source,
        from: sample.mark + header,
        to: source.size,
        name: member.name,
        encoding: member.encoding,
      };
      readChunks(reader, range, (position) => {
        sink.progress(position);
      });
    },
  };
}

export default registerFormat(STANDARD_CONTACT_KEY);
