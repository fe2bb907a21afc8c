/** Worker thread of the page: places a network so that the page never waits for it. */
import { flowLayout, type FlowLink } from './drawings/layout-flow.ts';
import { freeLayout } from './drawings/layout-free.ts';

export interface LayoutRequest {
  readonly turn: number;
  readonly layout: 'flow' | 'free';
  /** Width over height of the drawing. */
  readonly aspect: number;
  readonly radii: readonly number[];
  readonly links: readonly FlowLink[];
  readonly placed: readonly (readonly [number, readonly [number, number]])[];
}
export interface LayoutAnswer {
  readonly turn: number;
  readonly positions: Float32Array;
}

addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const positions =
    data.layout === 'flow'
      ? flowLayout(data.radii.length, data.links, data.aspect)
      : freeLayout(data.radii, data.links, new Map(data.placed));
  const answer: LayoutAnswer = { turn: data.turn, positions };
  postMessage(answer, { transfer: [positions.buffer] });
});
