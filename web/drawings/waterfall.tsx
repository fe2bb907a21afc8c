/** One term of the account of points as a bar that starts where the term before ended. */
import { scaleLinear, extent } from 'd3';
import type { Term } from '../state/points.ts';

const WIDTH = 96;
const HEIGHT = 20;

export function waterfallScale(terms: readonly Term[], total: number) {
  const ends = terms.flatMap(({ start, points }) => [start, start + points]);
  const [low = 0, high = 1] = extent([0, total, ...ends]);
  return scaleLinear()
    .domain([low, high])
    .range([0.5, WIDTH - 0.5]);
}

export function WaterfallBar({
  term,
  scale,
}: {
  term: Pick<Term, 'start' | 'points' | 'kind'>;
  scale: ReturnType<typeof waterfallScale>;
}) {
  const from = scale(term.start);
  const to = scale(term.start + term.points);
  return (
    <svg
      className="waterfall"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line className="base" x1={scale(0)} x2={scale(0)} y1="0" y2={HEIGHT} />
      {term.kind === 'same-rows' || term.points === 0 ? (
        <line className="none" x1={from} x2={from} y1="5" y2={HEIGHT - 5} />
      ) : (
        <rect
          className={term.kind}
          x={Math.min(from, to)}
          width={Math.max(1, Math.abs(to - from))}
          y="6"
          height="8"
          rx="1.5"
        />
      )}
    </svg>
  );
}
