/**
 * Stripe's exports: balance transactions (also the itemised balance report), payouts and payments.
 * Amounts are decimals of major units, times are UTC. The fee is a row of its own beside the
 * payment. Customers are wallets by customer number, else by e-mail address.
 */
import { BANK_END, UNKNOWN_END, type EndId } from './end-table.ts';
import type { Channel } from './entry-columns.ts';
import { countryOf } from './country-code.ts';
import type { Moment, Row } from './labelled-row.ts';
import { rowFormat, rowLayout } from './labelled-format.ts';
import type { LabelledFile, Reading, RowEntry } from './labelled-rows.ts';
import { phrases } from './labelled-table.ts';
import { OWN_ACCOUNT_UNKNOWN, accountEnd, fileAccount, nameEnd, walletEnd } from './row-ends.ts';

const columnOf = phrases({
  id: 'id, balance transaction id, payout id, charge id, transaction id',
  type: 'type, reporting category, transaction type',
  source: 'source, source id',
  amount: 'amount, gross',
  refunded: 'amount refunded',
  fee: 'fee, fees',
  net: 'net',
  currency: 'currency',
  created: 'created utc, created date utc, created, effective at utc, effective at',
  available: 'available on utc, available on',
  arrival: 'arrival date utc, arrival date',
  refundDay: 'refunded date utc',
  status: 'status',
  captured: 'captured',
  destination: 'destination',
  destinationName: 'destination name',
  description: 'description',
  statement: 'statement descriptor',
  customer: 'customer, customer id',
  email: 'customer email, customer email metadata, email metadata',
  card: 'card name, customer name, name metadata',
  country: 'card address country, card issue country',
  sourceKind: 'source type',
});
type Column = NonNullable<ReturnType<typeof columnOf>>;

function ownOf({ sink, member }: LabelledFile<Column>): EndId {
  sink.warn(OWN_ACCOUNT_UNKNOWN);
  return sink.ends.intern('wallet', fileAccount(member));
}

function customerOf({ sink: { ends } }: LabelledFile<Column>, row: Row<Column>): EndId {
  const [name, country] = [row.text('card'), countryOf(row.text('country'))];
  const wallet = walletEnd(ends, 'stripe', row.first('customer', 'email'), name, country);
  return wallet === UNKNOWN_END ? nameEnd(ends, name, country) : wallet;
}

function placed(moment: Moment): Pick<RowEntry, 'booking' | 'time' | 'zone'> {
  return { booking: moment.day, ...(moment.time === undefined ? {} : { time: moment.time, zone: 0 }) };
}

function textOf(row: Row<Column>): string {
  return [row.text('description'), row.text('statement')].filter((part) => part !== '').join(' ');
}

const REVERSAL = /refund|reversal|dispute|chargeback|payout_failure|payout_cancel|failed/i;
const FEE = /fee|network_cost|tax/i;

function openBalance(file: LabelledFile<Column>): (row: Row<Column>) => Reading {
  const own = ownOf(file);
  const otherEnd = (row: Row<Column>, type: string): EndId => {
    if (FEE.test(type)) return BANK_END;
    if (/payout|topup/i.test(type)) return UNKNOWN_END;
    if (/^transfer/i.test(type)) return accountEnd(file.sink.ends, row.first('destination', 'source'));
    if (/^(charge|payment|refund|dispute|adjustment|chargeback)/i.test(type)) return customerOf(file, row);
    return BANK_END;
  };
  return (row: Row<Column>) => {
    const currency = row.currency('currency');
    const amount = row.amount('amount', currency);
    const fee = row.amountIf('fee', currency) ?? 0;
    if (row.amount('net', currency) !== amount - fee) row.fault('net', 'amount and fee do not make the net amount');
    const type = row.text('type').replace(/\s+/g, '_');
    const available = row.momentIf('available');
    const reversal = REVERSAL.test(type) ? { reversal: true } : {};
    const shared = {
      account: own,
      currency,
      ...placed(row.moment('created')),
      ...(available === undefined ? {} : { value: available.day }),
      status: amount === 0 && fee === 0 ? 'informational' : 'booked',
      ...(row.text('id') === '' ? {} : { reference: row.text('id') }),
    } as const;
    const channel: Channel = FEE.test(type)
      ? 'fee'
      : /payout|topup|^transfer/i.test(type)
        ? 'credit-transfer'
        : 'card-absent';
    const entries: RowEntry[] = [];
    if (amount !== 0 || fee === 0)
      entries.push({
        ...shared,
        ...reversal,
        other: otherEnd(row, type),
        direction: amount > 0 ? 'credit' : 'debit',
        amount: Math.abs(amount),
        channel,
        text: textOf(row),
      });
    if (fee !== 0) {
      const direction = fee > 0 ? 'debit' : 'credit';
      entries.push({ ...shared, other: BANK_END, direction, amount: Math.abs(fee), channel: 'fee' });
    }
    return { entries };
  };
}

