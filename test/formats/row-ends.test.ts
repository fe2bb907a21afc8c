import { expect, test } from 'vitest';
import { zoneMinutes } from '../../src/formats/clock-zones.ts';
import { countryNamed } from '../../src/formats/country-names.ts';
import { EndTable, UNKNOWN_END } from '../../src/formats/end-table.ts';
import { accountEnd, fileAccount, merchantEnd, nameEnd, walletEnd } from '../../src/formats/row-ends.ts';
import { memberOf } from '../fixtures/read-rows.ts';

test('a wallet is known by the hash of its address at its company', () => {
  const ends = new EndTable();
  const ana = walletEnd(ends, 'paypal', ' Ana@X.example ', 'Ana  Lee', 'SE');
  expect(walletEnd(ends, 'paypal', 'ana@x.example')).toBe(ana);
  expect(walletEnd(ends, 'stripe', 'ana@x.example')).not.toBe(ana);
  expect(walletEnd(ends, 'paypal', 'n/a')).toBe(UNKNOWN_END);
  expect(walletEnd(ends, 'paypal', '')).toBe(UNKNOWN_END);
  expect(ends.key(ana)).toMatch(/^paypal-[0-9a-f]{32}$/);
  expect([ends.kind(ana), ends.country(ana), ends.namesByEnd().get(ana)]).toEqual(['wallet', 'SE', ['Ana Lee']]);
});

test('names, shops and accounts are ends of their own kinds', () => {
  const ends = new EndTable();
  expect(nameEnd(ends, 'Ana Lee')).not.toBe(merchantEnd(ends, 'Ana Lee'));
  expect(nameEnd(ends, 'Lee, Ana')).toBe(nameEnd(ends, 'ana lee'));
  expect(nameEnd(ends, 'Ana Lee', 'SE')).not.toBe(nameEnd(ends, 'Ana Lee'));
  expect([nameEnd(ends, '--'), nameEnd(ends, 'Unknown'), accountEnd(ends, ' - ')]).toEqual([0, 0, 0]);
  const account = accountEnd(ends, 'AT61 1904 3002 3457 3201', 'Ana Lee', 'bkauatwwxxx');
  expect([ends.key(account), ends.country(account), ends.bank(account)]).toEqual([
    'AT611904300234573201',
    'AT',
    'BKAUATWWXXX',
  ]);
});

test('a file that names no account has one of its own, and one for each of its parts', () => {
  const member = { ...memberOf(new Uint8Array(0)), sha256: 'abcdef0123456789'.repeat(4) };
  expect(fileAccount(member)).toBe('FILE-ABCDEF0123456789');
  expect(fileAccount(member, ' Valeur  actuelle')).toBe('FILE-ABCDEF0123456789/VALEUR ACTUELLE');
});

test('zones that say an offset, and those that do not', () => {
  expect(['PST', 'PDT', 'CET', 'CEST', 'MESZ', 'GMT', 'UTC+2', '-03:30', 'GMT+0530'].map(zoneMinutes)).toEqual([
    -480, -420, 60, 120, 120, 0, 120, -210, 330,
  ]); // prettier-ignore
  expect(['Europe/Berlin', 'CST', 'IST', '', 'UTC+99'].map(zoneMinutes)).toEqual(new Array(5).fill(undefined));
});

test('countries by name and by code', () => {
  expect(
    ['UK', 'United Kingdom', 'gbr', 'Österreich', 'Rumänien', 'Côte d’Ivoire', 'Cote d Ivoire', 'UAE', 'USA', 'Etats-Unis', 'PH', 'Atlantis', ''].map(countryNamed),
  ).toEqual(['GB', 'GB', 'GB', 'AT', 'RO', 'CI', 'CI', 'AE', 'US', 'US', 'PH', '', '']); // prettier-ignore
});
