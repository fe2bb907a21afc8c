import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, parseIsoDate } from '../../src/days.ts';
import { amountAt, FLAG_REVERSAL } from '../../src/formats/entry-columns.ts';
import { buildLedger } from '../../src/ledger/build.ts';
import { entryIdOf, entryIdsOf, parseEntryId } from '../../src/ledger/entry-id.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { segmentOf, type StatementRow } from './hand-made.ts';

const total = (ledger: Ledger): number => {
  let sum = 0;
  for (let tx = 0; tx < ledger.count; tx++) sum += amountAt(ledger.columns, tx);
  return sum;
};

describe('one payment, two banks', () => {
  const debit: StatementRow = {
    account: 'A',
    other: 'B',
    direction: 'debit',
    amount: 500,
    date: '2026-01-05',
    value: '2026-01-05',
    id: 'E1',
  };
  const credit: StatementRow = {
    account: 'B',
    other: 'A',
    direction: 'credit',
    amount: 500,
    date: '2026-01-07',
    value: '2026-01-06',
    id: 'E1',
  };

  it('is one transaction with both entries and both days', () => {
    const ledger = buildLedger([segmentOf('one', [debit]), segmentOf('two', [credit])]);
    expect(ledger.count).toBe(1);
    expect(isoDate(ledger.columns.debtorDay[0] as never)).toBe('2026-01-05');
    expect(isoDate(ledger.columns.creditorDay[0] as never)).toBe('2026-01-07');
    expect(entryIdsOf(ledger, 0)).toHaveLength(2);
  });

  it('stays two where the ids contradict each other, even on the same value date', () => {
    const other = { ...credit, id: 'E2', value: '2026-01-05' };
    expect(buildLedger([segmentOf('one', [debit]), segmentOf('two', [other])]).count).toBe(2);
  });

  it('pairs without ids by the same value date only', () => {
    const { id: _, ...bare } = debit;
    const { id: __, ...bareCredit } = credit;
    expect(
      buildLedger([segmentOf('one', [bare]), segmentOf('two', [{ ...bareCredit, value: '2026-01-05' }])]).count,
    ).toBe(1);
    expect(buildLedger([segmentOf('one', [bare]), segmentOf('two', [bareCredit])]).count).toBe(2);
  });

  it('pairs two equal payments one to one', () => {
    const ledger = buildLedger([segmentOf('one', [debit, debit]), segmentOf('two', [credit, credit])]);
    expect(ledger.count).toBe(2);
    expect(total(ledger)).toBe(2 * 500);
  });
});

describe('overlapping statements', () => {
  const rows: StatementRow[] = [
    { account: 'A', other: 'B', direction: 'debit', amount: 100, date: '2026-01-01', text: 'rent' },
    { account: 'A', other: 'B', direction: 'debit', amount: 100, date: '2026-01-01', text: 'rent' },
    { account: 'A', other: 'C', direction: 'credit', amount: 70, date: '2026-01-02', text: 'x' },
  ];

  it('two identical rows in one file are two payments', () => {
    expect(buildLedger([segmentOf('one', rows)]).count).toBe(3);
  });

  it('rows that another file showed are left out as often as it showed them', () => {
    const again = [
      ...rows.slice(1),
      { account: 'A', other: 'C', direction: 'debit', amount: 5, date: '2026-01-03' } as const,
    ];
    const ledger = buildLedger([segmentOf('one', rows), segmentOf('two', again)]);
    expect(ledger.count).toBe(3 + 1);
    expect(ledger.segments.reduce((sum, segment) => sum + segment.duplicateRecords, 0)).toBe(2);
  });

  it('a third row of the same look is a third payment', () => {
    const ledger = buildLedger([
      segmentOf('one', rows),
      segmentOf('two', [rows[0] as StatementRow, rows[0] as StatementRow, rows[0] as StatementRow]),
    ]);
    expect(ledger.count).toBe(3 + 1);
  });

  it('another format of the same account is compared by end-to-end id', () => {
    const csv = segmentOf('one', [
      { account: 'A', other: 'B', direction: 'debit', amount: 9, date: '2026-01-01', id: 'K7', text: 'SVWZ long text' },
    ]);
    const camt = segmentOf(
      'two',
      [{ account: 'A', direction: 'debit', amount: 9, date: '2026-01-01', id: 'K7', text: 'long' }],
      'camt053',
    );
    expect(buildLedger([csv, camt]).count).toBe(1);
  });
});

