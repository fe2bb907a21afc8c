/**
 * Reading camt.053 into columns on one thread, beside saxes that only tokenises the same text: no
 * path, no amounts, no parties. `npx tsx bench/formats-camt.ts [megabytes] [rounds]`; each round runs
 * both, in processes of their own; the ratio is that of the medians.
 * `npx tsx bench/formats-camt.ts memory [megabytes]` reads one large file and prints the peak memory.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';
import { readMember } from '../src/formats/read-member.ts';
import { decimalText, packCurrency } from '../src/money.ts';
import { seededRandom } from '../src/random.ts';

const EUR = packCurrency('EUR');

/** Writes a statement of about so many megabytes; returns its entries and the sum of its credits in cents. */
function generate(path: string, megabytes: number): { entries: number; credits: number } {
  const file = openSync(path, 'w');
  const random = seededRandom(20220, 'camt');
  const towns = ['Wien', 'Graz', 'Linz', 'Köln', 'Bremen', 'Essen', 'Ulm', 'Győr'];
  const names = ['Anna Berger', 'Bäckerei Köhler', 'Strom AG', 'J. Novák', 'Hausverwaltung Süd', 'Miriam Okafor'];
  let entries = 0;
  let credits = 0;
  let bytes = 0;
  const write = (text: string): void => {
    bytes += writeSync(file, text);
  };
  write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">\n' +
      ' <BkToCstmrStmt>\n  <GrpHdr><MsgId>BENCH</MsgId><CreDtTm>2024-03-05T22:00:00+01:00</CreDtTm></GrpHdr>\n  <Stmt>\n' +
      '   <Id>S-1</Id>\n   <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>\n',
  );
  while (bytes < megabytes * 1e6) {
    let text = '';
    for (let i = 0; i < 200; i++) {
      const cents = random.integer(1, 500_000);
      const isCredit = random.chance(0.5);
      entries++;
      if (isCredit) credits += cents;
      const amount = `<Amt Ccy="EUR">${decimalText(cents, EUR)}</Amt>`;
      const [near, far] = isCredit ? ['Dbtr', 'Cdtr'] : ['Cdtr', 'Dbtr'];
      const number = random.integer(0, 4000);
      const iban = `AT${10 + (number % 90)}19043${String(number).padStart(11, '0')}`;
      const day = `2024-0${random.integer(1, 9)}-${random.integer(10, 28)}`;
      const agent = `<FinInstnId><BICFI>${random.chance(0.5) ? 'BKAUATWW' : 'GIBAATWW'}</BICFI></FinInstnId>`;
      text += `   <Ntry>
    <NtryRef>${entries}</NtryRef>
    ${amount}
    <CdtDbtInd>${isCredit ? 'CRDT' : 'DBIT'}</CdtDbtInd>
    <Sts><Cd>BOOK</Cd></Sts>
    <BookgDt><Dt>${day}</Dt></BookgDt>
    <ValDt><Dt>${day}</Dt></ValDt>
    <AcctSvcrRef>2024${String(entries).padStart(12, '0')}</AcctSvcrRef>
    <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${isCredit ? 'RCDT' : 'ICDT'}</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
    <NtryDtls>
     <TxDtls>
      <Refs><EndToEndId>E2E-${random.integer(0, 1e9)}</EndToEndId></Refs>
      <AmtDtls><TxAmt>${amount}</TxAmt></AmtDtls>
      <RltdPties>
       <${near}><Pty><Nm>${random.pick(names)}</Nm><PstlAdr><TwnNm>${random.pick(towns)}</TwnNm><Ctry>AT</Ctry></PstlAdr></Pty></${near}>
       <${near}Acct><Id><IBAN>${iban}</IBAN></Id></${near}Acct>
       <${far}Acct><Id><IBAN>DE89370400440532013000</IBAN></Id></${far}Acct>
      </RltdPties>
      <RltdAgts><${near}Agt>${agent}</${near}Agt></RltdAgts>
      <RmtInf><Ustrd>Rechnung ${random.integer(1, 99999)} vom ${day}, danke für den Auftrag</Ustrd></RmtInf>
     </TxDtls>
    </NtryDtls>
   </Ntry>
`;
    }
    write(text);
  }
  write('  </Stmt>\n </BkToCstmrStmt>\n</Document>\n');
  closeSync(file);
  return { entries, credits };
}

