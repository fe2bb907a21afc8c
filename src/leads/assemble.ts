/**
 * Findings to ranked leads (design section 6). The word trafficking needs two families on disjoint
 * rows, one of them specific to exploitation or control; else the form is `laundering-pattern`
 * and says that exploitation is not shown.
 */
import { countryOf } from '../ledger/end-facts.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { amountAt } from '../formats/entry-columns.ts';
import type { EndId } from '../formats/end-table.ts';
import type { Finding } from '../indicators/indicator.ts';
import { forms, rolesOfInterest, specificFamilies, type Family, type Form } from '../indicators/vocabulary.ts';
import { FACT, factIndicator, withFacts, type Fact } from './facts.ts';
import type { Lead, LeadAccount, LeadTerm } from './lead.ts';
import { linkFindings } from './link.ts';
import { accountOfPoints, termNet, type IndicatorById } from './points.ts';
import { rolesOf } from './roles.ts';

/** Below this a network is noise: one weak sign, or one moderate sign with an innocent reading. */
const LEAST_POINTS = 3;
/** Below this two families are two coincidences, and the form is not said. */
const LEAST_SHOWN_POINTS = 5;
/** Families that, alone or together, lawful sex work and travel show as well. */
const LAWFUL_AS_WELL: ReadonlySet<Family> = new Set(['sex-market', 'travel-and-lodging']);

/**
 * @param ordinals the case's number of each ledger end; makes lead ids stable over rescoring
 * @param facts what people entered; a fact adds to a lead and makes none
 * @returns leads that show a form of trafficking first, then the rest, last what lawful sex work shows as
 *   well; each by points, ties by id
 */
export function assembleLeads(
  ledger: Ledger,
  findings: readonly Finding[],
  indicators: IndicatorById,
  ordinals: Uint32Array,
  facts: readonly Fact[] = [],
): Lead[] {
  const known: IndicatorById = new Map([...indicators, [FACT, factIndicator]]);
  const drafts = withFacts(linkFindings(findings, indicators), facts)
    .map((network) => draft(ledger, network.findings, known, ordinals))
    .filter((lead) => lead.points >= LEAST_POINTS);
  const tier = (lead: Lead): number =>
    lead.form !== 'laundering-pattern' ? 0 : lead.families.every((family) => LAWFUL_AS_WELL.has(family)) ? 2 : 1;
  drafts.sort((a, b) => tier(a) - tier(b) || b.points - a.points || (a.id < b.id ? -1 : 1));
  return drafts.map((lead, index) => ({ ...lead, rank: index + 1 }));
}

function draft(ledger: Ledger, findings: readonly Finding[], indicators: IndicatorById, ordinals: Uint32Array): Lead {
  const terms = accountOfPoints(findings, indicators);
  const points = terms.reduce((sum, term) => sum + termNet(term), 0);
  const counted = terms.filter((term) => termNet(term) > 0);
  const families = [...new Set(counted.map((term) => term.family))].sort();
  const formBasis = formPoints(counted, indicators);
  const isShown =
    points >= LEAST_SHOWN_POINTS && families.length >= 2 && families.some((family) => specificFamilies.has(family));
  const form = isShown ? formOf(counted, formBasis) : 'laundering-pattern';
  const said = rolesOf(terms, indicators);
  const anchor = anchorOf(terms, said);
  const accounts = isShown ? withMeetingPoint(said, anchor, counted) : said;
  const evidence = [...new Set(terms.flatMap((term) => term.finding.evidence))].sort((a, b) => a - b);
  const windows = terms.flatMap(({ finding }) => (finding.fact ? [] : [finding.window]));
  return {
    id: `${form === 'laundering-pattern' ? 'pattern' : form}-${String(ordinals[anchor] ?? 0)}`,
    rank: 0,
    points,
    form,
    formBasis,
    anchor,
    accounts,
    accountsOfInterest: accounts.filter((account) => rolesOfInterest.has(account.role)).map((account) => account.end),
    possibleVictims: accounts.filter((account) => account.role === 'possible-victim').map((account) => account.end),
    terms,
    families: families as Family[],
    evidence,
    amounts: amountsOf(ledger, evidence),
    from: windows.reduce(
      (least, window) => (window.from < least ? window.from : least),
      windows[0]?.from ?? ledger.from,
    ),
    to: windows.reduce((most, window) => (window.to > most ? window.to : most), windows[0]?.to ?? ledger.to),
    countries: [
      ...new Set(accounts.map((account) => countryOf(ledger.facts, account.end)).filter((code) => code !== undefined)),
    ].sort(),
  };
}

