/**
 * Roles of a lead's accounts, for and against, side by side; nothing is overwritten (design
 * sections 5 to 7). Doubt protects: who may be a victim is one, unless findings on other rows say
 * at least twice as much for control.
 */
import type { EndId } from '../formats/end-table.ts';
import type { Reason } from '../indicators/indicator.ts';
import { roles, rolesOfInterest, type Role } from '../indicators/vocabulary.ts';
import type { LeadAccount, LeadTerm, RoleView } from './lead.ts';
import { netPoints, type IndicatorById } from './points.ts';

const CONTROL_OUTWEIGHS = 2;

interface Weighed {
  weight: number;
  readonly for: Reason[];
  readonly against: Reason[];
}

export function rolesOf(terms: readonly LeadTerm[], indicators: IndicatorById): LeadAccount[] {
  const byEnd = new Map<EndId, Map<Role, Weighed>>();
  for (const term of terms) {
    const weight = netPoints(term.finding, indicators);
    for (const member of term.finding.members) {
      let views = byEnd.get(member.end);
      if (!views) {
        views = new Map<Role, Weighed>();
        byEnd.set(member.end, views);
      }
      const view = views.get(member.role) ?? { weight: 0, for: [], against: [] };
      view.weight += weight;
      addNew(view.for, member.for);
      addNew(view.against, member.against);
      views.set(member.role, view);
    }
  }
  return [...byEnd.entries()]
    .sort(([a], [b]) => a - b)
    .map(([end, views]) => ({
      end,
      role: chosen(new Map([...views].map(([role, view]) => [role, view.weight]))),
      hypotheses: roles
        .filter((role) => views.has(role))
        .map((role): RoleView => ({ role, for: views.get(role)?.for ?? [], against: views.get(role)?.against ?? [] })),
    }));
}

/** @param weights points that speak for each role */
export function chosen(weights: ReadonlyMap<Role, number>): Role {
  const victim = weights.get('possible-victim') ?? 0;
  let interest: Role | undefined;
  let control = 0;
  let best = 0;
  for (const role of roles) {
    const weight = weights.get(role) ?? 0;
    if (!rolesOfInterest.has(role)) continue;
    control += weight;
    if (weight > best) [interest, best] = [role, weight];
  }
  if (victim > 0 && control < victim * CONTROL_OUTWEIGHS) return 'possible-victim';
  if (interest) return interest;
  if (victim > 0) return 'possible-victim';
  for (const role of ['conduit', 'possible-purchaser'] as const) if ((weights.get(role) ?? 0) > 0) return role;
  return 'undetermined';
}

function addNew(list: Reason[], more: readonly Reason[]): void {
  for (const reason of more) {
    const text = JSON.stringify(reason);
    if (!list.some((held) => JSON.stringify(held) === text)) list.push(reason);
  }
}