interface Outcome {
  readonly entries: number;
  readonly credits?: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
}

function readOurs(path: string): Pick<Outcome, 'entries' | 'credits'> {
  const bytes = statSync(path).size;
  const segment = readMember({ name: 'bench.xml', path, bytes, sha256: '0'.repeat(64), encoding: 'utf-8' });
  const { amountLow, side } = segment.columns;
  let credits = 0;
  for (let row = 0; row < segment.count; row++) if (side?.[row] === 1) credits += amountLow?.[row] ?? 0;
  return { entries: segment.records.kept, credits };
}

function readSaxes(path: string): Pick<Outcome, 'entries'> {
  const parser = new SaxesParser();
  let entries = 0;
  parser.on('opentag', (tag) => {
    if (tag.name === 'Ntry') entries++;
  });
  parser.on('text', () => undefined);
  parser.on('closetag', () => undefined);
  const text = readFileSync(path, 'utf8');
  for (let at = 0; at < text.length; at += 1 << 20) parser.write(text.slice(at, at + (1 << 20)));
  parser.close();
  return { entries };
}

const contestants = { ours: readOurs, saxes: readSaxes } as const;
type Contestant = keyof typeof contestants;

function run(contestant: Contestant, path: string): Outcome {
  const args = ['--import', 'tsx', fileURLToPath(import.meta.url), 'run', contestant, path];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Outcome;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const [mode = '20', second = '3', third = ''] = process.argv.slice(2);
if (mode === 'run') {
  const began = process.hrtime.bigint();
  const found = contestants[second as Contestant](third);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  process.stdout.write(JSON.stringify({ ...found, seconds, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
} else {
  const isMemory = mode === 'memory';
  const megabytes = Number(isMemory ? (process.argv[3] ?? 1000) : mode);
  const folder = mkdtempSync(join(tmpdir(), 'clew-bench-camt-'));
  try {
    const path = join(folder, 'bench.xml');
    const truth = generate(path, megabytes);
    const size = statSync(path).size / 1e6;
    const check = (outcome: Outcome): Outcome => {
      if (outcome.entries !== truth.entries) throw new Error(`${outcome.entries} entries, not ${truth.entries}`);
      if (outcome.credits !== undefined && outcome.credits !== truth.credits) throw new Error('credits differ');
      return outcome;
    };
    if (isMemory) {
      const { seconds, peakMegabytes } = check(run('ours', path));
      const speed = (size / seconds).toFixed(0);
      process.stdout.write(`${size.toFixed(0)} MB, ${truth.entries} entries: ${seconds.toFixed(1)} s, ${speed} MB/s, `);
      process.stdout.write(`peak ${peakMegabytes.toFixed(0)} MB resident\n`);
    } else {
      const times: Record<Contestant, number[]> = { ours: [], saxes: [] };
      for (let round = 0; round < Number(second); round++) {
        for (const one of ['ours', 'saxes'] as const) times[one].push(check(run(one, path)).seconds);
      }
      const speeds = { ours: size / median(times.ours), saxes: size / median(times.saxes) };
      process.stdout.write(`${size.toFixed(1)} MB, ${truth.entries} entries, one thread, median of ${second}\n`);
      process.stdout.write(`camt.053 into columns  ${speeds.ours.toFixed(1)} MB/s\n`);
      process.stdout.write(`saxes, tokens only     ${speeds.saxes.toFixed(1)} MB/s\n`);
      process.stdout.write(`ratio                  ${(speeds.ours / speeds.saxes).toFixed(2)}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
