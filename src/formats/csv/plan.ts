/**
 * Everything that is decided about a CSV file before its first row is read: dialect, columns,
 * conventions. It is plain data (it travels to threads) and keeps a reason for each decision, so
 * that a person can check it.
 */
import { CodedError } from '../../errors.ts';
import { packCurrency, type PackedCurrency } from '../../money.ts';
import type { ByteSource, Member } from '../format.ts';
import { stripAmount, type DecimalMark } from './amounts.ts';
import { chosenLayout } from './chosen-layout.ts';
import { settleColumns, type Columns } from './columns.ts';
import { minorOf, nameOf, settleAccount, settleCurrency, settleDecimals, settleSign } from './conventions.ts';
import { inferDateOrder, type DateOrder } from './dates.ts';
import { foldHeader, type Role } from './header-words.ts';
import type { Layout } from './layout.ts';
import { forcedRoles, signFault, type CsvOverrides } from './overrides.ts';
import { readPreamble } from './preamble.ts';
import type { Separators } from './records.ts';
import { sampleRecords, takeSample, textReader, utf16Units, type SampleBytes } from './sample.ts';
import { scaled, type SignRule } from './signs.ts';

/** What only a person can settle: the file gives no proof either way, or lacks it. */
export interface Doubt {
  readonly kind: 'date-order' | 'currency' | 'account' | 'sign';
  readonly why: string;
}

export interface CsvPlan {
  readonly encoding: string;
  readonly separators: Separators;
  /** Byte offset and line of the first record after the header. */
  readonly start: number;
  readonly line: number;
  readonly header: readonly string[];
  /** Rows with fewer fields than this are rejected; fields up to the header's number read as empty. */
  readonly fewest: number;
  readonly kind: Columns['kind'];
  readonly columns: Readonly<Partial<Record<Role, number>>>;
  readonly texts: readonly number[];
  readonly dates: Readonly<Partial<Record<'booking' | 'value', DateOrder>>>;
  readonly decimals: Readonly<Partial<Record<Role, DecimalMark>>>;
  readonly sign: SignRule;
  /** -1 where the debit column holds negative numbers. */
  readonly debitSign: 1 | -1;
  /** For rows that name none. */
  readonly currency: PackedCurrency;
  /** For rows that name none: from the lines above the header, else made from the file's hash. */
  readonly account?: string;
  readonly accountName?: string;
  /** The statement's own account is a card, named by its number. */
  readonly isCard: boolean;
  readonly opening?: number;
  readonly closing?: number;
  /** Bytes of a record on average, for sizing columns. */
  readonly meanRecord: number;
  /** Why, in words, decision by decision. */
  readonly reasons: readonly string[];
  /** What a person should check, decided before reading. */
  readonly warnings: readonly string[];
  readonly doubts: readonly Doubt[];
}

/** Decides a file's dialect. Throws CLEW_FORMAT_UNKNOWN with what is missing. */
export function inferDialect(source: ByteSource, member: Member, overrides?: CsvOverrides): CsvPlan {
  const sample = takeSample(source, member.encoding);
  const plan = planOf(sample, member, overrides);
  if (typeof plan === 'string') throw new CodedError('CLEW_FORMAT_UNKNOWN', { file: member.name, reason: plan });
  return plan;
}

