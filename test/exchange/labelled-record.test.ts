/** Records of payment companies, agents and simulators by their own column names, masked. */
import { expect, test } from 'vitest';
import { entryDetail } from '../../src/exchange/entry-detail.ts';
import type { StatementFormat } from '../../src/formats/format.ts';
import { formats } from '../../src/formats/recognise.ts';
import { SegmentSink } from '../../src/formats/segment-sink.ts';
import { memorySource } from '../../src/intake/byte-source.ts';
import type { EntryDetail } from '../../src/server/api.ts';
import { fixtureBytes } from '../fixtures/read-format.ts';
import { memberOf } from '../fixtures/read-rows.ts';

function detail(id: string, file: string, record: number): EntryDetail {
  const bytes = fixtureBytes(file);
  const member = { ...memberOf(bytes), sha256: 'ab'.repeat(32) };
  const sink = new SegmentSink();
  (formats.get(id) as StatementFormat).read(memorySource(bytes), member, sink);
  return entryDetail(`abababababab-${record}`, sink.close(member, id), memorySource(bytes), false);
}
const shown = ({ fields }: EntryDetail): Record<string, string> =>
  Object.fromEntries(
    fields.filter(({ masked, value }) => !masked && value !== '').map(({ name, value }) => [name, value]),
  );

test('PayPal shows days, amounts and currency, no name, address or number', () => {
  expect(shown(detail('paypal', 'paypal/statement-german.csv', 3))).toEqual({
    Datum: '09.06.2025',
    Uhrzeit: '08:00:00',
    Währung: 'EUR',
    Brutto: '50,00',
    Entgelt: '-1,60',
    Netto: '48,40',
    Guthaben: '48,40',
  });
});

test('a ledger shows neither people nor control numbers nor documents', () => {
  const entry = detail('remittance', 'remittance/moneygram-english.csv', 1);
  expect(entry.line).toBe(3);
  expect(JSON.stringify(entry)).not.toMatch(/Cruz|Miller|P7654321A|N1234567|10000001/);
  expect(shown(entry)).toMatchObject({ 'Sent Date': '03/14/2026', 'Principal Amount (USD)': '100.00' });
  expect(shown(detail('remittance', 'remittance/german.csv', 1))).toMatchObject({ Auszahlungsbetrag: '5.966,49' });
});

test('a label is not shown beside the row that it labels', () => {
  const entry = detail('paysim', 'paysim/log.csv', 1);
  expect(shown(entry)).toEqual({ amount: '9839.64' });
  expect(entry.fields.find(({ name }) => name === 'isFraud')?.masked).toBe(true);
});
