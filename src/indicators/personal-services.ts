/** Shops for personal services (massage, beauty, hair, nails) by the codes of their takings or the register. */
import { into } from '../graph/adjacency.ts';
import { isBusiness, mccOf } from './read.ts';
import type { View } from './view.ts';

/** Beauty and barber shops, massage parlours, health and beauty spas (ISO 18245). */
export const personalServiceCodes: ReadonlySet<number> = new Set([7230, 7297, 7298]);
const SECTOR = /massage|spa\b|nail|nagel|beauty|kosmetik|sauna|hairdress|friseur|^(s\.?)?96\.?0[24]/i;

/** A business whose sector, or a row of whose takings, says personal services. */
export function isPersonalService(view: View, end: number): boolean {
  if (!isBusiness(view, end)) return false;
  const sector = view.facts.sectors[(view.facts.sector[end] ?? 0) - 1];
  if (sector !== undefined) return SECTOR.test(sector);
  for (const tx of into(view.adjacency, end)) if (personalServiceCodes.has(mccOf(view, tx))) return true;
  return false;
}
