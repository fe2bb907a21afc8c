/**
 * Reading CSV: ours (two threads, one thread) against csv-parse and papaparse, on a million rows in
 * AMLworld's layout with 20 % quoted fields, some over two lines, and 0.1 % bad rows. Every
 * contestant runs in a process of its own, makes the same columns with the same checks, and must
 * keep the same rows and sums. `npx tsx bench/csv.ts [rows] [rounds]`; medians of interleaved rounds.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse';
import Papa from 'papaparse';
import { dayFrom } from '../src/days.ts';
import { amountAt } from '../src/formats/entry-columns.ts';
import { readMembers } from '../src/formats/read-members.ts';
import { currencyCode, packCurrency, parseAmount } from '../src/money.ts';
import { packageRoot } from '../src/package-root.ts';
import { CURRENCIES, amlworldFile } from './amlworld-rows.ts';
import { emit } from './emit.ts';

interface Outcome {
  readonly kept: number;
  readonly rejected: number;
  readonly accounts: number;
  /** Minor units by currency code. */
  readonly sums: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Of all threads: less moved than wall-clock time by what else the machine does. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

const cache = join(packageRoot, '.cache/bench-csv');
/** What a peer does with a row of strings: the same columns and checks as ours. */
class Columns {
  kept = 0;
  rejected = 0;
  readonly accounts = new Map<string, number>();
  private debtor = new Uint32Array(1 << 20);
  private creditor = new Uint32Array(1 << 20);
  private day = new Int32Array(1 << 20);
  private minute = new Int32Array(1 << 20);
  private amount = new Float64Array(1 << 20);
  private currency = new Uint16Array(1 << 20);
  private readonly sum = new Map<number, number>();
  private readonly packed = new Map(Object.entries(CURRENCIES).map(([name, code]) => [name, packCurrency(code)]));

  add(fields: readonly string[]): void {
    if (fields.length !== 11) return this.reject();
    const [
      stamp = '',
      fromBank = '',
      from = '',
      toBank = '',
      to = '',
      received = '',
      receivedIn = '',
      paid = '',
      paidIn = '',
    ] = fields;
    const day = dayFrom(Number(stamp.slice(0, 4)), Number(stamp.slice(5, 7)), Number(stamp.slice(8, 10)));
    const currency = this.packed.get(paidIn) ?? 0;
    const instructed = this.packed.get(receivedIn) ?? 0;
    if (day < 0 || currency === 0 || instructed === 0) return this.reject();
    const minor = parseAmount(paid, currency);
    const other = parseAmount(received, instructed);
    if (typeof minor === 'string' || typeof other === 'string') return this.reject();
    const row = this.kept++;
    if (row === this.amount.length) this.grow();
    this.debtor[row] = this.intern(`${fromBank}/${from}`);
    this.creditor[row] = this.intern(`${toBank}/${to}`);
    this.day[row] = day;
    this.minute[row] = Number(stamp.slice(11, 13)) * 60 + Number(stamp.slice(14, 16));
    this.amount[row] = minor;
    this.currency[row] = currency;
    this.sum.set(currency, (this.sum.get(currency) ?? 0) + minor);
  }

  private reject(): void {
    this.rejected++;
  }

  sums(): Record<string, number> {
    return Object.fromEntries([...this.sum].map(([currency, minor]) => [currencyCode(currency), minor]));
  }

  private intern(key: string): number {
    const known = this.accounts.get(key);
    if (known !== undefined) return known;
    this.accounts.set(key, this.accounts.size);
    return this.accounts.size - 1;
  }

  private grow(): void {
    const twice = <T extends { set(from: T): void; readonly length: number }>(
      make: new (length: number) => T,
      old: T,
    ): T => {
      const grown = new make(old.length * 2);
      grown.set(old);
      return grown;
    };
    this.debtor = twice(Uint32Array, this.debtor);
    this.creditor = twice(Uint32Array, this.creditor);
    this.day = twice(Int32Array, this.day);
    this.minute = twice(Int32Array, this.minute);
    this.amount = twice(Float64Array, this.amount);
    this.currency = twice(Uint16Array, this.currency);
  }
}

const contestants: Readonly<
  Record<string, (path: string) => Promise<Omit<Outcome, 'seconds' | 'cpuSeconds' | 'peakMegabytes'>>>
