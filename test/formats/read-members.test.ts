import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planOf } from '../../src/formats/csv/plan.ts';
import { inferDialect } from '../../src/formats/csv/plan.ts';
import { RangeMerger } from '../../src/formats/csv/merge-ranges.ts';
import { EndTable } from '../../src/formats/end-table.ts';
import { cutRanges, readRange } from '../../src/formats/csv/range.ts';
import type { Member, Segment } from '../../src/formats/format.ts';
import { readMember, readMembers } from '../../src/formats/read-members.ts';
import { fileSource } from '../../src/intake/byte-source.ts';
import { seededRandom } from '../../src/random.ts';
import { fixturePath } from './csv/read-csv.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clew-read-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function member(path: string, encoding = 'utf-8'): Member {
  return { name: path, path, bytes: statSync(path).size, sha256: 'ab'.repeat(32), encoding };
}

/** Every byte of a segment, arrays with their type. */
function digest(segment: Segment): string {
  const hash = createHash('sha256');
  const walk = (value: unknown, path: string): void => {
    if (ArrayBuffer.isView(value)) {
      hash.update(`${path} ${value.constructor.name} ${value.byteLength} `);
      hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice());
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    } else hash.update(`${path} ${String(value)} `);
  };
  walk(segment, '');
  return hash.digest('hex');
}

/** Accounts, names, banks, places, texts over lines, bad rows, short lines, quotes in odd places. */
function statement(rows: number, seed: number): string {
  const random = seededRandom(seed, 'read-members');
  const own = Array.from({ length: 7 }, (_, i) => `AT6119043002345732${i}1`);
  const balance = new Map<string, number>();
  const lines = [
    'Account,Date,Time,Type,Description,Counterparty,Counterparty account,BIC,Amount,Currency,Balance,MCC,Merchant city,End-to-end id',
  ];
  for (let row = 0; row < rows; row++) {
    const account = random.pick(own);
    const cents = random.integer(-90000, 100000);
    const now = (balance.get(account) ?? 500000) + cents;
    balance.set(account, now);
    const date = `2026-0${1 + Math.floor((row / rows) * 9)}-1${random.integer(0, 9)}`;
    const text = random.pick([
      'rent',
      '"a ""quoted"" word, and a comma"',
      `"over\ntwo lines ${row}"`,
      '',
      'say "x" now',
      `loan ${random.integer(1, 50)}`,
    ]);
    const isCard = random.chance(0.3);
    const other = isCard
      ? `,Shop ${random.integer(1, 90)},,`
      : `,Person ${random.integer(1, 300)},DE${10 + random.integer(0, 80)}5001051754073249${random.integer(10, 99)},${random.pick(['', 'ELBKDEH1XXX', 'SPLNDE7XXXX'])}`;
    const amount = random.chance(0.01) ? '1x' : (cents / 100).toFixed(2);
    const currency = random.chance(0.1) ? 'USD' : 'EUR';
    lines.push(
      `${account},${date},1${random.integer(0, 9)}:30,${isCard ? 'Card payment' : 'Transfer'},${text}${other},${amount},${currency},${(now / 100).toFixed(2)},${isCard ? 5411 : ''},${isCard ? random.pick(['Wien', 'Graz']) : ''},${random.chance(0.3) ? `E${row}` : ''}`,
    );
    if (random.chance(0.01)) lines.push(random.pick(['short line', '', 'Total,,,', `${account},2026-02-31`]));
  }
  return `${lines.join('\n')}\nend of file\n`;
}

