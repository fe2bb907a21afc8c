/**
 * PaySim (Lopez-Rojas et al., 2016): simulated mobile money, a step an hour. Cash in and out goes to
 * the leaf `cash`; names that begin with M are merchants. `isFraud` and `isFlaggedFraud` are labels
 * and the balances are the simulator's; neither is read.
 */
import { NO_CURRENCY } from './csv/conventions.ts';
import type { Day } from '../days.ts';
import { UNKNOWN_CURRENCY } from '../money.ts';
import { CASH_END, type EndId } from './end-table.ts';
import type { Row } from './labelled-row.ts';
import { rowFormat, rowLayout } from './labelled-format.ts';
import type { LabelledFile, Reading } from './labelled-rows.ts';
import { phrases } from './labelled-table.ts';
import { SIMULATED_DAYS, SIMULATION_START, amountOfDouble, stepOf } from './research/simulated.ts';
import { accountEnd, merchantEnd } from './row-ends.ts';

const columnOf = phrases({
  step: 'step',
  type: 'type, action',
  amount: 'amount',
  from: 'name orig',
  to: 'name dest',
  before: 'oldbalance org, oldbalance orig, old balance org',
});
type Column = NonNullable<ReturnType<typeof columnOf>>;

function open({ sink }: LabelledFile<Column>): (row: Row<Column>) => Reading {
  sink.warn(SIMULATED_DAYS);
  sink.warn(NO_CURRENCY);
  const endOf = (name: string): EndId =>
    /^M\d/.test(name) ? merchantEnd(sink.ends, name) : accountEnd(sink.ends, name);
  return (row: Row<Column>) => {
    const step = stepOf(row.text('step'));
    if (step === undefined || step === 0) row.fault('step', `${row.text('step').slice(0, 40)} is no step`);
    const text = row.text('amount');
    const amount = amountOfDouble(text, UNKNOWN_CURRENCY);
    if (typeof amount === 'string') row.fault('amount', `${text.slice(0, 40)} is ${amount}`);
    if (amount < 0) row.fault('amount', `${text.slice(0, 40)} is below zero`);
    const type = row.text('type').toUpperCase().replace('-', '_');
    if (!/^(PAYMENT|TRANSFER|CASH_IN|CASH_OUT|DEBIT)$/.test(type))
      row.fault('type', `${type.slice(0, 40)} is no known type`);
    const from = endOf(row.text('from'));
    const isCash = type.startsWith('CASH');
    const hour = (step as number) - 1;
    return {
      entries: [
        {
          isBetween: true,
          account: from,
          other: isCash ? CASH_END : endOf(row.text('to')),
          direction: type === 'CASH_IN' ? 'credit' : 'debit',
          amount: amount as number,
          currency: UNKNOWN_CURRENCY,
          booking: (SIMULATION_START + Math.floor(hour / 24)) as Day,
          time: (hour % 24) * 3600,
          channel: isCash ? 'cash' : 'wallet',
          status: 'booked',
        },
      ],
    };
  };
}

export default rowFormat('paysim', 'PaySim', [
  rowLayout<Column>({
    columnOf,
    needs: ['step', 'type', 'amount', 'from', 'to'],
    days: [],
    amounts: ['amount'],
    open,
  }),
]);
