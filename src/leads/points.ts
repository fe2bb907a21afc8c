/**
 * The account of a lead's points (design section 6): whole numbers that add up. A row pays once:
 * findings take their turn by points, and one that has less than half of its rows left is listed
 * without points. Further findings of an indicator in the same lead add one point each, so that a
 * large network does not outweigh a clear one. Innocent readings that held take points off.
 */
import type { Finding, Indicator } from '../indicators/indicator.ts';
import type { LeadTerm } from './lead.ts';

const LEAST_FRESH_SHARE = 0.5;

export type IndicatorById = ReadonlyMap<string, Indicator>;

/** Base points × strength / 100, rounded. */
export function grossPoints(finding: Finding, indicators: IndicatorById): number {
  const base = indicators.get(finding.indicator)?.points ?? 0;
  return Math.round((base * finding.strength) / 100);
}

/** What the finding weighs after the innocent readings that held; at least 0. */
export function netPoints(finding: Finding, indicators: IndicatorById): number {
  return Math.max(0, grossPoints(finding, indicators) - pointsOff(finding, indicators));
}

function guardsHeld(finding: Finding, indicators: IndicatorById): { id: string; points: number }[] {
  const guards = indicators.get(finding.indicator)?.guards ?? [];
  return finding.guards
    .filter((guard) => guard.outcome === 'held')
    .map((guard) => ({ id: guard.id, points: guards.find((known) => known.id === guard.id)?.pointsOff ?? 0 }));
}

function pointsOff(finding: Finding, indicators: IndicatorById): number {
  return guardsHeld(finding, indicators).reduce((sum, guard) => sum + guard.points, 0);
}

/** Findings in the order in which their rows are paid for: dearest first. */
export function payingOrder(findings: readonly Finding[], indicators: IndicatorById): Finding[] {
  return [...findings].sort(
    (a, b) =>
      netPoints(b, indicators) - netPoints(a, indicators) ||
      b.strength - a.strength ||
      (a.indicator < b.indicator ? -1 : a.indicator > b.indicator ? 1 : 0) ||
      a.anchor - b.anchor ||
      (a.evidence[0] ?? 0) - (b.evidence[0] ?? 0),
  );
}

export function accountOfPoints(findings: readonly Finding[], indicators: IndicatorById): LeadTerm[] {
  const paid = new Set<number>();
  const told = new Set<string>();
  return payingOrder(findings, indicators).map((finding): LeadTerm => {
    const family = indicators.get(finding.indicator)?.family ?? 'laundering-flow';
    const held = guardsHeld(finding, indicators);
    const fresh = finding.evidence.filter((tx) => !paid.has(tx));
    const share = finding.evidence.length === 0 ? 1 : fresh.length / finding.evidence.length;
    if (share < LEAST_FRESH_SHARE)
      return {
        finding,
        family,
        points: 0,
        counted: 'same-rows',
        guardsHeld: held.map((guard) => ({ ...guard, points: 0 })),
      };
    for (const tx of fresh) paid.add(tx);
    const isFurther = told.has(finding.indicator);
    const whole = Math.round(grossPoints(finding, indicators) * share);
    const points = isFurther ? Math.min(1, netPoints(finding, indicators)) : whole;
    const guards = isFurther ? held.map((guard) => ({ ...guard, points: 0 })) : clipped(held, points);
    if (termNet({ points, guardsHeld: guards }) > 0) told.add(finding.indicator);
    return { finding, family, points, counted: 'counted', guardsHeld: guards };
  });
}

/** Points of a term less what its guards take off. */
export function termNet(term: Pick<LeadTerm, 'points' | 'guardsHeld'>): number {
  return term.points - term.guardsHeld.reduce((sum, guard) => sum + guard.points, 0);
}

/** Guards take off at most what there is, in their order. */
function clipped(held: readonly { id: string; points: number }[], points: number): { id: string; points: number }[] {
  let left = points;
  return held.map((guard) => {
    const off = Math.min(guard.points, left);
    left -= off;
    return { id: guard.id, points: off };
  });
}
