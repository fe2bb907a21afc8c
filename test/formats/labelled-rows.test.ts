/** What formats over named cells share, shown on one made for this test and on hostile input. */
import { describe, expect, test } from 'vitest';
import type { StatementFormat } from '../../src/formats/format.ts';
import { rowFormat, rowLayout } from '../../src/formats/labelled-format.ts';
import { isMidnightOnly, phrases, settleDecimal, settleOrder } from '../../src/formats/labelled-table.ts';
import { formats } from '../../src/formats/recognise.ts';
import { seededRandom } from '../../src/random.ts';
import { fixtureBytes } from '../fixtures/read-format.ts';
import { readRows, thrownBy, type Reading } from '../fixtures/read-rows.ts';

const columnOf = phrases({ day: 'when', amount: 'how much', currency: 'in what', who: 'who', hint: 'hint' });
const made: StatementFormat = rowFormat('made', 'a made-up table', [
  rowLayout<NonNullable<ReturnType<typeof columnOf>>>({
    columnOf,
    needs: ['day', 'amount', ['currency', 'who']],
    days: ['day'],
    amounts: ['amount'],
    open({ sink: { ends } }) {
      const own = ends.intern('account', 'OWN');
      return (row) => {
        const moment = row.moment('day');
        const currency = row.currency('currency');
        const amount = row.amount('amount', currency);
        return {
          entries: [
            {
              account: own,
              other: ends.intern('name', row.text('who')),
              direction: amount < 0 ? 'debit' : 'credit',
              amount: Math.abs(amount),
              currency,
              booking: moment.day,
              ...(moment.time === undefined ? {} : { time: moment.time }),
              channel: 'other',
              status: row.text('hint') === 'later' ? 'pending' : 'booked',
            },
          ],
        };
      };
    },
  }),
]);
const HEADER = 'When,Who,How much,In what,Hint\n';
const read = (bytes: Uint8Array | string): Reading =>
  readRows(bytes, (source, member, sink) => {
    made.read(source, member, sink);
  });

describe('records', () => {
  test('quotes, text over lines, blank lines, another header, a footer; each row knows its bytes and line', () => {
    const text = `made by a program\n\n${HEADER}2026-01-31,"Ana, ""A""\nPop",5.00,EUR,\n\n${HEADER}2026-02-01,Ion,-1.50,EUR,later\nbad,Ion,1.00,EUR,\n2026-02-02,Ion,1.00,EUR\nTotal,,3.50,,\n`;
    const { rows, segment } = read(text);
    expect(rows.map((row) => [row.record, row.from, row.amount, row.status])).toEqual([
      [1, 'name:Ana, "A"\nPop', '5.00 EUR', 'booked'],
      [2, 'account:OWN', '1.50 EUR', 'pending'],
    ]);
    expect(rows[0]?.bytes).toBe('2026-01-31,"Ana, ""A""\nPop",5.00,EUR,');
    expect(segment.records).toEqual({ read: 4, kept: 1, rejected: 2, notBooked: 1 });
    expect(segment.rejects).toEqual([
      { record: 3, line: 9, field: 'When', reason: 'bad is no date' },
      { record: 4, line: 10, field: 'record', reason: '4 fields where the header has 5' },
    ]);
    expect(segment.warnings).toEqual(['1 lines were taken as totals, balances or footer']);
  });

  test('more fields are right where they are empty', () => {
    const { segment } = read(`${HEADER}2026-01-31,A,5.00,EUR,,,\n2026-01-31,A,5.00,EUR,,x\n`);
    expect(segment.records).toEqual({ read: 2, kept: 1, rejected: 1, notBooked: 0 });
  });

  test('UTF-16, a byte order mark and semicolons read the same, and locators point into the file', () => {
    const text = `${HEADER}2026-01-31,Żaneta,5.00,EUR,\n2026-02-01,Jörg,6.00,EUR,\n`.replaceAll(',', ';');
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    const { rows } = read(wide);
    expect(rows.map((row) => [row.from, row.amount])).toEqual([
      ['name:Żaneta', '5.00 EUR'],
      ['name:Jörg', '6.00 EUR'],
    ]);
    const bytes = Buffer.from(rows[1]?.bytes ?? '', 'latin1');
    expect(bytes.toString('utf16le')).toBe('2026-02-01;Jörg;6.00;EUR;');
    expect(read(Buffer.from(`\ufeff${text}`)).rows[1]?.bytes).toBe(
      Buffer.from('2026-02-01;Jörg;6.00;EUR;').toString('latin1'),
    );
  });

  test('rows beyond a chunk keep their places', () => {
    const lines = Array.from({ length: 40000 }, (_, at) => `2026-01-31,N${at},${at}.00,EUR,\n`);
    const text = HEADER + lines.join('');
    const { rows, segment } = read(text);
    expect(segment.records).toEqual({ read: 40000, kept: 40000, rejected: 0, notBooked: 0 });
    expect(rows[39999]?.bytes).toBe('2026-01-31,N39999,39999.00,EUR,');
  });

  test('a file without the header cannot be read', () => {
    expect(thrownBy(() => read('a,b,c,d\n1,2,3,4\n'))).toMatchObject({ code: 'CLEW_FORMAT_UNKNOWN' });
  });

  test('a record without end is over the limit', () => {
    const bytes = Buffer.alloc(17 * 1024 * 1024, 'x');
    bytes.write(HEADER);
    expect(thrownBy(() => read(bytes))).toMatchObject({ code: 'CLEW_LIMIT' });
  });
});

