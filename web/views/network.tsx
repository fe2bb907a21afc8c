/** Middle: the lead as a network, drawn left to right or free, or as its equivalent table. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { LeadDetail } from '../contract.ts';
import { createNetwork, type NetworkDrawing } from '../drawings/network-canvas.ts';
import { networkModel, networkNodes, type NetworkModel } from '../drawings/network-model.ts';
import { readPalette } from '../drawings/network-palette.ts';
import { firstStep, walk, type Direction, type Step } from '../drawings/network-walk.ts';
import { NetworkLegend } from '../parts/network-legend.tsx';
import { NetworkTable } from '../parts/network-table.tsx';
import { NetworkTip, type Pointed } from '../parts/network-tip.tsx';
import { NetworkTools } from '../parts/network-tools.tsx';
import { speakStep } from '../parts/network-words.ts';
import { useLayout } from '../parts/use-layout.ts';
import { useSize } from '../parts/use-size.ts';
import { t } from '../messages/translate.ts';
import { placedIn } from '../state/placed.ts';
import { rowsInRange, type LeadRows } from '../state/rows.ts';
import { changeView, useView } from '../state/store.ts';
import { useIsDark } from '../state/theme.ts';

interface Props {
  readonly detail: LeadDetail;
  readonly rows: LeadRows | undefined;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowRight: 'out',
  ArrowLeft: 'in',
  ArrowUp: 'previous',
  ArrowDown: 'next',
};

/** The payments behind a brush; without one the server's own sums hold. */
function useModel({ detail, rows }: Props): NetworkModel {
  const { from, to } = useView();
  const nodes = useMemo(() => networkNodes(detail), [detail]);
  return useMemo(() => {
    const isBrushed = from !== undefined || to !== undefined;
    return networkModel(detail, nodes, isBrushed && rows ? rowsInRange(rows.rows, { from, to }) : undefined);
  }, [detail, nodes, rows, from, to]);
}

export function Network(props: Props) {
  const { detail } = props;
  const view = useView();
  const model = useModel(props);
  if (view.layout === 'table') return <NetworkTable model={model} />;
  return <NetworkCanvas key={detail.lead.id} detail={detail} model={model} layout={view.layout} />;
}

function NetworkCanvas({
  detail,
  model,
  layout,
}: {
  detail: LeadDetail;
  model: NetworkModel;
  layout: 'flow' | 'free';
}) {
  const view = useView();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<NetworkDrawing>(undefined);
  const step = useRef<Step>(undefined);
  const [spoken, setSpoken] = useState('');
  const [pointed, setPointed] = useState<Pointed>();
  const [again, setAgain] = useState(0);
  const [placed, setPlaced] = useState(() => placedIn(detail.lead.id).size);
  const { width, height } = useSize(frame);
  const placement = useLayout(
    model.nodes,
    detail.edges,
    layout,
    placedIn(detail.lead.id),
    again,
    height > 0 ? width / height : 0,
  );
  const isDark = useIsDark();
  const palette = useMemo(() => (frame.current ? readPalette(frame.current) : undefined), [isDark, width > 0]);

  useEffect(() => {
    if (!canvas.current) return undefined;
    drawing.current = createNetwork(canvas.current, {
      onNode: (node) => changeView({ node, edge: undefined }),
      onEdge: (edge) => changeView({ edge, node: undefined, indicator: undefined, tab: 'rows' }),
      onPoint: (edge, node, x, y) =>
        setPointed((before) =>
          edge === undefined && node === undefined
            ? undefined
            : before?.edge === edge && before?.node === node
              ? before
              : { edge, node, x, y },
        ),
      onPlaced: (key, point) => {
        placedIn(detail.lead.id).set(key, point);
        setPlaced(placedIn(detail.lead.id).size);
      },
    });
    return () => drawing.current?.destroy();
  }, [detail.lead.id]);
  useEffect(() => drawing.current?.resize(width, height), [width, height]);
  useEffect(() => {
    if (!placement || !palette) return;
    const node = model.nodes.some(({ key }) => key === view.node) ? view.node : undefined;
    const edge = model.edges.some(({ key }) => key === view.edge) ? view.edge : undefined;
    drawing.current?.show({ model, positions: placement.positions, node, edge, palette });
  }, [model, placement, palette, view.node, view.edge]);

  const release = (): void => {
    placedIn(detail.lead.id).clear();
    setPlaced(0);
    setAgain((before) => before + 1);
  };
  const goTo = (next: Step | undefined): void => {
    if (!next) return setSpoken(t('network.spoken.end'));
    step.current = next;
    setSpoken(speakStep(model, next));
    changeView({ node: next.node, edge: undefined });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = directions[event.key];
    const at =
      step.current?.node === view.node ? step.current : view.node === undefined ? undefined : { node: view.node };
    if (direction) goTo(at ? walk(model, at, direction) : firstStep(model));
    else if (event.key === 'Home') goTo(firstStep(model));
    else if (event.key === 'Enter' && view.node !== undefined) changeView({ tab: 'rows', edge: undefined });
    else if (event.key === '+' || event.key === '=') drawing.current?.zoomBy(1.3);
    else if (event.key === '-') drawing.current?.zoomBy(1 / 1.3);
    else if (event.key === '0') drawing.current?.fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const accounts = t('network.accounts', { count: model.nodes.length });
  const payments = t('network.payments', { count: model.edges.reduce((sum, edge) => sum + edge.count, 0) });
  return (
    <div className="network" ref={frame}>
      <div
        className="network-focus"
        role="application"
        tabIndex={0}
        aria-roledescription={t('network.role')}
        aria-label={t('network.label', { accounts, payments })}
        data-ready={placement !== undefined}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} aria-hidden="true" />
      </div>
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
      {!placement && <p className="network-message">{t('network.drawing', { count: model.nodes.length })}</p>}
      {placement && model.edges.length === 0 && <p className="network-message">{t('network.none-in-range')}</p>}
      <NetworkTip model={model} pointed={pointed} width={width} />
      <NetworkLegend model={model} placed={placed} onRelease={release} />
      <NetworkTools drawing={drawing} node={view.node} />
    </div>
  );
}
