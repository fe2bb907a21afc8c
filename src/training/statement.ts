/**
 * One account's entries as its own bank would show them: booked order, signed minor units, running
 * balance. Pending entries come last and move no balance. All four writers read these lines.
 */
import type { Day } from './calendar.ts';
import type { Account, Payment, World } from './model.ts';

export interface StatementLine {
  readonly payment: Payment;
  readonly side: 'debit' | 'credit';
  readonly booking: Day;
  /** Time of day, moved to the batch run where the bank booked on a later day than the order's. */
  readonly minute: number;
  /** Signed, in the account's money, charges included. */
  readonly amount: number;
  readonly balance: number;
}

export interface Statement {
  readonly account: Account;
  readonly opening: number;
  readonly closing: number;
  readonly booked: readonly StatementLine[];
  readonly pending: readonly StatementLine[];
}

interface Draft {
  payment: Payment;
  side: 'debit' | 'credit';
  booking: Day;
  minute: number;
  amount: number;
}

function draft(payment: Payment, side: 'debit' | 'credit'): Draft {
  const booking = side === 'debit' ? payment.debtorBooking : payment.creditorBooking;
  const batchRun = 200 + (payment.serial % 97);
  const minute = booking === payment.day ? payment.minute : batchRun;
  const amount = side === 'debit' ? -(payment.amount + payment.charges) : (payment.credited?.amount ?? payment.amount);
  return { payment, side, booking, minute, amount };
}

const inOrder = (x: Draft, y: Draft): number =>
  x.booking - y.booking || x.minute - y.minute || x.payment.serial - y.payment.serial;

/** The drafts of every account, sorted; shared by the opening balances and the statements. */
export function draftsByAccount(accounts: readonly Account[], payments: readonly Payment[]): Map<Account, Draft[]> {
  const drafts = new Map<Account, Draft[]>(accounts.map((account) => [account, []]));
  for (const payment of payments) {
    if (payment.debtor.kind === 'account') drafts.get(payment.debtor)?.push(draft(payment, 'debit'));
    if (payment.creditor.kind === 'account') drafts.get(payment.creditor)?.push(draft(payment, 'credit'));
  }
  for (const list of drafts.values()) list.sort(inOrder);
  return drafts;
}

/** Statements of all accounts, ordered by account number. */
export function statementsOf(world: World): Statement[] {
  const drafts = draftsByAccount(world.accounts, world.payments);
  const statements = world.accounts.map((account): Statement => {
    const list = drafts.get(account) ?? [];
    const opening = world.opening.get(account) ?? 0;
    let balance = opening;
    const booked: StatementLine[] = [];
    const pending: StatementLine[] = [];
    for (const line of list) {
      if (line.payment.isPending) pending.push({ ...line, balance });
      else {
        balance += line.amount;
        booked.push({ ...line, balance });
      }
    }
    return { account, opening, closing: balance, booked, pending };
  });
  return statements.sort((x, y) => (x.account.iban < y.account.iban ? -1 : x.account.iban > y.account.iban ? 1 : 0));
}
