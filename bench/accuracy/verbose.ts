/** What a world's leads missed and alarmed on, lead by lead: for tuning, on worlds that are for tuning. */
import type { EndId } from '../../src/formats/end-table.ts';
import type { Lead } from '../../src/leads/lead.ts';
import type { Truth } from '../../src/training/truth.ts';
import type { Outcome } from '../pipeline.ts';
import type { PlantedScheme } from './match.ts';

const termsOf = (lead: Lead): string =>
  lead.terms
    .map(
      ({ finding, points, guardsHeld }) => `${finding.indicator}=${String(points)}${guardsHeld.length > 0 ? '-' : ''}`,
    )
    .join(' ');

export function tellMore(
  truth: Truth,
  outcome: Outcome,
  found: readonly { readonly scheme: PlantedScheme; readonly lead: Lead | undefined }[],
  notes: readonly string[],
): void {
  for (const note of new Set(notes)) console.log(`       ${note}`);
  const labels = new Map<EndId, string>();
  for (const decoy of truth.decoys)
    for (const account of decoy.accounts) labels.set(outcome.ledger.ends.find('account', account), decoy.kind);
  for (const { scheme } of found) for (const { end, role } of scheme.people) labels.set(end, `${scheme.shape}/${role}`);
  for (const { scheme, lead } of found) {
    console.log(
      `  ${scheme.id} ${scheme.shape} (${scheme.form}) ${lead ? `rank ${String(lead.rank)}, ${String(lead.points)} points, ${lead.form}: ${termsOf(lead)}` : 'NOT FOUND'}`,
    );
    if (lead) continue;
    for (const { indicator, anchor, members, strength, guards } of outcome.findings) {
      const own = members.filter(({ end }) => scheme.ends.has(end));
      if (own.length === 0) continue;
      console.log(
        `       ${indicator} ${String(strength)} about ${labels.get(anchor) ?? 'nobody'}: ${own.map(({ end, role }) => `${labels.get(end) ?? ''}=${role}`).join(' ')}, ${String(members.length)} members; ${guards.map(({ id, outcome: result }) => `${id} ${result}`).join(' ')}`,
      );
    }
  }
  const matched = new Set(found.map(({ lead }) => lead));
  for (const lead of outcome.leads) {
    if (lead.rank > 60 || matched.has(lead)) continue;
    const touched = lead.accounts.flatMap(({ end, role }) =>
      labels.has(end) ? [`${labels.get(end) ?? ''}=${role}`] : [],
    );
    console.log(
      `  unmatched rank ${String(lead.rank)} ${lead.id} ${String(lead.points)}p [${touched.slice(0, 4).join(' ') || 'background'}, ${String(lead.accounts.length)} accounts]: ${termsOf(lead)}`,
    );
  }
  const tally = new Map<string, [number, number, number]>();
  for (const { indicator, anchor, members } of outcome.findings) {
    const shown = [anchor, ...members.filter((one) => one.role !== 'undetermined').map((one) => one.end)];
    const row = tally.get(indicator) ?? [0, 0, 0];
    const label = shown.map((end) => labels.get(end)).find((text) => text !== undefined);
    const place = shown.some((end) => labels.get(end)?.includes('/') === true) ? 0 : label !== undefined ? 1 : 2;
    row[place]++;
    tally.set(indicator, row);
  }
  console.log('  findings per indicator, in schemes / in decoys / elsewhere:');
  for (const [indicator, row] of [...tally].sort())
    console.log(`    ${indicator.padEnd(36)} ${row.map((n) => String(n).padStart(5)).join(' ')}`);
}
