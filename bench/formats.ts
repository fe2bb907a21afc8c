/**
 * MT940 and OFX: ours on one thread against mt940-js and ofx-js, on generated files of about 20 MB.
 * Every contestant runs in a process of its own, reads the file from memory and must find the same
 * number of transactions and the same sum. `npx tsx bench/formats.ts [megabytes] [rounds]`; medians
 * of interleaved rounds, as MB/s and as ratios.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read as readMt940Js } from 'mt940-js';
import { parse as parseOfxJs } from 'ofx-js';
import { emit } from './emit.ts';
import { amountAt } from '../src/formats/entry-columns.ts';
import { readOfx } from '../src/formats/ofx/reader.ts';
import { readMt } from '../src/formats/mt/reader.ts';
import { SegmentSink } from '../src/formats/segment-sink.ts';
import { memorySource } from '../src/intake/byte-source.ts';
import { packageRoot } from '../src/package-root.ts';
import { seededRandom } from '../src/random.ts';

const LEAST_RATIO = 3;
const cache = join(packageRoot, '.cache/bench-formats');

interface Outcome {
  readonly transactions: number;
  /** Credits and debits together, in minor units. */
  readonly sum: number;
  /** On the processor, of the reading thread: what else the machine does moves it less than the clock. */
  readonly seconds: number;
}

const NAMES = 'Anna Bruno Clara David Elena Frank Greta Hugo Irina Jonas Karin Lars Maria Nikos Olga Pavel'.split(' ');
const FAMILIES = 'Muster Beispiel Schneider Novak Rossi Jansen Kowalski Popescu Garcia Dupont'.split(' ');
const WORDS = 'Miete Rechnung Einkauf Lohn Strom Kurs Beitrag Spende Reise Geschenk Wartung Honorar'.split(' ');

/** One transaction's parts, the same for both formats. */
function* transactions(
  seed: string,
): Generator<{ day: string; minor: number; name: string; iban: string; text: string; n: number }> {
  const random = seededRandom(20240305, seed);
  for (let n = 1; ; n++) {
    // An account has one holder.
    const other = random.integer(0, 4999);
    yield {
      day: `24${String(random.integer(1, 12)).padStart(2, '0')}${String(random.integer(1, 28)).padStart(2, '0')}`,
      minor: random.integer(100, 500_000) * (random.chance(0.4) ? 1 : -1),
      name: `${NAMES[other % NAMES.length] ?? ''} ${FAMILIES[other % FAMILIES.length] ?? ''}`,
      iban: `DE${10 + (other % 89)}37040044${String(other).padStart(10, '0')}`,
      text: `${random.pick(WORDS)} ${random.pick(WORDS)} ${random.integer(1000, 9999)}`,
      n,
    };
  }
}

const comma = (minor: number): string => `${Math.floor(minor / 100)},${String(minor % 100).padStart(2, '0')}`;
const point = (minor: number): string => `${minor < 0 ? '-' : ''}${comma(Math.abs(minor)).replace(',', '.')}`;

function mt940File(bytes: number): string {
  const parts: string[] = [];
  let size = 0;
  let balance = 10_000_000;
  let page = 0;
  for (const { day, minor, name, iban, text, n } of transactions('mt940')) {
    const piece: string[] = [];
    if (n % 50 === 1)
      piece.push(
        `:20:STARTUMS\r\n:25:37040044/532013000\r\n:28C:${++page}/1\r\n:60F:${mark(balance)}240101EUR${comma(Math.abs(balance))}\r\n`,
      );
    const side = minor < 0 ? 'D' : 'C';
    piece.push(
      `:61:${day}${day.slice(2)}${side}${comma(Math.abs(minor))}NTRFNONREF//B${String(n).padStart(10, '0')}\r\n`,
    );
    piece.push(
      `:86:${minor < 0 ? '116' : '166'}?00SEPA-UEBERWEISUNG?109310?20EREF+E${String(n).padStart(12, '0')}?21SVWZ+${text}\r\n?30COBADEFFXXX?31${iban}?32${name}\r\n`,
    );
    balance += minor;
    if (n % 50 === 0) piece.push(`:62F:${mark(balance)}241231EUR${comma(Math.abs(balance))}\r\n-\r\n`);
    const whole = piece.join('');
    parts.push(whole);
    size += whole.length;
    if (size >= bytes && n % 50 === 0) return parts.join('');
  }
  return '';
}

const mark = (balance: number): string => (balance < 0 ? 'D' : 'C');

function ofxFile(bytes: number): string {
  const parts = [
    'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n' +
      '<OFX>\n<SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>20240301<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>\n' +
      '<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>011000015<ACCTID>47110815<ACCTTYPE>CHECKING</BANKACCTFROM>\n' +
      '<BANKTRANLIST><DTSTART>20240101<DTEND>20241231\n',
  ];
  let size = 0;
  for (const { day, minor, name, text, n } of transactions('ofx')) {
    const piece = `<STMTTRN>\n<TRNTYPE>${minor < 0 ? 'DEBIT' : 'CREDIT'}\n<DTPOSTED>20${day}120000[-5:EST]\n<TRNAMT>${point(minor)}\n<FITID>2024${String(n).padStart(10, '0')}\n<NAME>${name}\n<MEMO>${text}\n</STMTTRN>\n`;
    parts.push(piece);
    size += piece.length;
    if (size >= bytes) break;
  }
  parts.push(
    '</BANKTRANLIST><LEDGERBAL><BALAMT>100.00<DTASOF>20241231</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n',
  );
  return parts.join('');
}

