/**
 * Leads as they leave: every end through `Disclosure`, every sentence through the message table,
 * every finding with the entries that it rests on. Nothing here decides anything.
 */
import { isoDate } from '../days.ts';
import type { NotTested } from '../indicators/run.ts';
import type { Disclosure } from '../leads/disclosure.ts';
import { factIndicator } from '../leads/facts.ts';
import type { Lead, LeadTerm } from '../leads/lead.ts';
import type { IndicatorById } from '../leads/points.ts';
import { entryIdOf } from '../ledger/entry-id.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { currencyCode, decimalText } from '../money.ts';
import type { LeadReport, LeadsReport } from '../server/api.ts';
import { guardText, headlineOf, measuresOf, reasonTexts, statementOf, whyOf } from './wording.ts';

/** What every report on leads is told from. */
export interface Telling {
  readonly ledger: Ledger;
  readonly disclosure: Disclosure;
  readonly indicators: IndicatorById;
}

export function leadsReport(
  telling: Telling,
  leads: readonly Lead[],
  notTested: readonly NotTested[],
  settingsId: string,
): LeadsReport {
  return {
    ledger: telling.ledger.id,
    settings: settingsId,
    leads: leads.map((lead) => leadReport(telling, lead)),
    notTested: notTested.map(({ indicator, why }) => ({ indicator, why })),
  };
}

export function leadReport(telling: Telling, lead: Lead): LeadReport {
  const { disclosure, indicators } = telling;
  return {
    id: lead.id,
    rank: lead.rank,
    points: lead.points,
    form: lead.form,
    headline: headlineOf(lead, indicators),
    accounts: lead.accounts.map((account) => ({
      account: disclosure.end(account.end),
      role: account.role,
      why: whyOf(account),
      hypotheses: account.hypotheses.map((view) => ({
        role: view.role,
        for: reasonTexts(view.for),
        against: reasonTexts(view.against),
      })),
    })),
    accountsOfInterest: lead.accountsOfInterest.map((end) => disclosure.end(end)),
    possibleVictims: lead.possibleVictims.map((end) => disclosure.end(end)),
    indicators: lead.terms.map((term) => termReport(telling, term)),
    amounts: amountsOf(lead),
    from: isoDate(lead.from),
    to: isoDate(lead.to),
    countries: [...lead.countries],
  };
}

/** Currency to decimal, by code. */
export function amountsOf(lead: Lead): Record<string, string> {
  const sums = lead.amounts.map(({ currency, minor }): [string, string] => [
    currencyCode(currency),
    decimalText(minor, currency),
  ]);
  return Object.fromEntries(sums.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function termReport({ ledger, indicators }: Telling, term: LeadTerm): LeadReport['indicators'][number] {
  const { finding, family, points, counted, guardsHeld } = term;
  const indicator = finding.fact ? factIndicator : indicators.get(finding.indicator);
  const pointsOff = new Map(guardsHeld.map((guard) => [guard.id, guard.points]));
  return {
    id: finding.indicator,
    title: indicator?.title ?? finding.indicator,
    family,
    points,
    counted,
    statement: statementOf(finding, indicators),
    observed: measuresOf(finding.observed),
    threshold: measuresOf(finding.threshold),
    window: { from: isoDate(finding.window.from), to: isoDate(finding.window.to) },
    evidence: finding.evidence.map((tx) => entryIdOf(ledger, tx)),
    guards: finding.guards.map(({ id, outcome }) => ({
      id,
      outcome,
      points: outcome === 'held' ? 0 - (pointsOff.get(id) ?? 0) : 0,
      text: guardText(id),
    })),
    citations: (indicator?.citations ?? []).map(({ source }) => source),
    cut: finding.cut === true,
  };
}
