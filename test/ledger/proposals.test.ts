/** Proposed matches on statements made by hand, and the ledger that accepting them gives. */
import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build.ts';
import { amountAt } from '../../src/formats/entry-columns.ts';
import type { Segment } from '../../src/formats/format.ts';
import { entryIdsOf } from '../../src/ledger/entry-id.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { openEntries, proposeMatches, type RowExtras } from '../../src/ledger/proposals.ts';
import { packCurrency } from '../../src/money.ts';
import { segmentOf, type StatementRow } from './hand-made.ts';

const EUR = packCurrency('EUR');
const [A, B, C] = ['AT611904300234573201', 'DE89370400440532013000', 'GB29NWBK60161331926819'];
const debit = (amount: number, date: string, more: Partial<StatementRow> = {}): StatementRow => ({
  account: A, other: B, direction: 'debit', amount, date, ...more,
}); // prettier-ignore
const credit = (amount: number, date: string, more: Partial<StatementRow> = {}): StatementRow => ({
  account: B, other: A, direction: 'credit', amount, date, ...more,
}); // prettier-ignore

function propose(segments: readonly Segment[], refused: readonly string[] = [], accepted: readonly string[] = []) {
  const ledger = buildLedger(segments, accepted);
  const extras = (at: number, row: number): RowExtras => {
    const segment = segments.find(({ member }) => member.sha256 === ledger.segments[at]?.sha256);
    const index = segment?.charges.rows.indexOf(row) ?? -1;
    const other = segment?.instructed.rows.indexOf(row) ?? -1;
    const low = segment?.columns.endToEndLow?.[row] ?? 0;
    return {
      ...(index < 0 ? {} : { charges: { minor: segment?.charges.minor[index] ?? 0, currency: EUR } }),
      ...(other < 0
        ? {}
        : {
            instructed: {
              minor: segment?.instructed.minor[other] ?? 0,
              currency: segment?.instructed.currency[other] ?? 0,
            },
          }),
      ...(low === 0 ? {} : { endToEnd: String(low) }),
    };
  };
  const { debits, credits } = openEntries(ledger, extras);
  return proposeMatches(debits, credits, new Set(refused));
}
/** Bank a's rows against bank b's. */
const between = (a: readonly StatementRow[], b: readonly StatementRow[]) => [segmentOf('a', a), segmentOf('b', b)];
const reasonsOf = (segments: readonly Segment[]) => propose(segments).map(({ reasons }) => reasons);
const moved = (ledger: Ledger) => Array.from({ length: ledger.count }, (_, tx) => amountAt(ledger.columns, tx));

describe('two entries that are likely one payment', () => {
  it('up to three days apart', () => {
    expect(reasonsOf(between([debit(500, '2026-01-05')], [credit(500, '2026-01-08')]))).toEqual([['later-day']]);
    expect(reasonsOf(between([debit(500, '2026-01-05')], [credit(500, '2026-01-09')]))).toEqual([]);
    expect(reasonsOf(between([debit(500, '2026-01-05')], [credit(500, '2026-01-04')]))).toEqual([]);
  });
  it('less a fee that a bank states, and no other', () => {
    const charges = { extra: { charges: { minor: 150, currency: EUR } } };
    expect(reasonsOf(between([debit(1000, '2026-01-05', charges)], [credit(850, '2026-01-05')]))).toEqual([['fee']]);
    expect(reasonsOf(between([debit(1000, '2026-01-05', charges)], [credit(851, '2026-01-05')]))).toEqual([]);
    expect(reasonsOf(between([debit(1000, '2026-01-05')], [credit(850, '2026-01-05')]))).toEqual([]);
  });
  it('in two currencies where one bank states the amount of the other', () => {
    const instructed = { extra: { instructed: { minor: 900, currency: packCurrency('GBP') } } };
    const pounds = credit(900, '2026-01-05', { currency: 'GBP' });
    expect(reasonsOf(between([debit(1000, '2026-01-05', instructed)], [pounds]))).toEqual([['conversion']]);
    expect(reasonsOf(between([debit(1000, '2026-01-05', instructed)], [{ ...pounds, amount: 901 }]))).toEqual([]);
  });
  it('where one bank does not say the other side, and only if one entry fits', () => {
    const { other: _, ...nameless } = debit(500, '2026-01-05');
    expect(reasonsOf(between([nameless], [credit(500, '2026-01-05')]))).toEqual([['unknown-side']]);
    expect(reasonsOf(between([nameless, nameless], [credit(500, '2026-01-05')]))).toEqual([]);
    const contradicted = debit(500, '2026-01-05', { other: C });
    expect(
      reasonsOf([
        ...between([contradicted], [credit(500, '2026-01-05')]),
        segmentOf('c', [{ ...credit(1, '2026-01-05'), account: C }]),
      ]),
    ).toEqual([]);
  });
  it('but not under two different end-to-end ids', () => {
    const pair = (one: string, two: string) =>
      between([debit(500, '2026-01-05', { id: one })], [credit(500, '2026-01-06', { id: two })]);
    expect(reasonsOf(pair('X-1', 'X-2'))).toEqual([]);
  });
  it('what two banks agree on is matched already and not proposed', () => {
    expect(reasonsOf(between([debit(500, '2026-01-05')], [credit(500, '2026-01-05')]))).toEqual([]);
  });
  it('each entry stands in one proposal, the nearest', () => {
    const found = propose(between([debit(500, '2026-01-05'), debit(500, '2026-01-07')], [credit(500, '2026-01-08')]));
    expect(found.map(({ days }) => days)).toEqual([1]);
  });
  it('one that was refused is not proposed again', () => {
    const segments = between([debit(500, '2026-01-05')], [credit(500, '2026-01-06')]);
    const [only] = propose(segments);
    expect(propose(segments, [only?.id ?? ''])).toEqual([]);
  });
});

