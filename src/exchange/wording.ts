/**
 * Findings and roles in sentences, all through the message table (`src/messages.ts`), so that the
 * banned words are tested in one place. Ids: `headline.<indicator>`, `statement.<indicator>`,
 * `measure.<name>`, `guard.<id>`, and the `reason.*` that indicators give.
 */
import { isoDate } from '../days.ts';
import type { Finding, Indicator, Measure, Reason } from '../indicators/indicator.ts';
import type { Lead, LeadAccount, RoleView } from '../leads/lead.ts';
import { termNet, type IndicatorById } from '../leads/points.ts';
import { isMessage, measureText, say } from '../messages.ts';
import { currencyCode, decimalText } from '../money.ts';
import type { LeadReport } from '../server/api.ts';

type MeasureReport = LeadReport['indicators'][number]['observed'][number];

/** What happened, from the one or two terms that weigh most, each indicator once. */
export function headlineOf(lead: Lead, indicators: IndicatorById): string {
  const ranked = [...lead.terms].sort((a, b) => termNet(b) - termNet(a));
  const told: string[] = [];
  const seen = new Set<string>();
  for (const { finding } of ranked) {
    if (told.length === 2 || seen.has(finding.indicator)) continue;
    seen.add(finding.indicator);
    told.push(sentence('headline', finding, indicators.get(finding.indicator)));
  }
  const [first = say(`form.${lead.form}`), second] = told;
  return second === undefined ? first : say('headline.join', { first, second });
}

/** One sentence with what was observed. */
export function statementOf(finding: Finding, indicators: IndicatorById): string {
  return sentence('statement', finding, indicators.get(finding.indicator));
}

function sentence(kind: 'headline' | 'statement', finding: Finding, indicator: Indicator | undefined): string {
  if (finding.fact) return factText(finding.fact);
  const id = `${kind}.${finding.indicator}`;
  if (isMessage(id)) return say(id, finding.observed);
  return indicator?.title ?? say(id);
}

/** `Tip reported by a hotline on 2026-02-01, graded B2.` */
export function factText(fact: NonNullable<Finding['fact']>): string {
  return say('statement.external-fact', {
    kind: say(`fact.kind.${fact.kind}`),
    reporter: say(`fact.reporter.${fact.reporter}`),
    known: isoDate(fact.known),
    grade: `${fact.source}${fact.information}`,
  });
}

/** Measures in the order in which the indicator gave them. */
export function measuresOf(measures: Readonly<Record<string, Measure>>): MeasureReport[] {
  return Object.entries(measures).map(([name, measure]) => ({
    name: isMessage(`measure.${name}`) ? say(`measure.${name}`) : spaced(name),
    unit: measure.unit,
    value: measure.unit === 'money' ? decimalText(measure.value, measure.currency) : measure.value,
    ...(measure.unit === 'money' ? { currency: currencyCode(measure.currency) } : {}),
    text: measureText(measure),
  }));
}

export function guardText(id: string): string {
  return isMessage(`guard.${id}`) ? say(`guard.${id}`) : spaced(id);
}

export function reasonTexts(reasons: readonly Reason[]): string[] {
  return reasons.map(({ id, parameters }) => say(id, parameters));
}

/** The sentences for the role that was chosen, then those against it. */
export function whyOf(account: LeadAccount): string {
  const chosen: RoleView | undefined = account.hypotheses.find(({ role }) => role === account.role);
  const sentences = [...reasonTexts(chosen?.for ?? []), ...reasonTexts(chosen?.against ?? [])];
  return sentences.length === 0 ? say('lead.account.no-reason') : sentences.join(' ');
}

export function hubNote(others: number): string {
  return `payments with ${others} others in the case; not walked through`;
}

/** `forwardShare` and `shared-housing` as words. */
function spaced(name: string): string {
  return name.replace(/-/g, ' ').replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
}
