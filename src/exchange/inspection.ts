/**
 * A file as it would be read, with nothing imported: what format and why, each column and each
 * convention with its reason, the first rows, rejects and totals, and what a person should settle
 * first. Read in full, so that the totals are those of the import; ends are numbered as in a case
 * of this one file, and masked unless a reveal is recorded.
 */
import { NO_DAY, isoDate, type Day } from '../days.ts';
import { decisionFor, type TableChoice, type TableDecision } from '../cases/table-decisions.ts';
import { asCodedError } from '../errors.ts';
import { FIRST_SHARED_END } from '../formats/end-table.ts';
import { amountAt, channels, sideCode, sides, statuses } from '../formats/entry-columns.ts';
import { lookAt, type ColumnLook, type TableLook } from '../formats/csv/look.ts';
import type { CsvOverrides } from '../formats/csv/overrides.ts';
import type { Member, Segment } from '../formats/format.ts';
import { readMembers } from '../formats/read-members.ts';
import { headOf, recognise } from '../formats/recognise.ts';
import { fileSource } from '../intake/byte-source.ts';
import { openMembers } from '../intake/members.ts';
import { Disclosure } from '../leads/disclosure.ts';
import { buildLedger } from '../ledger/build.ts';
import { valueAt } from '../ledger/row-access.ts';
import { currencyCode, decimalText } from '../money.ts';
import type { Inspection, InspectionReport } from '../server/api-intake.ts';
import { plainOfColumn } from './csv-fields.ts';
import { ledgerEndOf } from './ends-of-segment.ts';
import { MASK, isPlain } from './field-masks.ts';
import { filesReport } from './files-report.ts';
import { timeText } from './transaction-rows.ts';

export interface InspectOptions extends TableChoice {
  /** For opened containers; the caller removes it. */
  readonly scratch: string;
  readonly workers: number;
  readonly isRevealed: boolean;
  readonly signal?: AbortSignal;
}

type Doubts = Inspection['doubts'];

const SHOWN_ROWS = 10;
/** From here on threads read faster than this one. */
const FOR_THREADS = 8 << 20;
const MOST_FILES = 50;

/** Previews of every file in the paths, in canonical order; at most fifty. */
export async function inspect(paths: readonly string[], options: InspectOptions): Promise<InspectionReport> {
  const leftOut: string[] = [];
  const members = await openMembers(paths, { scratch: options.scratch, note: (text) => leftOut.push(text) });
  if (members.length > MOST_FILES) leftOut.push(`${members.length - MOST_FILES} more files`);
  const files: Inspection[] = [];
  for (const member of members.slice(0, MOST_FILES)) files.push(await inspection(member, options));
  return { files, leftOut };
}

/** The layout of one member as delimited text, for a profile of it. */
export function tableOf(member: Member, overrides: CsvOverrides): TableLook | undefined {
  const source = fileSource(member.path);
  try {
    return lookAt(source, member, overrides);
  } finally {
    source.close();
  }
}

async function inspection(member: Member, options: InspectOptions): Promise<Inspection> {
  const decision = decisionFor(member, options);
  const found = recognise(headOf(member));
  const isTable = decision !== undefined || found === undefined || found.format.id === 'csv';
  const look = isTable ? tableOf(member, decision?.overrides ?? {}) : undefined;
  const { segment, problem } = await read(member, decision, look, options);
  const told = segment && tell(segment, options.isRevealed);
  return {
    name: member.name,
    sha256: member.sha256,
    bytes: member.bytes,
    ...formatOf(decision, found),
    ...(decision?.profile ? { profile: decision.profile.name } : {}),
    ...(look ? { table: tableReport(look, decision, options.isRevealed) } : {}),
    doubts: doubtsOf(look),
    ...(problem === undefined ? {} : { problem }),
    ...(told ? { file: told.file } : {}),
    rows: told?.rows ?? [],
    masked: !options.isRevealed,
  };
}

function formatOf(
  decision: TableDecision | undefined,
  found: ReturnType<typeof recognise>,
): Pick<Inspection, 'format' | 'why'> {
  if (decision) return { format: 'csv', why: 'read as delimited text, as it was decided' };
  return found ? { format: found.format.id, why: found.recognition.why } : { why: 'no format knows its content' };
}

async function read(
  member: Member,
  decision: TableDecision | undefined,
  look: TableLook | undefined,
  { workers, signal }: InspectOptions,
): Promise<{ readonly segment?: Segment; readonly problem?: string }> {
  if (look?.fault !== undefined) return { problem: look.fault };
  const overrides = decision ? new Map([[member.sha256, decision.overrides]]) : undefined;
  try {
    const [segment] = await readMembers([member], {
      workers: member.bytes > FOR_THREADS ? workers : 0,
      ...(overrides ? { overrides } : {}),
      ...(signal ? { signal } : {}),
    });
    return segment ? { segment } : {};
  } catch (thrown) {
    const error = asCodedError(thrown);
    if (error.code === 'CLEW_CANCELLED' || error.code === 'CLEW_INTERNAL') throw error;
    return { problem: error.message };
  }
}

