/** A note beside the pointer: the exact amount of payments, or what an end is and did. */
import type { NetworkModel } from '../drawings/network-model.ts';
import { describeEdge, speakStep } from './network-words.ts';

export interface Pointed {
  readonly edge: string | undefined;
  readonly node: string | undefined;
  readonly x: number;
  readonly y: number;
}

const WIDTH = 260;

export function NetworkTip({
  model,
  pointed,
  width,
}: {
  model: NetworkModel;
  pointed: Pointed | undefined;
  width: number;
}) {
  if (!pointed) return null;
  const edge = model.edges.find(({ key }) => key === pointed.edge);
  const node = model.nodes.find(({ key }) => key === pointed.node);
  if (!edge && !node) return null;
  const left = pointed.x + 16 + WIDTH > width ? Math.max(8, pointed.x - WIDTH - 12) : pointed.x + 16;
  return (
    <div className="tip" style={{ left, top: pointed.y + 12, maxWidth: WIDTH }} aria-hidden="true">
      {edge ? describeEdge(model, edge) : speakStep(model, { node: node!.key })}
      {node?.note !== undefined && <div className="muted">{node.note}</div>}
    </div>
  );
}
