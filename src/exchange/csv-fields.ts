/**
 * One CSV record by the column names of its own file. The layout is found as the reader found it
 * (`formats/csv/layout.ts`), and what a column may show follows from the role of its name.
 */
import type { ByteSource, Member } from '../formats/format.ts';
import { matchHeader, type Role } from '../formats/csv/header-words.ts';
import { findLayout, isCurrencyWord, type Layout } from '../formats/csv/layout.ts';
import { sampleRecords, takeSample, textReader, wideUnit } from '../formats/csv/sample.ts';
import { decodeBytes } from '../intake/encoding.ts';
import type { PlainKind } from './field-masks.ts';
import type { RecordField } from './record-fields.ts';

const plainRoles: Partial<Readonly<Record<Role, PlainKind>>> = {
  booking: 'date',
  value: 'date',
  time: 'time',
  amount: 'amount',
  ownAmount: 'amount',
  debit: 'amount',
  credit: 'amount',
  balance: 'amount',
  fee: 'amount',
  originalAmount: 'amount',
  paidAmount: 'amount',
  receivedAmount: 'amount',
  currency: 'currency',
  ownCurrency: 'currency',
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

const layouts = new WeakMap<Member, Layout | string>();

function layoutOf(source: ByteSource, member: Member): Layout | string {
  let layout = layouts.get(member);
  if (!layout)
    layouts.set(member, (layout = findLayout(takeSample(source, member.encoding), textReader(member.encoding))));
  return layout;
}

/** @returns undefined where the file's layout is not found again */
export function csvFields(source: ByteSource, member: Member, record: Uint8Array): RecordField[] | undefined {
  const layout = layoutOf(source, member);
  if (typeof layout === 'string') return undefined;
  const isWide = wideUnit(member.encoding) > 0;
  const bytes = isWide ? Buffer.from(decodeBytes(record, member.encoding)) : record;
  const [found] = sampleRecords(bytes, layout.separators, textReader(isWide ? 'utf-8' : member.encoding), true, 1);
  return found?.fields.map((value, index) => {
    const name = layout.header.fields[index]?.trim() || `column ${index + 1}`;
    const plain = plainRoles[matchHeader(name, isCurrencyWord)?.role ?? 'ignored'];
    return plain === undefined ? { name, value } : { name, value, plain };
  });
}
