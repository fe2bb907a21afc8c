/** The network in words: what a screen reader hears at each step, and what the pointer's note says. */
import type { NetworkEdge } from '../contract.ts';
import type { NetworkModel } from '../drawings/network-model.ts';
import type { Step } from '../drawings/network-walk.ts';
import { t } from '../messages/translate.ts';
import { rangeText } from '../wording/days.ts';
import { addAmounts, amountsList } from '../wording/money.ts';

function sumOf(edges: readonly NetworkEdge[]): string {
  const sum: Record<string, string> = {};
  for (const { amounts } of edges)
    for (const [currency, decimal] of Object.entries(amounts)) addAmounts(sum, currency, decimal);
  return amountsList(sum).join(' + ') || '0';
}

export function labelOf(model: NetworkModel, key: string): string {
  return model.nodes.find((node) => node.key === key)?.label ?? key;
}

export function speakStep(model: NetworkModel, { node: key, along }: Step): string {
  const node = model.nodes.find((one) => one.key === key);
  if (!node) return '';
  const incoming = model.edges.filter(({ to }) => to === key);
  const outgoing = model.edges.filter(({ from }) => from === key);
  const way = along
    ? t('network.spoken.along', {
        amount: amountsList(along.amounts).join(' + '),
        payments: t('network.payments', { count: along.count }),
      })
    : '';
  const spoken = t('network.spoken', {
    label: node.label,
    role: node.kind === 'leaf' || node.kind === 'hub' ? t(`sign.${node.sign}`) : t(`role.${node.role}`),
    country: node.country === undefined ? '' : `, ${node.country}`,
    incoming: sumOf(incoming),
    sources: t('network.accounts', { count: incoming.length }),
    outgoing: sumOf(outgoing),
    targets: t('network.accounts', { count: outgoing.length }),
  });
  return way + spoken;
}

export function describeEdge(model: NetworkModel, edge: NetworkEdge): string {
  return t('network.edge.tip.period', {
    from: labelOf(model, edge.from),
    to: labelOf(model, edge.to),
    amount: amountsList(edge.amounts).join(' + '),
    payments: t('network.payments', { count: edge.count }),
    period: rangeText(edge.first, edge.last),
  });
}
