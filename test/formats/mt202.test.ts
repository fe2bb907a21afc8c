import { expect, it } from 'vitest';
import mt202 from '../../src/formats/mt202.ts';
import { recognise } from '../../src/formats/recognise.ts';
import { readRows } from '../fixtures/read-rows.ts';

const cover = `{1:F01BANKATWWAXXX0000000001}{2:I202AGENUS33XXXXN}{3:{119:COV}{121:11111111-2222-4333-8444-555566667777}}{4:
:20:COV1
:21:PAY1
:13C:/SNDTIME/1249+0200
:32A:240305USD10500,00
:52A:BKAUATWW
:57A:CITIUS33
:58A:/D/36001234
DEUTDEFF
:50K:/111
UNDERLYING DEBTOR
:52A:OTHRATWW
:59:/222
UNDERLYING CREDITOR
:72:/INS/CHASUS33
-}{5:{CHK:0123456789AB}}
`;
const plain = ':20:T1\n:21:R\n:32A:240306EUR7,\n:58D:/99887766\nSOME BANK\nVIENNA\n-\n';

it('reads the institutions of a cover, not the customers beneath', () => {
  const { rows, segment } = readRows(cover, mt202.read);
  expect(segment.records).toEqual({ read: 1, kept: 0, rejected: 0, notBooked: 1 });
  // The customers of a cover are those of its MT103, where they are read.
  expect(rows[0]).toMatchObject({
    from: 'name:bkauatww|',
    to: 'account:36001234',
    amount: '10500.00 USD',
    value: '2024-03-05',
    time: undefined,
    status: 'instructed',
    hasEndToEndId: true,
  });
});

it('takes sender and receiver where no institution is named', () => {
  const text = plain.replace(':20:', '{1:F01BANKATWWAXXX0000000001}{2:I202AGENDEFFXXXXN}{4::20:');
  const { rows, names } = readRows(text, mt202.read);
  expect(rows[0]).toMatchObject({ from: 'name:bankatww|', to: 'account:99887766', amount: '7.00 EUR' });
  expect(names['account:99887766']).toEqual(['SOME BANK']);
  expect(readRows(plain, mt202.read).rows[0]?.from).toBe('unknown:');
});

it('is told by its envelope or its fields', () => {
  const format = (text: string): string | undefined =>
    recognise({ name: 'x', bytes: Buffer.from(text), text })?.format.id;
  expect([format(cover), format(plain)]).toEqual(['mt202', 'mt202']);
  expect(format(plain.replace('58D', '59'))).toBe('mt103');
});
