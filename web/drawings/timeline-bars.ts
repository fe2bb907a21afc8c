/** Days of money in and out, added up per day, week or month. Gaps stay as empty bars: time has no holes. */
import type { TimelineDay } from '../contract.ts';
import { dateToDay, dayToDate, intervals, type Step } from '../wording/days.ts';

export interface Bar {
  /** First and last day of the bar, within the case's period. */
  readonly from: string;
  readonly to: string;
  readonly start: Date;
  readonly end: Date;
  readonly in: number;
  readonly out: number;
  readonly count: number;
}

export function timelineBars(days: readonly TimelineDay[], period: { from: string; to: string }, step: Step): Bar[] {
  const interval = intervals[step];
  const first = interval.floor(dayToDate(period.from));
  const afterLast = interval.offset(interval.floor(dayToDate(period.to)), 1);
  const starts = interval.range(first, afterLast);
  const sums = new Map<number, { in: number; out: number; count: number }>();
  for (const one of days) {
    const key = interval.floor(dayToDate(one.day)).getTime();
    const sum = sums.get(key) ?? { in: 0, out: 0, count: 0 };
    sum.in += one.in;
    sum.out += one.out;
    sum.count += one.count;
    sums.set(key, sum);
  }
  return starts.map((start) => {
    const end = interval.offset(start, 1);
    const sum = sums.get(start.getTime()) ?? { in: 0, out: 0, count: 0 };
    const to = dateToDay(new Date(end.getTime() - 86_400_000));
    return { from: dateToDay(start), to, start, end, ...sum };
  });
}

/** Index of the bar that has the day. */
export function barOfDay(bars: readonly Bar[], day: string): number {
  const found = bars.findIndex((bar) => day >= bar.from && day <= bar.to);
  if (found >= 0) return found;
  return bars.length > 0 && day < (bars[0]?.from ?? '') ? 0 : bars.length - 1;
}
