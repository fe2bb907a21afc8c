/**
 * Possible victims over all leads. The order is urgency for people, never a rank of them: a child
 * may be concerned; money still moved at the end of the period; all others, in turn.
 */
import { api } from '../api-client.ts';
import type { Form, LeadDetail, LeadSummary } from '../contract.ts';
import { ensure, useResource, type Resource } from './resources.ts';

export type Urgency = 'child' | 'current' | 'in-turn';
const order: readonly Urgency[] = ['child', 'current', 'in-turn'];
const childForms: ReadonlySet<Form> = new Set<Form>(['child-sexual-exploitation', 'child-trafficking']);
const CURRENT_DAYS = 30;

export interface PossibleVictim {
  readonly label: string;
  readonly urgency: Urgency;
  readonly leads: readonly {
    readonly id: string;
    readonly headline: string;
    readonly form: Form;
    readonly node?: string | undefined;
  }[];
  readonly last: string;
}

function urgencyOf(form: Form, last: string, end: string): Urgency {
  if (childForms.has(form)) return 'child';
  return Date.parse(end) - Date.parse(last) <= CURRENT_DAYS * 86_400_000 ? 'current' : 'in-turn';
}

export function possibleVictims(details: readonly LeadDetail[], end: string): PossibleVictim[] {
  const found = new Map<string, PossibleVictim>();
  for (const { lead, nodes } of details) {
    for (const label of lead.possibleVictims) {
      const here = {
        id: lead.id,
        headline: lead.headline,
        form: lead.form,
        node: nodes.find((node) => node.label === label)?.key,
      };
      const urgency = urgencyOf(lead.form, lead.to, end);
      const before = found.get(label);
      if (!before) found.set(label, { label, urgency, leads: [here], last: lead.to });
      else {
        const first = order.indexOf(urgency) < order.indexOf(before.urgency) ? urgency : before.urgency;
        found.set(label, {
          label,
          urgency: first,
          leads: [...before.leads, here],
          last: before.last > lead.to ? before.last : lead.to,
        });
      }
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      order.indexOf(a.urgency) - order.indexOf(b.urgency) ||
      b.leads.length - a.leads.length ||
      a.label.localeCompare(b.label, 'en', { numeric: true }),
  );
}

/** There is no answer of the server for this list, so it is put together from the leads' own. */
async function load(leads: readonly LeadSummary[], end: string): Promise<PossibleVictim[]> {
  const details: LeadDetail[] = [];
  for (const lead of leads) {
    if (lead.possibleVictims === 0) continue;
    const detail = await api.lead(lead.id);
    ensure(`lead/${lead.id}`, () => Promise.resolve(detail));
    details.push(detail);
  }
  return possibleVictims(details, end);
}

export function usePossibleVictims(
  leads: readonly LeadSummary[] | undefined,
  end: string,
  isWanted: boolean,
): Resource<PossibleVictim[]> {
  return useResource(isWanted && leads ? 'victims' : undefined, () => load(leads ?? [], end));
}
