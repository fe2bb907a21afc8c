/** Filter and order of the list of leads; kept while other things are looked at. */
import { useSyncExternalStore } from 'react';
import type { Form, LeadSummary } from '../contract.ts';
import { t } from '../messages/translate.ts';
import type { ListName } from './view.ts';

export type Order = 'points' | 'latest' | 'victims';
export interface ListFilter {
  readonly text: string;
  readonly form: Form | 'all';
  readonly order: Order;
}

let filter: ListFilter = { text: '', form: 'all', order: 'points' };
const listeners = new Set<() => void>();

export function changeFilter(change: Partial<ListFilter>): void {
  filter = { ...filter, ...change };
  for (const listener of listeners) listener();
}

export function currentFilter(): ListFilter {
  return filter;
}

export function useFilter(): ListFilter {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentFilter);
}

function hasWords(lead: LeadSummary, text: string): boolean {
  const page =
    `${lead.headline} ${t(`form.${lead.form}`)} ${lead.countries.join(' ')} ${t('app.lead', { rank: lead.rank })}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => page.includes(word));
}

const compare: Readonly<Record<Order, (a: LeadSummary, b: LeadSummary) => number>> = {
  points: (a, b) => a.rank - b.rank,
  latest: (a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : a.rank - b.rank),
  victims: (a, b) => b.possibleVictims - a.possibleVictims || a.rank - b.rank,
};

export function leadsOf(leads: readonly LeadSummary[], list: ListName): readonly LeadSummary[] {
  return leads.filter(({ decision }) => (decision === 'set-aside') === (list === 'set-aside'));
}

export function visibleLeads(
  leads: readonly LeadSummary[],
  list: ListName,
  { text, form, order }: ListFilter,
): readonly LeadSummary[] {
  return leadsOf(leads, list)
    .filter((lead) => (form === 'all' || lead.form === form) && hasWords(lead, text.trim()))
    .sort(compare[order]);
}
