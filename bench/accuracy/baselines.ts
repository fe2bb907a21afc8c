/**
 * What leads are held against, on the same ledger. Each baseline ranks accounts with a statement; a
 * ranked account and those of its neighbours that put it there (at most ten) count as one network,
 * and an account that a higher network shows opens none of its own, as alerts on one case are merged.
 *
 * Threshold rules as transaction monitoring ships them; one alert per rule and month, ranked by
 * alerts, then by the money in them:
 *  - structuring: three or more cash deposits within ten days, each from 80 to under 100 % of 10,000
 *    (the limit of 31 CFR 1010.311; FFIEC manual, appendix G; vendors' rule packs print 8,000 to 10,000);
 *  - fan-in and fan-out: five or more other accounts or names within ten days, 3,000 in all (the sum from
 *    which 31 CFR 1020.410 has funds transfers recorded);
 *  - rapid movement: within three days 80 % or more of credits of at least 3,000 leave again (Oracle's
 *    "Rapid Movement of Funds – All Activity" leaves share and days to the bank: these are ours).
 *
 * Structure alone: PageRank by amount (graphology-metrics) times the number of neighbours.
 */
import { DirectedGraph } from 'graphology';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import { FIRST_SHARED_END, type EndId } from '../../src/formats/end-table.ts';
import { amountAt, channelCode } from '../../src/formats/entry-columns.ts';
import { euros } from '../../src/indicators/price-levels.ts';
import type { View } from '../../src/indicators/view.ts';
import type { Network } from './match.ts';

const MOST_NEIGHBOURS = 10;
const LIMIT = 10_000;
const LEAST_CASH_ITEMS = 3;
const LEAST_OTHERS = 5;
const LEAST_SUM = 3000;
const WINDOW_DAYS = 10;
const RAPID_DAYS = 3;
const RAPID_SHARE = 0.8;

export interface Ranking {
  readonly networks: readonly Network[];
  /** Accounts in order of score, for the area under precision and recall. */
  readonly accounts: readonly (readonly EndId[])[];
}

interface Row {
  readonly day: number;
  /** In euros, by the table of price levels. */
  readonly sum: number;
  readonly other: EndId;
  readonly isCash: boolean;
}

/** Rows of an account to one side, card purchases and the bank's own charges aside. */
function rowsOf(view: View, end: EndId, isCredit: boolean): Row[] {
  const { adjacency, columns } = view;
  const start = isCredit ? adjacency.inStart : adjacency.outStart;
  const list = isCredit ? adjacency.inTransactions : adjacency.outTransactions;
  const rows: Row[] = [];
  for (let at = start[end] as number; at < (start[end + 1] as number); at++) {
    const tx = list[at] as number;
    const channel = columns.channel?.[tx] ?? 0;
    if (channel === channelCode['card-present'] || channel === channelCode['card-absent']) continue;
    if (channel === channelCode.fee || channel === channelCode.interest) continue;
    const perEuro = euros(view.prices, 1, columns.currency?.[tx] ?? 0);
    if (Number.isNaN(perEuro)) continue;
    rows.push({
      day: (isCredit ? columns.creditorDay : columns.debtorDay)[tx] as number,
      sum: amountAt(columns, tx) / perEuro,
      other: (isCredit ? columns.debtor : columns.creditor)[tx] as number,
      isCash: channel === channelCode.cash || channel === channelCode['cash-machine'],
    });
  }
  return rows;
}

/** Accounts that the files keep books on: those with rows of their own bank. */
function heldAccounts(view: View): EndId[] {
  const held: EndId[] = [];
  for (let end = FIRST_SHARED_END; end + 1 < view.adjacency.inStart.length; end++)
    if (view.facts.own[end] === 1) held.push(end);
  return held;
}

