/**
 * The statement of a Revolut personal account: all currencies and products of a customer in one
 * file, each with its own running balance. A fee is taken beside the amount. The hour of a row is
 * the one it was started at, where it was completed on the same day; the hour at which a card
 * payment was cleared days later says nothing and is left out.
 */
import { BANK_END, CASH_END, UNKNOWN_END, type EndId } from '../end-table.ts';
import type { Channel } from '../entry-columns.ts';
import type { Moment, Row } from '../labelled-row.ts';
import { rowLayout } from '../labelled-format.ts';
import type { LabelledFile, Reading, RowEntry } from '../labelled-rows.ts';
import { OWN_ACCOUNT_UNKNOWN, fileAccount, merchantEnd, nameEnd } from '../row-ends.ts';
import { kindOf, namedIn, personalColumn, statusOf, type Kind, type PersonalColumn } from './words.ts';

const channels: Readonly<Record<Kind, Channel>> = {
  card: 'card-present',
  refund: 'card-present',
  cash: 'cash-machine',
  exchange: 'other',
  fee: 'fee',
  interest: 'interest',
  reward: 'other',
  topup: 'credit-transfer',
  transfer: 'credit-transfer',
  other: 'other',
};

export function channelOf(kind: Kind): Channel {
  return channels[kind];
}

/** Whether the other side is the bank itself, as for fees, interest and exchanges. */
export function isWithBank(kind: Kind): boolean {
  return kind === 'exchange' || kind === 'fee' || kind === 'interest' || kind === 'reward';
}

/** The hour that belongs to the day a row was completed on. */
export function hourOf(started: Moment | undefined, completed: Moment, kind: Kind): number | undefined {
  if (started?.day === completed.day && started.time !== undefined) return started.time;
  return kind === 'card' || kind === 'refund' || kind === 'cash' ? undefined : completed.time;
}

function open({ sink, member }: LabelledFile<PersonalColumn>): (row: Row<PersonalColumn>) => Reading {
  const { ends } = sink;
  sink.warn(OWN_ACCOUNT_UNKNOWN);
  const accounts = new Map<string, EndId>();

  const otherEnd = (kind: Kind, description: string): EndId => {
    if (isWithBank(kind)) return BANK_END;
    if (kind === 'cash') return CASH_END;
    if (kind === 'card' || kind === 'refund') return merchantEnd(ends, description);
    return kind === 'other' ? UNKNOWN_END : nameEnd(ends, namedIn(description));
  };

  return (row: Row<PersonalColumn>) => {
    const state = statusOf(row.text('state'));
    if (state === undefined) row.fault('state', `${row.text('state').slice(0, 40)} is no known state`);
    const currency = row.currency('currency');
    const amount = row.amount('amount', currency);
    const fee = row.amountIf('fee', currency) ?? 0;
    const started = row.momentIf('started');
    const moment = row.momentIf('completed') ?? started ?? row.moment('completed');
    const kind = kindOf(row.text('type'));
    const time = hourOf(started, moment, kind);
    const description = row.text('description');
    const product = row.text('product');
    let own = accounts.get(product);
    if (own === undefined) accounts.set(product, (own = ends.intern('account', fileAccount(member, product))));
    const shared = {
      account: own,
      currency,
      booking: moment.day,
      ...(time === undefined ? {} : { time }),
      status: amount === 0 && fee === 0 ? 'informational' : state,
    } as const;
    const entries: RowEntry[] = [];
    if (amount !== 0 || fee === 0)
      entries.push({
        ...shared,
        other: otherEnd(kind, description),
        direction: amount > 0 ? 'credit' : 'debit',
        amount: Math.abs(amount),
        channel: channelOf(kind),
        ...(started && started.day !== moment.day ? { value: started.day } : {}),
        ...(kind === 'refund' ? { reversal: true } : {}),
        text: description,
      });
    if (fee !== 0) {
      const direction = fee > 0 ? 'debit' : 'credit';
      entries.push({ ...shared, other: BANK_END, direction, amount: Math.abs(fee), channel: 'fee', text: description });
    }
    const balance = state === 'booked' ? row.amountIf('balance', currency) : undefined;
    return balance === undefined ? { entries } : { entries, balance };
  };
}

export const personal = rowLayout<PersonalColumn>({
  columnOf: personalColumn,
  needs: ['type', 'product', 'started', 'completed', 'description', 'amount', 'currency', 'state'],
  days: ['started', 'completed'],
  amounts: ['amount', 'fee', 'balance'],
  open,
});
