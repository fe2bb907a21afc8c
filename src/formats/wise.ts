/**
 * Wise (formerly TransferWise): the statement of a balance, whose amounts include Wise's fees, and
 * the transaction history, whose amounts are after fees and which shows both sides of a transfer.
 */
import { readCurrency } from './csv/amounts.ts';
import { BANK_END, CASH_END, UNKNOWN_END, type EndId } from './end-table.ts';
import type { Channel } from './entry-columns.ts';
import type { Row } from './labelled-row.ts';
import { rowFormat, rowLayout } from './labelled-format.ts';
import type { LabelledFile, Reading, RowEntry } from './labelled-rows.ts';
import { phrases } from './labelled-table.ts';
import { OWN_ACCOUNT_UNKNOWN, accountEnd, fileAccount, merchantEnd, nameEnd } from './row-ends.ts';

const statementColumn = phrases({
  id: 'transfer wise id, transferwise id, wise id',
  date: 'date',
  stamp: 'date time',
  amount: 'amount',
  currency: 'currency',
  description: 'description',
  payment: 'payment reference',
  balance: 'running balance',
  exchangeFrom: 'exchange from',
  exchangeTo: 'exchange to',
  exchanged: 'exchange to amount',
  payer: 'payer name',
  payee: 'payee name',
  payeeAccount: 'payee account number',
  merchant: 'merchant',
  note: 'note',
  fees: 'total fees',
  kind: 'transaction details type',
});
type StatementColumn = NonNullable<ReturnType<typeof statementColumn>>;

function ownOf(file: LabelledFile<string>): EndId {
  file.sink.warn(OWN_ACCOUNT_UNKNOWN);
  return file.sink.ends.intern('account', fileAccount(file.member));
}

function openStatement(file: LabelledFile<StatementColumn>): (row: Row<StatementColumn>) => Reading {
  const { ends } = file.sink;
  const own = ownOf(file);

  const partyOf = (row: Row<StatementColumn>, isCredit: boolean, channel: Channel): EndId => {
    const kind = `${row.text('id')} ${row.text('kind')}`;
    if (channel === 'cash-machine') return CASH_END;
    if (channel === 'fee' || /^(BALANCE|ACCRUAL|INTEREST)|CONVERSION|CASHBACK/i.test(kind)) return BANK_END;
    if (/^CARD/i.test(kind)) {
      const told = /\b(?:issued by|emitida por|emessa da|ausgestellt von|émise par)\s+(.+)$/i.exec(
        row.text('description'),
      );
      return merchantEnd(ends, row.text('merchant') || (told?.[1] ?? ''));
    }
    const name = row.text(isCredit ? 'payer' : 'payee');
    const account = isCredit ? UNKNOWN_END : accountEnd(ends, row.text('payeeAccount'), name);
    return account === UNKNOWN_END ? nameEnd(ends, name) : account;
  };

  return (row) => {
    const moment = row.momentIf('stamp') ?? row.moment('date');
    const currency = row.currency('currency');
    const amount = row.amount('amount', currency);
    const fees = row.amountIf('fees', currency) ?? 0;
    const exchangeTo = readCurrency(row.text('exchangeTo'));
    const exchanged = exchangeTo === 0 || exchangeTo === currency ? undefined : row.amountIf('exchanged', exchangeTo);
    const id = row.text('id');
    const channel = statementChannel(id, row.text('kind'), row.text('description'));
    const isCredit = amount > 0;
    const ownName = row.text(isCredit ? 'payee' : 'payer');
    if (ownName !== '') ends.addName(own, ownName);
    const entry: RowEntry = {
      account: own,
      other: partyOf(row, isCredit, channel),
      direction: isCredit ? 'credit' : 'debit',
      amount: Math.abs(amount),
      currency,
      booking: moment.day,
      ...(moment.time === undefined ? {} : { time: moment.time }),
      channel,
      status: amount === 0 ? 'informational' : 'booked',
      ...(/^CARD/i.test(id) && isCredit && !/CASHBACK/i.test(id) ? { reversal: true } : {}),
      text: [row.text('description'), row.text('payment'), row.text('note')].filter((part) => part !== '').join(' '),
      ...(id === '' ? {} : { reference: id }),
      ...(exchanged === undefined ? {} : { instructed: { minor: Math.abs(exchanged), currency: exchangeTo } }),
      ...(fees === 0 ? {} : { charges: { minor: Math.abs(fees), currency } }),
    };
    const balance = row.amountIf('balance', currency);
    return balance === undefined ? { entries: [entry] } : { entries: [entry], balance };
  };
}

function statementChannel(id: string, kind: string, description: string): Channel {
  if (/^FEE|CHARGE/i.test(id) || /^(wise )?(charges|fee)/i.test(description)) return 'fee';
  if (/INTEREST/i.test(`${id} ${kind}`)) return 'interest';
  if (/^CARD/i.test(id))
    return /\b(cash withdrawal|atm|bargeld\w*|retrait|prelievo|cajero)\b/i.test(description)
      ? 'cash-machine'
      : 'card-present';
  if (/^DIRECT_DEBIT/i.test(id)) return 'direct-debit';
  return /^TRANSFER|DEPOSIT/i.test(`${id} ${kind}`) ? 'credit-transfer' : 'other';
}

