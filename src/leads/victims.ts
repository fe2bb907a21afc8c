/**
 * The track of possible victims (`indicators.md` section 5): its steps in their order, what makes
 * it urgent, and how likely it is that others control the account. No step confirms anything, which
 * is for the competent authority; urgency is about help, never about what somebody did.
 */
import { NO_TIME, partsOfDay } from '../days.ts';
import { CodedError } from '../errors.ts';
import type { EndId } from '../formats/end-table.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Fact } from './facts.ts';
import type { Lead } from './lead.ts';

export const victimSteps = [
  'screening',
  'possible-victim',
  'safeguarding-check-done',
  'referred',
  'not-confirmed',
] as const;
export type VictimStep = (typeof victimSteps)[number];

const NEXT: Readonly<Record<VictimStep, readonly VictimStep[]>> = {
  screening: ['possible-victim'],
  'possible-victim': ['safeguarding-check-done'],
  'safeguarding-check-done': ['referred', 'not-confirmed'],
  referred: [],
  // New signs open the track again.
  'not-confirmed': ['screening'],
};

/** Reasons for haste, most urgent first. */
export const victimConcerns = ['child', 'injuries', 'travel-booked', 'night-activity', 'recent'] as const;
export type VictimConcern = (typeof victimConcerns)[number];

/** Where everybody begins whom the machine lists. */
export const FIRST_STEP: VictimStep = 'screening';

export function nextSteps(step: VictimStep): readonly VictimStep[] {
  return NEXT[step];
}

/** @throws CLEW_USAGE where the step does not follow */
export function checkStep(from: VictimStep, to: VictimStep): void {
  if (NEXT[from].includes(to)) return;
  const may = NEXT[from].length === 0 ? 'the track has ended' : `next is ${NEXT[from].join(' or ')}`;
  throw new CodedError('CLEW_USAGE', { reason: `${to} does not follow ${from}: ${may}` });
}

/** Payments within so many days of the last one of the case are recent. */
const RECENT_DAYS = 30;
const MINOR_AGE = 18;
const NIGHT = { from: 22 * 3600, to: 6 * 3600 };
const LEAST_NIGHT_ROWS = 3;
const TRAVEL_INDICATORS: ReadonlySet<string> = new Set(['travel-and-visa-one-payer']);

export interface VictimOfLeads {
  readonly end: EndId;
  /** By rank. */
  readonly leads: readonly Lead[];
  readonly concerns: readonly VictimConcern[];
  readonly control: ControlLikelihood;
}

/** That others control the account: one finding, two, or three kinds of observation on their own rows. */
export const controlLikelihoods = ['one-sign', 'some-signs', 'many-signs'] as const;
export type ControlLikelihood = (typeof controlLikelihoods)[number];

/** Everybody whom a lead lists, the most urgent first; ties by case number. */
export function victimsOfLeads(
  leads: readonly Lead[],
  ledger: Ledger,
  facts: readonly Fact[],
  ordinals: Uint32Array,
): VictimOfLeads[] {
  const byEnd = new Map<EndId, Lead[]>();
  for (const lead of leads) for (const end of lead.possibleVictims) byEnd.set(end, [...(byEnd.get(end) ?? []), lead]);
  return [...byEnd]
    .map(([end, its]) => ({
      end,
      leads: its,
      concerns: concernsOf(end, its, ledger, facts),
      control: controlOf(end, its),
    }))
    .sort((a, b) => urgencyOf(a.concerns) - urgencyOf(b.concerns) || (ordinals[a.end] ?? 0) - (ordinals[b.end] ?? 0));
}

/** A number that is lower the more urgent: concerns as the digits of a binary number. */
export function urgencyOf(concerns: readonly VictimConcern[]): number {
  return victimConcerns.reduce((sum, concern) => sum * 2 + (concerns.includes(concern) ? 0 : 1), 0);
}

function concernsOf(end: EndId, leads: readonly Lead[], ledger: Ledger, facts: readonly Fact[]): VictimConcern[] {
  const signs = new Set(
    facts.filter(({ ties }) => ties.some((tie) => tie.end === end)).flatMap((fact) => fact.signs ?? []),
  );
  const findings = leads
    .flatMap(({ terms }) => terms.map(({ finding }) => finding))
    .filter(({ members }) => members.some((one) => one.end === end));
  let last = -Infinity;
  let night = 0;
  for (const tx of new Set(findings.flatMap(({ evidence }) => evidence))) {
    const { debtor, creditor, debtorDay, time } = ledger.columns;
    if (debtor[tx] !== end && creditor[tx] !== end) continue;
    last = Math.max(last, debtorDay[tx] as number);
    const second = time?.[tx] ?? NO_TIME;
    if (second >= NIGHT.from || (second >= 0 && second < NIGHT.to)) night++;
  }
  const born = ledger.facts.birthYear[end] ?? 0;
  const found: Record<VictimConcern, boolean> = {
    // By the end of the case's period, the whole year in doubt: who may be a child is taken for one.
    child:
      signs.has('under-age-opening') ||
      (born > 0 && partsOfDay(ledger.to).year - born <= MINOR_AGE) ||
      (born === 0 && leads.some(({ form }) => form === 'child-trafficking' || form === 'child-sexual-exploitation')),
    injuries: signs.has('injuries'),
    'travel-booked': signs.has('travel-booked') || findings.some(({ indicator }) => TRAVEL_INDICATORS.has(indicator)),
    'night-activity': night >= LEAST_NIGHT_ROWS,
    recent: ledger.to - last <= RECENT_DAYS,
  };
  return victimConcerns.filter((concern) => found[concern]);
}

function controlOf(end: EndId, leads: readonly Lead[]): ControlLikelihood {
  const families = new Set(
    leads.flatMap(({ terms }) =>
      terms
        .filter(
          ({ finding, counted }) =>
            counted === 'counted' && finding.members.some((one) => one.end === end && one.role === 'possible-victim'),
        )
        .map(({ family }) => family),
    ),
  );
  return families.size >= 3 ? 'many-signs' : families.size === 2 ? 'some-signs' : 'one-sign';
}