/** A payout leaves on the day it was made and is in the bank on the day of arrival. */
function openPayouts(file: LabelledFile<Column>): (row: Row<Column>) => Reading {
  const own = ownOf(file);
  return (row: Row<Column>) => {
    const state = row.text('status').toLowerCase();
    const status = payoutStatus(state);
    if (status === undefined) row.fault('status', `${state.slice(0, 40)} is no known status`);
    const currency = row.currency('currency');
    const amount = row.amount('amount', currency);
    const arrival = row.momentIf('arrival');
    const entry: RowEntry = {
      account: own,
      other: UNKNOWN_END,
      direction: amount < 0 ? 'credit' : 'debit',
      amount: Math.abs(amount),
      currency,
      ...placed(row.moment('created')),
      ...(arrival === undefined ? {} : { value: arrival.day }),
      channel: 'credit-transfer',
      status,
      reference: row.text('id'),
      text: textOf(row),
    };
    return { entries: [entry] };
  };
}

function payoutStatus(state: string): RowEntry['status'] | undefined {
  if (state === 'paid') return 'booked';
  if (/^(pending|in[ _]transit)$/.test(state)) return 'pending';
  return /^(failed|cancell?ed)$/.test(state) ? 'informational' : undefined;
}

function openPayments(file: LabelledFile<Column>): (row: Row<Column>) => Reading {
  const own = ownOf(file);
  const hasRefundDay = file.table.columns.has('refundDay');
  let isTold = false;
  return (row: Row<Column>) => {
    const state = row.text('status').toLowerCase();
    const status = paymentStatus(state, row.text('captured'));
    if (status === undefined) row.fault('status', `${state.slice(0, 40)} is no known status`);
    const currency = row.currency('currency');
    const amount = row.amount('amount', currency);
    const fee = row.amountIf('fee', currency) ?? 0;
    const refunded = row.amountIf('refunded', currency) ?? 0;
    if (refunded < 0 || refunded > amount) row.fault('refunded', 'more was refunded than paid');
    const shared = { account: own, currency, ...placed(row.moment('created')), status, reference: row.text('id') };
    const payment: RowEntry = {
      ...shared,
      other: customerOf(file, row),
      direction: 'credit',
      amount,
      channel: 'card-absent',
      text: textOf(row),
    };
    const entries: RowEntry[] = [payment];
    if (status !== 'booked') return { entries };
    if (fee !== 0) {
      const direction = fee > 0 ? 'debit' : 'credit';
      entries.push({ ...shared, other: BANK_END, direction, amount: Math.abs(fee), channel: 'fee' });
    }
    if (refunded > 0) {
      const day = row.momentIf('refundDay');
      if (!hasRefundDay && !isTold) file.sink.warn('refunds have no day of their own; they are dated like the payment');
      isTold ||= !hasRefundDay;
      entries.push({
        ...payment,
        ...(day === undefined ? {} : placed(day)),
        direction: 'debit',
        amount: refunded,
        reversal: true,
      });
    }
    return { entries };
  };
}

function paymentStatus(state: string, captured: string): RowEntry['status'] | undefined {
  if (/^(failed|blocked|cancell?ed|expired)$/.test(state)) return 'informational';
  if (/^(uncaptured|pending|incomplete|requires .*|processing)$/.test(state) || /^false$/i.test(captured))
    return 'pending';
  return /^(paid|succeeded|refunded|partially refunded|partial refund|disputed|dispute (lost|won|under review))$/.test(
    state,
  )
    ? 'booked'
    : undefined;
}

/** Stripe writes the year first; a spreadsheet that saved the file again in dollars wrote the month first. */
function prefersMonthFirst(file: LabelledFile<Column>): boolean {
  return file.values('currency').every((currency) => /^usd$/i.test(currency));
}

export default rowFormat('stripe', 'Stripe export', [
  rowLayout<Column>({
    columnOf,
    needs: ['id', 'type', 'amount', 'fee', 'net', 'currency', 'created'],
    refuses: (folded) =>
      !folded.some((name) => /^(created utc|available on utc|balance transaction id|source id)$/.test(name)),
    days: ['created', 'available'],
    amounts: ['amount', 'fee', 'net'],
    prefersMonthFirst,
    open: openBalance,
  }),
  rowLayout<Column>({
    columnOf,
    needs: ['id', 'amount', 'created', 'currency', 'arrival', 'status'],
    days: ['created', 'arrival'],
    amounts: ['amount'],
    prefersMonthFirst,
    open: openPayouts,
  }),
  rowLayout<Column>({
    columnOf,
    needs: ['id', 'amount', 'refunded', 'currency', 'created', 'status'],
    days: ['created', 'refundDay'],
    amounts: ['amount', 'refunded', 'fee'],
    prefersMonthFirst,
    open: openPayments,
  }),
]);
