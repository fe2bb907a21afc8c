/** Plain dates (`2026-02-01`) as people read them. All arithmetic is in UTC, as a date has no zone. */
import { utcDay, utcMonday, utcMonth } from 'd3';

export type Step = 'day' | 'week' | 'month';
export const steps: readonly Step[] = ['day', 'week', 'month'];
export const intervals = { day: utcDay, week: utcMonday, month: utcMonth } as const;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function dayToDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function dateToDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** `1 Feb 2026` */
export function dayText(day: string, withYear = true): string {
  const date = dayToDate(day);
  const text = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return withYear ? `${text} ${date.getUTCFullYear()}` : text;
}

/** `1 Feb – 14 Jun 2026`; the first year is left out where it is the same. */
export function rangeText(from: string, to: string): string {
  if (from === to) return dayText(from);
  return `${dayText(from, from.slice(0, 4) !== to.slice(0, 4))} – ${dayText(to)}`;
}

/** Whole steps that the range touches. */
export function countSteps(from: string, to: string, step: Step): number {
  const interval = intervals[step];
  return interval.count(interval.floor(dayToDate(from)), interval.floor(dayToDate(to))) + 1;
}