const historyColumn = phrases({
  id: 'id',
  status: 'status',
  direction: 'direction',
  created: 'created on',
  finished: 'finished on',
  sourceFee: 'source fee amount',
  sourceFeeCurrency: 'source fee currency',
  targetFee: 'target fee amount',
  targetFeeCurrency: 'target fee currency',
  source: 'source name',
  sourceAmount: 'source amount after fees',
  sourceCurrency: 'source currency',
  target: 'target name',
  targetAmount: 'target amount after fees',
  targetCurrency: 'target currency',
  reference: 'reference',
  category: 'category',
  note: 'note',
});
type HistoryColumn = NonNullable<ReturnType<typeof historyColumn>>;

function openHistory(file: LabelledFile<HistoryColumn>): (row: Row<HistoryColumn>) => Reading {
  const { ends } = file.sink;
  const own = ownOf(file);
  return (row: Row<HistoryColumn>) => {
    const state = row.text('status').toUpperCase();
    const isRefunded = state === 'REFUNDED';
    const isBooked = state === 'COMPLETED' || isRefunded;
    const isUndone = /^(CANCELL?ED|FAILED|REJECTED|CHARGED_BACK|BOUNCED_BACK)$/.test(state);
    if (!isBooked && !isUndone && !/^[A-Z]+([_ ][A-Z]+)*$/.test(state))
      row.fault('status', `${row.text('status').slice(0, 40)} is no known status`);
    const created = row.moment('created');
    const finished = row.momentIf('finished');
    const { day, time } = (isBooked ? finished : undefined) ?? created;
    const direction = row.text('direction').toUpperCase();
    if (!/^(IN|OUT|NEUTRAL)$/.test(direction)) row.fault('direction', `${direction.slice(0, 40)} is no direction`);
    const id = row.text('id');
    const shared = {
      account: own,
      booking: day,
      ...(time === undefined ? {} : { time }),
      status: isBooked ? 'booked' : isUndone ? 'informational' : 'pending',
      ...(id === '' ? {} : { reference: id }),
    } as const;
    const text = [row.text('reference'), row.text('category'), row.text('note')]
      .filter((part) => part !== '')
      .join(' ');
    const isCard = /^CARD/i.test(id);
    const side = (which: 'source' | 'target'): RowEntry[] => {
      const isSource = which === 'source';
      const far = isSource ? 'target' : 'source';
      const currency = row.currency(`${which}Currency`);
      const amount = row.amount(`${which}Amount`, currency);
      const feeCurrency = readCurrency(row.text(`${which}FeeCurrency`)) || currency;
      const fee = row.amountIf(`${which}Fee`, feeCurrency) ?? 0;
      const farCurrency = readCurrency(row.text(`${far}Currency`));
      const farAmount =
        farCurrency === 0 || farCurrency === currency ? undefined : row.amountIf(`${far}Amount`, farCurrency);
      const name = row.text(far);
      if (direction !== 'NEUTRAL' && row.text(which) !== '') ends.addName(own, row.text(which));
      const main: RowEntry = {
        ...shared,
        other: direction === 'NEUTRAL' ? BANK_END : isCard ? merchantEnd(ends, name) : nameEnd(ends, name),
        direction: isSource ? 'debit' : 'credit',
        amount: Math.abs(amount),
        currency,
        channel: isCard ? 'card-present' : direction === 'NEUTRAL' ? 'other' : 'credit-transfer',
        text,
        ...(farAmount === undefined ? {} : { instructed: { minor: Math.abs(farAmount), currency: farCurrency } }),
      };
      // What arrives has lost its fee already; what leaves, leaves with it.
      if (fee === 0) return [main];
      if (!isSource) return [{ ...main, charges: { minor: Math.abs(fee), currency: feeCurrency } }];
      return [
        main,
        {
          ...shared,
          other: BANK_END,
          direction: 'debit',
          amount: Math.abs(fee),
          currency: feeCurrency,
          channel: 'fee',
        },
      ];
    };
    const entries =
      direction === 'OUT'
        ? side('source')
        : direction === 'IN'
          ? side('target')
          : [...side('source'), ...side('target')];
    if (!isRefunded) return { entries };
    // The money came back in the same row: each entry is followed by its reversal.
    const back = entries.map((entry): RowEntry => {
      return { ...entry, direction: entry.direction === 'debit' ? 'credit' : 'debit', reversal: true };
    });
    return { entries: [...entries, ...back] };
  };
}

export default rowFormat('wise', 'Wise statement and history', [
  rowLayout<StatementColumn>({
    columnOf: statementColumn,
    needs: ['id', 'date', 'amount', 'currency', 'description'],
    days: ['date', 'stamp'],
    amounts: ['amount', 'balance', 'fees', 'exchanged'],
    open: openStatement,
  }),
  rowLayout<HistoryColumn>({
    columnOf: historyColumn,
    needs: ['id', 'status', 'direction', 'created', 'sourceAmount', 'sourceCurrency', 'targetAmount', 'targetCurrency'],
    days: ['created', 'finished'],
    amounts: ['sourceAmount', 'sourceFee', 'targetAmount', 'targetFee'],
    open: openHistory,
  }),
]);
