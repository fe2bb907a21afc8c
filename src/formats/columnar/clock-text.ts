/** Days and times of day as ISO 8601 writes them. */
import { isoDate, type Day } from '../../days.ts';

/** A day that a calendar of four-digit years has not is left as its number, so that it is rejected. */
export function dayText(day: number): string {
  return day >= -719162 && day <= 2932896 ? isoDate(day as Day) : String(day);
}

/** Seconds since midnight as `HH:MM:SS`. */
export function clockText(seconds: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
