/**
 * The expense and account statement of Revolut Business: several accounts in one file, named by
 * label and by number; beneficiaries by IBAN and BIC; card rows with a merchant category code.
 * Times are UTC. The total amount is the amount less the fee.
 */
import { readCurrency } from '../csv/amounts.ts';
import { BANK_END, CASH_END, UNKNOWN_END, type EndId } from '../end-table.ts';
import type { Row } from '../labelled-row.ts';
import { rowLayout } from '../labelled-format.ts';
import type { LabelledFile, Reading, RowEntry } from '../labelled-rows.ts';
import { OWN_ACCOUNT_UNKNOWN, accountEnd, fileAccount, merchantEnd, nameEnd } from '../row-ends.ts';
import { channelOf, hourOf, isWithBank } from './personal.ts';
import { businessColumn, kindOf, namedIn, statusOf, type BusinessColumn, type Kind } from './words.ts';

function open({ sink, member, values }: LabelledFile<BusinessColumn>): (row: Row<BusinessColumn>) => Reading {
  const { ends } = sink;
  // The account's number stands in some rows only; its label stands in all.
  const numbers = new Map<string, string>();
  const given = values('accountNumber');
  for (const [at, label] of values('account').entries()) if (given[at]) numbers.set(label, given[at]);
  let isNamed = true;

  const ownEnd = (row: Row<BusinessColumn>): EndId => {
    const label = row.text('account');
    const number = row.text('accountNumber') || (numbers.get(label) ?? '');
    const end = number === '' ? UNKNOWN_END : accountEnd(ends, number);
    if (end !== UNKNOWN_END) return end;
    if (isNamed) sink.warn(OWN_ACCOUNT_UNKNOWN);
    isNamed = false;
    return ends.intern('account', fileAccount(member, label));
  };

  const otherEnd = (row: Row<BusinessColumn>, kind: Kind, isCredit: boolean): EndId => {
    if (isWithBank(kind)) return BANK_END;
    if (kind === 'cash') return CASH_END;
    const description = row.text('description');
    if (kind === 'card' || kind === 'refund') return merchantEnd(ends, description);
    const name = row.text(isCredit ? 'sender' : 'beneficiary') || namedIn(description);
    const number = isCredit ? row.text('senderAccount') : row.first('beneficiaryIban', 'beneficiaryAccount');
    const account = accountEnd(ends, number, name, isCredit ? '' : row.text('beneficiaryBic'));
    return account === UNKNOWN_END ? nameEnd(ends, name) : account;
  };

  return (row: Row<BusinessColumn>) => {
    const state = statusOf(row.text('state'));
    if (state === undefined) row.fault('state', `${row.text('state').slice(0, 40)} is no known state`);
    const currency = row.currency('currency');
    const amount = row.amount('amount', currency);
    const feeCurrency = readCurrency(row.text('feeCurrency')) || currency;
    const fee = row.amountIf('fee', feeCurrency) ?? 0;
    const isFeeHere = feeCurrency === currency;
    const total = row.amountIf('total', currency);
    if (total !== undefined && isFeeHere && total !== amount - fee)
      row.fault('total', 'amount and fee do not make the total amount');
    const originalCurrency = readCurrency(row.text('originalCurrency'));
    const original =
      originalCurrency === 0 || originalCurrency === currency
        ? undefined
        : row.amountIf('originalAmount', originalCurrency);
    const started = row.momentIf('started');
    const moment = row.momentIf('completed') ?? started ?? row.moment('completed');
    const kind = kindOf(row.text('type'));
    const time = hourOf(started, moment, kind);
    const isCredit = amount > 0;
    const mcc = /^\d{3,4}$/.test(row.text('mcc')) ? Number(row.text('mcc')) : 0;
    const shared = {
      account: ownEnd(row),
      currency,
      booking: moment.day,
      ...(time === undefined ? {} : { time, zone: 0 }),
      status: amount === 0 && fee === 0 ? 'informational' : state,
      ...(row.text('id') === '' ? {} : { reference: row.text('id') }),
    } as const;
    const entries: RowEntry[] = [];
    if (amount !== 0 || fee === 0)
      entries.push({
        ...shared,
        other: otherEnd(row, kind, isCredit),
        direction: isCredit ? 'credit' : 'debit',
        amount: Math.abs(amount),
        channel: channelOf(kind),
        ...(started && started.day !== moment.day ? { value: started.day } : {}),
        ...(kind === 'refund' ? { reversal: true } : {}),
        ...(mcc === 0 ? {} : { mcc }),
        text: [row.text('description'), row.text('reference')].filter((part) => part !== '').join(' '),
        ...(original === undefined ? {} : { instructed: { minor: Math.abs(original), currency: originalCurrency } }),
        ...(fee !== 0 && !isFeeHere ? { charges: { minor: Math.abs(fee), currency: feeCurrency } } : {}),
      });
    if (fee !== 0 && isFeeHere)
      entries.push({
        ...shared,
        other: BANK_END,
        direction: fee > 0 ? 'debit' : 'credit',
        amount: Math.abs(fee),
        channel: 'fee',
        text: row.text('description'),
      });
    const balance = state === 'booked' ? row.amountIf('balance', currency) : undefined;
    return balance === undefined ? { entries } : { entries, balance };
  };
}

export const business = rowLayout<BusinessColumn>({
  columnOf: businessColumn,
  needs: ['started', 'completed', 'id', 'type', 'state', 'description', 'amount', 'currency'],
  days: ['started', 'completed'],
  amounts: ['amount', 'fee', 'total', 'originalAmount', 'balance'],
  open,
});