describe('order and ids', () => {
  it('does not depend on the order of segments', () => {
    const one = segmentOf('one', [{ account: 'A', other: 'B', direction: 'debit', amount: 1, date: '2026-01-03' }]);
    const two = segmentOf('two', [{ account: 'C', other: 'D', direction: 'debit', amount: 2, date: '2026-01-02' }]);
    const [a, b] = [buildLedger([one, two]), buildLedger([two, one])];
    expect(a.id).toBe(b.id);
    expect([...a.columns.debtorDay]).toEqual([...b.columns.debtorDay]);
    expect(entryIdOf(a, 0)).toBe(entryIdOf(b, 0));
  });

  it('turns a newest-first statement round within its days', () => {
    const rows: StatementRow[] = [
      { account: 'A', other: 'X', direction: 'debit', amount: 4, date: '2026-01-03' },
      { account: 'A', other: 'X', direction: 'debit', amount: 3, date: '2026-01-02' },
      { account: 'A', other: 'X', direction: 'debit', amount: 2, date: '2026-01-02' },
      { account: 'A', other: 'X', direction: 'debit', amount: 1, date: '2026-01-01' },
    ];
    const ledger = buildLedger([segmentOf('one', rows)]);
    expect([0, 1, 2, 3].map((tx) => amountAt(ledger.columns, tx))).toEqual([1, 2, 3, 4]);
  });

  it('numbers the rows of a batch', () => {
    const batch: StatementRow[] = [1, 2, 3].map((amount) => ({
      account: 'A',
      other: `P${String(amount)}`,
      direction: 'debit',
      amount,
      date: '2026-01-01',
      record: 7,
    }));
    const ledger = buildLedger([segmentOf('one', batch)]);
    const ids = [0, 1, 2].map((tx) => entryIdOf(ledger, tx));
    expect(ids.map((id) => parseEntryId(id)?.record)).toEqual([7, 7, 7]);
    expect(ids.map((id) => parseEntryId(id)?.detail)).toEqual([0, 1, 2]);
  });

  it('links a reversal to its original and skips both', () => {
    const rows: StatementRow[] = [
      { account: 'A', other: 'B', direction: 'debit', amount: 50, date: '2026-01-01' },
      { account: 'A', other: 'B', direction: 'debit', amount: 50, date: '2026-01-05' },
      { account: 'A', other: 'B', direction: 'credit', amount: 50, date: '2026-01-06', extra: { reversal: true } },
    ];
    const ledger = buildLedger([segmentOf('one', rows)]);
    expect([...(ledger.columns.reversed ?? [])]).toEqual([0, 1, 1]);
    expect(ledger.columns.flags?.[2]).toBe(FLAG_REVERSAL);
  });

  it('leaves what is not booked out of the ledger', () => {
    const rows: StatementRow[] = [
      { account: 'A', other: 'B', direction: 'debit', amount: 50, date: '2026-01-01', extra: { status: 'pending' } },
    ];
    expect(buildLedger([segmentOf('one', rows)]).count).toBe(0);
  });
});

interface Payment {
  from: number;
  to: number;
  amount: number;
  day: number;
  lag: number;
  keepId: 'both' | 'one' | 'none';
}

const payment = fc.record<Payment>({
  from: fc.integer({ min: 0, max: 5 }),
  to: fc.integer({ min: 0, max: 5 }),
  amount: fc.integer({ min: 1, max: 4 }),
  day: fc.integer({ min: 0, max: 6 }),
  lag: fc.integer({ min: 0, max: 2 }),
  keepId: fc.constantFrom('both', 'one', 'none'),
});

describe('a two-sided world cut into statements', () => {
  it('makes no money and merges nothing falsely; recall of matching is printed', () => {
    let [possible, found] = [0, 0];
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 40 }), (payments) => {
        const banks: StatementRow[][] = [[], [], []];
        const real = payments.filter((one) => one.from !== one.to);
        const start = parseIsoDate('2026-03-01');
        for (const [index, one] of real.entries()) {
          const [from, to] = [`A${String(one.from)}`, `A${String(one.to)}`];
          const booked = isoDate((start + one.day) as never);
          const arrived = isoDate((start + one.day + one.lag) as never);
          const id = `P${String(index)}`;
          banks[one.from % 3]?.push({
            account: from,
            other: to,
            direction: 'debit',
            amount: one.amount,
            date: booked,
            value: booked,
            ...(one.keepId === 'none' ? {} : { id }),
          });
          banks[one.to % 3]?.push({
            account: to,
            other: from,
            direction: 'credit',
            amount: one.amount,
            date: arrived,
            value: one.lag === 2 ? arrived : booked,
            ...(one.keepId === 'both' ? { id } : {}),
          });
        }
        const ledger = buildLedger(banks.map((rows, bank) => segmentOf(`bank-${String(bank)}`, rows)));
        const held = new Set(real.flatMap((one) => [one.from, one.to]));
        expect(held.size).toBeGreaterThanOrEqual(0);
        // Every payment is there at least once and at most twice (unmatched sides), never less.
        expect(ledger.count).toBeGreaterThanOrEqual(real.length);
        expect(ledger.count).toBeLessThanOrEqual(real.length * 2);
        const truth = new Map<string, number>();
        for (const one of real) {
          const key = `${String(one.from)}>${String(one.to)}:${String(one.amount)}`;
          truth.set(key, (truth.get(key) ?? 0) + 1);
        }
        // Per pair and amount nothing is merged below the truth.
        const seen = new Map<string, number>();
        for (let tx = 0; tx < ledger.count; tx++) {
          const key = `${ledger.ends.key(ledger.columns.debtor[tx] as number).slice(1)}>${ledger.ends.key(ledger.columns.creditor[tx] as number).slice(1)}:${String(amountAt(ledger.columns, tx))}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
        }
        for (const [key, times] of truth) expect(seen.get(key) ?? 0).toBeGreaterThanOrEqual(times);
        possible += real.length;
        found += ledger.second.size;
      }),
      { numRuns: 200, seed: 7 },
    );
    console.info(
      `two banks: ${String(found)} of ${String(possible)} payments matched (${String(Math.round((100 * found) / possible))} %)`,
    );
    expect(found / possible).toBeGreaterThan(0.6);
  });
});
