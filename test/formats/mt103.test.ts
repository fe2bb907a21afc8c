import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CodedError } from '../../src/errors.ts';
import { readPayments } from '../../src/formats/mt/payment.ts';
import mt103 from '../../src/formats/mt103.ts';
import { recognise } from '../../src/formats/recognise.ts';
import { textSigns } from '../../src/formats/text-words.ts';
import { packCurrency } from '../../src/money.ts';
import { packageRoot } from '../../src/package-root.ts';
import { seededRandom } from '../../src/random.ts';
import { readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixture = readFileSync(join(packageRoot, 'test/fixtures/mt/payments.fin'));
const { rows, segment, names, countries } = readRows(fixture, mt103.read);

it('counts each message once, as not booked', () => {
  expect(segment.records).toEqual({ read: 3, kept: 0, rejected: 1, notBooked: 2 });
  expect(rows.map((row) => row.status)).toEqual(['instructed', 'instructed']);
  expect(segment.rejects).toEqual([
    { record: 3, line: 38, field: ':32A:', reason: 'amount 1000,5: finer than its currency' },
  ]);
  expect(segment.warnings).toEqual(['1 messages order no payment and were passed over']);
  expect(segment.statements).toEqual([]);
});

it('reads parties, amounts, charges and remittance', () => {
  expect(rows[0]).toMatchObject({
    from: 'account:AT611904300234573201',
    to: 'account:DE89370400440532013000',
    amount: '985.50 EUR',
    value: '2024-03-05',
    booking: undefined,
    channel: 'wire',
    hasEndToEndId: true,
    textHash: textSigns('/ROC/ORDER-7///URI/RENT  MARCH').textHash,
  });
  expect(names['account:AT611904300234573201']).toEqual(['ANNA BEISPIEL']);
  expect([...segment.instructed.minor, ...segment.instructed.currency]).toEqual([1100_00, packCurrency('USD')]);
  expect([...segment.charges.minor]).toEqual([4_00 + 50]);
});

it('reads numbered lines, and identifiers for no accounts', () => {
  expect(rows[1]).toMatchObject({
    from: 'account:GB29NWBK60161331926819',
    to: 'name:max muster|AT',
    amount: '10.00 GBP',
  });
  expect(names['account:GB29NWBK60161331926819']).toEqual(['JANE SMITH']);
  expect(countries['name:max muster|AT']).toBe('AT');
});

for (const chunk of [1, 7, 300]) {
  it(`points at whole messages, ${chunk} bytes at a time`, () => {
    const again = readRows(fixture, (source, member, sink) => {
      readPayments(source, member, sink, chunk);
    });
    expect(again.rows).toEqual(rows);
    expect(again.rows[0]?.bytes).toMatch(/^:20:PAY1\n[^]*:71F:EUR0,5$/);
  });
}

it('is told by its envelope or its fields, and never a statement', () => {
  const format = (text: string): string | undefined =>
    recognise({ name: 'x', bytes: Buffer.from(text), text })?.format.id;
  expect(format(fixture.toString())).toBe('mt103');
  expect(format(':20:A\n:32A:240305EUR1,\n:50K:A\n:59:B\n-\n')).toBe('mt103');
  expect(format(':20:A\n:25:1\n:60F:C240104USD1,\n:61:240105D1,S103X\n:86::32A:x\n')).toBe('mt940');
});

it('refuses a file without payments, and reads broken ones without surprise', () => {
  expect(thrownBy(() => readRows(':20:A\n:79:B\n-', mt103.read))).toMatchObject({ code: 'CLEW_FILE_UNREADABLE' });
  const random = seededRandom(20240305, 'mt103');
  for (let round = 0; round < 150; round++) {
    const bytes = Buffer.from(fixture);
    for (let i = random.integer(1, 6); i > 0; i--) {
      const at = random.integer(0, bytes.length - 1);
      if (random.chance(0.5)) bytes[at] = random.integer(0, 255);
      else bytes.copyWithin(at, random.integer(0, bytes.length - 1), random.integer(0, bytes.length));
    }
    const fault = thrownBy(() => {
      const { records } = readRows(bytes, mt103.read).segment;
      expect(records.read).toBe(records.kept + records.rejected + records.notBooked);
    });
    if (fault !== undefined && !(fault instanceof CodedError)) throw fault;
  }
});
