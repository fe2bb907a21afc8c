/** Bank files to ranked leads in one process, without a case: for benchmarks and accuracy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAdjacency } from '../src/graph/adjacency.ts';
import { readMembers } from '../src/formats/read-members.ts';
import { loadCatalogue } from '../src/indicators/catalogue.ts';
import type { Finding } from '../src/indicators/indicator.ts';
import { loadPriceLevels } from '../src/indicators/price-levels.ts';
import { runIndicators } from '../src/indicators/run.ts';
import type { ChangedSettings } from '../src/indicators/settings.ts';
import { buildView, type View } from '../src/indicators/view.ts';
import { openMembers } from '../src/intake/members.ts';
import { buildLedger } from '../src/ledger/build.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { assembleLeads } from '../src/leads/assemble.ts';
import type { Lead } from '../src/leads/lead.ts';

export interface Outcome {
  readonly ledger: Ledger;
  readonly view: View;
  readonly findings: readonly Finding[];
  readonly leads: readonly Lead[];
  readonly notTested: readonly { readonly indicator: string; readonly why: string }[];
}

export async function filesToLeads(
  paths: readonly string[],
  workers: number,
  changed: ChangedSettings = {},
): Promise<Outcome> {
  const scratch = mkdtempSync(join(tmpdir(), 'clew-bench-'));
  try {
    const members = await openMembers(paths, { scratch });
    return await score(buildLedger(await readMembers(members, { workers })), workers, changed);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

export async function score(ledger: Ledger, workers: number, changed: ChangedSettings = {}): Promise<Outcome> {
  const view = buildView(ledger, buildAdjacency(ledger.columns, ledger.count, ledger.ends.count), loadPriceLevels());
  const { findings, notTested } = await runIndicators(view, { changed, workers });
  const indicators = new Map((await loadCatalogue()).map((indicator) => [indicator.id, indicator]));
  const ordinals = Uint32Array.from({ length: ledger.ends.count }, (_, end) => end);
  return { ledger, view, findings, leads: assembleLeads(ledger, findings, indicators, ordinals), notTested };
}
