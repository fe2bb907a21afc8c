/**
 * AMLSim (IBM, Weber et al., 2018): simulated transfers, a step a day; the raw files
 * (`TX_ID,SENDER_ACCOUNT_ID,…`) and the converted ones (`tran_id,orig_acct,…`), whose dates have a
 * midnight that is no time. `accounts.csv` gives the register; `alerts.csv` repeats transactions with
 * their labels and is not booked. IS_FRAUD, IS_SAR and ALERT_ID are labels and are not read.
 */
import { NO_CURRENCY } from './csv/conventions.ts';
import type { Day } from '../days.ts';
import { parseIsoDate, NO_DAY } from '../days.ts';
import { UNKNOWN_CURRENCY } from '../money.ts';
import { accountKey } from './account-key.ts';
import { countryNamed } from './country-names.ts';
import { CASH_END, UNKNOWN_END } from './end-table.ts';
import type { Row } from './labelled-row.ts';
import { rowFormat, rowLayout } from './labelled-format.ts';
import type { LabelledFile, Reading } from './labelled-rows.ts';
import { phrases } from './labelled-table.ts';
import { SIMULATED_DAYS, SIMULATION_START, amountOfDouble, stepOf } from './research/simulated.ts';
import { accountEnd } from './row-ends.ts';

const columnOf = phrases({
  id: 'tx id, tran id',
  from: 'sender account id, orig acct',
  to: 'receiver account id, bene acct',
  type: 'tx type',
  amount: 'tx amount, base amt',
  stamp: 'timestamp, tran timestamp',
  alert: 'alert id',
  alertKind: 'alert type',
});
type Column = NonNullable<ReturnType<typeof columnOf>>;

function openTransactions({ sink, values }: LabelledFile<Column>): (row: Row<Column>) => Reading {
  if (values('stamp').some((stamp) => /^\d+$/.test(stamp))) sink.warn(SIMULATED_DAYS);
  sink.warn(NO_CURRENCY);
  return (row: Row<Column>) => {
    const stamp = row.text('stamp');
    const step = stepOf(stamp);
    const booking = step === undefined ? parseIsoDate(stamp) : ((SIMULATION_START + step) as Day);
    if (booking === NO_DAY) row.fault('stamp', `${stamp.slice(0, 40)} is no step and no day`);
    const text = row.text('amount');
    const amount = amountOfDouble(text, UNKNOWN_CURRENCY);
    if (typeof amount === 'string') row.fault('amount', `${text.slice(0, 40)} is ${amount}`);
    if (amount < 0) row.fault('amount', `${text.slice(0, 40)} is below zero`);
    const type = row.text('type').toUpperCase();
    const [isCashIn, isCashOut] = [/^CASH[-_ ]?IN/.test(type), /^CASH[-_ ]?OUT/.test(type)];
    const from = isCashIn ? CASH_END : accountEnd(sink.ends, row.text('from'));
    const to = isCashOut ? CASH_END : accountEnd(sink.ends, row.text('to'));
    if (from === UNKNOWN_END && to === UNKNOWN_END) row.fault('from', 'neither account is given');
    return {
      entries: [
        {
          isBetween: true,
          account: from,
          other: to,
          direction: 'debit',
          amount: amount as number,
          currency: UNKNOWN_CURRENCY,
          booking,
          channel: isCashIn || isCashOut ? 'cash' : type === 'CHECK' ? 'cheque' : 'credit-transfer',
          status: 'booked',
          reference: row.text('id'),
        },
      ],
    };
  };
}

const accountColumn = phrases({
  account: 'account id, acct id',
  customer: 'customer id, dsply nm',
  initial: 'init balance, initial deposit',
  country: 'country',
  behaviour: 'tx behavior id, tx behavior',
});
type AccountColumn = NonNullable<ReturnType<typeof accountColumn>>;

function openAccounts(): (row: Row<AccountColumn>) => Reading {
  return (row: Row<AccountColumn>) => {
    const account = accountKey(row.text('account'));
    if (!account) row.fault('account', 'no account is given');
    const [customerId, country] = [row.text('customer'), countryNamed(row.text('country'))];
    const register = {
      account: account?.key ?? '',
      ...(customerId === '' ? {} : { customerId }),
      ...(country === '' ? {} : { residenceCountry: country }),
    };
    return { entries: [], register };
  };
}

export default rowFormat('amlsim', 'AMLSim', [
  rowLayout<Column>({
    columnOf,
    needs: ['alert', 'alertKind', 'amount', 'from', 'to'],
    days: [],
    amounts: ['amount'],
    open({ sink }) {
      sink.warn('alerts are labels: the rows repeat transactions of another file and are not booked');
      return () => ({ entries: [] });
    },
  }),
  rowLayout<Column>({
    columnOf,
    needs: ['id', 'from', 'to', 'type', 'amount', 'stamp'],
    days: [],
    amounts: ['amount'],
    open: openTransactions,
  }),
  rowLayout<AccountColumn>({
    columnOf: accountColumn,
    needs: ['account', 'customer', 'initial', 'country', 'behaviour'],
    days: [],
    amounts: [],
    open: openAccounts,
  }),
]);
