/**
 * A customer, account or role file (`indicators.md` section 2): delimited text whose header names
 * an account and what the bank knows of it, and no money. Contacts are kept as keyed hashes of
 * their normalised spelling, for comparing only; a protected address (a refuge) is dropped with
 * its region. A declared income that nobody could live on in a year is read as monthly.
 */
import type { Day } from '../days.ts';
import { accountKey } from './account-key.ts';
import { STANDARD_CONTACT_KEY } from './contact-hash.ts';
import {
  findTable,
  readTable,
  sampleOfHead,
  type EachRecord,
  type NamedTable,
  type TableRecord,
} from './csv/named-table.ts';
import type { SampleBytes } from './csv/sample.ts';
import type { EntrySink, StatementFormat } from './format.ts';
import { isMonthlyIncome, rowOfCells, type RegisterDays } from './register/row.ts';
import { findRegisterRoles, type RegisterRole } from './register-words.ts';

/** The register format under a case's own key for contact hashes. */
export function registerFormat(contactKey: string): StatementFormat {
  return {
    id: 'register',
    title: 'Customer and account register',
    recognise(head) {
      const table = registerTable(sampleOfHead(head));
      if (!table) return { sureness: 0, why: 'no line names an account and what is known of it' };
      const { header, columns } = table;
      return {
        sureness: 80,
        why: `line ${header.line} names an account and ${columns.size - 1} things known of it, and no money`,
      };
    },
    read(source, member, sink) {
      readTable(source, member, sink, registerTable, registerRecords(sink, contactKey));
    },
  };
}

/** A register's header and columns in a sample; undefined where no line names an account and what is known of it. */
export function registerTable(sample: SampleBytes): NamedTable<RegisterRole> | undefined {
  return findTable(sample, findRegisterRoles);
}

/** What becomes of each record of one register. */
export function registerRecords(sink: EntrySink, contactKey: string): EachRecord<RegisterRole> {
  let isMonthly: boolean | undefined;
  return (record, table) => {
    const name = table.header.fields[table.columns.get('declaredIncome') ?? -1] ?? '';
    isMonthly ??= isMonthlyIncome(name, table.values('declaredIncome'));
    const account = accountKey(record.cell('account'));
    if (!account) return { field: 'account', reason: 'no account is given' };
    const days = daysOf(record);
    if ('field' in days) return days;
    sink.register(rowOfCells((role) => record.cell(role), account.key, days, { isMonthly, key: contactKey }));
    return 'kept';
  };
}

/** The days of a register's record, or which of them is none. */
export function daysOf(
  record: TableRecord<RegisterRole>,
): RegisterDays | { readonly field: RegisterRole; readonly reason: string } {
  const days: { -readonly [K in keyof RegisterDays]: Day } = {};
  for (const role of ['openedOn', 'closedOn', 'validFrom', 'validTo'] as const) {
    const moment = record.moment(role);
    if (moment === 'no day') return { field: role, reason: `${record.cell(role)} is no day` };
    if (moment) days[role] = moment.day;
  }
  return days;
}

export default registerFormat(STANDARD_CONTACT_KEY);
