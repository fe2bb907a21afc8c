/**
 * How well leads find planted schemes: the demo's world and others, written as bank files, read
 * back and scored, then held against the truth. Prints recall at R and 2R (R = planted schemes),
 * forms, roles and false alarms per decoy kind. `npm run accuracy [-- --worlds 1:demo,2:hard --verbose]`.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EndId } from '../src/formats/end-table.ts';
import type { Lead } from '../src/leads/lead.ts';
import { packageRoot } from '../src/package-root.ts';
import { DEMO_SEED, writeWorld } from '../src/training/write-demo.ts';
import type { Truth } from '../src/training/truth.ts';
import { filesToLeads, type Outcome } from './pipeline.ts';

/**
 * A scheme is found by a lead that shows, with a role, this share of its people and one of those who
 * run it (two people, where nobody is labelled so), and whose shown people are mostly its own.
 */
const LEAST_SHARE_OF_SCHEME = 0.3;
const LEAST_SHARE_OF_LEAD = 0.5;

type Scheme = Truth['schemes'][number];

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: `${String(DEMO_SEED)}:demo,3001:demo,4001:demo` },
    verbose: { type: 'boolean', default: false },
    workers: { type: 'string', default: '2' },
  },
});

function worldFolder(seed: number, level: string): { files: string; truth: string } {
  if (seed === DEMO_SEED && level === 'demo') {
    return { files: join(packageRoot, 'datasets/demo'), truth: join(packageRoot, 'datasets/demo-truth/truth.json') };
  }
  const folder = join(packageRoot, '.cache/worlds', `${String(seed)}-${level}`);
  const truth = join(folder, 'truth/truth.json');
  if (!existsSync(truth)) {
    mkdirSync(folder, { recursive: true });
    writeWorld([
      '--seed',
      String(seed),
      '--level',
      level,
      '--out',
      join(folder, 'files'),
      '--truth',
      join(folder, 'truth'),
    ]);
  }
  return { files: join(folder, 'files'), truth };
}

interface Found {
  readonly scheme: Scheme;
  readonly lead: Lead | undefined;
}

/** A foreign end is known by account or, without one, by name. */
function endOf(outcome: Outcome, names: ReadonlyMap<string, EndId>, account: { account: string; name: string }): EndId {
  const end = outcome.ledger.ends.find('account', account.account);
  return end >= 0 ? end : (names.get(account.name) ?? -1);
}

