/**
 * What each table of a document is, decided before any is read: payments, a register, or why it is
 * neither. Payments that name no account take the one in their table's name, else the only one that
 * the rest of the document names (a sheet of particulars beside the payments).
 */
import { isValidIBAN } from 'ibantools';
import { NO_ACCOUNT, madeAccount } from './csv/conventions.ts';
import { planOf, type CsvPlan } from './csv/plan.ts';
import { readPreamble } from './csv/preamble.ts';
import { sampleRecords, textReader, type SampleBytes } from './csv/sample.ts';
import type { Member } from './format.ts';
import type { NamedTable } from './csv/named-table.ts';
import { registerTable } from './register.ts';
import type { RegisterRole } from './register-words.ts';
import type { TablePlace } from './table-text.ts';

export type TablePlan =
  | { readonly kind: 'payments'; readonly csv: CsvPlan }
  | { readonly kind: 'register'; readonly register: NamedTable<RegisterRole> };

export interface PlannedTable {
  readonly place: TablePlace;
  /** Why it is neither, where it is text. */
  readonly plan: TablePlan | string;
}

const PARTICULARS_WITHIN = 80;
const COMMAS = { delimiter: 44, quote: 34, escape: 34 };

/**
 * Plans of a document's tables, in their order.
 * @param look gives a table's sample
 */
export function planTables(
  places: readonly TablePlace[],
  look: (place: TablePlace) => SampleBytes,
  member: Member,
): PlannedTable[] {
  const made = madeAccount(member.sha256);
  const planned = places.map((place): PlannedTable => ({ place, plan: planOne(look(place), member) }));
  const named = new Map<string, string | undefined>();
  for (const { place, plan } of planned) {
    if (typeof plan !== 'string') {
      if (plan.kind === 'payments' && plan.csv.account !== undefined && plan.csv.account !== made) {
        named.set(plan.csv.account, plan.csv.accountName);
      }
      continue;
    }
    const { head, isWhole, separators = COMMAS } = look(place);
    const records = sampleRecords(head, separators, textReader('utf-8'), isWhole, PARTICULARS_WITHIN);
    const { account, accountName } = readPreamble(records);
    if (account !== undefined) named.set(account, accountName);
  }
  return planned.map(({ place, plan }) => {
    if (typeof plan === 'string' || plan.kind !== 'payments' || plan.csv.account !== made) return { place, plan };
    const own = accountOfName(place.name);
    const [only] = named.size === 1 ? named : [];
    if (own !== undefined)
      return { place, plan: withAccount(plan.csv, own, undefined, 'its account is the one in the table’s name') };
    if (!only) return { place, plan };
    return {
      place,
      plan: withAccount(plan.csv, ...only, 'its account is the one that the rest of the document names'),
    };
  });
}

function planOne(sample: SampleBytes, member: Member): TablePlan | string {
  const register = registerTable(sample);
  if (register) return { kind: 'register', register };
  const csv = planOf(sample, member);
  return typeof csv === 'string' ? csv : { kind: 'payments', csv };
}

function withAccount(csv: CsvPlan, account: string, accountName: string | undefined, why: string): TablePlan {
  const warnings = csv.warnings.filter((warning) => warning !== NO_ACCOUNT);
  const named = accountName === undefined ? {} : { accountName };
  return {
    kind: 'payments',
    csv: { ...csv, account, ...named, reasons: [...csv.reasons, why], warnings: [...warnings, why] },
  };
}

/** An IBAN, or a number too long for a day, that a table is named by. */
function accountOfName(name: string): string | undefined {
  const iban = name
    .toUpperCase()
    .match(/[A-Z]{2}\d{2}[A-Z0-9]{11,30}/g)
    ?.find((text) => isValidIBAN(text));
  return iban ?? /(?<!\d)\d{9,20}(?!\d)/.exec(name)?.[0];
}
