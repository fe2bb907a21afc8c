import { describe, expect, test } from 'vitest';
import { dayFrom } from '../../src/days.ts';
import type { Segment } from '../../src/formats/format.ts';
import { normalContact } from '../../src/formats/contact-hash.ts';
import register, { registerFormat } from '../../src/formats/register.ts';
import { middleOfBand } from '../../src/formats/register/row.ts';
import { SegmentSink } from '../../src/formats/segment-sink.ts';
import { memorySource } from '../../src/intake/byte-source.ts';

const HEADER =
  'accountId,customerId,type,holderName,birthYear,residenceCountry,homeRegion,address,phone,email,occupation,declaredIncomeBand,sector,staffCountBand,declaredTurnoverBand,licence,protectedAddress,openedOn,openedAtBranch,introducerId,currency,role\n';
const ROWS = [
  'AT61 1904 3002 3457 3201,K1,person,Ana Ilić,1990-05-17,AT,Graz,"Hauptstr. 1, Graz",+43 664 123456,Ana@x.example,cook,1000-2000,,,,,false,2023-04-15,Mitte,V1,EUR,holder\n',
  'PL61109010140000071219812874,K2,business,Kantor Sp. z o.o.,,POL,Kraków,"Rynek 1",0048 12 345678,,,,exchange,6-10,100k-500k,lender;clinic,no,,,,PLN,authorised\n',
  'DE02711588200278566663,K3,person,B,2001,DE,Bonn,"Hauptstrasse 1 GRAZ",0043664123456,b@x.example,,over 4000,,,,,true,2026-01-31,,,EUR,power of attorney\n',
];

function read(text: string, format = register): Segment {
  const bytes = Buffer.from(text);
  const sink = new SegmentSink();
  format.read(
    memorySource(bytes),
    { name: 'r.csv', path: '', bytes: bytes.length, sha256: 'ab'.repeat(32), encoding: 'utf-8' },
    sink,
  );
  return sink.close(
    { name: 'r.csv', path: '', bytes: bytes.length, sha256: 'ab'.repeat(32), encoding: 'utf-8' },
    'register',
  );
}

describe('a register', () => {
  const segment = read(HEADER + ROWS.join(''));
  const [ana, kantor, refuge] = segment.register;

  test('gives rows keyed as accounts are', () => {
    expect(segment.records).toEqual({ read: 3, kept: 3, rejected: 0, notBooked: 0 });
    expect(segment.count).toBe(0);
    expect(ana).toMatchObject({
      account: 'AT611904300234573201', customerId: 'K1', holderType: 'person', holderName: 'Ana Ilić', birthYear: 1990, residenceCountry: 'AT', homeRegion: 'Graz',
      occupation: 'cook', role: 'holder', openedOn: dayFrom(2023, 4, 15), openedAtBranch: 'Mitte', introducerId: 'V1', currency: 'EUR',
      // The middle of 1000 to 2000 a month, in cents a year.
      declaredIncome: 1500 * 12 * 100,
    }); // prettier-ignore
    expect(kantor).toMatchObject({
      holderType: 'business',
      residenceCountry: 'PL',
      staffCount: 8,
      declaredTurnover: 300000 * 100,
      licences: ['lender', 'clinic'],
      role: 'signatory',
    });
    expect(refuge).toMatchObject({ role: 'power-of-attorney', declaredIncome: 4000 * 12 * 100 });
  });

  test('a director, an owner behind the firm and an unknown role are nobody who holds the account', () => {
    const rows = ['director', 'Geschäftsführer', 'beneficial owner', 'contact', 'Inhaber', ''].map(
      (role, at) => `DE02711588200278566663,K${at},person,B,2001,DE,Bonn,,,,,,,,,,,,,,EUR,${role}\n`,
    );
    expect(read(HEADER + rows.join('')).register.map((row) => row.role)).toEqual([
      'director', 'director', 'beneficial-owner', 'other', 'holder', undefined,
    ]); // prettier-ignore
  });

  test('a protected address leaves its flag and nothing else', () => {
    expect(refuge?.protectedAddress).toBe(true);
    expect(refuge).not.toHaveProperty('addressHash');
    expect(refuge).not.toHaveProperty('homeRegion');
    expect(ana).not.toHaveProperty('protectedAddress');
  });

  test('contacts are hashes, equal for equal contacts in any spelling, another under another key', () => {
    expect(ana?.phoneHash).toMatch(/^[0-9a-f]{64}$/);
    expect(ana?.phoneHash).toBe(refuge?.phoneHash);
    expect(ana?.emailHash).not.toBe(refuge?.emailHash);
    const other = read(HEADER + ROWS.join(''), registerFormat('case key')).register[0];
    expect(other?.phoneHash).not.toBe(ana?.phoneHash);
    expect(JSON.stringify(segment.register)).not.toMatch(/Hauptstr|664|x\.example/);
    expect(normalContact('address', 'Hauptstr. 1, Graz')).toBe(normalContact('address', 'HAUPTSTRASSE 1 GRAZ'));
  });

  test('a row without an account, or opened on no day, is rejected', () => {
    const bad = read(
      HEADER + ROWS[0]!.replace('AT61 1904 3002 3457 3201', '') + ROWS[0]!.replace('2023-04-15', '2023-02-31'),
    );
    expect(bad.rejects).toEqual([
      { record: 1, line: 2, field: 'accountId', reason: 'no account is given' },
      { record: 2, line: 3, field: 'openedOn', reason: '2023-02-31 is no day' },
    ]);
  });

  test('is told by its header, and payments are none', () => {
    const sureness = (text: string): number =>
      register.recognise({ name: 'x', bytes: Buffer.from(text), text }).sureness;
    expect(sureness(HEADER + ROWS[0]!)).toBe(80);
    expect(sureness('Kontonummer;Kundennummer;Kontoinhaber;Geburtsdatum;Anschrift\n1234;K1;A;1.1.1990;x\n')).toBe(80);
    expect(sureness('Date,Account,Name,Amount,Currency\n2026-01-01,1,x,1.00,EUR\n')).toBe(0);
    expect(sureness('a,b\n1,2\n')).toBe(0);
  });
});

test('bands', () => {
  expect(
    ['1000-2000', 'under 1000', 'over 4000', '100k-500k', '500k-2m', '1', '€ 1.000 - € 2.000', '', 'n/a'].map(
      middleOfBand,
    ),
  ).toEqual([1500, 500, 4000, 300000, 1250000, 1, 1500, undefined, undefined]);
});
