/**
 * Joins findings into small networks around whoever money or control runs to (design section 6).
 * Two findings belong together when one's anchor is in the other's pattern, or when they share
 * somebody whose account is used or swept. Open hubs never join anything, nor do purchasers, but for
 * payments that point to child sexual exploitation, where common payers lead to further recipients
 * (AUSTRAC). A network stops growing at a size that a person can still read, so no lead swallows the bank.
 */
import type { EndId } from '../formats/end-table.ts';
import type { Finding } from '../indicators/indicator.ts';
import type { Role } from '../indicators/vocabulary.ts';
import { netPoints, payingOrder, type IndicatorById } from './points.ts';

/** Accounts in one network, purchasers aside. */
const LARGEST_NETWORK = 60;
/** An end that stands in more findings than this without being their anchor joins none of them. */
const OPEN_HUB_FINDINGS = 12;

const JOINING: ReadonlySet<Role> = new Set([
  'possible-organiser',
  'possible-controller',
  'possible-collector',
  'possible-facilitator',
  'front-business',
  'possible-victim',
  'conduit',
]);

export interface Network {
  readonly findings: readonly Finding[];
}

/** @returns networks in order of their dearest finding */
export function linkFindings(findings: readonly Finding[], indicators: IndicatorById): Network[] {
  const alive = payingOrder(findings, indicators).filter((finding) => netPoints(finding, indicators) > 0);
  const parent = alive.map((_, i) => i);
  const joining = alive.map((finding) => joiningEnds(finding, indicators));
  const ends: Set<EndId>[] = joining.map((list) => new Set(list));
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const inFindings = new Map<EndId, number[]>();
  for (const [i, list] of joining.entries()) {
    for (const end of list) {
      const held = inFindings.get(end);
      if (held) held.push(i);
      else inFindings.set(end, [i]);
    }
  }
  const join = (i: number, j: number): void => {
    const [a, b] = [root(i), root(j)].sort((x, y) => x - y) as [number, number];
    if (a === b) return;
    const small = ends[b] as Set<EndId>;
    const large = ends[a] as Set<EndId>;
    let union = large.size;
    for (const end of small) if (!large.has(end)) union++;
    if (union > LARGEST_NETWORK) return;
    for (const end of small) large.add(end);
    parent[b] = a;
  };
  // Dearest findings first, so that what a cap leaves out is the weakest tie.
  for (const [i, list] of joining.entries()) {
    for (const end of list) {
      const others = inFindings.get(end) ?? [];
      for (const j of others) if ((alive[j] as Finding).anchor === end) join(i, j);
      if (others.length <= OPEN_HUB_FINDINGS) for (const j of others) join(i, j);
    }
  }
  const groups = new Map<number, Finding[]>();
  for (const [i, finding] of alive.entries()) {
    const at = root(i);
    const group = groups.get(at);
    if (group) group.push(finding);
    else groups.set(at, [finding]);
  }
  return [...groups.values()].map((group) => ({ findings: group }));
}

/** Common payers of child exploitation findings, kept apart from ends that join anything else. */
const asPayer = (end: EndId): number => -1 - end;

function joiningEnds(finding: Finding, indicators: IndicatorById): EndId[] {
  const isChild = indicators.get(finding.indicator)?.family === 'child-exploitation-payments';
  const ends = [finding.anchor];
  for (const { end, role } of finding.members) {
    if (end !== finding.anchor && JOINING.has(role)) ends.push(end);
    else if (isChild && role === 'possible-purchaser') ends.push(asPayer(end));
  }
  return ends;
}