function doubtsOf(look: TableLook | undefined): Doubts {
  if (look?.fault !== undefined) return [{ kind: 'column', text: look.fault }];
  return (look?.plan?.doubts ?? []).map(({ kind, why }) => ({ kind, text: why }));
}

function tableReport(
  look: TableLook,
  decision: TableDecision | undefined,
  isRevealed: boolean,
): Inspection['table'] & object {
  const { plan, encoding, delimiter, headerLine, fingerprint } = look;
  return {
    encoding,
    delimiter,
    headerLine,
    fingerprint,
    ...(plan
      ? {
          kind: plan.kind,
          ...(plan.dates.booking ? { dateOrder: plan.dates.booking } : {}),
          decimal: plan.decimals.amount ?? plan.decimals.credit ?? plan.decimals.paidAmount ?? '.',
          sign: plan.sign,
          currency: currencyCode(plan.currency),
          ...(plan.kind === 'statement' ? { account: accountFrom(look, decision?.overrides) } : {}),
        }
      : {}),
    columns: look.columns.map((column) => columnReport(column, decision?.overrides, isRevealed)),
    reasons: [...look.reasons],
  };
}

function accountFrom(
  { plan }: TableLook,
  overrides: CsvOverrides | undefined,
): 'in each row' | 'above the column names' | 'set by hand' | 'made for this file' {
  if (plan?.columns.account !== undefined) return 'in each row';
  if (overrides?.account !== undefined) return 'set by hand';
  return plan?.doubts.some(({ kind }) => kind === 'account') ? 'made for this file' : 'above the column names';
}

function columnReport(
  column: ColumnLook,
  overrides: CsvOverrides | undefined,
  isRevealed: boolean,
): (Inspection['table'] & object)['columns'][number] {
  const { number, name, key, role, why, isForced, look, samples } = column;
  const plain = plainOfColumn(name, overrides?.columns?.[key]) ?? plainByLook(look);
  return {
    number,
    name,
    key,
    ...(role === undefined ? {} : { role }),
    why,
    byHand: isForced,
    look,
    samples: samples.map((value) => {
      const isShown = isRevealed || isPlain(plain, value);
      return { value: isShown ? value : MASK, masked: !isShown };
    }),
  };
}

/** Days and amounts are told by the column as a whole where no name tells them. */
function plainByLook(look: ColumnLook['look']): 'date' | 'amount' | 'currency' | undefined {
  return look === 'dates' ? 'date' : look === 'amounts' ? 'amount' : look === 'currencies' ? 'currency' : undefined;
}

/** The file's report and its first rows, through a ledger of this file alone. */
function tell(segment: Segment, isRevealed: boolean): Required<Pick<Inspection, 'file' | 'rows'>> {
  const ledger = buildLedger([segment]);
  const numbers = Uint32Array.from({ length: ledger.ends.count }, (_, end) =>
    end < FIRST_SHARED_END ? 0 : end - FIRST_SHARED_END + 1,
  );
  const disclosure = new Disclosure(ledger, numbers, isRevealed);
  const [file] = filesReport(ledger, [() => segment], disclosure).files;
  const end = (id: number): string => disclosure.end(ledgerEndOf(ledger, segment, id));
  const rows = Array.from({ length: Math.min(SHOWN_ROWS, segment.count) }, (_, row) => previewRow(segment, row, end));
  return { file: file as Inspection['file'] & object, rows };
}

function previewRow(segment: Segment, row: number, end: (id: number) => string): Inspection['rows'][number] {
  const { columns } = segment;
  const side = valueAt(columns, 'side', row);
  const [debtor, creditor] = [end(valueAt(columns, 'debtor', row)), end(valueAt(columns, 'creditor', row))];
  const day = (name: 'booking' | 'value'): string | undefined => {
    const number = valueAt(columns, name, row);
    return number === NO_DAY ? undefined : isoDate(number as Day);
  };
  const [booking, value] = [day('booking'), day('value')];
  const time = timeText(valueAt(columns, 'time', row), valueAt(columns, 'zone', row));
  const currency = valueAt(columns, 'currency', row);
  const isCredit = side === sideCode.creditor;
  return {
    ...(booking === undefined ? {} : { booking }),
    ...(value === undefined ? {} : { value }),
    ...(time === undefined ? {} : { time }),
    direction: sides[side] === 'both' ? 'transfer' : isCredit ? 'credit' : 'debit',
    amount: decimalText(amountAt(columns, row), currency),
    currency: currencyCode(currency),
    account: isCredit ? creditor : debtor,
    other: isCredit ? debtor : creditor,
    channel: channels[valueAt(columns, 'channel', row)] ?? 'other',
    status: statuses[valueAt(columns, 'status', row)] ?? 'booked',
  };
}
