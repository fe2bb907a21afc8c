/** Options that decide how delimited text is read, checked before anything is opened. */
import { Option, type Command } from 'commander';
import { CodedError } from '../errors.ts';
import {
  columnRoles,
  dateOrders,
  decimalMarks,
  faultOf,
  signRules,
  type ColumnRole,
  type CsvOverrides,
} from '../formats/csv/overrides.ts';
import { countOption } from './options.ts';

export interface TableFlags {
  readonly set?: readonly string[];
  readonly dateOrder?: CsvOverrides['dateOrder'];
  readonly decimal?: CsvOverrides['decimal'];
  readonly sign?: CsvOverrides['sign'];
  readonly currency?: string;
  readonly account?: string;
  readonly headerLine?: number;
  readonly delimiter?: string;
  readonly encoding?: string;
}

/** Adds them to a command. */
export function withTableOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--set <column=role>',
        `role of a column, by its name or number (#3), again and again: ${columnRoles.join(', ')}`,
      ).argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]),
    )
    .addOption(new Option('--date-order <order>', 'order of day, month and year').choices(dateOrders))
    .addOption(new Option('--decimal <mark>', 'decimal mark of amounts').choices(decimalMarks))
    .addOption(new Option('--sign <rule>', 'how a debit is told from a credit').choices(signRules))
    .option('--currency <code>', 'currency of rows that name none')
    .option('--account <number>', 'account of a file that names none; never kept in a profile')
    .addOption(countOption('--header-line <n>', 'line that names the columns; 0 = none does', 0))
    .option('--delimiter <sign>', 'sign between fields; tab for a tabulator')
    .option('--encoding <label>', 'encoding, e.g. windows-1252');
}

/** The flags as overrides. Throws CLEW_USAGE. */
export function overridesOf(flags: TableFlags): CsvOverrides {
  const { set = [], delimiter, dateOrder, decimal, sign, currency, account, headerLine, encoding } = flags;
  const columns = Object.fromEntries(set.map(columnAndRole));
  const overrides: CsvOverrides = {
    ...(set.length === 0 ? {} : { columns }),
    ...given('dateOrder', dateOrder),
    ...given('decimal', decimal),
    ...given('sign', sign),
    ...given('currency', currency?.toUpperCase()),
    ...given('account', account),
    ...given('headerLine', headerLine),
    ...given('delimiter', delimiter === 'tab' ? '\t' : delimiter),
    ...given('encoding', encoding?.toLowerCase()),
  };
  const fault = faultOf(overrides);
  if (fault !== undefined) throw new CodedError('CLEW_USAGE', { reason: fault });
  return overrides;
}

function columnAndRole(text: string): [string, ColumnRole] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new CodedError('CLEW_USAGE', { reason: `--set ${text}: a column, =, and a role` });
  return [text.slice(0, at).trim(), text.slice(at + 1).trim() as ColumnRole];
}

function given<K extends keyof CsvOverrides>(key: K, value: CsvOverrides[K]): Pick<CsvOverrides, K> | object {
  return value === undefined ? {} : { [key]: value };
}
