// Ours, as built: one file to ranked leads. Prints one line of JSON: rows, sum of amounts, leads, steps in ms, peak memory.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../../dist/src/indicators/catalogue.js';
import { loadPriceLevels } from '../../dist/src/indicators/price-levels.js';
import { runIndicators } from '../../dist/src/indicators/run.js';
import { buildView } from '../../dist/src/indicators/view.js';
import { readMembers } from '../../dist/src/formats/read-members.js';
import { amountAt } from '../../dist/src/formats/entry-columns.js';
import { buildAdjacency } from '../../dist/src/graph/adjacency.js';
import { openMembers } from '../../dist/src/intake/members.js';
import { assembleLeads } from '../../dist/src/leads/assemble.js';
import { buildLedger } from '../../dist/src/ledger/build.js';

const [path, workers = '2'] = process.argv.slice(2);
const steps = {};
let last = performance.now();
const step = (name) => {
  const now = performance.now();
  steps[name] = Math.round(now - last);
  last = now;
};
const start = last;
const scratch = mkdtempSync(join(tmpdir(), 'clew-bench-'));
let segments = await readMembers(await openMembers([path], { scratch }), { workers: Number(workers) });
rmSync(scratch, { recursive: true, force: true });
step('read');
const ledger = buildLedger(segments);
segments = undefined;
step('ledger');
const adjacency = buildAdjacency(ledger.columns, ledger.count, ledger.ends.count);
step('adjacency');
const view = buildView(ledger, adjacency, loadPriceLevels());
const { findings, notTested } = await runIndicators(view, { changed: {}, workers: Number(workers) });
step('indicators');
const indicators = new Map((await loadCatalogue()).map((indicator) => [indicator.id, indicator]));
const ordinals = Uint32Array.from({ length: ledger.ends.count }, (_, end) => end);
const leads = assembleLeads(ledger, findings, indicators, ordinals);
step('leads');
const ms = Math.round(performance.now() - start);
let sum = 0n;
for (let tx = 0; tx < ledger.count; tx++) sum += BigInt(amountAt(ledger.columns, tx));
console.log(
  JSON.stringify({
    rows: ledger.count,
    sum: sum.toString(),
    leads: leads.length,
    findings: findings.length,
    tested: indicators.size - notTested.length,
    ms,
    steps,
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
process.exit(0);