function ours(read: typeof readMt, bytes: Buffer): Omit<Outcome, 'seconds'> {
  // The room that `read-member.ts` makes.
  const sink = new SegmentSink({}, Math.max(1024, bytes.length >> 8));
  const member = { name: 'bench', path: '', bytes: bytes.length, sha256: '0'.repeat(64), encoding: 'utf-8' };
  read(memorySource(bytes), member, sink);
  const { columns, count } = sink.close(member, 'bench');
  let sum = 0;
  for (let row = 0; row < count; row++) sum += amountAt(columns, row);
  return { transactions: count, sum };
}

interface OfxTransaction {
  readonly TRNAMT: string;
}

const contestants: Readonly<Record<string, (bytes: Buffer) => Promise<Omit<Outcome, 'seconds'>>>> = {
  'mt940 ours': (bytes) => Promise.resolve(ours(readMt, bytes)),
  'mt940 mt940-js': async (bytes) => {
    const statements = await readMt940Js(bytes);
    const all = statements.flatMap((statement) => statement.transactions);
    return {
      transactions: all.length,
      sum: all.reduce((sum, { amount }) => sum + Math.round(Math.abs(amount) * 100), 0),
    };
  },
  'ofx ours': (bytes) => Promise.resolve(ours(readOfx, bytes)),
  'ofx ofx-js': async (bytes) => {
    const parsed = (await parseOfxJs(bytes.toString('latin1'))) as unknown as {
      OFX: { BANKMSGSRSV1: { STMTTRNRS: { STMTRS: { BANKTRANLIST: { STMTTRN: OfxTransaction[] } } } } };
    };
    const all = parsed.OFX.BANKMSGSRSV1.STMTTRNRS.STMTRS.BANKTRANLIST.STMTTRN;
    return {
      transactions: all.length,
      sum: all.reduce((sum, { TRNAMT }) => sum + Math.round(Math.abs(Number(TRNAMT)) * 100), 0),
    };
  },
};

function file(format: string, megabytes: number): string {
  const path = join(cache, `${format}-${megabytes}`);
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  writeFileSync(path, format === 'mt940' ? mt940File(megabytes * 1e6) : ofxFile(megabytes * 1e6), 'latin1');
  return path;
}

/** Linux counts it per thread; elsewhere the clock has to do. */
function secondsOnProcessor(): number {
  const path = `/proc/self/task/${process.pid}/schedstat`;
  if (!existsSync(path)) return performance.now() / 1000;
  return Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e9;
}

async function contest(name: string, path: string): Promise<void> {
  const bytes = readFileSync(path);
  const start = secondsOnProcessor();
  const outcome = await (contestants[name] as (bytes: Buffer) => Promise<Omit<Outcome, 'seconds'>>)(bytes);
  console.log(JSON.stringify({ ...outcome, seconds: secondsOnProcessor() - start }));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

function main(): void {
  const megabytes = Number(process.argv[2] ?? 20);
  const rounds = Number(process.argv[3] ?? 3);
  const script = emit('formats', cache);
  const seconds = new Map<string, number[]>();
  const found = new Map<string, string>();
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(contestants)) {
      const [format = ''] = name.split(' ');
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        ['--max-old-space-size=6144', script, '--contest', name, file(format, megabytes)],
        { encoding: 'utf8' },
      );
      if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
      const outcome = JSON.parse(stdout) as Outcome;
      const text = `${outcome.transactions} transactions, sum ${outcome.sum}`;
      if ((found.get(format) ?? text) !== text)
        throw new Error(`${name} disagrees: ${text}, not ${String(found.get(format))}`);
      found.set(format, text);
      seconds.set(name, [...(seconds.get(name) ?? []), outcome.seconds]);
    }
  }
  console.log(
    `${cpus()[0]?.model ?? ''}, Node ${process.version}, one thread, processor time, medians of ${rounds} interleaved rounds`,
  );
  for (const [name, times] of seconds) {
    const [format = ''] = name.split(' ');
    const megabytesPerSecond = statSync(file(format, megabytes)).size / 1e6 / median(times);
    console.log(
      `${name.padEnd(16)} ${median(times).toFixed(2).padStart(6)} s  ${megabytesPerSecond.toFixed(0).padStart(4)} MB/s`,
    );
    if (name.endsWith(' ours')) continue;
    const ratio = median(times) / median(seconds.get(`${format} ours`) ?? []);
    console.log(
      `${format}: ${String(found.get(format))}; ours is ${ratio.toFixed(1)} times as fast (goal ${LEAST_RATIO}${ratio < LEAST_RATIO ? ', missed' : ''})`,
    );
  }
}

if (process.argv[2] === '--contest') await contest(process.argv[3] ?? '', process.argv[4] ?? '');
else if (process.argv[1] === fileURLToPath(import.meta.url)) main();
