import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayFrom } from '../../src/days.ts';
import goaml, { goamlFormat } from '../../src/formats/goaml.ts';
import { readGoaml } from '../../src/formats/goaml/reader.ts';
import { textSigns } from '../../src/formats/text-words.ts';
import { currencyCode } from '../../src/money.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixture = (name: string): string => readFileSync(join(packageRoot, 'test/fixtures/goaml', name), 'utf8');
const read = (text: string): ReturnType<typeof readRows> => readRows(text, goaml.read);
const [str, ctr, sar] = [fixture('str-5.xml'), fixture('ctr-4.xml'), fixture('sar-activity.xml')];
const SPA = 'account:AE070331234567890123456';
const WORKER = 'account:20023003';

describe('a goAML 5 report', () => {
  const { rows, segment, names, countries } = read(str);

  it('accounts for every transaction: three are booked, of one nobody is said to pay', () => {
    expect(segment.records).toEqual({ read: 4, kept: 3, rejected: 0, notBooked: 1 });
    const booked = rows.filter((row) => row.status === 'booked');
    expect(booked.reduce((sum, row) => sum + Math.round(parseFloat(row.amount) * 100), 0)).toBe(
      1500_00 + 400_00 + 250_50,
    );
    expect(rows[3]).toMatchObject({ from: 'unknown:', to: 'unknown:', amount: '90.00 AED', status: 'informational' });
  });

  it('names both sides of a transfer as equals', () => {
    expect(rows[0]).toMatchObject({
      from: SPA, to: WORKER, amount: '1500.00 AED', booking: '2026-03-02', value: '2026-03-03',
      time: 10 * 3600 + 15 * 60 + 30, channel: 'credit-transfer', status: 'booked', place: undefined,
      textHash: textSigns('salary March').textHash,
    }); // prettier-ignore
    expect([...(segment.columns.side ?? [])]).toEqual([2, 2, 2, 2]);
    expect(names[SPA]).toEqual(['Palm Spa LLC']);
    expect(countries[WORKER]).toBe('AE');
    // 408.44 dollars, in a row of dirhams.
    expect([...segment.instructed.rows, ...segment.instructed.minor]).toEqual([0, 408_44]);
    expect(currencyCode(segment.instructed.currency[0] ?? 0)).toBe('USD');
    expect(segment.statements).toEqual([]);
  });

  it('cash at an account comes from the leaf, is booked when it was posted, and has no time', () => {
    expect(rows[1]).toMatchObject({
      from: 'cash:', to: WORKER, channel: 'cash', booking: '2026-03-06', time: undefined, place: 'Deira branch',
    }); // prettier-ignore
  });

  it('of several parties the one who pays and the one who is paid make the row', () => {
    expect(rows[2]).toMatchObject({ from: WORKER, amount: '250.50 AED', time: 23 * 3600 + 5 * 60 });
    // Paid out in another country, so to somebody and not at the account's own counter.
    expect(rows[2]).toMatchObject({ to: 'name:bo broker|NP', channel: 'credit-transfer' });
  });

  it('points at its own bytes', () => {
    for (const row of rows) expect(row.bytes).toMatch(/^<transaction>[\s\S]*<\/transaction>$/);
  });

  it('gives the account, its holder and who acts for it', () => {
    expect(segment.register).toHaveLength(3);
    const [holder, signer, director] = segment.register;
    expect(holder).toMatchObject({
      account: SPA.slice(8), role: 'holder', holderType: 'business', holderName: 'Palm Spa LLC', sector: 'wellness',
      openedOn: dayFrom(2021, 2, 14), openedAtBranch: 'Creek', currency: 'AED', status: 'A', exists: true,
      balance: -12_50, balanceOn: dayFrom(2026, 3, 19), homeRegion: 'Dubai', residenceCountry: 'AE',
    }); // prettier-ignore
    expect(signer).toMatchObject({ role: 'signatory', holderName: 'Sam Signer', birthYear: 1981 });
    expect(signer).not.toHaveProperty('openedOn');
    expect(director).toMatchObject({ role: 'director', holderName: 'Dora Director', birthYear: 1970 });
  });

  it('keeps nothing of what is sealed or must not be known', () => {
    const kept = JSON.stringify([segment.register, names, segment.warnings, segment.rejects]);
    expect(kept).not.toMatch(/SEALEDWORD|PASSPORTNO|784-|501234567|Dock Road|07-04|Teller|Authority|"GB"|gender/);
    const marks = segment.warnings.filter((warning) => warning.includes('sealed'));
    expect(marks).toHaveLength(2);
    const [, from = '', to = ''] = /reason is sealed: bytes (\d+) to (\d+)/.exec(marks[0] ?? '') ?? [];
    expect(str.slice(Number(from), Number(to))).toMatch(/^<reason>SEALEDWORD.*<\/reason>$/);
    expect(segment.warnings.join()).toContain('indicators STRUC');
  });
});