describe('the same bytes for any number of threads and any cuts', () => {
  test('ranges of every size, joined, are one pass', () => {
    for (const seed of [1, 2]) {
      const path = join(folder, `ranges-${seed}.csv`);
      writeFileSync(path, statement(1500, seed));
      const file = member(path);
      const whole = digest(readMember(file));
      const source = fileSource(path);
      const plan = inferDialect(source, file);
      for (const size of [700, 3001, 20_000, 100_000]) {
        const cuts = cutRanges(plan, source, () => size);
        expect(cuts.length).toBeGreaterThan(1);
        const merger = new RangeMerger(plan, file, 16);
        for (const [i, from] of cuts.entries()) {
          const part = readRange(
            { plan, member: file, from, to: cuts[i + 1] ?? file.bytes, quotesAreLetters: false },
            source,
            {},
          );
          expect(part.next).toBe(cuts[i + 1] ?? file.bytes);
          merger.add(part);
        }
        expect(digest(merger.finish())).toBe(whole);
      }
      source.close();
    }
  });

  test('rows that name two accounts, with and without a bank, odd letters and no account at all', () => {
    const lines = Array.from({ length: 900 }, (_, i) => {
      const from = i % 7 === 0 ? ',AT611904300234573201' : `0${i % 5},8${(i * 7) % 40}0A`;
      const to = i % 11 === 0 ? `Bänk ${i % 3},é-${i % 13}` : i % 50 === 3 ? ',' : `0${i % 4},9${(i * 5) % 60}0b`;
      const pair = i % 100 === 42 ? ',,,' : `${from},${to}`;
      return `2022/09/0${1 + (i % 9)} 10:00,${pair},1${i % 10}.50,US Dollar,1${i % 10}.50,US Dollar,Wire,0`;
    });
    const path = join(folder, 'transfers.csv');
    const header =
      'Timestamp,From Bank,Account,To Bank,Account,Amount Received,Receiving Currency,Amount Paid,Payment Currency,Payment Format,Is Laundering';
    writeFileSync(path, `${header}\n${lines.join('\n')}\n`);
    const file = member(path);
    const whole = readMember(file);
    expect(whole.records).toMatchObject({ read: 900, kept: 891, rejected: 9 });
    const ends = EndTable.fromParts(whole.ends);
    expect(ends.country(ends.find('account', 'AT611904300234573201'))).toBe('AT');
    expect(ends.find('account', 'BÄNK0/É-0')).toBeGreaterThan(2);
    const source = fileSource(path);
    const plan = inferDialect(source, file);
    for (const size of [2000, 17_000]) {
      const cuts = cutRanges(plan, source, () => size);
      const merger = new RangeMerger(plan, file, 16);
      for (const [i, from] of cuts.entries())
        merger.add(
          readRange({ plan, member: file, from, to: cuts[i + 1] ?? file.bytes, quotesAreLetters: false }, source, {}),
        );
      expect(digest(merger.finish())).toBe(digest(whole));
    }
    source.close();
  });

  test('threads, with cuts that fall into quotes and have to be read again', async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, i) =>
        `AT611904300234573201,2026-01-1${i % 10},1.00,EUR,"text\nAT611904300234573201,2026-01-13,1.00,EUR,inside quotes\nend ${i}"`,
    );
    const trap = join(folder, 'trap.csv');
    writeFileSync(trap, `Account,Date,Amount,Currency,Description\n${rows.join('\n')}\n`);
    const usual = join(folder, 'usual.csv');
    writeFileSync(usual, statement(2500, 3));
    const unclosed = join(folder, 'unclosed.csv');
    writeFileSync(
      unclosed,
      statement(1000, 4).replace('rent', '"rent never closed') + statement(10, 5).replaceAll('"', ''),
    );
    const newest = join(folder, 'newest.csv');
    const [head, ...body] = statement(800, 6)
      .replaceAll(/"[^"]*\n[^"]*"/g, 'x')
      .trimEnd()
      .split('\n');
    writeFileSync(newest, [head, ...body.slice(0, -1).reverse()].join('\n'));
    const members = [
      member(trap),
      member(usual),
      member(unclosed),
      member(newest),
      member(fixturePath('german-debit-credit.csv'), 'windows-1252'),
    ];
    const alone = members.map((file) => readMember(file));
    expect(alone[0]?.count).toBe(3000);
    expect(alone[0]?.records).toEqual({ read: 3000, kept: 3000, rejected: 0, notBooked: 0 });
    expect(alone[3]?.warnings).toContain('the newest row stands first; rows are kept oldest first');
    for (const [workers, rangeBytes] of [
      [1, 50_000],
      [2, 9_001],
    ] as const) {
      const read = await readMembers(members, { workers, rangeBytes });
      expect(read.map(digest)).toEqual(alone.map(digest));
    }
    const here = await readMembers(members, { workers: 0 });
    expect(here.map(digest)).toEqual(alone.map(digest));
  }, 120_000);
});

describe('progress, cancelling, errors', () => {
  test('progress ends at the sum of bytes, and never falls', async () => {
    const path = join(folder, 'progress.csv');
    writeFileSync(path, statement(4000, 7));
    const seen: number[] = [];
    await readMembers([member(path)], { workers: 0, onProgress: (bytes, total) => seen.push(bytes, total) });
    const total = statSync(path).size;
    expect(seen.at(-2)).toBe(total);
    expect(seen.at(-1)).toBe(total);
    expect(seen.filter((_, i) => i % 2 === 0)).toEqual(seen.filter((_, i) => i % 2 === 0).sort((a, b) => a - b));
  });

  test('cancelling ends with CLEW_CANCELLED within a second', async () => {
    const path = join(folder, 'long.csv');
    const text = statement(4000, 8);
    const body = text.slice(text.indexOf('\n') + 1);
    writeFileSync(path, text + body.repeat(40));
    const controller = new AbortController();
    const reading = readMembers([member(path), member(path)], {
      workers: 2,
      rangeBytes: 4 << 20,
      signal: controller.signal,
    });
    let aborted = 0;
    setTimeout(() => {
      aborted = performance.now();
      controller.abort();
    }, 300);
    await expect(reading).rejects.toThrow(expect.objectContaining({ code: 'CLEW_CANCELLED' }));
    expect(performance.now() - aborted).toBeLessThan(1000);
    await expect(readMembers([member(path)], { workers: 1, signal: AbortSignal.abort() })).rejects.toThrow(
      expect.objectContaining({ code: 'CLEW_CANCELLED' }),
    );
  }, 60_000);

  test('a file that nobody knows is a coded error from a thread, too', async () => {
    const path = join(folder, 'unknown.txt');
    writeFileSync(path, 'hello\n');
    await expect(readMembers([member(path)], { workers: 1 })).rejects.toThrow(
      expect.objectContaining({ code: 'CLEW_FORMAT_UNKNOWN' }),
    );
  });
});

test('a plan is plain data, as threads need it', () => {
  const head = Buffer.from('Date,Amount\n2026-01-13,1.00\n');
  const plan = planOf(
    { head, tail: new Uint8Array(0), isWhole: true, mark: 0, encoding: 'utf-8' },
    { encoding: 'utf-8', sha256: '' },
  );
  expect(structuredClone(plan)).toEqual(plan);
});
