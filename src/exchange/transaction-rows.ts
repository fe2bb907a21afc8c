/** Payments of a lead as rows of a table, filtered and in pages; ends only through `Disclosure`. */
import { isoDate, NO_DAY, NO_OFFSET, NO_TIME, parseIsoDate, type Day } from '../days.ts';
import { amountAt, channels, purposeCode } from '../formats/entry-columns.ts';
import { townOf } from '../indicators/view.ts';
import type { Disclosure } from '../leads/disclosure.ts';
import type { Lead } from '../leads/lead.ts';
import { entryIdOf, entryIdsOf } from '../ledger/entry-id.ts';
import type { Ledger, TransactionIndex } from '../ledger/ledger.ts';
import { currencyCode, decimalText } from '../money.ts';
import type { TransactionRow, transactionsPage } from '../server/api.ts';
import type { z } from 'zod';
import { edgeKey, nodeKey } from './network-keys.ts';

export interface RowFilter {
  /** Rows that a finding of this indicator rests on. */
  readonly indicator?: string | undefined;
  /** First and last debtor day, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Key of an edge of the lead's network. */
  readonly edge?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** @param transactions of the lead, in ledger order */
export function pageOfTransactions(
  ledger: Ledger,
  disclosure: Disclosure,
  lead: Lead,
  transactions: readonly TransactionIndex[],
  filter: RowFilter,
): z.infer<typeof transactionsPage> {
  const indicators = indicatorsByRow(lead);
  const from = filter.from === undefined ? NO_DAY : parseIsoDate(filter.from);
  const to = filter.to === undefined ? (Number.MAX_SAFE_INTEGER as Day) : parseIsoDate(filter.to);
  const { debtor, creditor, debtorDay } = ledger.columns;
  const found = transactions.filter((tx) => {
    const day = debtorDay[tx] as Day;
    if (day < from || day > to) return false;
    if (filter.indicator !== undefined && !indicators.get(tx)?.includes(filter.indicator)) return false;
    return (
      filter.edge === undefined || filter.edge === edgeKey(disclosure, debtor[tx] as number, creditor[tx] as number)
    );
  });
  return {
    total: found.length,
    rows: found
      .slice(filter.offset, filter.offset + filter.limit)
      .map((tx) => transactionRow(ledger, disclosure, tx, indicators.get(tx) ?? [])),
  };
}

/** Ids of the lead's indicators that rest on each transaction, in the order of its terms. */
export function indicatorsByRow(lead: Lead): Map<TransactionIndex, string[]> {
  const byRow = new Map<TransactionIndex, string[]>();
  for (const { finding } of lead.terms) {
    for (const tx of finding.evidence) {
      const ids = byRow.get(tx) ?? [];
      if (!ids.includes(finding.indicator)) ids.push(finding.indicator);
      byRow.set(tx, ids);
    }
  }
  return byRow;
}

export function transactionRow(
  ledger: Ledger,
  disclosure: Disclosure,
  tx: TransactionIndex,
  indicators: readonly string[],
): TransactionRow {
  const { columns } = ledger;
  const debtor = columns.debtor[tx] as number;
  const creditor = columns.creditor[tx] as number;
  const currency = columns.currency?.[tx] ?? 0;
  const value = (columns.value?.[tx] ?? NO_DAY) as Day;
  const time = timeText(columns.time?.[tx] ?? NO_TIME, columns.zone?.[tx] ?? NO_OFFSET);
  const purpose = purposeCode(columns.purpose?.[tx] ?? 0);
  const mcc = columns.mcc?.[tx] ?? 0;
  const place = placeText(ledger, disclosure, columns.place?.[tx] ?? 0);
  return {
    id: entryIdOf(ledger, tx),
    entries: entryIdsOf(ledger, tx),
    debtorDay: isoDate(columns.debtorDay[tx] as Day),
    creditorDay: isoDate(columns.creditorDay[tx] as Day),
    ...(value === NO_DAY ? {} : { valueDay: isoDate(value) }),
    ...(time === undefined ? {} : { time }),
    debtor: disclosure.end(debtor),
    debtorKey: nodeKey(disclosure, debtor, creditor),
    creditor: disclosure.end(creditor),
    creditorKey: nodeKey(disclosure, creditor, debtor),
    amount: decimalText(amountAt(columns, tx), currency),
    currency: currencyCode(currency),
    channel: channels[columns.channel?.[tx] ?? 0] ?? 'other',
    ...(purpose === undefined ? {} : { purpose }),
    ...(mcc === 0 ? {} : { mcc }),
    ...(place === undefined ? {} : { place }),
    indicators: [...indicators],
  };
}

/** The town alone; the bank's whole text of the place, which may name a shop's owner, only under a reveal. */
function placeText(ledger: Ledger, disclosure: Disclosure, place: number): string | undefined {
  if (place === 0) return undefined;
  const text = ledger.places.text(place - 1);
  return disclosure.revealed ? text : townOf(text) || undefined;
}

/** `06:45`, `06:45:10`, with `+01:00` where the file says the zone. */
export function timeText(seconds: number, zone: number): string | undefined {
  if (seconds === NO_TIME) return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = `${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`;
  if (zone === NO_OFFSET) return clock;
  const away = Math.abs(zone);
  return `${clock}${zone < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}
