/** Small makers for the parts of a finding, so that every indicator builds them alike. */
import type { EndId } from '../formats/end-table.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import type { PackedCurrency } from '../money.ts';
import type { Finding, Measure, Reason, RoleHypothesis } from './indicator.ts';
import type { Role } from './vocabulary.ts';

export const count = (value: number): Measure => ({ unit: 'count', value });
export const days = (value: number): Measure => ({ unit: 'days', value });
export const hours = (value: number): Measure => ({ unit: 'hours', value });
/** Shares are kept to a thousandth, so that no platform's last digit shows. */
export const share = (value: number): Measure => ({ unit: 'share', value: Math.round(value * 1000) / 1000 });
export const ratio = (value: number): Measure => ({ unit: 'ratio', value: Math.round(value * 100) / 100 });
export const money = (minor: number, currency: PackedCurrency): Measure => ({ unit: 'money', value: minor, currency });

/** 100 at the threshold, 200 at twice the threshold or more; for "at least" thresholds. */
export function strengthAbove(observed: number, threshold: number): number {
  if (threshold <= 0) return 100;
  return Math.max(100, Math.min(200, Math.round((observed / threshold) * 100)));
}

/** 100 at the threshold, 200 where nothing is left; for "at most" thresholds. */
export function strengthBelow(observed: number, threshold: number): number {
  if (threshold <= 0) return 100;
  return Math.max(100, Math.min(200, Math.round((2 - observed / threshold) * 100)));
}

export function member(
  end: EndId,
  role: Role,
  reasons: { readonly for?: readonly Reason[]; readonly against?: readonly Reason[] } = {},
): RoleHypothesis {
  return { end, role, for: reasons.for ?? [], against: reasons.against ?? [] };
}

/** Evidence ascending and without repeats. */
export function evidenceOf(transactions: Iterable<TransactionIndex>): TransactionIndex[] {
  return [...new Set(transactions)].sort((a, b) => a - b);
}

export const months = (value: number): Measure => ({ unit: 'months', value });
export const years = (value: number): Measure => ({ unit: 'years', value });
export const minutes = (value: number): Measure => ({ unit: 'minutes', value });

/** The middle value, the lower of the two middle ones for an even count; 0 for none. Robust and exact. */
export function lowerMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}

/**
 * Reports findings so that one whose innocent reading held stands at its threshold: how far beyond
 * it lies says nothing any more, and the points that the reading takes off weigh fully.
 */
export function dampedByGuards(emit: (finding: Finding) => void): (finding: Finding) => void {
  return (finding) => {
    const isInnocent = finding.guards.some(({ outcome }) => outcome === 'held');
    emit(isInnocent ? { ...finding, strength: Math.min(100, finding.strength) } : finding);
  };
}
