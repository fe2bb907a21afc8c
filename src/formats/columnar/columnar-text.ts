/**
 * A columnar file's rows as the text of one table (`table-text.ts`), block by block: the rows then go
 * through the same reading of headers as CSV, and row n of the file is line n + 1 of the text.
 */
import { CodedError } from '../../errors.ts';
import type { ByteSource, EntrySink, Member } from '../format.ts';
import { LARGEST_TEXT, readTableText, rowText } from '../table-text.ts';
import { cellText } from './cell-text.ts';
import type { Cell, ColumnarFile } from './columns.ts';
import { MomentLook, type MomentForm } from './moments.ts';

/** Text bytes to a byte of the file at most, over a floor that is harmless. */
const RATIO = 200;
const RATIO_FLOOR = 64 << 20;
/** A row has a day and an amount at least, so that so many bytes are no row. */
const SHORTEST_ROW = 8;

export type OpenFile = (source: ByteSource) => ColumnarFile;

/** Reads a columnar file into the sink; `open` may throw anything. */
export function readColumnar(open: OpenFile, source: ByteSource, member: Member, sink: EntrySink): void {
  const { text, warnings } = columnarText(open, source, member, () => {
    sink.progress(0);
  });
  readTableText(text, member, sink);
  for (const warning of warnings) sink.warn(warning);
}

/**
 * The text, and what a person should know of it. CLEW_FILE_UNREADABLE with the reason for a broken
 * file, CLEW_LIMIT for one whose rows take more room than its bytes can honestly hold.
 * @param onBlock called now and then; may throw to end the reading
 */
export function columnarText(
  open: OpenFile,
  source: ByteSource,
  member: Member,
  onBlock: () => void = () => undefined,
): { text: Uint8Array; warnings: readonly string[] } {
  try {
    const file = open(source);
    const limit = Math.min(LARGEST_TEXT, Math.max(RATIO_FLOOR, member.bytes * RATIO));
    const over = (): never => {
      throw new CodedError('CLEW_LIMIT', { file: member.name, what: 'the text of its rows', limit: `${limit} bytes` });
    };
    const guard = { limit, over, next: onBlock };
    const forms = momentForms(file, guard);
    const warnings = [...file.warnings];
    for (const [column, form] of forms) {
      if (form !== 'day of another zone') continue;
      const name = file.columns[column]?.name ?? '';
      warnings.push(
        `column ${name} holds midnights of a time zone that the file does not name; they are read as its days`,
      );
    }
    return { text: written(file, forms, guard), warnings };
  } catch (thrown) {
    if (thrown instanceof CodedError) throw thrown;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new CodedError('CLEW_FILE_UNREADABLE', { file: member.name, reason: reason.slice(0, 300) }, thrown);
  }
}

interface Guard {
  readonly limit: number;
  over(): never;
  /** Called per block. */
  next(): void;
}

function written(file: ColumnarFile, forms: ReadonlyMap<number, MomentForm>, guard: Guard): Uint8Array {
  const { columns } = file;
  const width = columns.length;
  const pieces = [
    Buffer.from(
      `\frows\n${rowText(
        columns.map(({ name }) => name),
        width,
      )}`,
    ),
  ];
  let size = 0;
  const row = new Array<string>(width).fill('');
  const blocks = file.blocks(0);
  for (let next = blocks.next(); !next.done; next = blocks.next()) {
    guard.next();
    const { rows, values } = next.value;
    let text = '';
    for (let at = 0; at < rows; at++) {
      for (const [column, { kind }] of columns.entries()) {
        row[column] = cellText(kind, (values[column] as readonly Cell[])[at], forms.get(column));
      }
      text += rowText(row, width);
    }
    const piece = Buffer.from(text);
    size += piece.length;
    if (size > guard.limit) guard.over();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Whether each column of timestamps holds days, seen over the whole file. */
function momentForms(file: ColumnarFile, guard: Guard): ReadonlyMap<number, MomentForm> {
  const looks = new Map<number, MomentLook>();
  for (const [column, { kind }] of file.columns.entries()) {
    if (kind.kind === 'moment') looks.set(column, new MomentLook(kind));
  }
  const open = new Set(looks.keys());
  if (open.size > 0) {
    const blocks = file.blocks(0, open);
    let rows = 0;
    for (let next = blocks.next(); !next.done && open.size > 0; next = blocks.next()) {
      guard.next();
      rows += next.value.rows;
      if (rows * SHORTEST_ROW > guard.limit) guard.over();
      for (const column of open) {
        if (looks.get(column)?.see(next.value.values[column] as readonly Cell[]) === false) open.delete(column);
      }
    }
  }
  return new Map([...looks].map(([column, look]) => [column, look.form()]));
}
