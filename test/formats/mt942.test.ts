import { expect, it } from 'vitest';
import mt942 from '../../src/formats/mt942.ts';
import { readRows } from '../fixtures/read-rows.ts';

const report = (reference: string): string => `:20:${reference}
:25:DE89370400440532013000
:28C:1/1
:34F:EURD0,
:34F:EURC0,
:13D:2403051733+0100
:61:240305C100,00NTRFNONREF
:86:166?00GUTSCHRIFT?20SVWZ+Danke?31AT611904300234573201?32Anna
:61:240305D40,00NMSCNONREF
:86:082?00EINZAHLUNG
:90D:1EUR40,00
:90C:1EUR100,00
-
`;

it('reads reports with declared sums and without balances', () => {
  const { rows, segment } = readRows(`${report('A')}\n${report('B')}`, mt942.read);
  expect(segment.statements).toHaveLength(2);
  expect(segment.statements[0]).toMatchObject({ declared: { entries: 1 + 1, credits: 100_00, debits: 40_00 } });
  expect(segment.statements[0]?.opening).toBeUndefined();
  expect(segment.records).toEqual({ read: 4, kept: 4, rejected: 0, notBooked: 0 });
  expect(rows[0]).toMatchObject({ from: 'account:AT611904300234573201', value: '2024-03-05', amount: '100.00 EUR' });
  expect(rows[1]).toMatchObject({ to: 'cash:', channel: 'cash' });
  expect(segment.warnings).toEqual([]);
});
