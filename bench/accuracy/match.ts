/**
 * When a ranked network finds a planted scheme. The same rule holds for leads and baselines: it shows
 * at least 30 % of the scheme's people and one of those who run it (two people, where nobody is
 * labelled so), and most of those it shows belong to the scheme or dealt with it. Baselines are
 * excused from the last condition, as they bring every neighbour of the account that they rank.
 */
import type { EndId } from '../../src/formats/end-table.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Truth } from '../../src/training/truth.ts';

const LEAST_SHARE_OF_SCHEME = 0.3;
const LEAST_SHARE_OF_NETWORK = 0.5;

type Scheme = Truth['schemes'][number];

/** Something a ranking puts before an analyst, best first. */
export interface Network {
  /** Accounts shown with a role. */
  readonly shown: readonly EndId[];
  /** All of its accounts. */
  readonly all: ReadonlySet<EndId>;
}

export interface Person {
  readonly end: EndId;
  readonly role: string;
}

export interface PlantedScheme {
  readonly id: string;
  readonly form: string;
  readonly shape: string;
  readonly people: readonly Person[];
  readonly ends: ReadonlySet<EndId>;
  readonly running: ReadonlySet<EndId>;
  readonly around: ReadonlySet<EndId>;
}

/** Schemes with their people as ends of the ledger; a foreign end is known by account or, without one, by name. */
export function plantedSchemes(ledger: Ledger, truth: Truth): PlantedScheme[] {
  const names = new Map<string, EndId>();
  for (const [end, list] of ledger.ends.namesByEnd())
    for (const name of list) if (!names.has(name)) names.set(name, end);
  const endOf = ({ account, name }: Scheme['accounts'][number]): EndId => {
    const end = ledger.ends.find('account', account);
    return end >= 0 ? end : (names.get(name) ?? -1);
  };
  return truth.schemes.map((scheme) => {
    const people = scheme.accounts
      .map((one) => ({ end: endOf(one), role: one.role ?? '' }))
      .filter(({ end }) => end >= 0);
    const ends = new Set(people.map(({ end }) => end));
    return {
      id: scheme.id,
      form: scheme.form,
      shape: scheme.shape,
      people,
      ends,
      running: new Set(
        people.filter(({ role }) => !['victim', 'purchaser', 'employer'].includes(role)).map(({ end }) => end),
      ),
      around: new Set([...ends, ...scheme.peripheral.map((account) => ledger.ends.find('account', account))]),
    };
  });
}

export function isFoundBy(scheme: PlantedScheme, network: Network, mustBeMostlyIts: boolean): boolean {
  const inScheme = network.shown.filter((end) => scheme.ends.has(end)).length;
  const own = network.shown.filter((end) => scheme.around.has(end)).length;
  const isRun = scheme.running.size === 0 ? inScheme >= 2 : [...scheme.running].some((end) => network.all.has(end));
  return (
    isRun &&
    inScheme > 0 &&
    inScheme >= LEAST_SHARE_OF_SCHEME * scheme.ends.size &&
    (!mustBeMostlyIts || own >= LEAST_SHARE_OF_NETWORK * network.shown.length)
  );
}

export interface RankMeasures {
  /** Per scheme, the index of the first network that finds it, or -1. */
  readonly firstFound: readonly number[];
  recallAt(rank: number): number;
  /** Networks up to the rank that find some scheme, of those that there are. */
  precisionAt(rank: number): number;
}

export function measureRanking(
  schemes: readonly PlantedScheme[],
  networks: readonly Network[],
  mustBeMostlyIts: boolean,
): RankMeasures {
  const firstFound = schemes.map((scheme) => networks.findIndex((one) => isFoundBy(scheme, one, mustBeMostlyIts)));
  const finds = networks.map((one) => schemes.some((scheme) => isFoundBy(scheme, one, mustBeMostlyIts)));
  return {
    firstFound,
    recallAt: (rank) => firstFound.filter((at) => at >= 0 && at < rank).length / Math.max(1, schemes.length),
    precisionAt: (rank) => finds.slice(0, rank).filter(Boolean).length / Math.max(1, Math.min(rank, networks.length)),
  };
}

/**
 * Area under precision and recall (average precision) of a ranking of accounts; who shares a rank
 * shares its precision. Positives that are never ranked count as missed.
 */
export function averagePrecision(ranked: readonly (readonly EndId[])[], positives: ReadonlySet<EndId>): number {
  const seen = new Set<EndId>();
  let [hits, sum] = [0, 0];
  for (const group of ranked) {
    const fresh = group.filter((end) => !seen.has(end));
    for (const end of fresh) seen.add(end);
    const gained = fresh.filter((end) => positives.has(end)).length;
    hits += gained;
    if (gained > 0) sum += (gained * hits) / seen.size;
  }
  return positives.size === 0 ? 0 : sum / positives.size;
}
