/**
 * The timeline in SVG, drawn by D3: bars in (up) and out (down) on one scale, an axis of dates, and
 * a brush that snaps to whole bars. React keeps only the frame around it.
 */
import { axisBottom, brushX, create, max, scaleLinear, scaleUtc, utcFormat, type D3BrushEvent } from 'd3';
import type { Bar } from './timeline-bars.ts';

export interface BrushedBars {
  readonly first: number;
  readonly last: number;
}

export interface TimelineDrawing {
  readonly node: SVGSVGElement;
  update(bars: readonly Bar[], width: number, height: number, brushed: BrushedBars | undefined): void;
  /** Positions of the brush's ends, for the keyboard handles over it. */
  edges(brushed: BrushedBars): readonly [number, number];
}

const AXIS = 18;
const SIDE = 6;

export function createTimeline(onBrush: (brushed: BrushedBars | undefined) => void): TimelineDrawing {
  const svg = create('svg').attr('class', 'timeline-svg').attr('aria-hidden', 'true');
  const barsLayer = svg.append('g');
  const zero = svg.append('line').attr('class', 'zero');
  const axisLayer = svg.append('g').attr('class', 'axis');
  const brushLayer = svg.append('g').attr('class', 'brush');
  const x = scaleUtc();
  const y = scaleLinear();
  let bars: readonly Bar[] = [];
  let isOwnMove = false;
  let isBrushing = false;

  const brush = brushX<undefined>().handleSize(9);

  function snapped([from, to]: readonly [number, number]): BrushedBars | undefined {
    const a = x.invert(from).getTime();
    const b = x.invert(to).getTime();
    // A bar belongs to the brush where its middle does; a narrow brush takes the bar under it.
    const middle = ({ start, end }: Bar): number => (start.getTime() + end.getTime()) / 2;
    let first = bars.findIndex((bar) => middle(bar) >= a);
    let last = bars.findLastIndex((bar) => middle(bar) <= b);
    if (first < 0 || last < first) {
      first = last = bars.findIndex((bar) => bar.end.getTime() > (a + b) / 2);
    }
    return first < 0 ? undefined : { first, last };
  }

  function edges({ first, last }: BrushedBars): readonly [number, number] {
    const start = bars[first]?.start;
    const end = bars[last]?.end;
    return [start ? x(start) : 0, end ? x(end) : 0];
  }

  function onMove(event: D3BrushEvent<undefined>): void {
    if (isOwnMove || !event.sourceEvent) return;
    const selection = event.selection as [number, number] | null;
    const isEnd = event.type === 'end';
    isBrushing = !isEnd;
    if (!selection || selection[1] - selection[0] < 2) {
      if (isEnd) onBrush(undefined);
      return;
    }
    const brushed = snapped(selection);
    onBrush(brushed);
    if (isEnd && brushed) move(edges(brushed));
  }
  brush.on('brush end', onMove);

  function move(selection: readonly [number, number] | null): void {
    isOwnMove = true;
    brushLayer.call(brush.move, selection as [number, number] | null);
    isOwnMove = false;
  }

  return {
    node: svg.node() as SVGSVGElement,
    edges,
    update(nextBars, width, height, brushed) {
      bars = nextBars;
      svg.attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height);
      const first = bars[0];
      const last = bars.at(-1);
      if (!first || !last) return;
      x.domain([first.start, last.end]).range([SIDE, width - SIDE]);
      const most = max(bars, (bar) => Math.max(bar.in, bar.out)) ?? 0;
      const bottom = height - AXIS;
      y.domain([-Math.max(1, most), Math.max(1, most)]).range([bottom, 2]);
      const isOn = (i: number): boolean => !brushed || (i >= brushed.first && i <= brushed.last);
      const step = (x.range()[1]! - x.range()[0]!) / bars.length;
      const gap = step > 5 ? Math.min(3, step * 0.16) : 0.3;
      const half = Math.max(0.6, (step - 2 * gap) / 2);
      barsLayer
        .selectAll<SVGGElement, Bar>('g')
        .data(bars as Bar[], (bar) => bar.from)
        .join((enter) => {
          const group = enter.append('g');
          group.append('rect').attr('class', 'in');
          group.append('rect').attr('class', 'out');
          return group;
        })
        .classed('off', (_, i) => !isOn(i))
        .each(function (bar) {
          const left = x(bar.start) + gap;
          const [inRect, outRect] = this.children;
          const inHeight = bar.in > 0 ? Math.max(1, y(0) - y(bar.in)) : 0;
          const outHeight = bar.out > 0 ? Math.max(1, y(-bar.out) - y(0)) : 0;
          place(inRect, left, y(0) - inHeight, half, inHeight);
          place(outRect, left + half, y(0), half, outHeight);
        });
      zero
        .attr('x1', SIDE)
        .attr('x2', width - SIDE)
        .attr('y1', y(0))
        .attr('y2', y(0));
      const axis = axisBottom<Date>(x).ticks(Math.max(3, Math.floor(width / 90)));
      axisLayer.attr('transform', `translate(0 ${bottom})`).call(axis.tickSize(3).tickPadding(3).tickFormat(dateTick));
      axisLayer
        .selectAll<SVGTextElement, Date>('text')
        .attr('text-anchor', (date) => (x(date) < 24 ? 'start' : x(date) > width - 24 ? 'end' : 'middle'));
      // While a hand holds the brush it is the hand's.
      if (isBrushing) return;
      brush.extent([
        [SIDE, 0],
        [width - SIDE, bottom],
      ]);
      brushLayer.call(brush);
      move(brushed ? edges(brushed) : null);
    },
  };
}

function place(rect: Element | undefined, x: number, y: number, width: number, height: number): void {
  rect?.setAttribute('x', x.toFixed(2));
  rect?.setAttribute('y', y.toFixed(2));
  rect?.setAttribute('width', width.toFixed(2));
  rect?.setAttribute('height', height.toFixed(2));
}

const monthAndYear = utcFormat('%b %Y');
const monthOnly = utcFormat('%b');
const dayAndMonth = utcFormat('%-d %b');

function dateTick(date: Date): string {
  if (date.getUTCDate() !== 1) return dayAndMonth(date);
  return date.getUTCMonth() === 0 ? monthAndYear(date) : monthOnly(date);
}
