/** What narrows the rows, each with a way to take it off. */
import { Button } from 'react-aria-components';
import type { LeadDetail } from '../contract.ts';
import { t } from '../messages/translate.ts';
import { changeView, useView } from '../state/store.ts';
import type { View } from '../state/view.ts';
import { rangeText } from '../wording/days.ts';

export function FilterChips({ detail }: { detail: LeadDetail }) {
  const view = useView();
  const label = (key: string | undefined): string => detail.nodes.find((node) => node.key === key)?.label ?? key ?? '';
  const edge = detail.edges.find(({ key }) => key === view.edge);
  const indicator = detail.lead.indicators.find(({ id }) => id === view.indicator);
  const chips: {
    readonly kind: 'node' | 'edge' | 'indicator' | 'range';
    readonly text: string;
    readonly off: Partial<View>;
  }[] = [];
  if (view.indicator !== undefined)
    chips.push({ kind: 'indicator', text: indicator?.title ?? view.indicator, off: { indicator: undefined } });
  if (view.node !== undefined) chips.push({ kind: 'node', text: label(view.node), off: { node: undefined } });
  if (view.edge !== undefined)
    chips.push({
      kind: 'edge',
      text: edge ? `${label(edge.from)} → ${label(edge.to)}` : view.edge,
      off: { edge: undefined },
    });
  if (view.from !== undefined && view.to !== undefined) {
    chips.push({ kind: 'range', text: rangeText(view.from, view.to), off: { from: undefined, to: undefined } });
  }
  if (chips.length === 0) return null;
  return (
    <ul className="chips">
      {chips.map(({ kind, text, off }) => (
        <li key={kind}>
          <span className="muted">{t(`rows.filter.${kind}`)}</span> <span className="chip-text">{text}</span>
          <Button className="chip-off" aria-label={t('rows.remove', { what: text })} onPress={() => changeView(off)}>
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
}
