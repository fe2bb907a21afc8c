/**
 * SAML-D (Oztas et al., 2023): simulated transfers of accounts in several countries, with dates and
 * times. `Is_laundering` and `Laundering_type` are labels and are not read.
 */
import { readCurrency } from './csv/amounts.ts';
import { packCurrency, type PackedCurrency } from '../money.ts';
import { countryNamed } from './country-names.ts';
import { UNKNOWN_END, type EndId } from './end-table.ts';
import type { Channel } from './entry-columns.ts';
import type { Row } from './labelled-row.ts';
import { rowFormat, rowLayout } from './labelled-format.ts';
import type { LabelledFile, Reading } from './labelled-rows.ts';
import { phrases } from './labelled-table.ts';
import { amountOfDouble } from './research/simulated.ts';
import { accountEnd } from './row-ends.ts';

const columnOf = phrases({
  time: 'time',
  date: 'date',
  from: 'sender account',
  to: 'receiver account',
  amount: 'amount',
  currency: 'payment currency',
  received: 'received currency',
  fromPlace: 'sender bank location',
  toPlace: 'receiver bank location',
  type: 'payment type',
});
type Column = NonNullable<ReturnType<typeof columnOf>>;

/** Currencies as the data set names them, beyond the names that every file may use. */
const currencies: Readonly<Record<string, string>> = {
  'uk pounds': 'GBP', 'turkish lira': 'TRY', dirham: 'AED', 'uae dirham': 'AED', 'pakistani rupee': 'PKR', naira: 'NGN',
  'nigerian naira': 'NGN', 'moroccan dirham': 'MAD', 'albanian lek': 'ALL', 'swiss franc': 'CHF', 'mexican peso': 'MXN',
}; // prettier-ignore

const channels: Readonly<Record<string, Channel>> = {
  'cash deposit': 'cash',
  'cash withdrawal': 'cash',
  cheque: 'cheque',
  ach: 'credit-transfer',
  'cross-border': 'wire',
  'credit card': 'card-absent',
  'debit card': 'card-absent',
};

function open({ sink }: LabelledFile<Column>): (row: Row<Column>) => Reading {
  const { ends } = sink;
  const currencyOf = (text: string): PackedCurrency =>
    readCurrency(text) || packCurrency(currencies[text.toLowerCase()] ?? '');
  const endOf = (account: string, place: string): EndId => {
    const end = accountEnd(ends, account);
    const country = countryNamed(place);
    if (end !== UNKNOWN_END && country !== '') ends.setCountry(end, country);
    return end;
  };
  return (row: Row<Column>) => {
    const { day } = row.moment('date');
    const time = row.time('time');
    const currency = currencyOf(row.text('currency'));
    if (currency === 0) row.fault('currency', `${row.text('currency').slice(0, 40)} is no currency`);
    const text = row.text('amount');
    const amount = amountOfDouble(text, currency);
    if (typeof amount === 'string') row.fault('amount', `${text.slice(0, 40)} is ${amount}`);
    if (amount < 0) row.fault('amount', `${text.slice(0, 40)} is below zero`);
    const from = endOf(row.text('from'), row.text('fromPlace'));
    const to = endOf(row.text('to'), row.text('toPlace'));
    if (from === UNKNOWN_END && to === UNKNOWN_END) row.fault('from', 'neither account is given');
    return {
      entries: [
        {
          isBetween: true,
          account: from,
          other: to,
          direction: 'debit',
          amount: amount as number,
          currency,
          booking: day,
          ...(time === undefined ? {} : { time }),
          channel: channels[row.text('type').toLowerCase()] ?? 'other',
          status: 'booked',
        },
      ],
    };
  };
}

export default rowFormat('samld', 'SAML-D', [
  rowLayout<Column>({
    columnOf,
    needs: ['time', 'date', 'from', 'to', 'amount', 'currency', 'received', 'fromPlace', 'toPlace', 'type'],
    days: ['date'],
    amounts: ['amount'],
    open,
  }),
]);
