/**
 * ISO 20022 dates: `Dt` (xs:date) or `DtTm` (xs:dateTime). A `DtTm` at exactly midnight is how
 * systems without times fill the field, so it is read as its day alone.
 */
import { NO_DAY, NO_TIME, parseIsoDate, parseTime, type Day } from '../../days.ts';

export interface Moment {
  readonly day: Day;
  /** Seconds since midnight. */
  readonly time?: number;
  /** Minutes from UTC. */
  readonly zone?: number;
}

const days = new Map<string, Moment | undefined>();
let lastText = '';
let lastMoment: Moment | undefined;

/** Reads a date or a date with time, else undefined. */
export function readMoment(text: string): Moment | undefined {
  if (text.length !== 10) return parseMoment(text);
  // A statement repeats few days many times, mostly the one before.
  if (text === lastText) return lastMoment;
  let moment = days.get(text);
  if (moment === undefined) {
    moment = parseMoment(text);
    if (days.size < 4096) days.set(text, moment);
  }
  lastText = text;
  lastMoment = moment;
  return moment;
}

function parseMoment(text: string): Moment | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (!match) return undefined;
  const [, date = '', clock, zoneText] = match;
  const day = parseIsoDate(date);
  if (day === NO_DAY) return undefined;
  if (clock === undefined) return { day };
  const time = parseTime(clock);
  if (time === NO_TIME) return undefined;
  if (time === 0) return { day };
  return zoneText === undefined ? { day, time } : { day, time, zone: readZone(zoneText) };
}

function readZone(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return text.startsWith('-') ? -minutes : minutes;
}
