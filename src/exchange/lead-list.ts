/** The list of leads: one line each, with the weeks in which its evidence lies. */
import { isoDate, NO_DAY } from '../days.ts';
import type { NotTested } from '../indicators/run.ts';
import type { Lead } from '../leads/lead.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LeadList, LeadSummary } from '../server/api.ts';
import { amountsOf, type Telling } from './leads-report.ts';
import { headlineOf } from './wording.ts';

/** Decision by lead id. */
export type DecisionOf = (lead: string) => LeadSummary['decision'];

export function leadList(
  { ledger, indicators }: Pick<Telling, 'ledger' | 'indicators'>,
  leads: readonly Lead[],
  notTested: readonly NotTested[],
  decisionOf: DecisionOf,
): LeadList {
  return {
    leads: leads.map((lead) => {
      const decision = decisionOf(lead.id);
      return {
        id: lead.id,
        rank: lead.rank,
        points: lead.points,
        form: lead.form,
        headline: headlineOf(lead, indicators),
        amounts: amountsOf(lead),
        from: isoDate(lead.from),
        to: isoDate(lead.to),
        countries: [...lead.countries],
        accounts: lead.accounts.length,
        possibleVictims: lead.possibleVictims.length,
        spark: weeksOf(ledger, lead),
        ...(decision === undefined ? {} : { decision }),
      };
    }),
    notTested: notTested.map(({ indicator, why }) => ({ indicator, why })),
    ...(ledger.from === NO_DAY ? {} : { period: { from: isoDate(ledger.from), to: isoDate(ledger.to) } }),
  };
}

/** Evidence rows per week from the ledger's first day on. */
export function weeksOf(ledger: Ledger, lead: Lead): number[] {
  const weeks = new Array<number>(Math.floor((ledger.to - ledger.from) / 7) + 1).fill(0);
  for (const tx of lead.evidence) {
    const week = Math.floor(((ledger.columns.debtorDay[tx] as number) - ledger.from) / 7);
    if (week >= 0 && week < weeks.length) weeks[week] = (weeks[week] as number) + 1;
  }
  return weeks;
}
