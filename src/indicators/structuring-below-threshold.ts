/**
 * Repeated cash or wires just below a reporting limit, within days and at times over several
 * branches (FIN-2020-A008, section II). Limits come by currency from `datasets/reporting-limits.csv`;
 * no row, not tested. Whoever pays in may act on orders: the account is shown, no role is read off it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { channelCode } from '../formats/entry-columns.ts';
import { into } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { packCurrency } from '../money.ts';
import { packageRoot } from '../package-root.ts';
import { sign } from './end-signs.ts';
import type { GuardOutcome, Indicator } from './indicator.ts';
import { count, days, evidenceOf, member, money, strengthAbove } from './measures.ts';
import {
  amountOf,
  creditorDayOf,
  degreeIn,
  hasSign,
  isCashIn,
  isHolding,
  rowsByCurrency,
  slideWindows,
} from './read.ts';
import { variationOf, windowOf } from './statistics.ts';
import type { View } from './view.ts';

const settings = {
  bandFrom: { default: 0.8, unit: 'share', reason: 'Of the limit: a fifth below it is still aimed at it.' },
  bandTo: { default: 0.999, unit: 'share', reason: 'The limit itself is reported.' },
  windowDays: { default: 10, unit: 'days', reason: 'One sum cut into parts is paid in within days.' },
  minItems: { default: 3, unit: 'count', reason: 'Two may be chance.' },
  sameDayBranches: { default: 2, unit: 'count', reason: 'Places on one day or the next, which adds to the strength.' },
} as const satisfies Indicator['settings'];

const limits = { cash: new Map<number, number>(), wire: new Map<number, number>() };
for (const line of readFileSync(join(packageRoot, 'datasets/reporting-limits.csv'), 'utf8').split('\n').slice(1)) {
  const [currency = '', kind = '', minor = ''] = line.split(',');
  if (kind === 'cash' || kind === 'wire') limits[kind].set(packCurrency(currency), Number(minor));
}
const BASELINE_DAYS = 180;
const LEAST_BASELINE = 10;

export default {
  id: 'structuring-below-threshold',
  title: 'Repeated cash or wires kept below a reporting limit',
  looksFor:
    'Three or more cash deposits or wires into one account within ten days, each just below the reporting limit of its currency; more so at several places on one day.',
  family: 'laundering-flow',
  points: 1,
  forms: { 'laundering-pattern': 1 },
  citations: [
    { source: 'FinCEN FIN-2020-A008, section II (avoids identification or reporting triggers)', confidence: 'read' },
    { source: 'FinCEN FIN-2014-A008 (via Compliance Week)', confidence: 'read' },
  ],
  needs: [],
  settings,
  guards: [
    { id: 'usual-takings', pointsOff: 1 },
    { id: 'also-above-limit', pointsOff: 1 },
  ],
  innocent:
    'Shops that bank daily takings, market sellers, landlords, habits of round numbers: compared with the account’s other deposits within half a year; deposits above the limit show that it is not avoided.',
  find(view, settings, anchor, budget, emit) {
    if (
      !hasSign(view, anchor, sign.cashIn | sign.wireIn) ||
      degreeIn(view, anchor) < settings.minItems ||
      !isHolding(view, anchor)
    )
      return;
    const rows = into(view.adjacency, anchor);
    if (!budget.spend(rows.length)) return;
    for (const kind of ['cash', 'wire'] as const) {
      const items = [...rows].filter((tx) =>
        kind === 'cash' ? isCashIn(view, tx) : view.columns.channel?.[tx] === channelCode.wire,
      );
      for (const { currency, rows: all } of rowsByCurrency(view, items)) {
        const limit = limits[kind].get(currency);
        if (limit === undefined) continue;
        const below = all.filter(
          (tx) => amountOf(view, tx) >= settings.bandFrom * limit && amountOf(view, tx) <= settings.bandTo * limit,
        );
        let most = 0;
        const covered = slideWindows(view.columns.creditorDay, below, settings.windowDays, {
          enter: () => undefined,
          leave: () => undefined,
          passes: (first, last) => {
            most = Math.max(most, last - first + 1);
            return last - first + 1 >= settings.minItems;
          },
        });
        if (covered.length === 0) continue;
        const places = placesAtOnce(view, covered);
        emit({
          indicator: 'structuring-below-threshold',
          anchor,
          members: [
            member(anchor, 'undetermined', {
              for: [
                {
                  id: 'reason.deposits-kept-below-limit',
                  parameters: { items: count(most), limit: money(limit, currency) },
                },
              ],
              against: [{ id: 'reason.depositor-may-act-on-orders' }],
            }),
          ],
          observed: { items: count(most), places: count(places) },
          threshold: {
            items: count(settings.minItems),
            limit: money(limit, currency),
            window: days(settings.windowDays),
          },
          window: windowOf(view, covered),
          strength: Math.min(
            200,
            strengthAbove(most, settings.minItems) + (places >= settings.sameDayBranches ? 50 : 0),
          ),
          evidence: evidenceOf(covered),
          guards: guardsOf(view, covered, all, limit),
        });
      }
    }
  },
} satisfies Indicator<typeof settings>;

/** The most different places on one day or the next; 0 where no place is known. */
function placesAtOnce(view: View, rows: readonly TransactionIndex[]): number {
  let most = 0;
  rows.forEach((tx, i) => {
    const places = new Set<number>();
    for (let at = i; at < rows.length && creditorDayOf(view, rows[at] as number) - creditorDayOf(view, tx) <= 1; at++) {
      const place = view.columns.place?.[rows[at] as number] ?? 0;
      if (place !== 0) places.add(place);
    }
    most = Math.max(most, places.size);
  });
  return most;
}

function guardsOf(
  view: View,
  items: readonly TransactionIndex[],
  all: readonly TransactionIndex[],
  limit: number,
): { id: string; outcome: GuardOutcome }[] {
  const { from, to } = windowOf(view, items);
  const chosen = new Set(items);
  const others = all.filter(
    (tx) =>
      !chosen.has(tx) &&
      creditorDayOf(view, tx) >= from - BASELINE_DAYS &&
      creditorDayOf(view, tx) <= to + BASELINE_DAYS,
  );
  const amounts = (rows: readonly TransactionIndex[]): number[] => rows.map((tx) => amountOf(view, tx));
  const usual: GuardOutcome =
    others.length < LEAST_BASELINE
      ? 'untestable'
      : variationOf(amounts(items)) >= variationOf(amounts(others))
        ? 'held'
        : 'failed';
  return [
    { id: 'usual-takings', outcome: usual },
    { id: 'also-above-limit', outcome: others.some((tx) => amountOf(view, tx) >= limit) ? 'held' : 'failed' },
  ];
}