function alertsOf(view: View, end: EndId): { alerts: number; sum: number; others: Map<EndId, number> } {
  const credits = rowsOf(view, end, true);
  const debits = rowsOf(view, end, false);
  const others = new Map<EndId, number>();
  const months = new Set<string>();
  let sum = 0;
  const alert = (rule: string, rows: readonly Row[]): void => {
    const key = `${rule} ${String(Math.floor((rows.at(-1)?.day ?? 0) / 30))}`;
    for (const row of rows)
      if (row.other >= FIRST_SHARED_END) others.set(row.other, (others.get(row.other) ?? 0) + row.sum);
    if (months.has(key)) return;
    months.add(key);
    for (const row of rows) sum += row.sum;
  };
  /** Runs a rule on each window that ends with a row. */
  const windows = (rows: readonly Row[], days: number, test: (window: readonly Row[]) => void): void => {
    let from = 0;
    for (let to = 0; to < rows.length; to++) {
      while ((rows[from] as Row).day < (rows[to] as Row).day - days + 1) from++;
      test(rows.slice(from, to + 1));
    }
  };
  windows(
    credits.filter((row) => row.isCash && row.sum >= 0.8 * LIMIT && row.sum < LIMIT),
    WINDOW_DAYS,
    (window) => {
      if (window.length >= LEAST_CASH_ITEMS) alert('structuring', window);
    },
  );
  for (const [rule, rows] of [
    ['fan-in', credits],
    ['fan-out', debits],
  ] as const)
    windows(
      rows.filter((row) => row.other >= FIRST_SHARED_END),
      WINDOW_DAYS,
      (window) => {
        const isWide = new Set(window.map((row) => row.other)).size >= LEAST_OTHERS;
        if (isWide && total(window) >= LEAST_SUM) alert(rule, window);
      },
    );
  windows(credits, RAPID_DAYS, (window) => {
    const came = total(window);
    const from = window[0]?.day ?? 0;
    if (came < LEAST_SUM) return;
    const left = debits.filter((row) => row.day >= from && row.day < from + RAPID_DAYS);
    if (total(left) >= RAPID_SHARE * came) alert('rapid movement', [...window, ...left]);
  });
  return { alerts: months.size, sum, others };
}

const total = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.sum, 0);

export function thresholdRules(view: View): Ranking {
  const scored = heldAccounts(view)
    .map((end) => ({ end, ...alertsOf(view, end) }))
    .filter(({ alerts }) => alerts > 0);
  scored.sort((a, b) => b.alerts - a.alerts || b.sum - a.sum || a.end - b.end);
  return ranking(scored);
}

export function structureAlone(view: View): Ranking {
  const graph = new DirectedGraph<object, { weight: number }>();
  const held = heldAccounts(view);
  const neighbours = new Map<EndId, Map<EndId, number>>();
  for (const end of held) {
    const others = new Map<EndId, number>();
    for (const isCredit of [true, false])
      for (const row of rowsOf(view, end, isCredit)) {
        if (row.other < FIRST_SHARED_END) continue;
        others.set(row.other, (others.get(row.other) ?? 0) + row.sum);
        const [from, to] = isCredit ? [row.other, end] : [end, row.other];
        // A payment between two accounts with statements stands in the lists of both.
        if (isCredit && view.facts.own[row.other] === 1) continue;
        graph.mergeNode(String(from));
        graph.mergeNode(String(to));
        graph.updateEdge(String(from), String(to), (edge) => ({ weight: (edge.weight ?? 0) + row.sum }));
      }
    neighbours.set(end, others);
  }
  if (graph.size === 0) return { networks: [], accounts: [] };
  const rank = pagerank(graph, { getEdgeWeight: 'weight', maxIterations: 500, tolerance: 1e-6 });
  const scored = held.map((end) => {
    const others = neighbours.get(end) ?? new Map<EndId, number>();
    return { end, others, score: (rank[String(end)] ?? 0) * others.size };
  });
  scored.sort((a, b) => b.score - a.score || a.end - b.end);
  return ranking(scored);
}

function ranking(scored: readonly { end: EndId; others: ReadonlyMap<EndId, number> }[]): Ranking {
  const told = new Set<EndId>();
  const networks: Network[] = [];
  for (const { end, others } of scored) {
    if (told.has(end)) continue;
    const nearest = [...others].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MOST_NEIGHBOURS);
    const shown = [end, ...nearest.map(([other]) => other)];
    for (const one of shown) told.add(one);
    networks.push({ shown, all: new Set(shown) });
  }
  return { networks, accounts: scored.map(({ end }) => [end]) };
}
