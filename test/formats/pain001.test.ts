import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import pain001 from '../../src/formats/pain001.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows } from '../fixtures/read-rows.ts';

const { rows, segment, names } = readRows(
  readFileSync(join(packageRoot, 'test/fixtures/pain001/batches.xml')),
  pain001.read,
);

it('expands batches, each transaction with what its batch says', () => {
  expect(segment.records).toEqual({ read: 4, kept: 0, rejected: 1, notBooked: 3 });
  expect(rows).toMatchObject([
    {
      from: 'account:AT611904300234573201',
      to: 'account:AT483200000012345864',
      amount: '1200.00 EUR',
      value: '2025-06-30',
      purpose: 'SALA',
      channel: 'credit-transfer',
      status: 'instructed',
    },
    { to: 'account:RO49AAAA1B31007593840000', amount: '600.00 EUR', purpose: 'BONU', channel: 'wire' },
    {
      from: 'account:0012345',
      to: 'name:gulf supplies|',
      amount: '10.405 KWD',
      value: '2025-07-01',
      channel: 'cheque',
    },
  ]);
  expect(rows.map((row) => row.record)).toEqual([1, 2, 3]);
  expect(names['account:AT611904300234573201']).toEqual(['Hotel Seeblick']);
});

it('rejects an amount finer than its currency and says which counts are wrong', () => {
  expect(segment.rejects).toEqual([
    { record: 4, line: 38, field: 'CdtTrfTxInf/Amt/InstdAmt', reason: 'finer than its currency' },
  ]);
  // 1200 + 600 is what the first batch declares; the second declares one more than it has.
  expect(segment.warnings).toEqual(['Batch 2 declares 3 transactions, 2 are given']);
});

it('reads a German order for the next possible day as undated, in the national version', () => {
  const text =
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.003.03"><CstmrCdtTrfInitn><PmtInf>' +
    '<ReqdExctnDt>1999-01-01</ReqdExctnDt><CdtTrfTxInf><Amt><InstdAmt Ccy="EUR">7</InstdAmt></Amt></CdtTrfTxInf>' +
    '</PmtInf></CstmrCdtTrfInitn></Document>';
  expect(readRows(text, pain001.read).rows).toMatchObject([{ amount: '7.00 EUR', value: undefined }]);
  const bytes = Buffer.from(text.replace('CstmrCdtTrfInitn', 'x'));
  expect(pain001.recognise({ name: 'x', bytes, text: bytes.toString() }).sureness).toBeGreaterThan(90);
});
