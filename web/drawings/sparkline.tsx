/** Payments per week as small bars on one baseline; an empty week is a hairline, not nothing. */
import { memo } from 'react';
import { path, scaleBand, scaleLinear, max } from 'd3';
import { t } from '../messages/translate.ts';

const WIDTH = 220;
const HEIGHT = 18;

export const Sparkline = memo(function Sparkline({ weeks }: { weeks: readonly number[] }) {
  const most = max(weeks) ?? 0;
  const x = scaleBand<number>()
    .domain(weeks.map((_, i) => i))
    .range([0, WIDTH])
    .paddingInner(0.3);
  const y = scaleLinear()
    .domain([0, Math.max(1, most)])
    .range([0, HEIGHT - 1]);
  const bars = path();
  weeks.forEach((count, i) => {
    const height = count === 0 ? 0.75 : Math.max(2, y(count));
    bars.rect(x(i) ?? 0, HEIGHT - height, x.bandwidth(), height);
  });
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('list.activity', { most })}
    >
      <path d={bars.toString()} />
    </svg>
  );
});