/** As `inferDialect` from a sample; the reason where the columns' meaning stays unknown. */
export function planOf(
  sample: SampleBytes,
  member: Pick<Member, 'encoding' | 'sha256'>,
  overrides: CsvOverrides = {},
): CsvPlan | string {
  const text = textReader(sample.encoding);
  const layout = chosenLayout(sample, text, overrides);
  if (typeof layout === 'string') return layout;
  const header = layout.header.fields.map((name) => name.replace(/^\ufeff/, '').trim());
  const rows = dataRows(layout, sample, header.length);
  const reasons = [...layout.reasons];
  const warnings: string[] = [];
  const doubts: Doubt[] = [];
  const forced = forcedRoles(header, overrides);
  if (typeof forced === 'string') return forced;
  const { kind, roles, texts } = settleColumns(header, rows, reasons, forced);
  const missing = missingRoles(kind, roles);
  if (missing !== '') return `no column for ${missing} in line ${layout.header.line}`;
  const unfit = signFault(overrides.sign, roles);
  if (unfit !== undefined) return unfit;

  const cells = (role: Role): string[] => {
    const column = roles.get(role);
    return column === undefined ? [] : rows.map((row) => row[column]?.trim() ?? '');
  };
  const isAmerican =
    roles.has('booking') &&
    layout.separators.delimiter === 44 &&
    /date/i.test(header[roles.get('booking') as number] ?? '') &&
    header.some((name) => /\b(check|zip|state|memo|debit|credit|description)\b/i.test(name)) &&
    cells('currency').every((code) => code === 'USD') &&
    cells('currency').length > 0;
  const dates: Partial<Record<'booking' | 'value', DateOrder>> = {};
  for (const role of ['booking', 'value'] as const) {
    if (!roles.has(role)) continue;
    const guess = inferDateOrder(cells(role), isAmerican);
    dates[role] = overrides.dateOrder ?? guess.order ?? 'ymd';
    const why = overrides.dateOrder ? 'date order set by hand' : guess.why;
    reasons.push(`${nameOf(header, roles, role)}: ${why}`);
    if (/^no value|contradict/.test(why)) doubts.push({ kind: 'date-order', why: reasons.at(-1) as string });
  }
  // A column that proves nothing follows one that does.
  const other =
    !overrides.dateOrder && dates.booking && dates.value && cells('value').length > 0
      ? bestOrder(cells('booking'), cells('value'), isAmerican)
      : undefined;
  if (other) {
    dates.booking = dates.value = other;
    doubts.length = 0;
  }

  /** What a step warns of is in doubt, unless a person settled it. */
  const settled = <T>(doubt: Doubt['kind'], given: T | undefined, infer: (to: string[], alarms: string[]) => T): T => {
    const alarms: string[] = [];
    if (given !== undefined) {
      reasons.push(`${doubt}: set by hand`);
      return given;
    }
    const value = infer(reasons, alarms);
    for (const why of alarms) doubts.push({ kind: doubt, why });
    warnings.push(...alarms);
    return value;
  };
  const decimals = settleDecimals(header, roles, cells, layout, reasons, overrides.decimal);
  const preamble = readPreamble(layout.preamble);
  const givenCurrency = overrides.currency === undefined ? undefined : packCurrency(overrides.currency);
  const currency = settled('currency', givenCurrency, (why, alarms) =>
    settleCurrency(header, roles, cells, preamble.currency, why, alarms),
  );
  const sign = settled('sign', overrides.sign, (why, alarms) => settleSign(kind, roles, cells, decimals, why, alarms));
  const account = settled('account', overrides.account, (why, alarms) =>
    settleAccount(kind, roles, preamble.account, member.sha256, why, alarms),
  );
  if (overrides.profile !== undefined)
    warnings.push(`read with the profile ${overrides.profile}, which was made for this layout`);
  const balances = [preamble.opening, preamble.closing].map((balance) =>
    minorOf(balance, decimals.balance ?? decimals.amount ?? decimals.credit ?? ',', currency),
  );
  const debits = cells('debit').filter((value) => value !== '' && scaled(value, decimals.debit ?? '.') !== 0n);
  const negativeDebits = debits.filter((value) => stripAmount(value)?.isNegative).length;

  const isWide = sample.encoding.startsWith('utf-16');
  const after = layout.header.next;
  const spanned = layout.records.at(-1)?.next ?? after;
  return {
    encoding: sample.encoding,
    separators: layout.separators,
    start: sample.mark + (isWide ? 2 * utf16Units(sample.head, 0, after) : after),
    line: layout.header.nextLine,
    header,
    fewest: fewestFields(layout, header, roles),
    kind,
    isCard:
      kind === 'statement' &&
      /\b(card|karte\w*|kart\w*|carte|tarjeta|carta|kaart\w*)\b/.test(
        foldHeader(header[roles.get('account') ?? -1] ?? ''),
      ),
    columns: Object.fromEntries(roles),
    texts,
    dates,
    decimals,
    sign,
    debitSign: negativeDebits > debits.length / 2 ? -1 : 1,
    currency,
    ...(account === undefined ? {} : { account }),
    ...(preamble.accountName && account === preamble.account ? { accountName: preamble.accountName } : {}),
    ...(balances[0] === undefined ? {} : { opening: balances[0] }),
    ...(balances[1] === undefined ? {} : { closing: balances[1] }),
    meanRecord: Math.max(8, (spanned - after) / Math.max(1, layout.records.length)) * (isWide ? 2 : 1),
    reasons,
    warnings,
    doubts,
  };
}

/** Rows below the header, and at the file's end, that have the header's number of fields. */
function dataRows(layout: Layout, sample: SampleBytes, width: number): (readonly string[])[] {
  const fits = (fields: readonly string[]): boolean => fields.length >= width - 1 && fields.length <= width + 1;
  const rows = layout.records.map((record) => record.fields).filter(fits);
  const cut = sample.tail.indexOf(10);
  if (cut >= 0) {
    const tail = sampleRecords(sample.tail.subarray(cut + 1), layout.separators, textReader(sample.encoding), true);
    rows.push(
      ...tail
        .slice(1)
        .map((record) => record.fields)
        .filter((fields) => fields.length === width),
    );
  }
  const head = layout.header.fields.join('\u001f');
  return rows.filter((fields) => fields.join('\u001f') !== head);
}

function missingRoles(kind: Columns['kind'], roles: ReadonlyMap<Role, number>): string {
  if (!roles.has('booking')) return 'the booking date';
  if (kind === 'transfers') return roles.has('paidAmount') ? '' : 'the amount';
  return roles.has('amount') || (roles.has('debit') && roles.has('credit')) ? '' : 'the amount';
}

function bestOrder(a: readonly string[], b: readonly string[], isAmerican: boolean): DateOrder | undefined {
  const [first, second] = [inferDateOrder(a, isAmerican), inferDateOrder(b, isAmerican)];
  const proves = (why: string): boolean => /proves that/.test(why);
  if (first.order === second.order) return undefined;
  if (proves(first.why) && second.why.startsWith('no value')) return first.order;
  return proves(second.why) && first.why.startsWith('no value') ? second.order : undefined;
}

/** Fewer fields than the header's are right where every good row has fewer, up to the last column that matters. */
function fewestFields(layout: Layout, header: readonly string[], roles: ReadonlyMap<Role, number>): number {
  const needed =
    1 +
    Math.max(
      ...(['booking', 'amount', 'debit', 'credit', 'paidAmount', 'currency'] as const).map(
        (role) => roles.get(role) ?? 0,
      ),
    );
  let width = header.length;
  while (width > needed && header[width - 1] === '') width--;
  const counts = new Map<number, number>();
  for (const { fields } of layout.records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? width;
  return usual < width && usual >= needed ? usual : width;
}
