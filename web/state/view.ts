/**
 * What the analyst looks at, as a value and as an address: `#/leads/<id>/network?from=…&node=…`.
 * It lives in the fragment, so that not even opaque ids reach the server or its log.
 */
import type { Step } from '../wording/days.ts';

export type ListName = 'leads' | 'victims' | 'set-aside';
export type Tab = 'network' | 'rows' | CaseTab;
/** Views of the whole case. */
const caseTabs = ['files', 'coverage', 'matches'] as const;
type CaseTab = (typeof caseTabs)[number];
export type Layout = 'flow' | 'free' | 'table';

export interface View {
  readonly list: ListName;
  readonly tab: Tab;
  readonly lead?: string | undefined;
  /** Days of the brush, both included; absent means the whole period. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly step: Step;
  readonly layout: Layout;
  /** Key of the selected end, or of the selected edge; never both. */
  readonly node?: string | undefined;
  readonly edge?: string | undefined;
  readonly indicator?: string | undefined;
  /** Id of the row whose bank record is open. */
  readonly row?: string | undefined;
}

export const startView: View = { list: 'leads', tab: 'network', step: 'week', layout: 'flow' };

const optional = ['from', 'to', 'node', 'edge', 'indicator', 'row'] as const;

export function isOfLead(tab: Tab): boolean {
  return !(caseTabs as readonly Tab[]).includes(tab);
}

export function viewToHash(view: View): string {
  const query = new URLSearchParams();
  const path = !isOfLead(view.tab)
    ? `/${view.tab}`
    : view.lead === undefined
      ? '/leads'
      : `/leads/${encodeURIComponent(view.lead)}/${view.tab}`;
  if (!isOfLead(view.tab) && view.lead !== undefined) query.set('lead', view.lead);
  if (view.list !== startView.list) query.set('list', view.list);
  if (view.step !== startView.step) query.set('step', view.step);
  if (view.layout !== startView.layout) query.set('layout', view.layout);
  for (const name of optional) {
    const value = view[name];
    if (value !== undefined) query.set(name, value);
  }
  const text = query.toString();
  return `#${path}${text === '' ? '' : `?${text}`}`;
}

function oneOf<Word extends string>(words: readonly Word[], text: string | null, otherwise: Word): Word {
  return words.find((word) => word === text) ?? otherwise;
}

export function hashToView(hash: string): View {
  const [path = '', text = ''] = hash.replace(/^#/, '').split('?');
  const query = new URLSearchParams(text);
  const [, place, id, tab] = path.split('/');
  const lead =
    place === 'leads' && id !== undefined && id !== '' ? decodeURIComponent(id) : (query.get('lead') ?? undefined);
  const view: View = {
    list: oneOf(['leads', 'victims', 'set-aside'], query.get('list'), startView.list),
    tab: caseTabs.find((name) => name === place) ?? oneOf(['network', 'rows'], tab ?? null, 'network'),
    step: oneOf(['day', 'week', 'month'], query.get('step'), startView.step),
    layout: oneOf(['flow', 'free', 'table'], query.get('layout'), startView.layout),
    lead,
  };
  const given = optional.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { ...view, ...Object.fromEntries(given) };
}

/** Opens another lead: what was selected and brushed belongs to the lead before. */
export function openLead(lead: string | undefined): Partial<View> {
  return {
    lead,
    from: undefined,
    to: undefined,
    node: undefined,
    edge: undefined,
    indicator: undefined,
    row: undefined,
  };
}

export const noSelection: Partial<View> = { node: undefined, edge: undefined };
