/**
 * What must hold of any bytes at all: they are read, or refused with a code; what was read, kept and
 * rejected adds up; every row has an exact amount and a place in the file that opens.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '../../src/errors.ts';
import { entryDetail } from '../../src/exchange/entry-detail.ts';
import { amountAt } from '../../src/formats/entry-columns.ts';
import type { Segment } from '../../src/formats/format.ts';
import { readMember } from '../../src/formats/read-members.ts';
import { fileSource } from '../../src/intake/byte-source.ts';
import { openMembers } from '../../src/intake/members.ts';
import { buildLedger } from '../../src/ledger/build.ts';
import { entryIdText, entryIdsOf } from '../../src/ledger/entry-id.ts';
import { LARGEST_AMOUNT } from '../../src/money.ts';

/** Codes that an import of a bad file may end with; anything else is a fault of ours. */
const REFUSALS: ReadonlySet<string> = new Set([
  'CLEW_FILE_UNREADABLE',
  'CLEW_FORMAT_UNKNOWN',
  'CLEW_FILE_REFUSED',
  'CLEW_LIMIT',
]);

/** Imports bytes as a file of this name. Throws where a rule is broken; returns what came of each member. */
export async function importOne(name: string, bytes: Uint8Array): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'clew-fuzz-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const outcomes: string[] = [];
    const members = await coded(async () => openMembers([path], { scratch: join(folder, 'scratch') }));
    if (typeof members === 'string') return [members];
    const segments: Segment[] = [];
    for (const member of members) {
      const segment = await coded(() => Promise.resolve(readMember(member)));
      if (typeof segment === 'string') {
        outcomes.push(segment);
        continue;
      }
      checkSegment(segment);
      segments.push(segment);
      outcomes.push(segment.format);
    }
    if (segments.length > 0) checkLedger(segments);
    return outcomes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function coded<T>(action: () => Promise<T>): Promise<T | string> {
  try {
    return await action();
  } catch (thrown) {
    if (thrown instanceof CodedError && REFUSALS.has(thrown.code)) return thrown.code;
    throw thrown;
  }
}

function checkSegment(segment: Segment): void {
  const { records, columns, count, member, rejects, statements } = segment;
  must(records.read === records.kept + records.rejected + records.notBooked, 'read is kept, rejected and not booked');
  for (const [name, value] of Object.entries(records)) must(Number.isSafeInteger(value) && value >= 0, name);
  const facts = segment.register.length + (segment.logins ? 1 : 0) + (segment.terminals?.length ?? 0);
  must(records.kept === 0 || count + facts > 0, 'a kept record has rows');
  for (const { record, line, reason } of rejects) {
    must(Number.isSafeInteger(record) && Number.isSafeInteger(line) && line >= 0, 'a reject has a place');
    must(reason !== '' && reason.length < 2000, 'a reject has a reason');
  }
  for (const { opening, closing } of statements)
    for (const balance of [opening, closing])
      must(
        balance === undefined || (Number.isSafeInteger(balance) && Math.abs(balance) <= LARGEST_AMOUNT),
        'a balance',
      );
  for (let row = 0; row < count; row++) {
    const amount = amountAt(columns, row);
    must(Number.isSafeInteger(amount) && amount >= 0 && amount <= LARGEST_AMOUNT, 'an amount is exact');
  }
  const source = fileSource(member.path);
  try {
    for (const row of new Set([0, count >> 1, count - 1])) {
      if (row < 0 || row >= count) continue;
      const record = columns.record?.[row] ?? 0;
      for (const isRevealed of [false, true])
        entryDetail(entryIdText(member.sha256, record, 0), segment, source, isRevealed);
    }
  } finally {
    source.close();
  }
}

function checkLedger(segments: readonly Segment[]): void {
  const ledger = buildLedger(segments);
  let rows = 0;
  for (const segment of segments) rows += segment.count;
  must(ledger.count <= rows, 'no payment is made');
  for (let tx = 0; tx < Math.min(ledger.count, 50); tx++)
    must(entryIdsOf(ledger, tx).length > 0, 'a payment has entries');
}

function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(`broken rule: ${rule}`);
}
