/**
 * Three small bank files in two formats that make one lead: eight weeks in which what people pay to
 * A, B and C goes on to K four days later.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayFrom, isoDate } from '../../src/days.ts';

const WEEKS = 8;

/** A German IBAN with its check digits (ISO 13616, mod 97). */
export function iban(account: number): string {
  const rest = `37040044${String(account).padStart(10, '0')}`;
  const check = 98n - (BigInt(`${rest}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${rest}`;
}

export const [A, B, C, K] = [iban(1001), iban(1002), iban(1003), iban(2001)] as const;

interface Row {
  readonly day: string;
  readonly minor: number;
  readonly otherAccount: string;
  readonly otherName: string;
  readonly text: string;
}

function earnings(name: string, weeks: number): Row[] {
  const first = dayFrom(2025, 3, 3);
  const rows: Row[] = [];
  for (let week = 0; week < weeks; week++) {
    const on = (day: number): string => isoDate((first + 7 * week + day) as typeof first);
    rows.push({ day: on(0), minor: 300_00, otherAccount: '', otherName: `Payer ${week} ${name}`, text: 'thanks' });
    rows.push({ day: on(1), minor: 300_00, otherAccount: '', otherName: `Guest ${week} ${name}`, text: '' });
    rows.push({ day: on(4), minor: -500_00, otherAccount: K, otherName: 'Kim Keeper', text: 'share' });
  }
  return rows;
}

function amount(minor: number, mark: string): string {
  return `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}${mark}${String(Math.abs(minor) % 100).padStart(2, '0')}`;
}

function csv(account: string, rows: readonly Row[]): string {
  const lines = rows.map(({ day, minor, otherAccount, otherName, text }) =>
    [day, account, otherAccount, otherName, amount(minor, '.'), 'EUR', text].join(';'),
  );
  return [
    'Booking date;Account IBAN;Counterparty IBAN;Counterparty name;Amount;Currency;Description',
    ...lines,
    '',
  ].join('\r\n');
}

function mt940(account: string, rows: readonly Row[]): string {
  const short = (day: string): string => day.slice(2).replaceAll('-', '');
  const lines = rows.flatMap(({ day, minor, otherAccount, otherName, text }) => [
    `:61:${short(day)}${short(day).slice(2)}${minor < 0 ? 'D' : 'C'}${amount(Math.abs(minor), ',')}NTRFNONREF`,
    `:86:166?00TRANSFER?20${text}${otherAccount === '' ? '' : `?31${otherAccount}`}?32${otherName}`,
  ]);
  const sum = rows.reduce((total, { minor }) => total + minor, 0);
  const balance = (tag: string, day: string, minor: number): string => `:${tag}:C${short(day)}EUR${amount(minor, ',')}`;
  const [first, last] = [rows[0]?.day ?? '', rows.at(-1)?.day ?? ''];
  return [
    ':20:STARTUMS',
    `:25:${account}`,
    ':28C:1/1',
    balance('60F', first, 100_00),
    ...lines,
    balance('62F', last, 100_00 + sum),
    '-',
    '',
  ].join('\r\n');
}

/** @returns the files' paths, in an order that is not canonical */
export function writeSmallFiles(folder: string, weeks = WEEKS): string[] {
  mkdirSync(folder, { recursive: true });
  const files = {
    'bank-b.csv': csv(B, earnings('B', weeks)),
    'bank-a.csv': csv(A, earnings('A', weeks)),
    'bank-c.sta': mt940(C, earnings('C', weeks)),
  };
  return Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}
