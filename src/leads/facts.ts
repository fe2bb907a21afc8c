/**
 * Facts from outside the money that a person enters: a tip, an inspection report, an advert, an
 * opening form, an observation of behaviour. Graded as intelligence is under NATO STANAG 2511
 * (source A to F, information 1 to 6; known, not checked): the two are judged apart. A fact pays
 * once, in one lead, and never makes a lead by itself. Its words lie sealed in a file of their own.
 */
import type { Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import type { Finding, Indicator, RoleHypothesis } from '../indicators/indicator.ts';
import type { Form, Role } from '../indicators/vocabulary.ts';
import type { Network } from './link.ts';

export const FACT = 'external-fact';

export const factKinds = ['tip', 'inspection-report', 'advert', 'opening-form', 'observation'] as const;
export type FactKind = (typeof factKinds)[number];

/** Who said it, by function; never a name. */
export const factReporters = [
  'hotline',
  'member-of-the-public',
  'branch-staff',
  'bank-compliance',
  'labour-inspector',
  'police',
  'border-officer',
  'health-worker',
  'social-worker',
  'support-organisation',
  'fiu',
  'analyst',
] as const;
export type FactReporter = (typeof factReporters)[number];

/** Behavioural signs (FinCEN FIN-2020-A008: staff who saw them are named by their function). */
export const factSigns = [
  'third-party-speaks',
  'third-party-holds-papers',
  'scripted-story',
  'injuries',
  'fearful',
  'does-not-know-address',
  'under-age-opening',
  'travel-booked',
] as const;
export type FactSign = (typeof factSigns)[number];

/** Reliability of the source: A completely reliable … E unreliable, F cannot be judged. */
export const sourceGrades = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type SourceGrade = (typeof sourceGrades)[number];
/** Credibility of the information: 1 confirmed by others … 5 improbable, 6 cannot be judged. */
export const informationGrades = ['1', '2', '3', '4', '5', '6'] as const;
export type InformationGrade = (typeof informationGrades)[number];

/** What a fact says without its words. */
export interface FactBody {
  readonly kind: FactKind;
  readonly reporter: FactReporter;
  readonly source: SourceGrade;
  readonly information: InformationGrade;
  /** `YYYY-MM-DD`: when it became known; a view as of an earlier day is without it. */
  readonly known: string;
  /** Case numbers of ends with the role that it speaks for, if any; empty = tied to nobody yet. */
  readonly ties: readonly { readonly ordinal: number; readonly role?: Role }[];
  readonly form?: Form;
  readonly signs?: readonly FactSign[];
}

/** A fact under the ledger's own numbers. */
export interface Fact extends Omit<FactBody, 'ties' | 'known'> {
  /** Sequence of its event. */
  readonly event: number;
  readonly known: Day;
  readonly ties: readonly { readonly end: EndId; readonly role?: Role }[];
}

/** So that statements of people never outweigh the money that they are held against. */
const MOST_COUNTED = 4;

/** Known so that a lead's account can weigh a fact as it weighs a finding; the catalogue has no such file. */
export const factIndicator: Indicator = {
  id: FACT,
  title: 'Fact from outside the money',
  looksFor: '',
  family: 'external-fact',
  points: 5,
  forms: {},
  citations: [{ source: 'NATO STANAG 2511, grades of source and information', confidence: 'known' }],
  needs: [],
  settings: {},
  guards: [],
  innocent: '',
  find: () => undefined,
};

/** 5, 3, 1 or 0 whole points: what is doubtful, improbable or from an unreliable source has none. */
export function factPoints({ source, information }: Pick<FactBody, 'source' | 'information'>): number {
  if ('DE'.includes(source) || '45'.includes(information)) return 0;
  if (source === 'F' || information === '6') return 1;
  return source !== 'C' && information !== '3' ? 5 : 3;
}

/** Each fact joins the network that has most of its ends, the dearest of equals; all others stay as they are. */
export function withFacts(networks: readonly Network[], facts: readonly Fact[]): Network[] {
  const ends = networks.map(
    ({ findings }) => new Set(findings.flatMap(({ members }) => members.map(({ end }) => end))),
  );
  for (const [at, { findings }] of networks.entries()) for (const { anchor } of findings) ends[at]?.add(anchor);
  const added = networks.map((): Fact[] => []);
  for (const fact of facts) {
    const held = ends.map((set) => fact.ties.filter(({ end }) => set.has(end)).length);
    const most = Math.max(0, ...held);
    if (most > 0) added[held.indexOf(most)]?.push(fact);
  }
  return networks.map(({ findings }, at) => {
    const ranked = (added[at] ?? []).sort((a, b) => factPoints(b) - factPoints(a) || a.event - b.event);
    const its = ranked.map((fact, index) => factFinding(fact, ends[at] as Set<EndId>, index < MOST_COUNTED));
    return its.length === 0 ? { findings } : { findings: [...findings, ...its] };
  });
}

function factFinding(fact: Fact, network: ReadonlySet<EndId>, isCounted: boolean): Finding {
  const { event, kind, reporter, source, information, known, form, ties } = fact;
  const tied = ties.filter(({ end }) => network.has(end));
  return {
    indicator: FACT,
    anchor: tied[0]?.end ?? 0,
    members: tied.flatMap(({ end, role }): RoleHypothesis[] =>
      role === undefined ? [] : [{ end, role, for: [{ id: `reason.fact-${kind}` }], against: [] }],
    ),
    observed: {},
    threshold: {},
    window: { from: known, to: known },
    strength: isCounted ? factPoints(fact) * 20 : 0,
    evidence: [],
    guards: [],
    ...(form === undefined ? {} : { forms: { [form]: 1 } }),
    fact: { event, kind, reporter, source, information, known },
  };
}
