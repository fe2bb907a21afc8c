/** Roles in the networks found, against the truth: who is named, who is protected, who is mistaken. */
import type { EndId } from '../../src/formats/end-table.ts';
import type { Lead } from '../../src/leads/lead.ts';
import type { PlantedScheme } from './match.ts';

export interface RoleCount {
  controllers: number;
  controllersNamed: number;
  /** Controllers shown as possible victims: whom the victims' track would shield. */
  controllersShielded: number;
  victims: number;
  victimsRecognised: number;
  victimsUndetermined: number;
  /** Victims in any lead's accounts of interest, found or not. */
  victimsOfInterest: number;
  readonly notes: string[];
}

export function countRoles(
  found: readonly { readonly scheme: PlantedScheme; readonly lead: Lead | undefined }[],
  leads: readonly Lead[],
): RoleCount {
  const count: RoleCount = {
    controllers: 0,
    controllersNamed: 0,
    controllersShielded: 0,
    victims: 0,
    victimsRecognised: 0,
    victimsUndetermined: 0,
    victimsOfInterest: 0,
    notes: [],
  };
  const leadsOfInterest = new Map<EndId, Lead[]>();
  for (const lead of leads)
    for (const end of lead.accountsOfInterest) leadsOfInterest.set(end, [...(leadsOfInterest.get(end) ?? []), lead]);
  for (const { scheme, lead } of found) {
    for (const { end, role } of scheme.people) {
      const accusing = leadsOfInterest.get(end);
      if (role === 'victim' && accusing) {
        count.victimsOfInterest++;
        count.notes.push(
          `victim of interest: ${scheme.shape} ${String(end)} in ${accusing.map(({ id }) => id).join(' ')}`,
        );
      }
      if (lead === undefined) continue;
      const shown = lead.accounts.find((one) => one.end === end)?.role;
      if (role === 'controller') {
        count.controllers++;
        if (lead.accountsOfInterest.includes(end)) count.controllersNamed++;
        else count.notes.push(`controller missed: ${scheme.shape} ${String(end)} is ${shown ?? 'not in the lead'}`);
        if (shown === 'possible-victim') count.controllersShielded++;
      }
      if (role === 'victim') {
        count.victims++;
        if (shown === 'possible-victim') count.victimsRecognised++;
        else {
          count.victimsUndetermined++;
          count.notes.push(`victim missed: ${scheme.shape} ${String(end)} is ${shown ?? 'not in the lead'}`);
        }
      }
    }
  }
  return count;
}