describe('a goAML 4 report', () => {
  const { rows, segment, names } = read(ctr);

  it('rejects an amount finer than its currency and keeps the rows around it', () => {
    expect(segment.records).toEqual({ read: 3, kept: 2, rejected: 1, notBooked: 0 });
    const line = ctr.slice(0, ctr.indexOf('0.005')).split('\n').length;
    expect(segment.rejects).toEqual([{ record: 2, line, field: 'amount_local', reason: 'finer than its currency' }]);
    expect(rows.map((row) => [row.from, row.to, row.amount])).toEqual([
      ['cash:', 'account:620111', '10000.50 BWP'],
      ['account:620111', 'name:border bus|ZW', '75.25 BWP'],
    ]);
    expect(names['name:border bus|ZW']).toEqual(['Border Bus']);
  });

  it('a protected person leaves no address; another signatory is none who holds the account', () => {
    const [holder, proxy] = segment.register;
    expect(segment.register).toHaveLength(2);
    expect(holder).toMatchObject({
      account: '620111', role: 'holder', holderName: 'Neo Holder', holderType: 'person', birthYear: 1999,
      protectedAddress: true, openedOn: dayFrom(2024, 1, 8), closedOn: dayFrom(2025, 11, 15), exists: true, balance: 0,
    }); // prettier-ignore
    expect(holder).not.toHaveProperty('addressHash');
    expect(holder).not.toHaveProperty('homeRegion');
    expect(proxy).toMatchObject({ role: 'signatory', holderName: 'Omar Proxy' });
    expect(JSON.stringify(segment.register)).not.toMatch(/Refuge|Francistown|B-550|71 234|neo@mail|"ZW"/);
  });
});

describe('an activity report', () => {
  const { rows, segment } = read(sar);

  it('has parties for records and no rows', () => {
    expect(segment.records).toEqual({ read: 2, kept: 2, rejected: 0, notBooked: 0 });
    expect(rows).toEqual([]);
    const [holder, proxy] = segment.register;
    expect(holder).toMatchObject({ account: '620222', birthYear: 2004, openedOn: dayFrom(2025, 1, 10) });
    expect(proxy).toMatchObject({
      role: 'other', validFrom: dayFrom(2025, 2, 1), validTo: dayFrom(2025, 9, 30),
    }); // prettier-ignore
    expect(JSON.stringify(segment)).not.toContain('SEALEDWORD');
  });

  it('one person in two reports has one hash, another under another key', () => {
    const omar = read(ctr).segment.register[1]?.customerId;
    expect(omar).toMatch(/^[0-9a-f]{64}$/);
    expect(segment.register[1]?.customerId).toBe(omar);
    const other = readRows(sar, goamlFormat('case key').read).segment.register[1]?.customerId;
    expect(other).not.toBe(omar);
  });
});

describe('goAML files as they come', () => {
  it('does not hang on how the bytes are cut', () => {
    const whole = read(str);
    for (const chunk of [97, 1021]) {
      const cut = readRows(str, (source, member, sink) => {
        readGoaml(source, member, sink, 'k', chunk);
      });
      expect(cut.rows).toEqual(whole.rows);
    }
  });

  it('several reports in one file, prefixes, and transactions without a report', () => {
    const inner = str.slice(str.indexOf('<report>'));
    const { segment } = read(`<reports>${inner}${ctr.slice(ctr.indexOf('<report>'))}</reports>`);
    expect(segment.records.read).toBe(4 + 3);
    const prefixed = read(ctr.replace(/<(\/?)(\w)/g, '<$1g:$2').replace('<g:report>', '<g:report xmlns:g="x">'));
    expect(prefixed.segment.records.kept).toBe(2);
    const from = ctr.indexOf('<transaction>');
    const bare = `<reportdata><transactions>${ctr.slice(from, ctr.indexOf('<report_indicators>'))}</transactions></reportdata>`;
    const { rows, segment: without } = read(bare);
    expect(rows.map((row) => row.amount)).toEqual(['10000.50 XXX', '75.25 XXX']);
    expect(without.warnings.join()).toContain('no known local currency');
  });

  it('one and the same time in all rows is none', () => {
    const noon = ctr.replaceAll(/(<date_transaction>[\d-]+)T00:00:00/g, '$1T12:00:00');
    const { rows, segment } = read(noon);
    expect(rows.map((row) => row.time)).toEqual([undefined, undefined]);
    expect(segment.warnings.join()).toContain('same time of day');
  });

  it.each([
    [
      'date_transaction',
      '<date_transaction>2025-11-03T00:00:00',
      '<date_transaction>2025-02-30T00:00:00',
      'no such date',
    ],
    ['date_transaction', '<date_transaction>2025-11-03T00:00:00</date_transaction>', '', 'empty'],
    ['amount_local', '10000.5000', '-3', 'below zero'],
    ['amount_local', '10000.5000', '1,000.00', 'not a number'],
  ])('rejects a bad %s', (field, good, bad, reason) => {
    const { segment } = read(ctr.replace(good, bad));
    expect(segment.rejects[0]).toMatchObject({ record: 1, field, reason });
    expect(segment.records).toMatchObject({ read: 3, kept: 1, rejected: 2 });
  });

  it('keeps what stood before a fault', () => {
    const { segment } = read(str.slice(0, str.indexOf('<transactionnumber>T-3')));
    expect(segment.records).toEqual({ read: 3, kept: 2, rejected: 1, notBooked: 0 });
    expect(segment.rejects[0]?.record).toBe(3);
  });

  it('refuses a document type, and what holds no report', () => {
    const bomb = `<!DOCTYPE report [<!ENTITY a "aaaa">]>${ctr.slice(ctr.indexOf('<report>'))}`;
    expect(thrownBy(() => read(bomb))).toMatchObject({ code: 'CLEW_FILE_REFUSED' });
    expect(thrownBy(() => read('<report/>'))).toMatchObject({ code: 'CLEW_FILE_UNREADABLE' });
    expect(thrownBy(() => read('<report><rentity_id'))).toMatchObject({ code: 'CLEW_FILE_UNREADABLE' });
  });

  it('is sure of its own and of nothing else', () => {
    const sureness = (text: string): number => goaml.recognise({ name: 'x', bytes: Buffer.from(text), text }).sureness;
    for (const text of [str, ctr, sar]) expect(sureness(text)).toBe(99);
    expect(sureness('<?xml version="1.0"?><Document><BkToCstmrStmt/></Document>')).toBe(0);
    expect(sureness('<report><title>Annual report</title></report>')).toBe(0);
  });
});
