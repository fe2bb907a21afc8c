/**
 * The ledger of a remittance agent (Western Union, MoneyGram, Ria and others): a row names a sender
 * and a receiver who have no accounts, a control number, what was paid in and what was paid out.
 * Both are ends of kind `name`, never merged. Document numbers, contacts and dates of birth are not
 * read at all; a number beside a name is cut off it.
 */
import { NO_CURRENCY } from './csv/conventions.ts';
import { readCurrency } from './csv/amounts.ts';
import { UNKNOWN_END, type EndId } from './end-table.ts';
import { UNKNOWN_CURRENCY, packCurrency } from '../money.ts';
import { countryNamed } from './country-names.ts';
import type { Row } from './labelled-row.ts';
import { rowFormat, rowLayout } from './labelled-format.ts';
import type { LabelledFile, Reading, RowEntry } from './labelled-rows.ts';
import { columnOf, isLedger, type Column } from './remittance/header.ts';
import { isReversalKind, stateOf } from './remittance/states.ts';
import { nameEnd } from './row-ends.ts';
import { foldText } from './text-words.ts';

/** A name without brackets that hold digits, words for documents, and anything with four digits or more. */
export function withoutDocuments(name: string): string {
  return name
    .replace(/[([{][^)\]}]*\d[^)\]}]*[)\]}]/g, ' ')
    .replace(
      /\b(passport|pass|id|doc(ument)?|dni|nie|cni|cnp|pesel|reisepass|ausweis|pasaporte|passaporto|nr|no|num)\b[.:#\s]*(?=\S*\d)/gi,
      ' ',
    )
    .replace(/\S*\d{4,}\S*/g, ' ')
    .replace(/[\s,;:#/-]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A name from what the file parts it into: `Name` may be the whole, or what `First` or `Last` leaves over. */
export function fullName(first: string, name: string, last: string): string {
  if (first !== '' && last !== '') return `${first} ${last}`;
  const rest = first || last;
  if (rest === '' || name === '') return name || rest;
  const has = ` ${foldText(name)} `.includes(` ${foldText(rest)} `);
  return has ? name : first === '' ? `${name} ${last}` : `${first} ${name}`;
}

/** `(EUR)` or the like in the name of the amount's column. */
function currencyInHeader(file: LabelledFile<Column>, name: Column): number {
  const header = file.table.header.fields[file.table.columns.get(name) ?? -1] ?? '';
  return packCurrency(/\b([A-Z]{3})\b\)?\s*$/.exec(header)?.[1] ?? '');
}

function open(file: LabelledFile<Column>): (row: Row<Column>) => Reading {
  const { sink } = file;
  const { ends } = sink;
  const headed = { sender: currencyInHeader(file, 'senderAmount'), receiver: currencyInHeader(file, 'receiverAmount') };
  let isWarned = false;

  const person = (row: Row<Column>, side: 'sender' | 'receiver'): EndId => {
    const name = fullName(row.text(`${side}First`), row.text(`${side}Name`), row.text(`${side}Last`));
    return nameEnd(ends, withoutDocuments(name), countryNamed(row.text(`${side}Country`)));
  };
  const currencyOf = (row: Row<Column>, side: 'sender' | 'receiver'): number => {
    const text = row.text(`${side}Currency`);
    const currency = readCurrency(text);
    if (text !== '' && currency === 0) row.fault(`${side}Currency`, 'the value is no currency');
    return currency || headed[side];
  };
  const placeOf = (row: Row<Column>): string => {
    for (const side of ['receiver', 'sender'] as const) {
      const place = row.first(`${side}Town`, `${side}Agent`);
      if (place !== '') return `${place} ${countryNamed(row.text(`${side}Country`))}`.trim();
    }
    return row.text('agent');
  };

  return (row: Row<Column>) => {
    const word = row.text('status');
    const state = word === '' ? 'paid' : stateOf(word);
    if (state === undefined) row.fault('status', 'the value is no known status');
    const sent = row.momentIf('senderDate') ?? row.momentIf('date');
    const paid = row.momentIf('receiverDate');
    const moment = sent ?? paid ?? row.moment('date');
    const clock =
      sent === undefined
        ? (row.time('receiverTime') ?? row.time('time'))
        : (row.time('senderTime') ?? row.time('time'));
    const time = clock ?? moment.time;

    const paidOut = row.moneyIf('receiverAmount', currencyOf(row, 'receiver') || UNKNOWN_CURRENCY);
    const paidIn = row.moneyIf('senderAmount', currencyOf(row, 'sender') || UNKNOWN_CURRENCY);
    const money = paidIn ??
      paidOut ?? { minor: row.amount('senderAmount', UNKNOWN_CURRENCY), currency: UNKNOWN_CURRENCY };
    if (money.minor === 0) row.fault(paidIn ? 'senderAmount' : 'receiverAmount', 'the amount is zero');
    if (money.currency === UNKNOWN_CURRENCY && !isWarned) {
      sink.warn(NO_CURRENCY);
      isWarned = true;
    }
    const fee = row.moneyIf('fee', money.currency);
    const [sender, receiver] = [person(row, 'sender'), person(row, 'receiver')];
    if (sender === UNKNOWN_END && receiver === UNKNOWN_END)
      row.fault('senderName', 'neither sender nor receiver is named');
    const isReversal = isReversalKind(row.text('kind'));
    const entry: RowEntry = {
      isBetween: true,
      account: sender,
      other: receiver,
      direction: isReversal || money.minor < 0 ? 'credit' : 'debit',
      amount: Math.abs(money.minor),
      currency: money.currency,
      booking: moment.day,
      ...(paid === undefined || paid.day === moment.day ? {} : { value: paid.day }),
      ...(time === undefined ? {} : { time }),
      ...(moment.zone === undefined ? {} : { zone: moment.zone }),
      channel: 'wire',
      status: state === 'pending' ? 'pending' : state === 'cancelled' ? 'informational' : 'booked',
      ...(isReversal || money.minor < 0 ? { reversal: true } : {}),
      place: placeOf(row),
      text: row.text('text'),
      reference: row.text('control'),
      ...(paidIn && paidOut && paidOut.currency !== money.currency && paidOut.currency !== UNKNOWN_CURRENCY
        ? { instructed: { minor: Math.abs(paidOut.minor), currency: paidOut.currency } }
        : {}),
      ...(fee === undefined || fee.minor === 0 ? {} : { charges: { ...fee, minor: Math.abs(fee.minor) } }),
    };
    // A refund in the same row: the transfer and its reversal.
    if (state === 'refunded' && !isReversal)
      return { entries: [entry, { ...entry, direction: 'credit', reversal: true }] };
    return { entries: [entry] };
  };
}

export default rowFormat('remittance', 'Remittance agent’s ledger', [
  rowLayout<Column>({
    columnOf,
    needs: [
      'control',
      ['senderName', 'senderLast', 'senderFirst'],
      ['receiverName', 'receiverLast', 'receiverFirst'],
      ['senderAmount', 'receiverAmount'],
      ['date', 'senderDate', 'receiverDate'],
    ],
    refuses: (folded, columns) => !isLedger(folded, columns),
    isDiscreet: true,
    days: ['date', 'senderDate', 'receiverDate'],
    amounts: ['senderAmount', 'receiverAmount', 'fee'],
    open,
  }),
]);
