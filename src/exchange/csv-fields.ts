/**
 * One CSV record by the column names of its own file. The layout is found as the reader found it
 * (`formats/csv/layout.ts`), and what a column may show follows from the role of its name.
 */
import type { ByteSource, Member } from '../formats/format.ts';
import { matchHeader, type Role } from '../formats/csv/header-words.ts';
import { chosenLayout } from '../formats/csv/chosen-layout.ts';
import { isCurrencyWord, type Layout } from '../formats/csv/layout.ts';
import { forcedRoles, type ColumnRole, type CsvOverrides } from '../formats/csv/overrides.ts';
import { sampleRecords, takeSample, textReader } from '../formats/csv/sample.ts';
import type { PlainKind } from './field-masks.ts';
import type { RecordField } from './record-fields.ts';

const plainRoles: Partial<Readonly<Record<Role, PlainKind>>> = {
  booking: 'date',
  value: 'date',
  time: 'time',
  amount: 'amount',
  debit: 'amount',
  credit: 'amount',
  balance: 'amount',
  fee: 'amount',
  originalAmount: 'amount',
  paidAmount: 'amount',
  receivedAmount: 'amount',
  currency: 'currency',
  originalCurrency: 'currency',
  paidCurrency: 'currency',
  receivedCurrency: 'currency',
  sign: 'code',
  purpose: 'code',
  mcc: 'code',
  otherCountry: 'country',
  merchantCountry: 'country',
  otherBank: 'bank',
  fromBank: 'bank',
  toBank: 'bank',
};

/** What a hand may show by giving a column a role: nothing that a name could pass for. */
const plainByHand: ReadonlySet<PlainKind> = new Set(['date', 'time', 'amount', 'currency']);

/** What a column may show by its name, or by the role that a person gave it. */
export function plainOfColumn(name: string, forced: ColumnRole | undefined): PlainKind | undefined {
  const byName = plainRoles[matchHeader(name, isCurrencyWord)?.role ?? 'ignored'];
  const byHand = forced === undefined ? undefined : plainRoles[forced];
  return byHand !== undefined && (plainByHand.has(byHand) || byHand === byName) ? byHand : byName;
}

const layouts = new WeakMap<Member, Layout | string>();

function layoutOf(source: ByteSource, member: Member, overrides: CsvOverrides): Layout | string {
  let layout = layouts.get(member);
  if (!layout) {
    layout = chosenLayout(takeSample(source, member.encoding), textReader(member.encoding), overrides);
    layouts.set(member, layout);
  }
  return layout;
}

/** @returns undefined where the file's layout is not found again */
export function csvFields(
  source: ByteSource,
  member: Member,
  record: Uint8Array,
  overrides: CsvOverrides = {},
): RecordField[] | undefined {
  const layout = layoutOf(source, member, overrides);
  if (typeof layout === 'string') return undefined;
  const isWide = member.encoding.startsWith('utf-16');
  const bytes = isWide ? Buffer.from(new TextDecoder(member.encoding).decode(record)) : record;
  const [found] = sampleRecords(bytes, layout.separators, textReader(isWide ? 'utf-8' : member.encoding), true, 1);
  const forced = forcedRoles(
    layout.header.fields.map((name) => name.trim()),
    overrides,
  );
  return found?.fields.map((value, index) => {
    const header = layout.header.fields[index]?.trim() ?? '';
    const name = header === '' || /^#\d+$/.test(header) ? `column ${index + 1}` : header;
    const plain = plainOfColumn(name, typeof forced === 'string' ? undefined : forced.get(index));
    return plain === undefined ? { name, value } : { name, value, plain };
  });
}
