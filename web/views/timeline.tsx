/**
 * Bottom, always there: when money moved. The brush narrows network and rows; its ends are also
 * two handles for the keyboard.
 */
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import type { LeadDetail } from '../contract.ts';
import { barOfDay, timelineBars, type Bar } from '../drawings/timeline-bars.ts';
import { createTimeline, type BrushedBars, type TimelineDrawing } from '../drawings/timeline-drawing.ts';
import { Choice } from '../parts/choice.tsx';
import { useSize } from '../parts/use-size.ts';
import { t } from '../messages/translate.ts';
import { changeView, currentView, useView } from '../state/store.ts';
import { countSteps, dayText, rangeText, steps, type Step } from '../wording/days.ts';

function later(a: string, b: string): string {
  return a > b ? a : b;
}
function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

/** Days of the brush, kept within the period. */
function brushDays(bars: readonly Bar[], brushed: BrushedBars | undefined, period: LeadDetail['period']) {
  const first = brushed && bars[brushed.first];
  const last = brushed && bars[brushed.last];
  if (!first || !last || (brushed.first === 0 && brushed.last === bars.length - 1))
    return { from: undefined, to: undefined };
  return { from: later(first.from, period.from), to: earlier(last.to, period.to) };
}

const keySteps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -4,
  PageUp: 4,
  Home: -Infinity,
  End: Infinity,
};

export function Timeline({ detail }: { detail: LeadDetail }) {
  const { from, to, step } = useView();
  const { period } = detail;
  const frame = useRef<HTMLDivElement>(null);
  const drawing = useRef<TimelineDrawing>(undefined);
  const { width, height } = useSize(frame);
  const bars = useMemo(() => timelineBars(detail.timeline, period, step), [detail.timeline, period, step]);
  const latest = useRef({ bars, period });
  latest.current = { bars, period };
  const isBrushed = from !== undefined && to !== undefined;
  const brushed = useMemo(
    () =>
      from !== undefined && to !== undefined && bars.length > 0
        ? { first: barOfDay(bars, from), last: barOfDay(bars, to) }
        : undefined,
    [bars, from, to],
  );

  useEffect(() => {
    const made = createTimeline((next) => {
      const days = brushDays(latest.current.bars, next, latest.current.period);
      const now = currentView();
      if (days.from !== now.from || days.to !== now.to) changeView(days);
    });
    drawing.current = made;
    frame.current?.append(made.node);
    return () => made.node.remove();
  }, []);
  useEffect(() => {
    if (width > 0) drawing.current?.update(bars, width, height, brushed);
  }, [bars, width, height, brushed]);

  const shown = brushed ?? { first: 0, last: Math.max(0, bars.length - 1) };
  const moveEnd = (side: 'first' | 'last') => (event: KeyboardEvent) => {
    const move = keySteps[event.key];
    if (event.key === 'Escape') changeView({ from: undefined, to: undefined });
    else if (move !== undefined) {
      const low = side === 'first' ? 0 : shown.first;
      const high = side === 'first' ? shown.last : bars.length - 1;
      const place = Math.max(low, Math.min(high, shown[side] + move));
      changeView(brushDays(bars, { ...shown, [side]: place }, period));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const edges = width > 0 && drawing.current && bars.length > 0 ? drawing.current.edges(shown) : [0, 0];
  const handle = (side: 'first' | 'last') => {
    const day = side === 'first' ? (from ?? period.from) : (to ?? period.to);
    return (
      <div
        className={isBrushed ? 'handle set' : 'handle'}
        role="slider"
        tabIndex={0}
        aria-label={t(side === 'first' ? 'time.from' : 'time.to')}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, bars.length - 1)}
        aria-valuenow={shown[side]}
        aria-valuetext={dayText(day)}
        style={{ left: edges[side === 'first' ? 0 : 1] }}
        onKeyDown={moveEnd(side)}
      />
    );
  };
  return (
    <>
      <div className="time-bar">
        <strong>{rangeText(from ?? period.from, to ?? period.to)}</strong>
        <span className="muted grow">{brushedText(detail, step, from, to)}</span>
        {isBrushed && (
          <Button className="link" onPress={() => changeView({ from: undefined, to: undefined })}>
            {t('time.clear')}
          </Button>
        )}
        <span className="key" title={t('time.scale')}>
          <i className="in" /> {t('time.in')} <i className="out" /> {t('time.out')}
        </span>
        <Choice
          label={t('time.step')}
          value={step}
          options={steps.map((value) => ({ value, text: t(`time.${value}`) }))}
          onChange={(value) => changeView({ step: value })}
        />
      </div>
      <div className="time-frame" ref={frame} role="group" aria-label={t('time.label')}>
        {handle('first')}
        {handle('last')}
      </div>
    </>
  );
}

const plural = { day: 'time.days', week: 'time.weeks', month: 'time.months' } as const;

function brushedText(detail: LeadDetail, step: Step, from: string | undefined, to: string | undefined): string {
  const total = countSteps(detail.period.from, detail.period.to, step);
  const limit = detail.limits[0] ?? '';
  if (from === undefined || to === undefined)
    return [`${total} ${t(plural[step], { count: total })}`, limit].filter((text) => text !== '').join('. ');
  const count = countSteps(from, to, step);
  return t('time.brushed', { count, step: t(plural[step], { count }), total });
}
