/**
 * Lawful firms: takings, invoices, suppliers, payroll with social insurance and tax, rent and energy.
 * A firm without these is what some schemes have; the same function makes both by what it is told.
 */
import type { Random } from '../random.ts';
import type { WorldBuilder } from './builder.ts';
import { isBusinessDay, weekday } from './calendar.ts';
import { bankTakings, monthly, wages, type Span } from './habits.ts';
import type { Account, End } from './model.ts';

export interface FirmLife extends Span {
  /** Card takings settled per week, euro cents; 0 for none. */
  cardTakings?: number;
  /** Cash takings paid in per month (times) and their usual size. */
  cashTakings?: readonly [times: number, cents: number];
  /** Invoices paid by customers per month and their usual size. */
  invoices?: readonly [times: number, cents: number];
  suppliers?: readonly [times: number, cents: number];
  /** Total wage bill per month that social insurance and tax are paid on; 0 for none. */
  payroll?: number;
  rent?: number;
  sector?: string;
  /** Held accounts that may be customers or suppliers. */
  partners?: readonly Account[];
}

/** A firm's ordinary money, apart from its wages. */
export function trade(b: WorldBuilder, random: Random, account: Account, life: FirmLife): void {
  const land = account.holder.country;
  const span: Span = { from: life.from ?? b.first, to: life.to ?? b.last };
  const sector = life.sector ?? (account.holder.kind === 'business' ? account.holder.sector : 'consulting');
  const local = (life.partners ?? []).filter((other) => other !== account && other.currency === account.currency);
  const others: End[] = Array.from({ length: 5 }, () =>
    local.length > 0 && random.chance(0.4)
      ? random.pick(local)
      : b.firmElsewhere(random, random.pick(['wholesale', 'logistics', 'manufacturing', sector]), land),
  );
  if (life.cardTakings !== undefined && life.cardTakings > 0) {
    const acquirer = b.service('acquirer', land);
    for (const month of b.months(span.from, span.to)) {
      for (let day = month.first; day <= month.last; day++) {
        if (weekday(day) !== 2) continue;
        const size = life.cardTakings * Math.exp(random.normal(0, 0.25)) * 0.985;
        b.move(acquirer, account, day, b.scaled(account, Math.round(size)), {
          topic: 'cardSettlement',
          minute: 300,
          endToEnd: 'always',
        });
      }
    }
  }
  if (life.cashTakings !== undefined)
    bankTakings(b, random, account, account.holder.home, life.cashTakings[0], life.cashTakings[1], span);
  const invoices = (flow: readonly [number, number] | undefined, isIncoming: boolean): void => {
    if (flow === undefined) return;
    for (const month of b.months(span.from, span.to)) {
      for (let day = month.first; day <= month.last; day++) {
        if (!isBusinessDay(day) || !random.chance(flow[0] / 21)) continue;
        const other = random.pick(others);
        const amount = b.scaled(account, Math.round(flow[1] * Math.exp(random.normal(0, 0.7))));
        b.move(isIncoming ? other : account, isIncoming ? account : other, day, amount, {
          topic: 'invoice',
          endToEnd: 'always',
          minute: random.integer(480, 1050),
        });
      }
    }
  };
  invoices(life.invoices, true);
  invoices(life.suppliers, false);
  if (life.payroll !== undefined && life.payroll > 0) {
    const bill = b.scaled(account, life.payroll);
    monthly(
      b,
      account,
      b.service('social-insurance', land),
      27,
      () => Math.round(bill * (0.36 + 0.04 * random.next())),
      { topic: 'socialInsurance', channel: 'direct-debit', endToEnd: 'always', ...span },
    );
    monthly(b, account, b.service('tax', land), 10, () => Math.round(bill * (0.12 + 0.06 * random.next())), {
      topic: 'tax',
      endToEnd: 'always',
      ...span,
    });
  }
  if (life.rent !== undefined)
    monthly(b, account, b.firmElsewhere(random, 'property', land), 1, () => b.scaled(account, life.rent ?? 0), {
      topic: 'rent',
      channel: 'standing-order',
      endToEnd: 'always',
      ...span,
    });
  if (random.chance(0.7))
    monthly(
      b,
      account,
      b.service('energy', land),
      random.integer(3, 20),
      () => b.scaled(account, random.integer(9000, 60000)),
      { topic: 'energy', channel: 'direct-debit', ...span },
    );
}

/** Pays a crew its wages, as one batch where the bank offers it. */
export function payCrew(
  b: WorldBuilder,
  random: Random,
  employer: Account,
  crew: readonly Account[],
  euroCents: number,
  options: Span & { date?: number; spread?: number; vary?: number } = {},
): number {
  const date = options.date ?? random.pick([31, 31, 28, 15, 10]);
  let bill = 0;
  for (const worker of crew) {
    const net = Math.round(euroCents * (1 + (random.next() - 0.5) * (options.spread ?? 0.3)));
    bill += net;
    wages(b, random, employer, worker, b.scaled(employer, net), {
      ...options,
      date,
      vary: options.vary ?? 0.06,
      batch: employer.bank === 'c' || random.chance(0.5),
    });
  }
  return bill;
}
