import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import authorisations from '../../src/formats/card-authorisations.ts';
import csv from '../../src/formats/csv.ts';
import type { Segment } from '../../src/formats/format.ts';
import { amountAt } from '../../src/formats/entry-columns.ts';
import { buildLedger } from '../../src/ledger/build.ts';
import { entryIdsOf } from '../../src/ledger/entry-id.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows } from '../fixtures/read-rows.ts';
import { segmentOf, type StatementRow } from '../ledger/hand-made.ts';

const text = readFileSync(join(packageRoot, 'test/fixtures/card-authorisations/authorisations.csv'), 'utf8');
const { rows, segment: read } = readRows(text, authorisations.read);
const segment: Segment = {
  ...read,
  member: { ...read.member, sha256: 'd'.repeat(64) },
  format: 'card-authorisations',
};

describe('card authorisations', () => {
  it('account for every record: the declined and the reversed one are not booked', () => {
    expect(read.records).toEqual({ read: 7, kept: 3, rejected: 2, notBooked: 2 });
    expect(read.rejects.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [7, 'amount', 'finer than its currency'],
      [8, 'account', 'neither an account nor a card is given'],
    ]);
    expect(rows.map(({ status, amount }) => [status, amount])).toEqual([
      ['booked', '50.00 EUR'],
      ['booked', '12.40 EUR'],
      ['informational', '900.00 EUR'],
      ['informational', '33.00 EUR'],
      ['booked', '7.70 EUR'],
    ]);
  });

  it('tell machine, counter and distance apart, and who was paid', () => {
    expect(rows[0]).toMatchObject({
      from: 'account:A', to: 'cash:', channel: 'cash-machine', booking: '2026-01-05', time: 22 * 3600 + 10 * 60 + 5,
      mcc: 6011, place: 'T4711 Graz',
    }); // prettier-ignore
    expect(rows[1]).toMatchObject({ to: 'merchant:eins kantine|AT', channel: 'card-present', place: 'POS-9 Wien' });
    expect(rows[4]).toMatchObject({ channel: 'card-absent', mcc: 5999, place: undefined });
    expect(rows[4]?.from).toMatch(/^card:[0-9a-f]{32}-1234$/);
    expect(rows[1]?.bytes).toMatch(/^2026-01-06 12:00.*R2$/);
    expect(JSON.stringify(rows.map(({ from }) => from))).not.toContain('5100');
  });

  it('are found among statements, and no statement among them', () => {
    const head = (of: string) => ({ name: 'x', bytes: Buffer.from(of), text: of });
    expect(authorisations.recognise(head(text)).sureness).toBeGreaterThan(csv.recognise(head(text)).sureness);
    const statement = 'Date,Account,Amount,Currency,Merchant,MCC,Status\n2026-01-01,A,-5.00,EUR,Shop,5411,Booked\n';
    expect(authorisations.recognise(head(statement)).sureness).toBe(0);
  });
});

describe('authorisations beside a statement', () => {
  const row = (date: string, amount: number, extra = {}): StatementRow => ({
    account: 'A', other: 'cash', direction: 'debit', amount, date, extra: { channel: 'cash-machine', ...extra },
  }); // prettier-ignore
  const statement = segmentOf('one', [row('2026-01-05', 5000), row('2026-01-31', 100)]);

  it('the statement’s row stays and learns terminal, code and, on the same day, time', () => {
    const ledger = buildLedger([statement, segment]);
    const amounts = Array.from({ length: ledger.count }, (_, tx) => amountAt(ledger.columns, tx));
    // 12.40 was authorised and never booked within the statement; 7.70 is a card without one.
    expect(amounts).toEqual([5000, 770, 100]);
    expect(ledger.columns.time?.[0]).toBe(22 * 3600 + 10 * 60 + 5);
    expect(ledger.columns.mcc?.[0]).toBe(6011);
    expect(ledger.places.text((ledger.columns.place?.[0] ?? 0) - 1)).toBe('T4711 Graz');
    expect(ledger.columns.creditorDay[0]).toBe(ledger.columns.debtorDay[0]);
    expect(entryIdsOf(ledger, 0)).toHaveLength(2);
  });

  it('booked days later it has no time', () => {
    const late = segmentOf('one', [row('2026-01-01', 1), row('2026-01-07', 5000), row('2026-01-31', 100)]);
    const ledger = buildLedger([late, segment]);
    const tx = Array.from({ length: ledger.count }, (_, i) => amountAt(ledger.columns, i)).indexOf(5000);
    expect(ledger.columns.time?.[tx]).toBe(-1);
    expect(ledger.columns.mcc?.[tx]).toBe(6011);
  });

  it.each([
    ['before it', '2026-01-04', 5000],
    ['more than a week after', '2026-01-13', 5000],
    ['of another amount', '2026-01-05', 5001],
  ])('a row %s is another payment', (_, date, amount) => {
    const ledger = buildLedger([segmentOf('one', [row('2026-01-01', 1), row(date, amount)]), segment]);
    const mccs = Array.from({ length: ledger.count }, (_, tx) => [
      amountAt(ledger.columns, tx),
      ledger.columns.mcc?.[tx],
    ]);
    expect(mccs).toContainEqual([amount, 0]);
  });

  it('without a statement they are all there is', () => {
    const ledger = buildLedger([segment]);
    expect(ledger.count).toBe(3);
  });
});
