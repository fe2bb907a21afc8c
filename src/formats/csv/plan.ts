/**
 * Everything that is decided about a CSV file before its first row is read: dialect, columns,
 * conventions. It is plain data (it travels to threads) and keeps a reason for each decision, so
 * that a person can check it. Over 300 lines because the order of decisions is the rule here and
 * stands in one place.
 */
import { wideUnit } from '../../intake/encoding.ts';
import { CodedError } from '../../errors.ts';
import { packCurrency, type PackedCurrency } from '../../money.ts';
import type { ByteSource, Member } from '../format.ts';
import { scaled } from './amount-text.ts';
import { stripAmount, type DecimalMark } from './amounts.ts';
import { chosenLayout } from './chosen-layout.ts';
import { settleColumns, type Columns } from './columns.ts';
import { minorOf, nameOf, settleAccount, settleCurrency, settleDecimals, settleSign } from './conventions.ts';
import { directionOfDays, settleDates } from './date-order.ts';
import type { DateOrder } from './dates.ts';
import { foldHeader, type Role } from './header-words.ts';
import { forcedRoles, signFault, type CsvOverrides } from './overrides.ts';
import type { Sides } from './own-account.ts';
import { readPreamble } from './preamble.ts';
import type { Separators } from './records.ts';
import { sampleRecords, takeSample, textReader, wideBytes, type SampleBytes } from './sample.ts';
import type { SignGuess, SignRule } from './signs.ts';
import { isSummary } from './summary-words.ts';
import type { Layout } from './table-layout.ts';

