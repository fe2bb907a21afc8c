import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayFrom } from '../../src/days.ts';
import accountRegister, { accountRegisterFormat } from '../../src/formats/account-register.ts';
import register from '../../src/formats/register.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixture = (name: string): string =>
  readFileSync(join(packageRoot, 'test/fixtures/account-register', name), 'utf8');
const read = (text: string): ReturnType<typeof readRows> => readRows(text, accountRegister.read);
const [abruf, roles, xml] = [fixture('kontenabruf.csv'), fixture('roles.csv'), fixture('reply.xml')];
const sureness = (text: string, format = accountRegister): number =>
  format.recognise({ name: 'x', bytes: Buffer.from(text), text }).sureness;

describe('a reply of an account register', () => {
  const { segment, names, countries } = read(abruf);

  it('accounts for every record: two of five are rejected', () => {
    expect(segment.records).toEqual({ read: 5, kept: 3, rejected: 2, notBooked: 0 });
    expect(segment.rejects).toEqual([
      { record: 4, line: 6, field: 'IBAN', reason: 'no account is given' },
      { record: 5, line: 7, field: 'Tag der Errichtung', reason: '31.02.2020 is no day' },
    ]);
    expect(segment.count).toBe(0);
  });

  it('tells that the account exists, whose it is and who may act on it', () => {
    // A holder each, two proxies, two beneficial owners.
    expect(segment.register).toHaveLength(3 + 2 + 2);
    const [mira, kai, ilie, kaiAgain, firm, owner, other] = segment.register;
    expect(mira).toMatchObject({
      account: 'DE89370400440532013000', role: 'holder', exists: true, openedOn: dayFrom(2024, 3, 15), birthYear: 1999,
      holderName: 'Mira Petrova', holderType: 'person',
    }); // prettier-ignore
    expect(mira).not.toHaveProperty('closedOn');
    expect(kai).toMatchObject({ role: 'power-of-attorney', holderName: 'Kai Lenker', birthYear: 1980 });
    expect(kai).not.toHaveProperty('exists');
    expect(ilie?.closedOn).toBe(dayFrom(2025, 12, 31));
    expect(kaiAgain?.customerId).toBe(kai?.customerId);
    expect(kai?.customerId).not.toBe(mira?.customerId);
    expect([firm, owner, other].map((row) => row?.role)).toEqual(['holder', 'beneficial-owner', 'beneficial-owner']);
    expect(owner?.holderName).toBe('Kai Lenker');
    // A name alone tells nobody.
    expect(owner).not.toHaveProperty('customerId');
  });

  it('makes the account an end with its bank', () => {
    expect(names['account:DE89370400440532013000']).toEqual(['Mira Petrova']);
    expect(countries['account:DE89370400440532013000']).toBe('DE');
    expect(segment.ends.own.includes(1)).toBe(false);
    expect(JSON.stringify(segment.register)).not.toMatch(/24\.12|12-24|02\.01/);
  });

  it('reads a row a role, with the days on which it ran', () => {
    const rows = read(roles).segment.register;
    expect(rows.map(({ role }) => role)).toEqual(['holder', 'holder', 'power-of-attorney']);
    expect(rows[2]).toMatchObject({
      holderName: 'Paul Meneur', validFrom: dayFrom(2022, 11, 1), validTo: dayFrom(2024, 5, 31),
    }); // prettier-ignore
  });

  it('reads XML by the words of its elements', () => {
    const { segment: reply } = read(xml);
    expect(reply.records).toEqual({ read: 2, kept: 1, rejected: 1, notBooked: 0 });
    expect(reply.rejects[0]).toMatchObject({ record: 2, field: 'account', reason: 'no account is given' });
    const [mira, kai] = reply.register;
    expect(mira).toMatchObject({
      account: 'AT611904300234573201', role: 'holder', exists: true, openedOn: dayFrom(2021, 5, 6),
      closedOn: dayFrom(2025, 1, 31), holderName: 'Mira Petrova', birthYear: 1999,
    }); // prettier-ignore
    expect(kai).toMatchObject({ role: 'power-of-attorney', validFrom: dayFrom(2021, 6, 1) });
    // The same people as in the other file.
    expect([mira?.customerId, kai?.customerId]).toEqual(segment.register.slice(0, 2).map((row) => row.customerId));
    const other = readRows(xml, accountRegisterFormat('case key').read).segment.register[0];
    expect(other?.customerId).not.toBe(mira?.customerId);
  });

  it('keeps what stood before a fault, refuses document types', () => {
    const cut = read(xml.slice(0, xml.lastIndexOf('<r:Kontoinhaber>')));
    expect(cut.segment.records).toMatchObject({ kept: 1, rejected: 1 });
    expect(thrownBy(() => read(`<!DOCTYPE a [<!ENTITY b "c">]>${xml.slice(xml.indexOf('<r:A'))}`))).toMatchObject({
      code: 'CLEW_FILE_REFUSED',
    });
  });

  it('is sure of its own and leaves the others theirs', () => {
    for (const text of [abruf, roles]) expect(sureness(text)).toBeGreaterThan(sureness(text, register));
    expect(sureness(xml)).toBe(70);
    expect(sureness('accountId,customerId,type,openedOn\nA,K,person,2024-01-01\n')).toBe(0);
    expect(sureness('IBAN;Kontoinhaber;Verfügungsberechtigter;Eröffnungsdatum;Betrag\n')).toBe(0);
    expect(sureness(readFileSync(join(packageRoot, 'test/fixtures/camt/v2.xml'), 'utf8'))).toBe(0);
    expect(sureness(readFileSync(join(packageRoot, 'test/fixtures/goaml/str-5.xml'), 'utf8'))).toBe(0);
  });
});
