/** Ends placed by hand, per lead, for as long as the page is open: what was placed stays. */
import type { Point } from '../drawings/network-geometry.ts';

const byLead = new Map<string, Map<string, Point>>();

export function placedIn(lead: string): Map<string, Point> {
  const known = byLead.get(lead);
  if (known) return known;
  const fresh = new Map<string, Point>();
  byLead.set(lead, fresh);
  return fresh;
}
