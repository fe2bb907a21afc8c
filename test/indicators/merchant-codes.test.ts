import { describe, expect, it } from 'vitest';
import { merchantCodes } from '../../src/indicators/merchant-codes.ts';
import { buildLedger } from '../../src/ledger/build.ts';
import { SegmentSink } from '../../src/formats/segment-sink.ts';
import { packCurrency } from '../../src/money.ts';
import { parseIsoDate } from '../../src/days.ts';
import { nameKey } from '../../src/formats/name-key.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';

/** Card rows of one account: merchant, country, code (0 = the bank gives none). */
function ledgerOf(rows: readonly (readonly [string, string, number])[]): Ledger {
  const sink = new SegmentSink();
  const account = sink.ends.intern('account', 'A');
  const statement = sink.statement({ account, currency: packCurrency('EUR') });
  for (const [i, [name, country, mcc]] of rows.entries()) {
    sink.entry({
      record: i + 1,
      offset: i * 10,
      length: 10,
      statement,
      account,
      other: sink.ends.intern('merchant', nameKey(name, country)),
      direction: 'debit',
      amount: 100 + i,
      currency: packCurrency('EUR'),
      booking: parseIsoDate('2026-01-05'),
      channel: 'card-present',
      status: 'booked',
      ...(mcc === 0 ? {} : { mcc }),
    });
    sink.kept();
  }
  const member = { name: 'x', path: '/x', bytes: 1, sha256: 'ab'.repeat(32), encoding: 'utf-8' };
  return buildLedger([sink.close(member, 'csv')]);
}

const codes = (rows: readonly (readonly [string, string, number])[]): number[] => {
  const ledger = ledgerOf(rows);
  return Array.from(merchantCodes(ledger) ?? []).slice(0, ledger.count);
};

describe('merchant codes that the case teaches', () => {
  it('go to rows of the same name, whatever the number of the shop and the country', () => {
    expect(
      codes([
        ['Aero Line 0123', 'DE', 4511],
        ['Aero Line', 'AT', 4511],
        ['AERO LINE 77', 'DE', 0],
        ['Other', 'DE', 0],
      ]),
    ).toEqual([4511, 4511, 4511, 0]);
  });

  it('are not believed from one row, nor where rows disagree', () => {
    expect(codes([['Aero Line', 'DE', 4511], ['Aero Line', 'AT', 0]])).toEqual([4511, 0]); // prettier-ignore
    expect(
      codes([
        ['Mixed', 'DE', 4511],
        ['Mixed', 'DE', 4511],
        ['Mixed', 'DE', 7011],
        ['Mixed', 'DE', 0],
      ]),
    ).toEqual([4511, 4511, 7011, 0]);
  });

  it('leave the ledger as the bank wrote it', () => {
    const ledger = ledgerOf([['A', 'DE', 4511], ['A', 'DE', 4511], ['A', 'DE', 0]]); // prettier-ignore
    merchantCodes(ledger);
    expect(Array.from(ledger.columns.mcc ?? []).slice(0, 3)).toEqual([4511, 4511, 0]);
  });
});
