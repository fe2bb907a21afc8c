/**
 * OFX dates (OFX 2.3, section 3.2.8.2): `YYYYMMDD[HHMM[SS[.XXX]]][[offset[:name]]]`, the offset in
 * hours with a fraction. Some banks write dashes or colons. The day is taken as it is written; a
 * zone is only kept beside a time.
 */
import { NO_DAY, dayFrom, type Day } from '../../days.ts';
import { detached } from '../../intake/text-feeds.ts';

export interface OfxMoment {
  readonly day: Day;
  /** Seconds since midnight. */
  readonly time?: number;
  /** Minutes from UTC. */
  readonly zone?: number;
}

const LONG = /^(\d{2}):?(\d{2})(?::?(\d{2})(?:[.:]\d+)?)?\s*(?:Z|\[\s*([+-]?\d{1,2}(?:[.:]\d{1,2})?)?[^\]]*\]?)?/;
const DASHED = /^(\d{4})[-/](\d{2})[-/](\d{2})[T ]?(.*)$/;

/** Reads a moment, or undefined where the calendar has no such day. */
export function readOfxMoment(text: string): OfxMoment | undefined {
  const dashed = text.charCodeAt(4) === 45 || text.charCodeAt(4) === 47 ? DASHED.exec(text) : null;
  const tight = dashed ? `${dashed[1] ?? ''}${dashed[2] ?? ''}${dashed[3] ?? ''}${dashed[4] ?? ''}` : text;
  const date = numberIn(tight, 0, 8);
  if (date < 0) return undefined;
  const day = dayFrom(Math.floor(date / 10000), Math.floor(date / 100) % 100, date % 100);
  if (day === NO_DAY) return undefined;
  if (tight.length === 8) return { day };
  const tail = tight.slice(8);
  let clock = clocks.get(tail);
  if (!clock) {
    clock = clockOf(tail);
    if (clocks.size > 10_000) clocks.clear();
    clocks.set(detached(tail), clock);
  }
  return { day, ...clock };
}

interface Clock {
  readonly time?: number;
  readonly zone?: number;
}
/** Most files have few. */
const clocks = new Map<string, Clock>();

function clockOf(tail: string): Clock {
  const match = LONG.exec(tail);
  if (!match) return {};
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 60) return {};
  const time = hours * 3600 + minutes * 60 + seconds;
  const zone = match[4] === undefined ? undefined : zoneOf(match[4]);
  return zone === undefined ? { time } : { time, zone };
}

function numberIn(text: string, from: number, to: number): number {
  if (text.length < to) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** `-5`, `+5.30` and `-3.5` as minutes; two digits are minutes, one is a fraction of an hour. */
function zoneOf(text: string): number | undefined {
  const [, sign = '', hours = '', part = ''] = /^([+-]?)(\d{1,2})(?:[.:](\d{1,2}))?$/.exec(text) ?? [];
  const minutes = part.length === 2 && Number(part) < 60 ? Number(part) : part === '' ? 0 : Number(part.charAt(0)) * 6;
  const total = Number(hours) * 60 + minutes;
  return hours === '' || total > 14 * 60 ? undefined : sign === '-' ? -total : total;
}