describe('a batch debit', () => {
  const { other: _, ...batch } = debit(600, '2026-01-05');
  const single = (account: string, amount: number): StatementRow => ({ ...credit(amount, '2026-01-06'), account });
  it('faces the credits of one day that add up to it', () => {
    const segments = [segmentOf('a', [batch]), segmentOf('b', [single(B, 200), single(C, 400)])];
    const [found] = propose(segments);
    expect(found?.reasons).toEqual(['batch', 'later-day']);
    expect(found?.credits.map(({ amount }) => amount)).toEqual([200, 400]);
    expect(propose([segmentOf('a', [batch]), segmentOf('b', [single(B, 200), single(C, 401)])])).toEqual([]);
  });
  it('accepted is told by its credits: no money is made', () => {
    const segments = [segmentOf('a', [batch]), segmentOf('b', [single(B, 200), single(C, 400)])];
    const id = propose(segments)[0]?.id ?? '';
    expect(moved(buildLedger(segments)).reduce((a, b) => a + b)).toBe(1200);
    const ledger = buildLedger(segments, [id]);
    expect(moved(ledger)).toEqual([200, 400]);
    // Both credits resolve to the debit too.
    const [debitId] = id.split('+');
    for (let tx = 0; tx < 2; tx++) expect(entryIdsOf(ledger, tx)).toContain(debitId);
  });
});

describe('an accepted match', () => {
  const { other: _, ...nameless } = debit(500, '2026-01-05');
  const segments = between([nameless], [credit(500, '2026-01-07')]);
  const [found] = propose(segments);
  const ledger = buildLedger(segments, [found?.id ?? '']);
  it('is one transaction with both entries, both days and both ends', () => {
    expect(ledger.count).toBe(1);
    expect(entryIdsOf(ledger, 0)).toEqual(found?.id.split('+'));
    const { debtor, creditor, debtorDay, creditorDay } = ledger.columns;
    expect([ledger.ends.key(debtor[0] as number), ledger.ends.key(creditor[0] as number)]).toEqual([A, B]);
    expect((creditorDay[0] as number) - (debtorDay[0] as number)).toBe(2);
  });
  it('makes another ledger id, whatever the order, and is proposed no more', () => {
    expect(ledger.id).not.toBe(buildLedger(segments).id);
    expect(buildLedger([...segments].reverse(), [found?.id ?? '']).id).toBe(ledger.id);
    expect(propose(segments, [], [found?.id ?? ''])).toEqual([]);
  });
  it('of which an entry is gone is passed over', () => {
    const [first] = segments as [Segment, Segment];
    expect(buildLedger([first], [found?.id ?? '']).count).toBe(1);
    expect(buildLedger(segments, ['nonsense', 'a+b']).count).toBe(2);
  });
});
