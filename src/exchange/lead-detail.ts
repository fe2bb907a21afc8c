/** One lead with all that its page shows: network, timeline, limits of what the files can say. */
import { isoDate, NO_DAY, NO_TIME, type Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import type { PriceLevels } from '../indicators/price-levels.ts';
import type { Lead } from '../leads/lead.ts';
import type { Ledger, TransactionIndex } from '../ledger/ledger.ts';
import type { LeadDetail } from '../server/api.ts';
import { leadNetwork } from './lead-network.ts';
import { leadTransactions, sharedNeighbours, type SharedNeighbour, type Surroundings } from './lead-transactions.ts';
import { leadReport, type Telling } from './leads-report.ts';
import { weightOf } from './price-weight.ts';
import { hubNote } from './wording.ts';

export function leadDetail(
  telling: Telling,
  surroundings: Surroundings,
  lead: Lead,
  decision: LeadDetail['decision'],
): LeadDetail {
  const { ledger, disclosure } = telling;
  const { prices } = surroundings.view;
  const transactions = leadTransactions(surroundings, lead);
  const neighbours = sharedNeighbours(surroundings, lead);
  const hubs = neighbours.filter(({ isHub }) => isHub);
  return {
    lead: leadReport(telling, lead),
    ...(decision === undefined ? {} : { decision }),
    ...leadNetwork(telling, surroundings, lead),
    hubs: hubs.map(({ end, others }) => `${disclosure.end(end)}: ${hubNote(others)}`),
    timeline: timelineOf(ledger, prices, lead, transactions),
    period: periodOf(ledger, lead),
    limits: limitsOf(ledger, lead, transactions, hubs),
    transactions: transactions.length,
  };
}

function timelineOf(
  ledger: Ledger,
  prices: PriceLevels,
  lead: Lead,
  transactions: readonly TransactionIndex[],
): LeadDetail['timeline'] {
  const watched = new Set<EndId>([...lead.accountsOfInterest, ...lead.possibleVictims]);
  const days = new Map<Day, { in: number; out: number; count: number }>();
  for (const tx of transactions) {
    const day = ledger.columns.debtorDay[tx] as Day;
    const sums = days.get(day) ?? { in: 0, out: 0, count: 0 };
    days.set(day, sums);
    const weight = weightOf(ledger, prices, tx);
    if (watched.has(ledger.columns.creditor[tx] as EndId)) sums.in += weight;
    if (watched.has(ledger.columns.debtor[tx] as EndId)) sums.out += weight;
    sums.count++;
  }
  return [...days].sort(([a], [b]) => a - b).map(([day, sums]) => ({ day: isoDate(day), ...sums }));
}

function periodOf(ledger: Ledger, lead: Lead): LeadDetail['period'] {
  const [from, to] = ledger.from === NO_DAY ? [lead.from, lead.to] : [ledger.from, ledger.to];
  return { from: isoDate(from), to: isoDate(to) };
}

/** What the files cannot say about this lead, in words. */
function limitsOf(
  ledger: Ledger,
  lead: Lead,
  transactions: readonly TransactionIndex[],
  hubs: readonly SharedNeighbour[],
): string[] {
  const limits: string[] = [];
  const files = new Map<number, boolean>();
  for (const tx of transactions) {
    const segment = ledger.columns.segment?.[tx] ?? 0;
    const hasTime = (ledger.columns.time?.[tx] ?? NO_TIME) !== NO_TIME;
    files.set(segment, hasTime || files.get(segment) === true);
  }
  const withoutTimes = [...files.values()].filter((hasTime) => !hasTime).length;
  if (withoutTimes > 0)
    limits.push(`Days only in ${withoutTimes} of ${files.size} ${files.size === 1 ? 'file' : 'files'}`);
  const unseen = lead.accounts.filter(({ end }) => !ledger.ends.isOwn(end)).length;
  if (unseen > 0) limits.push(`No statement of ${unseen} of ${lead.accounts.length} accounts`);
  if (hubs.length > 0) limits.push(`${hubs.length} ${hubs.length === 1 ? 'hub' : 'hubs'} summarised`);
  const unordered = lead.terms.filter(({ finding }) => finding.dayOrderUnknown).length;
  if (unordered > 0) limits.push(`Order within a day not known in ${unordered} of ${lead.terms.length} findings`);
  const cut = lead.terms.filter(({ finding }) => finding.cut).length;
  if (cut > 0) limits.push(`Search ended early in ${cut} of ${lead.terms.length} findings`);
  return limits;
}
