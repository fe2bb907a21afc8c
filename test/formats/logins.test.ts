import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_TIME, parseIsoDate } from '../../src/days.ts';
import csv from '../../src/formats/csv.ts';
import { EndTable } from '../../src/formats/end-table.ts';
import logins, { loginsFormat } from '../../src/formats/logins.ts';
import register from '../../src/formats/register.ts';
import { buildLogins } from '../../src/ledger/logins.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows } from '../fixtures/read-rows.ts';

const text = readFileSync(join(packageRoot, 'test/fixtures/logins/logins.csv'), 'utf8');
const { segment } = readRows(text, logins.read);
const parts = segment.logins;
if (!parts) throw new Error('no logins');

describe('a file of logins', () => {
  it('accounts for every record: who did not get in is not booked', () => {
    expect(segment.records).toEqual({ read: 6, kept: 3, rejected: 2, notBooked: 1 });
    expect(segment.rejects.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [6, 'accountId', 'no account is given'],
      [7, 'at', '2026-02-31 is no day'],
    ]);
    expect(segment.count).toBe(0);
  });

  it('keeps end, day, second, device and country in columns', () => {
    const table = EndTable.fromParts(segment.ends);
    expect([...parts.end].map((end) => table.key(end))).toEqual([
      'AT611904300234573201', 'DE89370400440532013000', 'A-100',
    ]); // prettier-ignore
    const day = parseIsoDate('2026-02-03');
    expect([...parts.day]).toEqual([day, day, day + 2]);
    // A day is no time: 0 stands for none.
    expect([...parts.time]).toEqual([22 * 3600 + 15 * 60 + 1, 22 * 3600 + 17 * 60 + 30 + 1, 0]);
    expect(parts.device[0]).toBe(parts.device[1]);
    expect(parts.device[2]).toBe(0);
    expect([...parts.country].map((code) => String.fromCharCode(code >> 8, code & 255))).toEqual(['AT', 'AT', 'DE']);
  });

  it('keeps no device and no address, but hashes under the key of the case', () => {
    const kept = new TextDecoder().decode(parts.hashes.arena);
    expect(kept).toMatch(/^[0-9a-f]+$/);
    expect(kept).not.toContain('10.1');
    const other = readRows(text, loginsFormat('case key').read).segment.logins;
    expect(new TextDecoder().decode(other?.hashes.arena)).not.toBe(kept);
  });

  it('is found among others', () => {
    const head = { name: 'x', bytes: Buffer.from(text), text };
    expect(logins.recognise(head).sureness).toBe(85);
    for (const format of [csv, register]) expect(format.recognise(head).sureness, format.id).toBeLessThan(85);
    const statement = 'Date,Account,Amount,Currency,Counterparty\n2026-01-01,A,-5.00,EUR,Shop\n';
    expect(logins.recognise({ name: 'x', bytes: Buffer.from(statement), text: statement }).sureness).toBe(0);
  });
});

describe('logins of several files', () => {
  it('stand by end and by device; one that two files show counts once', () => {
    const ids = (shift: number): Uint32Array =>
      Uint32Array.from({ length: segment.ends.keys.offsets.length - 1 }, (_, end) => end + shift);
    const twice = [
      { logins: parts, ends: ids(0) },
      { logins: parts, ends: ids(0) },
    ];
    const built = buildLogins(twice, 6);
    expect([...built.start]).toEqual([0, 0, 0, 0, 1, 2, 3]);
    expect([...built.time]).toEqual([80100, 80250, NO_TIME]);
    expect([...built.deviceEnds]).toEqual([3, 4]);
    const apart = buildLogins([twice[0] as (typeof twice)[0], { logins: parts, ends: ids(3) }], 9);
    expect([...apart.deviceEnds]).toEqual([3, 4, 6, 7]);
  });
});
