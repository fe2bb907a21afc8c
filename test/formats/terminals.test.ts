import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import csv from '../../src/formats/csv.ts';
import terminals from '../../src/formats/terminals.ts';
import type { Segment } from '../../src/formats/format.ts';
import { buildLedger } from '../../src/ledger/build.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows } from '../fixtures/read-rows.ts';
import { segmentOf, type StatementRow } from '../ledger/hand-made.ts';

const text = readFileSync(join(packageRoot, 'test/fixtures/terminals/terminals.csv'), 'utf8');
const read: Segment = readRows(text, terminals.read).segment;
const segment: Segment = { ...read, member: { ...read.member, sha256: 'e'.repeat(64) }, format: 'terminals' };
const cash: StatementRow = { account: 'A', other: 'cash', direction: 'debit', amount: 5000, date: '2026-01-05' };
const at = (place: string, extra = {}): StatementRow => ({
  ...cash,
  extra: { place, channel: 'cash-machine', ...extra },
});

describe('a file of terminals', () => {
  it('gives place, kind and merchant code', () => {
    expect(segment.records).toEqual({ read: 4, kept: 2, rejected: 2, notBooked: 0 });
    expect(segment.terminals).toEqual([
      { id: '4711', town: 'Graz', country: 'AT', kind: 'cash-machine', mcc: 6011 },
      { id: 'POS-9', town: 'Wien', country: 'AT', kind: 'point-of-sale', mcc: 5812 },
    ]);
    expect(segment.rejects.map(({ field, reason }) => [field, reason])).toEqual([
      ['terminalId', 'empty'],
      ['mcc', '58x2 is no merchant code'],
    ]);
  });

  it.each(['T4711', '4711'])('a row at %s gets its town and code', (place) => {
    for (const files of [
      [segmentOf('one', [at(place)])],
      [segmentOf('one', [at(place)]), segmentOf('two', [{ ...at('Linz'), date: '2026-01-06' }])],
    ]) {
      const ledger = buildLedger([...files, segment]);
      const told = Array.from({ length: ledger.count }, (_, tx) => [
        ledger.places.text((ledger.columns.place?.[tx] ?? 0) - 1),
        ledger.columns.mcc?.[tx],
      ]);
      expect(told).toContainEqual([`${place} Graz`, 6011]);
      if (files.length > 1) expect(told).toContainEqual(['Linz', 0]);
    }
  });

  it('a row keeps what its bank said, and two places of one terminal stay apart or become one', () => {
    const rows = [at('T4711'), at('T4711 Graz', { mcc: 6010 }), at('Krems')];
    const ledger = buildLedger([segmentOf('one', rows), segment]);
    expect([...(ledger.columns.mcc ?? [])]).toEqual([6011, 6010, 0]);
    const [first, second, third] = [...(ledger.columns.place ?? [])];
    expect(first).toBe(second);
    expect(ledger.places.text((third ?? 0) - 1)).toBe('Krems');
  });

  it('without such a file nothing changes', () => {
    const ledger = buildLedger([segmentOf('one', [at('T4711')])]);
    expect(ledger.places.text((ledger.columns.place?.[0] ?? 0) - 1)).toBe('T4711');
    expect(ledger.columns.mcc).toBeUndefined();
  });

  it('is found among others', () => {
    const head = (of: string) => ({ name: 'x', bytes: Buffer.from(of), text: of });
    expect(terminals.recognise(head(text)).sureness).toBe(80);
    expect(csv.recognise(head(text)).sureness).toBeLessThan(80);
    expect(terminals.recognise(head('Date;IBAN;Terminal;City;Amount\n2026-01-01;A;T1;Graz;5\n')).sureness).toBe(0);
  });
});
