/**
 * What a delimited file looks like to Clew, before a row is read: layout, each column with its role
 * and why, conventions, and what is in doubt. Also where the file cannot be read yet because the
 * meaning of a column is missing: that is when a person most needs to see it.
 */
import type { ByteSource, Member } from '../format.ts';
import { readCurrency, stripAmount } from './amounts.ts';
import { chosenLayout, evenLayout } from './chosen-layout.ts';
import { settleColumns } from './columns.ts';
import { inferDateOrder } from './date-order.ts';
import { matchHeader, type Role } from './header-words.ts';
import { isCurrencyWord, type Layout } from './layout.ts';
import { forcedRoles, keyOfColumn, type ColumnRole, type CsvOverrides } from './overrides.ts';
import { planOf, type CsvPlan } from './plan.ts';
import { fingerprintOf } from './profile.ts';
import { takeSample, textReader } from './sample.ts';

export const looks = ['empty', 'dates', 'amounts', 'currencies', 'accounts', 'numbers', 'words'] as const;
/** What a column's values are by their shape alone. */
export type Look = (typeof looks)[number];

export interface ColumnLook {
  /** From 1. */
  readonly number: number;
  readonly name: string;
  /** How overrides name it. */
  readonly key: string;
  readonly role?: Role;
  readonly why: string;
  readonly isForced: boolean;
  readonly look: Look;
  /** Cells of the first rows, as the bank wrote them. */
  readonly samples: readonly string[];
}

export interface TableLook {
  readonly encoding: string;
  readonly delimiter: string;
  /** 0 = the file names no columns. */
  readonly headerLine: number;
  readonly fingerprint: string;
  readonly columns: readonly ColumnLook[];
  /** Why decisions are as they are. */
  readonly reasons: readonly string[];
  /** Absent where the file cannot be read. */
  readonly plan?: CsvPlan;
  /** Why it cannot be read. */
  readonly fault?: string;
}

const SAMPLE_ROWS = 6;
const LOOK_ROWS = 200;
const MOST_COLUMNS = 120;

/** Looks at a file as delimited text; undefined where nothing parts it into fields. */
export function lookAt(source: ByteSource, member: Member, overrides: CsvOverrides): TableLook | undefined {
  const encoding = overrides.encoding ?? member.encoding;
  const sample = takeSample(source, encoding);
  const text = textReader(sample.encoding);
  const found = chosenLayout(sample, text, overrides);
  const isNamed = typeof found !== 'string' && found.isUnnamed !== true;
  const layout = isNamed ? found : (evenLayout(sample, text, overrides.delimiter) ?? found);
  if (typeof layout === 'string') return undefined;
  const plan = planOf(sample, { encoding, sha256: member.sha256 }, overrides);
  const reasons: string[] = [];
  const header = layout.header.fields.map((name) => name.replace(/^\ufeff/, '').trim());
  const rows = layout.records
    .map(({ fields }) => fields)
    .filter((fields) => Math.abs(fields.length - header.length) <= 1);
  const asked = forcedRoles(header, overrides);
  const forced = typeof asked === 'string' ? new Map<number, ColumnRole>() : asked;
  const settled = typeof plan === 'string' ? settleColumns(header, rows, reasons, undefined, forced) : undefined;
  const roles =
    typeof plan === 'string'
      ? rolesByColumn(settled?.roles ?? new Map<Role, number>(), settled?.texts ?? [])
      : rolesByColumn(new Map(Object.entries(plan.columns) as [Role, number][]), plan.texts);
  const told = typeof plan === 'string' ? [...layout.reasons, ...reasons] : plan.reasons;
  return {
    encoding,
    delimiter: String.fromCharCode(layout.separators.delimiter),
    headerLine: layout.header.line,
    fingerprint: fingerprintOf(header, layout.separators.delimiter, encoding),
    columns: header
      .slice(0, MOST_COLUMNS)
      .map((_, column) => columnLook(layout, header, rows, column, roles, forced, told)),
    reasons: told,
    ...(typeof plan === 'string' ? { fault: plan } : { plan }),
  };
}

function rolesByColumn(roles: ReadonlyMap<Role, number>, texts: readonly number[]): Map<number, Role> {
  const byColumn = new Map<number, Role>(texts.map((column) => [column, 'text']));
  for (const [role, column] of roles) {
    // `type` may serve as text too, and `amount` as `paidAmount`; the first says more.
    if (!byColumn.has(column) || byColumn.get(column) === 'text' || byColumn.get(column) === 'amount')
      byColumn.set(column, role);
  }
  return byColumn;
}

function columnLook(
  layout: Layout,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  column: number,
  roles: ReadonlyMap<number, Role>,
  forced: ReadonlyMap<number, ColumnRole>,
  reasons: readonly string[],
): ColumnLook {
  const name = layout.header.line === 0 ? '' : (header[column] ?? '');
  const role = roles.get(column);
  const cells = rows.slice(0, LOOK_ROWS).map((fields) => fields[column]?.trim() ?? '');
  return {
    number: column + 1,
    name,
    key: keyOfColumn(header, column),
    ...(role === undefined ? {} : { role }),
    why: whyOf(name, role, forced.get(column), reasons),
    isForced: forced.has(column),
    look: shapeOf(cells.filter((cell) => cell !== '')),
    samples: rows.slice(0, SAMPLE_ROWS).map((fields) => fields[column] ?? ''),
  };
}

function whyOf(
  name: string,
  role: Role | undefined,
  forced: ColumnRole | undefined,
  reasons: readonly string[],
): string {
  const said =
    name === '' ? [] : reasons.filter((why) => why.startsWith(`${name}: `)).map((why) => why.slice(name.length + 2));
  const match = matchHeader(name, isCurrencyWord);
  const known =
    forced !== undefined
      ? 'set by hand'
      : role === undefined
        ? match
          ? 'its name is known, its values do not fit or another column holds it'
          : 'its name is not known'
        : match === undefined
          ? 'by its values'
          : match.isExact
            ? 'its name is known'
            : 'its name is like one that is known';
  return [known, ...new Set(said)].join('; ');
}

/** What nine in ten of the filled values are. */
function shapeOf(values: readonly string[]): Look {
  if (values.length === 0) return 'empty';
  const most = (test: (value: string) => boolean): boolean => values.filter(test).length >= values.length * 0.9;
  if (most((value) => /[./ -]|^\d{8}$/.test(value) && /\d/.test(value)) && inferDateOrder(values).order) return 'dates';
  if (most((value) => readCurrency(value) !== 0)) return 'currencies';
  const isNumber = (value: string): boolean => /^[\d.,' ]+$/.test(stripAmount(value)?.digits ?? '');
  if (most(isNumber)) return values.some((value) => /\d[.,]\d{1,2}\D*$/.test(value)) ? 'amounts' : 'numbers';
  if (most((value) => /^[A-Z]{2}\d{2}[A-Z0-9 ]{8,34}$/i.test(value) || /^[\d /-]{7,}$/.test(value))) return 'accounts';
  return 'words';
}
