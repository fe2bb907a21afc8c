/**
 * Who pays the neighbours: held firms of every trade with takings, suppliers and payroll, and
 * employers at other banks. Firms pay tax and social insurance on the wages of all their staff.
 */
import type { Random } from '../random.ts';
import type { WorldBuilder } from './builder.ts';
import { trade, type FirmLife } from './firms.ts';
import { drawPayDate, monthly, wages } from './habits.ts';
import type { Account, End, Payment } from './model.ts';

export interface Employer {
  readonly end: End;
  readonly country: string;
  readonly payDate: number;
  staff: number;
  bill: number;
}

const SECTORS = [
  'restaurant',
  'retail',
  'cleaning',
  'construction',
  'it',
  'massage',
  'logistics',
  'care',
  'agriculture',
  'consulting',
  'retail',
  'recruitment',
  'manufacturing',
  'hairdresser',
  'clinic',
  'hotel',
  'wholesale',
  'property',
];

/** Licences that a trade needs here; most have theirs on file. */
const LICENCES: Readonly<Record<string, string>> = { recruitment: 'recruiter', clinic: 'clinic' };

/** Firms at the four banks, and forty employers elsewhere. */
export function makeEmployers(b: WorldBuilder, random: Random, count: number): Employer[] {
  const held = Array.from({ length: count }, (_, i): Employer => {
    const sector = SECTORS[i % SECTORS.length] ?? 'retail';
    const licence = random.chance(0.85) ? LICENCES[sector] : undefined;
    const end = b.open(b.business({ sector, ...(licence === undefined ? {} : { licence }) }));
    return { end, country: end.holder.country, payDate: random.pick([31, 31, 28, 25, 15]), staff: 0, bill: 0 };
  });
  const elsewhere = ['DE', 'AT', 'PL', 'GB', 'NL'].flatMap((country) =>
    Array.from({ length: 8 }, (): Employer => {
      const end = b.firmElsewhere(random, random.pick(SECTORS), country);
      return { end, country, payDate: drawPayDate(random), staff: 0, bill: 0 };
    }),
  );
  return [...held, ...elsewhere];
}

/** The firms' own money: takings that carry the wages of staff here and elsewhere, tax and suppliers. */
export function runFirms(b: WorldBuilder, random: Random, employers: readonly Employer[]): void {
  const firms = employers.flatMap(({ end }) => (end.kind === 'account' ? [end] : []));
  for (const employer of employers) {
    const firm = employer.end;
    if (firm.kind !== 'account') continue;
    let bill = employer.bill;
    for (let i = random.integer(0, 2); i > 0; i--) {
      const net = random.integer(120000, 310000);
      bill += net;
      monthly(b, firm, b.stranger(random, employer.country), employer.payDate, () => b.scaled(firm, net), {
        topic: 'wage',
        purpose: 'SALA',
        endToEnd: 'always',
      });
    }
    const rent = random.integer(60000, 320000);
    const suppliers = [random.integer(1, 3), random.integer(30000, 180000)] as const;
    const costs = bill * 1.55 + rent + suppliers[0] * suppliers[1] * 1.28 + 40000;
    trade(b, random, firm, {
      ...takings(random, firm, costs * (1 + 0.3 * random.next())),
      suppliers,
      rent,
      payroll: bill,
      partners: firms,
    });
  }
}

/** How a trade earns `cents` a month: over the counter in cash, by card, or by invoice. */
function takings(
  random: Random,
  firm: Account,
  cents: number,
): Pick<FirmLife, 'cardTakings' | 'cashTakings' | 'invoices'> {
  const sector = firm.holder.kind === 'business' ? firm.holder.sector : '';
  if (!['restaurant', 'retail', 'hairdresser', 'hotel', 'massage'].includes(sector)) {
    const times = random.integer(1, 5);
    return { invoices: [times, Math.round(cents / times / 1.28)] };
  }
  const inCash = random.chance(0.4) ? 0.65 + 0.3 * random.next() : 0.1 + 0.2 * random.next();
  const times = inCash > 0.5 ? random.integer(5, 9) : 2.5;
  return {
    cashTakings: [times, Math.round((cents * inCash) / times / 1.13)],
    cardTakings: Math.round((cents * (1 - inCash)) / 4.33 / 1.03),
  };
}

/** Gives a worker a job in the same country and pays the wage. */
export function employ(
  b: WorldBuilder,
  random: Random,
  employers: Employer[],
  worker: Account,
  net: number,
): Payment[] {
  const near = employers.filter((employer) => employer.country === worker.holder.country);
  const employer = random.pick(near.length > 0 ? near : employers);
  const from = employer.end;
  if (from.kind === 'account') {
    employer.staff++;
    employer.bill += Math.round(net / Math.max(1, b.scaled(worker, 1)));
  }
  const sent =
    from.kind === 'account' && from.currency !== worker.currency
      ? b.scaled(from, net / Math.max(1, b.scaled(worker, 1)))
      : net;
  return wages(b, random, from, worker, sent, {
    date: employer.payDate,
    batch: from.kind === 'account' && (from.bank === 'c' || employer.staff > 4),
  });
}