function formPoints(counted: readonly LeadTerm[], indicators: IndicatorById): { form: Form; points: number }[] {
  const sums = new Map<Form, number>();
  for (const term of counted) {
    const weights = term.finding.forms ?? indicators.get(term.finding.indicator)?.forms ?? {};
    for (const form of forms) {
      const weight = weights[form] ?? 0;
      if (weight > 0) sums.set(form, (sums.get(form) ?? 0) + termNet(term) * weight);
    }
  }
  return forms
    .filter((form) => sums.has(form))
    .map((form) => ({ form, points: Math.round((sums.get(form) ?? 0) * 10) / 10 }))
    .sort((a, b) => b.points - a.points || forms.indexOf(a.form) - forms.indexOf(b.form));
}

/** A child among the possible victims decides the form, whatever the means (Palermo Protocol, article 3 c). */
function formOf(counted: readonly LeadTerm[], formBasis: Lead['formBasis']): Form {
  if (counted.some((term) => (term.finding.forms?.['child-trafficking'] ?? 0) >= 1)) return 'child-trafficking';
  return formBasis.find((basis) => basis.form !== 'laundering-pattern')?.form ?? 'laundering-pattern';
}

/**
 * One pattern alone may leave open what somebody is; two families on disjoint rows that run to the
 * same account, beside a possible victim, make a hypothesis of control. Recipients of payments that
 * point to child sexual exploitation stay open: they can be relatives or themselves children.
 */
function withMeetingPoint(accounts: LeadAccount[], anchor: EndId, counted: readonly LeadTerm[]): LeadAccount[] {
  const meeting = new Set(counted.filter((term) => term.finding.anchor === anchor).map((term) => term.family));
  const hasVictim = accounts.some((account) => account.role === 'possible-victim' && account.end !== anchor);
  if (meeting.size < 2 || meeting.has('child-exploitation-payments') || !hasVictim) return accounts;
  return accounts.map((account) => {
    if (account.end !== anchor || (account.role !== 'undetermined' && account.role !== 'conduit')) return account;
    const basis = {
      role: 'possible-controller',
      for: [{ id: 'reason.families-meet-here', parameters: { families: { unit: 'count', value: meeting.size } } }],
      against: [],
    } as const;
    return { ...account, role: 'possible-controller', hypotheses: [...account.hypotheses, basis] };
  });
}

/** The account of interest that most points run to, else whom the dearest finding is about. */
function anchorOf(terms: readonly LeadTerm[], accounts: readonly LeadAccount[]): EndId {
  const interest = new Set(
    accounts.filter((account) => rolesOfInterest.has(account.role)).map((account) => account.end),
  );
  const weight = new Map<EndId, number>();
  for (const term of terms.filter(({ finding }) => !finding.fact))
    weight.set(term.finding.anchor, (weight.get(term.finding.anchor) ?? 0) + Math.max(1, termNet(term)));
  const ranked = [...weight.entries()].sort(
    ([a, x], [b, y]) => Number(interest.has(b)) - Number(interest.has(a)) || y - x || a - b,
  );
  return ranked[0]?.[0] ?? 0;
}

function amountsOf(ledger: Ledger, evidence: readonly number[]): Lead['amounts'] {
  const sums = new Map<number, { minor: bigint; count: number }>();
  for (const tx of evidence) {
    const currency = ledger.columns.currency?.[tx] ?? 0;
    const sum = sums.get(currency) ?? { minor: 0n, count: 0 };
    sums.set(currency, { minor: sum.minor + BigInt(amountAt(ledger.columns, tx)), count: sum.count + 1 });
  }
  return [...sums.entries()].sort(([a], [b]) => a - b).map(([currency, sum]) => ({ currency, ...sum }));
}