/** What only a person can settle: the file gives no proof either way, or lacks it. */
export interface Doubt {
  readonly kind: 'column' | 'date-order' | 'currency' | 'account' | 'sign';
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
  /** Columns are told by what they hold. */
  readonly isUnnamed: boolean;
  readonly kind: Columns['kind'];
  readonly columns: Readonly<Partial<Record<Role, number>>>;
  readonly texts: readonly number[];
  readonly dates: Readonly<Partial<Record<'booking' | 'value', DateOrder>>>;
  readonly decimals: Readonly<Partial<Record<Role, DecimalMark>>>;
  readonly sign: SignRule;
  /** Where signs come from balances: the one to compare with stands in the row below, not above. */
  readonly balanceBelow: boolean;
  /** Balances are printed before the booking: of use for signs only. */
  readonly balanceBefore: boolean;
  /** Where a statement's rows name sender and receiver. */
  readonly sides?: Sides;
  /** Where rows state a balance or a turnover and are no entries. */
  readonly summaryColumns: readonly number[];
  /** The file has sections: lines between rows name the account of the rows below them. */
  readonly hasSections: boolean;
  /** Fields beyond the header's belong to the last column's text. */
  readonly overflows: boolean;
  /** -1 where the debit column holds negative numbers. */
  readonly debitSign: 1 | -1;
  /** -1 where the credit column does. */
  readonly creditSign: 1 | -1;
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

const CARD = /\b(\w*card|karte\w*|kart\w*|carte|tarjeta|carta|kaart\w*|kort\w*|cartao|kredit\w*)\b/;

/** Card numbers by their stars, else by the column's name; an account that a card belongs to is none. */
function isCardColumn(name: string, values: readonly string[]): boolean {
  const filled = values.filter((value) => value !== '');
  const masked = filled.filter((value) => /\d?[*x\u2022]{2,}/i.test(value)).length;
  const folded = foldHeader(name);
  if (!CARD.test(folded)) return false;
  const isAccount =
    /\b(account|konto|kont\w*|rachun\w*|compte|cuenta|conto|conta|rekening|schet\w*|rakhun\w*|iban|racun\w*)\b/.test(
      folded,
    );
  return isAccount ? masked > filled.length / 2 : true;
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
  const isLong = overflowing(layout, header.length);
  const rows = dataRows(layout, sample, header.length, isLong);
  const reasons = [...layout.reasons];
  const warnings: string[] = [];
  const doubts: Doubt[] = [];
  if (layout.isUnnamed) doubts.push({ kind: 'column', why: 'no known name tells the columns; their contents do' });
  const forced = forcedRoles(header, overrides);
  if (typeof forced === 'string') return forced;
  const preamble = readPreamble(layout.preamble);
  const columns = settleColumns(header, rows, reasons, preamble.account, forced);
  const { kind, texts, sides } = columns;
  const roles = new Map(columns.roles);
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
  const guesses = settleDates({ booking: cells('booking'), value: cells('value') }, isAmerican);
  const dates: Partial<Record<'booking' | 'value', DateOrder>> = {};
  for (const role of ['booking', 'value'] as const) {
    if (!roles.has(role)) continue;
    dates[role] = overrides.dateOrder ?? guesses[role].order ?? 'ymd';
    const why = overrides.dateOrder ? 'date order set by hand' : guesses[role].why;
    reasons.push(`${nameOf(header, roles, role)}: ${why}`);
  }
  if (guesses.booking.isOpen && !overrides.dateOrder) {
    warnings.push(guesses.booking.why);
    doubts.push({ kind: 'date-order', why: guesses.booking.why });
  }
  if (rows.length === 0) warnings.push('no entries: the columns are known, and no row follows them');

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
  const givenCurrency = overrides.currency === undefined ? undefined : packCurrency(overrides.currency);
  const currency = settled('currency', givenCurrency, (why, alarms) =>
    settleCurrency(header, roles, cells, preamble.currency, why, alarms),
  );
  const isCard = kind === 'statement' && isCardColumn(header[roles.get('account') ?? -1] ?? '', cells('account'));
  const order = {
    direction: directionOfDays(cells('booking'), dates.booking ?? 'ymd'),
    ...(roles.has('account') ? { accounts: cells('account') } : {}),
  };
  const textAt = (column: number): string[] => rows.map((row) => row[column] ?? '');
  const isCardFile =
    isCard || header.some((name) => /\b(card ?member|card ?holder|karteninhaber)/.test(foldHeader(name)));
  const givenSign = overrides.sign && { rule: overrides.sign, why: 'set by hand' };
  const sign = settled<SignGuess>('sign', givenSign, (why, alarms) =>
    settleSign(columns, roles, cells, textAt, decimals, order, isCardFile, why, alarms),
  );
  const isBefore = sign.place?.startsWith('before') === true;
  if (isBefore) {
    reasons.push('balances are printed before each booking');
    if (sign.rule !== 'balance') roles.delete('balance');
  }
  const fixed = constantBalance(cells('balance'));
  if (fixed !== undefined) {
    reasons.push('the balance is the same in each row: the account’s when the file was made, and no running one');
    roles.delete('balance');
  }
  const isOwnSide = sides?.own !== undefined && preamble.account === undefined;
  const account = settled('account', overrides.account, (why, alarms) =>
    settleAccount(kind, roles, preamble.account ?? sides?.own, isOwnSide, member.sha256, why, alarms),
  );
  if (overrides.profile !== undefined)
    warnings.push(`read with the profile ${overrides.profile}, which was made for this layout`);
  const balances = [preamble.opening, preamble.closing ?? fixed].map((balance) =>
    minorOf(balance, decimals.balance ?? decimals.amount ?? decimals.credit ?? ',', currency),
  );
  const signOf = (role: 'debit' | 'credit'): 1 | -1 => {
    const values = cells(role).filter((value) => value !== '' && scaled(value, decimals[role] ?? '.') !== 0n);
    return values.filter((value) => stripAmount(value)?.isNegative).length > values.length / 2 ? -1 : 1;
  };

  const unit = wideUnit(sample.encoding);
  const after = layout.header.next;
  const spanned = layout.records.at(-1)?.next ?? after;
  return {
    encoding: sample.encoding,
    separators: layout.separators,
    start: sample.mark + (unit > 0 ? wideBytes(sample.head, 0, after, unit) : after),
    line: layout.header.nextLine,
    header,
    fewest: fewestFields(layout, header, roles),
    isUnnamed: layout.isUnnamed === true,
    kind,
    isCard,
    columns: Object.fromEntries(roles),
    texts,
    dates,
    decimals,
    sign: sign.rule,
    balanceBelow: sign.place === 'after-newest' || sign.place === 'before-oldest',
    balanceBefore: isBefore,
    ...(sides ? { sides } : {}),
    summaryColumns: header.flatMap((_, column) => (rows.some((row) => isSummary(row[column] ?? '')) ? [column] : [])),
    hasSections: hasSections(layout, roles.get('booking') ?? 0, preamble.account),
    overflows: isLong && texts.includes(header.length - 1),
    debitSign: signOf('debit'),
    creditSign: signOf('credit'),
    currency,
    ...(account === undefined ? {} : { account }),
    ...(preamble.accountName && account === preamble.account ? { accountName: preamble.accountName } : {}),
    ...(balances[0] === undefined ? {} : { opening: balances[0] }),
    ...(balances[1] === undefined ? {} : { closing: balances[1] }),
    meanRecord: Math.max(8, (spanned - after) / Math.max(1, layout.records.length)) * Math.max(1, unit),
    reasons,
    warnings,
    doubts,
  };
}

/** One balance in three rows and more is none that runs. */
function constantBalance(values: readonly string[]): string | undefined {
  return values.length > 2 && values[0] !== '' && values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** Rows below the header, and at the file's end, that have the header's number of fields. */
function dataRows(layout: Layout, sample: SampleBytes, width: number, isLong: boolean): (readonly string[])[] {
  const short = [usualWidth(layout), ...commonWidths(layout)].filter((length) => length > width / 2);
  const fewest = Math.min(width - 1, ...short);
  const fits = (fields: readonly string[]): boolean =>
    fields.length >= fewest && (isLong || fields.length <= width + 1);
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

/** Lines between rows that name an account other than the one above the header. */
function hasSections(layout: Layout, booking: number, first: string | undefined): boolean {
  if (first === undefined) return false;
  return layout.records.some(({ fields }, index) => {
    if (/\d{2}/.test(fields[booking] ?? '') && fields.length > 2) return false;
    const { account } = readPreamble(layout.records.slice(index, index + 1));
    return account !== undefined && account !== first;
  });
}

/** Many rows go on beyond the header's last column. */
function overflowing(layout: Layout, width: number): boolean {
  const longer = layout.records.filter(({ fields }) => fields.slice(width).some((field) => field.trim() !== '')).length;
  return longer > layout.records.length * 0.3;
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
  const usual = usualWidth(layout);
  const often = commonWidths(layout).filter((length) => length >= needed);
  return Math.min(width, usual >= needed ? usual : width, ...often);
}

/** Fields of most records. */
function usualWidth(layout: Layout): number {
  const counts = new Map<number, number>();
  for (const { fields } of layout.records) {
    if (fields.length > 1) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? layout.header.fields.length;
}

/** Numbers of fields that a fifth of the records have. */
function commonWidths(layout: Layout): number[] {
  const counts = new Map<number, number>();
  for (const { fields } of layout.records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1 && count >= layout.records.length / 5).map(([length]) => length);
}