describe('conventions', () => {
  test('a value proves the order of day and month, else the rows’ own order does, else it is said', () => {
    expect(settleOrder([['03/04/2026', '13/04/2026']], false)).toEqual({ order: 'dmy', isProven: true });
    expect(settleOrder([['03/04/2026'], ['04/13/2026']], false)).toEqual({ order: 'mdy', isProven: true });
    // One month after the other, if the month stands first; else back and forth.
    expect(settleOrder([['01/05/2026', '02/03/2026', '03/04/2026']], false)).toEqual({ order: 'mdy', isProven: true });
    expect(settleOrder([['03/04/2026', '04/04/2026']], false)).toEqual({ order: 'dmy', isProven: false });
    expect(settleOrder([['03/04/2026', '04/04/2026']], true)).toEqual({ order: 'mdy', isProven: false });
    expect(read(`${HEADER}03/04/2026,A,5.00,EUR,\n`).segment.warnings).toEqual([
      'no date proves the order of day and month; read with the day first',
    ]);
  });

  test('a column whose times are all midnight holds days', () => {
    expect(isMidnightOnly(['2026-01-31 00:00:00', '2026-02-01T00:00:00.000Z', ''])).toBe(true);
    expect(isMidnightOnly(['1/31/2026 12:00 AM'])).toBe(true);
    expect(isMidnightOnly(['2026-01-31 00:00:00', '2026-02-01 00:00:01'])).toBe(false);
    expect(isMidnightOnly(['2026-01-31 10:00:00'])).toBe(false);
    expect(isMidnightOnly(['2026-01-31'])).toBe(false);
    expect(read(`${HEADER}2026-01-31 00:00:00,A,5.00,EUR,\n`).rows[0]?.time).toBeUndefined();
    expect(read(`${HEADER}2026-01-31 00:01:00,A,5.00,EUR,\n`).rows[0]?.time).toBe(60);
  });

  test('decimal marks are told by all amounts of a file', () => {
    expect(settleDecimal(['1.234', '5,50'], 44)).toBe(',');
    expect(settleDecimal(['1.234'], 59)).toBe(',');
    expect(settleDecimal(['1.234'], 44)).toBe('.');
  });
});

describe('hostile input', () => {
  const fixtures: readonly (readonly [string, string])[] = [
    ['paypal', 'paypal/activity-english.csv'],
    ['wise', 'wise/statement.csv'],
    ['wise', 'wise/history.csv'],
    ['revolut', 'revolut/personal-english.csv'],
    ['revolut', 'revolut/business.csv'],
    ['stripe', 'stripe/payments.csv'],
    ['remittance', 'remittance/moneygram-english.csv'],
    ['paysim', 'paysim/log.csv'],
    ['amlsim', 'amlsim/transactions.csv'],
    ['samld', 'samld/saml-d.csv'],
  ];
  test.each(fixtures)(
    '%s: %s with bytes at random never throws anything uncoded, and every record counts once',
    (id, file) => {
      const random = seededRandom(7);
      const whole = fixtureBytes(file);
      const start = whole.indexOf(10) + 1;
      for (let turn = 0; turn < 80; turn++) {
        const bytes = Uint8Array.from(whole);
        const changes = 1 + random.integer(0, 11);
        for (let i = 0; i < changes; i++)
          bytes[start + random.integer(0, bytes.length - start - 1)] = [34, 44, 10, 13, 0, 45, 255, 57][
            random.integer(0, 7)
          ] as number;
        const found = formats.get(id) as StatementFormat;
        let reading: Reading | undefined;
        try {
          reading = readRows(bytes, (source, member, sink) => {
            found.read(source, member, sink);
          });
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: expect.stringMatching(/^CLEW_/) as string });
        }
        if (!reading) continue;
        const { read: all, kept, rejected, notBooked } = reading.segment.records;
        expect(all).toBe(kept + rejected + notBooked);
        for (const row of reading.rows) expect(row.amount).toMatch(/^\d+(\.\d+)? [A-Z]{3}$/);
      }
    },
  );

  test('no format claims another’s file more than its own', () => {
    for (const [id, file] of fixtures) {
      const bytes = fixtureBytes(file);
      const head = { name: 'x', bytes, text: Buffer.from(bytes).toString() };
      for (const format of formats.values()) {
        const { sureness } = format.recognise(head);
        if (format.id === id) expect(sureness).toBe(90);
        else expect([format.id, file, sureness]).toEqual([format.id, file, Math.min(sureness, 89)]);
      }
    }
  });
});
