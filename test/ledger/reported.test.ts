import { describe, expect, it } from 'vitest';
import { dayFrom } from '../../src/days.ts';
import { EndTable } from '../../src/formats/end-table.ts';
import goaml from '../../src/formats/goaml.ts';
import { SegmentSink } from '../../src/formats/segment-sink.ts';
import type { Segment } from '../../src/formats/format.ts';
import { memorySource } from '../../src/intake/byte-source.ts';
import { buildLedger } from '../../src/ledger/build.ts';
import { buildEndFacts } from '../../src/ledger/end-facts.ts';
import { segmentOf, type StatementRow } from './hand-made.ts';

/** A report on transfers of 5.00 EUR from A to B, on these days. */
function report(...days: string[]): Segment {
  const side = (name: string, account: string): string =>
    `<t_${name}><${name}_account><account>${account}</account></${name}_account></t_${name}>`;
  const rows = days.map(
    (day, i) =>
      `<transaction><transactionnumber>${i}</transactionnumber><date_transaction>${day}T00:00:00</date_transaction>
      <amount_local>5</amount_local>${side('from', 'A')}${side('to', 'B')}</transaction>`,
  );
  const text = `<report><rentity_id>1</rentity_id><currency_code_local>EUR</currency_code_local>${rows.join('')}</report>`;
  const bytes = Buffer.from(text);
  const member = { name: 'r.xml', path: '', bytes: bytes.length, sha256: 'f'.repeat(64), encoding: 'utf-8' };
  const sink = new SegmentSink();
  goaml.read(memorySource(bytes), member, sink);
  return sink.close(member, 'goaml');
}
const debit: StatementRow = { account: 'A', other: 'B', direction: 'debit', amount: 500, date: '2026-01-05' };

describe('a payment that a report and a statement tell', () => {
  it('is one', () => {
    const ledger = buildLedger([report('2026-01-05'), segmentOf('one', [debit])]);
    expect(ledger.count).toBe(1);
    expect(ledger.segments.find(({ format }) => format === 'goaml')).toMatchObject({ transactions: 0, told: 1 });
  });

  it('is one where two banks show it besides', () => {
    const credit: StatementRow = { account: 'B', other: 'A', direction: 'credit', amount: 500, date: '2026-01-05' };
    expect(buildLedger([report('2026-01-05'), segmentOf('one', [debit]), segmentOf('two', [credit])]).count).toBe(1);
    const twice = [report('2026-01-05', '2026-01-05'), segmentOf('one', [debit]), segmentOf('two', [credit])];
    expect(buildLedger(twice).count).toBe(2);
  });

  it('goes by the day of booking or of value', () => {
    const late = { ...debit, date: '2026-01-07', value: '2026-01-05' };
    expect(buildLedger([report('2026-01-05'), segmentOf('one', [late])]).count).toBe(1);
  });

  it.each([
    ['another day', { date: '2026-01-06' }],
    ['another amount', { amount: 501 }],
    ['another end', { other: 'C' }],
    ['the other direction', { direction: 'credit' as const }],
  ])('stays two with %s', (_, change) => {
    expect(buildLedger([report('2026-01-05'), segmentOf('one', [{ ...debit, ...change }])]).count).toBe(2);
  });

  it('pairs one to one', () => {
    expect(buildLedger([report('2026-01-05', '2026-01-05'), segmentOf('one', [debit])]).count).toBe(2);
    expect(buildLedger([report('2026-01-05'), segmentOf('one', [debit, debit])]).count).toBe(2);
  });
});

describe('facts of an account in several files', () => {
  const ends = new EndTable();
  const a = ends.intern('account', 'A');
  const day = dayFrom(2024, 5, 1);

  it('add up, the first that was said holds', () => {
    const facts = buildEndFacts(ends, [
      { account: 'A', openedOn: day },
      { account: 'A', customerId: 'k1', birthYear: 1990, openedOn: dayFrom(2025, 1, 1) },
      { account: 'A', customerId: 'k1', birthYear: 1991, phoneHash: 'p' },
    ]);
    expect([facts.openedDay[a], facts.birthYear[a], facts.phone[a]]).toEqual([day, 1990, 1]);
  });

  it('of a second holder are not those of the first', () => {
    const facts = buildEndFacts(ends, [
      { account: 'A', customerId: 'k1' },
      { account: 'A', customerId: 'k2', birthYear: 1950 },
    ]);
    expect(facts.birthYear[a]).toBe(0);
  });

  it('a role that ended before the first row acts on nothing', () => {
    const proxy = { account: 'A', customerId: 'k2', role: 'power-of-attorney' as const, validTo: day };
    expect(buildEndFacts(ends, [proxy], dayFrom(2024, 5, 2)).proxy[a]).toBe(0);
    expect(buildEndFacts(ends, [proxy], day).proxy[a]).not.toBe(0);
  });
});
