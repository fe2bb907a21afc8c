/**
 * Rows in AMLworld's layout (Altman et al., 2023): power-law accounts, a tenth self-transfers, 20 %
 * quoted fields, some over two lines, 0.1 % bad rows. Seeded: the same bytes on every machine.
 */
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/package-root.ts';
import { seededRandom } from '../src/random.ts';

const cache = join(packageRoot, '.cache/bench-csv');
/** AMLworld's currency names and their codes. */
export const CURRENCIES: Readonly<Record<string, string>> = {
  'US Dollar': 'USD',
  Euro: 'EUR',
  'UK Pound': 'GBP',
  Yen: 'JPY',
  Yuan: 'CNY',
};
const HEADER =
  'Timestamp,From Bank,Account,To Bank,Account,Amount Received,Receiving Currency,Amount Paid,Payment Currency,Payment Format,Is Laundering';

/** Writes the file once; the same rows on every machine. */
export async function amlworldFile(rows: number): Promise<string> {
  const path = join(cache, `rows-${rows}.csv`);
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  const random = seededRandom(20260101, 'bench/csv');
  const out = createWriteStream(`${path}.part`);
  const accounts = Math.ceil(rows / 10);
  const account = (): [string, string] => {
    const id = Math.floor(accounts * random.next() ** 3);
    return [
      String((id * 7919) % 30000).padStart(5, '0'),
      `8${((id * 2654435761) % 4294967296).toString(16).toUpperCase().padStart(8, '0')}`,
    ];
  };
  const names = Object.keys(CURRENCIES);
  const formats = ['Cheque', 'Credit Card', 'ACH', 'Wire', 'Cash', 'Reinvestment'];
  let lines = [HEADER];
  for (let row = 0; row < rows; row++) {
    const minutes = Math.floor((row / rows) * 14400);
    const from = account();
    const to = random.chance(0.1) ? from : account();
    const currency = random.chance(0.7) ? 'US Dollar' : random.pick(names);
    const cents = Math.floor(10 ** (1 + random.next() * 6));
    const amount =
      currency === 'Yen' ? String(cents) : `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
    const day = 1 + Math.floor(minutes / 1440);
    const clock = `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    let format = random.pick(formats);
    if (random.chance(0.005)) format = 'Credit\nCard';
    const fields = [
      `2022/09/${String(day).padStart(2, '0')} ${clock}`,
      ...from,
      ...to,
      amount,
      currency,
      amount,
      currency,
      format,
      random.chance(0.001) ? '1' : '0',
    ];
    if (random.chance(0.001)) {
      const kind = random.integer(0, 3);
      if (kind === 0) fields.length = 6;
      else if (kind === 1) fields[7] = '12.3x4';
      else if (kind === 2) fields[0] = '2022/02/31 10:00';
      else fields[8] = 'Galleon';
    }
    lines.push(fields.map((field) => (random.chance(0.2) || field.includes('\n') ? `"${field}"` : field)).join(','));
    if (lines.length === 20000) {
      if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
      lines = [];
    }
  }
  out.end(lines.length > 0 ? `${lines.join('\n')}\n` : '');
  await once(out, 'finish');
  renameSync(`${path}.part`, path);
  return path;
}