> = {
  'ours, 2 threads': (path) => ours(path, 2),
  'ours, 1 thread': (path) => ours(path, 1),
  'csv-parse': async (path) => {
    const columns = new Columns();
    const rows = createReadStream(path, { highWaterMark: 1 << 20 }).pipe(
      parse({ from_line: 2, relax_column_count: true }),
    );
    for await (const fields of rows) columns.add(fields as string[]);
    return { kept: columns.kept, rejected: columns.rejected, accounts: columns.accounts.size, sums: columns.sums() };
  },
  papaparse: async (path) => {
    const columns = new Columns();
    let isHeader = true;
    await new Promise<void>((resolve, reject) => {
      const options = { delimiter: ',', newline: '\n' as const, skipEmptyLines: true };
      createReadStream(path, { highWaterMark: 1 << 20, encoding: 'utf8' })
        .pipe(Papa.parse(Papa.NODE_STREAM_INPUT, options))
        .on('data', (fields: string[]) => {
          if (isHeader) isHeader = false;
          else columns.add(fields);
        })
        .on('end', resolve)
        .on('error', reject);
    });
    return { kept: columns.kept, rejected: columns.rejected, accounts: columns.accounts.size, sums: columns.sums() };
  },
};

async function ours(path: string, workers: number): Promise<Omit<Outcome, 'seconds' | 'cpuSeconds' | 'peakMegabytes'>> {
  const member = { name: path, path, bytes: statSync(path).size, sha256: '0'.repeat(64), encoding: 'utf-8' };
  const [segment] = await readMembers([member], { workers });
  if (!segment) throw new Error('no segment');
  const sum = new Map<number, number>();
  const { currency } = segment.columns;
  for (let row = 0; row < segment.count; row++) {
    const code = currency?.[row] ?? 0;
    sum.set(code, (sum.get(code) ?? 0) + amountAt(segment.columns, row));
  }
  const sums = Object.fromEntries([...sum].map(([code, minor]) => [currencyCode(code), minor]));
  const { kept, rejected } = segment.records;
  return { kept, rejected, accounts: segment.ends.country.length - 3, sums };
}

/** The child's part: one contestant, once. */
async function contest(name: string, path: string): Promise<void> {
  const start = performance.now();
  const outcome = await (contestants[name] as (path: string) => Promise<object>)(path);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage();
  const cpuSeconds = (user + system) / 1e6;
  console.log(
    JSON.stringify({ ...outcome, seconds, cpuSeconds, peakMegabytes: process.resourceUsage().maxRSS / 1024 }),
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

function same(a: Outcome, b: Outcome): boolean {
  const text = (outcome: Outcome): string =>
    JSON.stringify([outcome.kept, outcome.rejected, outcome.accounts, Object.entries(outcome.sums).sort()]);
  return text(a) === text(b);
}

async function main(): Promise<void> {
  const rows = Number(process.argv[2] ?? 1_000_000);
  const rounds = Number(process.argv[3] ?? 3);
  const path = await amlworldFile(rows);
  const script = emit('csv', cache);
  const times = new Map<string, number[]>();
  const cpu = new Map<string, number[]>();
  const peaks = new Map<string, number>();
  let first: Outcome | undefined;
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(contestants)) {
      const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--contest', name, path], {
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
      const outcome = JSON.parse(stdout) as Outcome;
      first ??= outcome;
      if (!same(first, outcome)) throw new Error(`${name} disagrees: ${stdout} against ${JSON.stringify(first)}`);
      times.set(name, [...(times.get(name) ?? []), outcome.seconds]);
      cpu.set(name, [...(cpu.get(name) ?? []), outcome.cpuSeconds]);
      peaks.set(name, Math.max(peaks.get(name) ?? 0, outcome.peakMegabytes));
    }
  }
  const bytes = statSync(path).size;
  console.log(
    `${rows} rows, ${(bytes / 1e6).toFixed(0)} MB, kept ${first?.kept}, rejected ${first?.rejected}, accounts ${first?.accounts}`,
  );
  const fastest = median(times.get('ours, 2 threads') ?? []);
  const single = median(times.get('ours, 1 thread') ?? []);
  for (const [name, seconds] of times) {
    const middle = median(seconds);
    console.log(
      `${name.padEnd(16)} ${middle.toFixed(2).padStart(6)} s  ${(bytes / 1e6 / middle).toFixed(0).padStart(4)} MB/s  peak ${(peaks.get(name) ?? 0).toFixed(0).padStart(4)} MB  cpu ${median(
        cpu.get(name) ?? [],
      )
        .toFixed(2)
        .padStart(5)} s` +
        `  ${(middle / fastest).toFixed(1).padStart(5)}x of 2 threads  ${(middle / single).toFixed(1).padStart(5)}x of 1 thread`,
    );
  }
}

if (process.argv[2] === '--contest') await contest(process.argv[3] ?? '', process.argv[4] ?? '');
else if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
