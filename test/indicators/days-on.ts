/** Dates of drawn payments, counted in days from Monday 1 January 2024. */
import { isoDate, parseIsoDate, type Day } from '../../src/days.ts';

const START = parseIsoDate('2024-01-01');

export function on(days: number): string {
  return isoDate((START + days) as Day);
}

/** The day itself, as findings give it. */
export function dayOn(days: number): Day {
  return (START + days) as Day;
}