function matchSchemes(outcome: Outcome, truth: Truth, names: ReadonlyMap<string, EndId>): Found[] {
  return truth.schemes.map((scheme) => {
    const running = new Set(
      scheme.accounts
        .filter(({ role }) => role !== 'victim' && role !== 'purchaser' && role !== 'employer')
        .map((one) => endOf(outcome, names, one)),
    );
    const people = new Set(scheme.accounts.map((one) => endOf(outcome, names, one)).filter((end) => end >= 0));
    const around = new Set([
      ...people,
      ...scheme.peripheral.map((account) => outcome.ledger.ends.find('account', account)),
    ]);
    const lead = outcome.leads.find((candidate) => {
      const shown = candidate.accounts
        .filter((account) => account.role !== 'undetermined')
        .map((account) => account.end);
      const inScheme = shown.filter((end) => people.has(end)).length;
      const own = shown.filter((end) => around.has(end)).length;
      const isRun = running.size === 0 ? inScheme >= 2 : candidate.accounts.some(({ end }) => running.has(end));
      return isRun && inScheme >= LEAST_SHARE_OF_SCHEME * people.size && own >= LEAST_SHARE_OF_LEAD * shown.length;
    });
    return { scheme, lead };
  });
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${String(Math.round((100 * part) / whole))} % (${String(part)}/${String(whole)})`;

let failures = 0;
const check = (name: string, holds: boolean, text: string): void => {
  if (!holds) failures++;
  console.log(`  ${holds ? 'ok  ' : 'FAIL'} ${name}: ${text}`);
};

for (const world of values.worlds.split(',')) {
  const [seed = '', level = 'demo'] = world.split(':');
  const { files, truth: truthPath } = worldFolder(Number(seed), level);
  const truth = JSON.parse(readFileSync(truthPath, 'utf8')) as Truth;
  const outcome = await filesToLeads([files], Number(values.workers));
  const names = new Map<string, EndId>();
  for (const [end, list] of outcome.ledger.ends.namesByEnd())
    for (const name of list) if (!names.has(name)) names.set(name, end);
  report(truth, outcome, matchSchemes(outcome, truth, names), names, `${seed} ${level}`);
}
console.log(failures === 0 ? 'accuracy: every goal holds' : `accuracy: ${String(failures)} goals missed`);
process.exitCode = failures === 0 ? 0 : 1;

function report(
  truth: Truth,
  outcome: Outcome,
  found: readonly Found[],
  names: ReadonlyMap<string, EndId>,
  title: string,
): void {
  const R = truth.schemes.length;
  const at = (limit: number): Found[] => found.filter(({ lead }) => lead !== undefined && lead.rank <= limit);
  console.log(
    `\nworld ${title}: ${String(truth.accounts)} accounts, ${String(outcome.ledger.count)} transactions, R = ${String(R)} schemes, ${String(truth.decoys.length)} decoys, ${String(outcome.leads.length)} leads`,
  );
  check('recall at R >= 0.7', at(R).length >= 0.7 * R, percent(at(R).length, R));
  check('recall at 2R >= 0.85', at(2 * R).length >= 0.85 * R, percent(at(2 * R).length, R));
  for (const form of [...new Set(truth.schemes.map((scheme) => scheme.form))]) {
    const right = at(2 * R).filter(({ scheme, lead }) => scheme.form === form && lead?.form === form).length;
    const all = truth.schemes.filter((scheme) => scheme.form === form).length;
    check(`${form} found under its name by 2R`, right >= 1, percent(right, all));
  }
  let [controllers, controllersNamed, victims, victimsSeen, victimsOpen, victimsOfInterest, shielded] = [
    0, 0, 0, 0, 0, 0, 0,
  ];
  const everyInterest = new Set(outcome.leads.flatMap((lead) => lead.accountsOfInterest));
  for (const { scheme, lead } of found) {
    for (const account of scheme.accounts) {
      const end = endOf(outcome, names, account);
      if (account.role === 'victim' && everyInterest.has(end)) {
        victimsOfInterest++;
        if (values.verbose)
          console.log(
            `       victim of interest: ${scheme.id} ${account.account} in ${outcome.leads
              .filter((one) => one.accountsOfInterest.includes(end))
              .map((one) => one.id)
              .join(' ')}`,
          );
      }
      if (lead === undefined || lead.rank > 2 * R) continue;
      const role = lead.accounts.find((one) => one.end === end)?.role;
      if (account.role === 'controller') {
        controllers++;
        if (lead.accountsOfInterest.includes(end)) controllersNamed++;
        else if (role === 'possible-victim') shielded++;
        if (values.verbose && !lead.accountsOfInterest.includes(end))
          console.log(`       controller missed: ${scheme.id} ${account.account} is ${role ?? 'not in the lead'}`);
      }
      if (account.role === 'victim') {
        victims++;
        if (role === 'possible-victim') victimsSeen++;
        else victimsOpen++;
        if (values.verbose && role !== 'possible-victim')
          console.log(`       victim missed: ${scheme.id} ${account.account} is ${role ?? 'not in the lead'}`);
      }
    }
  }
  check(
    'controllers named in found networks >= 0.8',
    controllersNamed >= 0.8 * controllers,
    percent(controllersNamed, controllers),
  );
  check('victims recognised in found networks >= 0.8', victimsSeen >= 0.8 * victims, percent(victimsSeen, victims));
  check('victims among accounts of interest = 0', victimsOfInterest === 0, String(victimsOfInterest));
  console.log(
    `       victims not recognised ${String(victimsOpen)}, controllers shielded as possible victims ${String(shielded)}`,
  );
  const byKind = new Map<string, [number, number]>();
  const top = outcome.leads.filter((lead) => lead.rank <= 2 * R && !found.some((one) => one.lead === lead));
  const alarmed = new Map<string, string>();
  for (const decoy of truth.decoys) {
    const ends = new Set(decoy.accounts.map((account) => outcome.ledger.ends.find('account', account)));
    const lead = top.find((one) =>
      one.accounts.some((account) => account.role !== 'undetermined' && ends.has(account.end)),
    );
    const [hit, all] = byKind.get(decoy.kind) ?? [0, 0];
    byKind.set(decoy.kind, [hit + (lead ? 1 : 0), all + 1]);
    if (lead) alarmed.set(lead.id, decoy.kind);
  }
  console.log(
    `  false alarms by 2R per decoy kind: ${
      [...byKind]
        .filter(([, [hit]]) => hit > 0)
        .map(([kind, [hit, all]]) => `${kind} ${String(hit)}/${String(all)}`)
        .join(', ') || 'none'
    }`,
  );
  if (!values.verbose) return;
  for (const { scheme, lead } of found)
    console.log(
      `  ${scheme.id} (${scheme.form}) ${lead ? `rank ${String(lead.rank)}, ${String(lead.points)} points, ${lead.form}: ${lead.terms.map((term) => `${term.finding.indicator}=${String(term.points)}`).join(' ')}` : 'NOT FOUND'}`,
    );
  const schemeOf = new Map(
    found.flatMap(({ scheme }) =>
      scheme.accounts.map(
        (account) => [endOf(outcome, names, account), `${scheme.id}/${account.role ?? '?'}`] as const,
      ),
    ),
  );
  for (const lead of top) {
    const touched = lead.accounts.flatMap((account) =>
      schemeOf.has(account.end) ? [`${schemeOf.get(account.end) ?? ''}:${account.role}`] : [],
    );
    if (touched.length > 0) alarmed.set(lead.id, `part of ${touched.slice(0, 4).join(' ')}`);
  }
  for (const lead of top)
    console.log(
      `  unmatched rank ${String(lead.rank)} ${lead.id} ${String(lead.points)}p ${alarmed.get(lead.id) ?? 'background'}: ${lead.terms.map((term) => `${term.finding.indicator}=${String(term.points)}`).join(' ')}`,
    );
  const inScheme = new Set(
    found.flatMap(({ scheme }) => scheme.accounts.map((account) => endOf(outcome, names, account))),
  );
  const inDecoy = new Set(
    truth.decoys.flatMap((decoy) => decoy.accounts.map((account) => outcome.ledger.ends.find('account', account))),
  );
  const tally = new Map<string, [number, number, number]>();
  for (const { indicator, anchor, members } of outcome.findings) {
    const shown = [anchor, ...members.filter((one) => one.role !== 'undetermined').map((one) => one.end)];
    const row = tally.get(indicator) ?? [0, 0, 0];
    const place = shown.some((end) => inScheme.has(end)) ? 0 : shown.some((end) => inDecoy.has(end)) ? 1 : 2;
    row[place] = (row[place] ?? 0) + 1;
    tally.set(indicator, row);
  }
  console.log('  findings per indicator, in schemes / in decoys / elsewhere:');
  for (const [indicator, row] of [...tally].sort())
    console.log(`    ${indicator.padEnd(36)} ${row.map((n) => String(n).padStart(5)).join(' ')}`);
}
