/**
 * Timestamps as text. A column whose every value is midnight holds days, and is written as days:
 * a day is never dressed up as a time. Where the file keeps instants in UTC and every value falls on
 * the same full hour (or on two neighbours, as summer time makes of one), the writer's midnights were
 * local ones of a zone that the file does not name: they are days too, of that zone.
 */
import { clockText, dayText } from './clock-text.ts';
import type { Cell, Kind } from './columns.ts';

type MomentKind = Extract<Kind, { kind: 'moment' }>;

/** What the values of a column are, all together. */
export type MomentForm = 'day' | 'day of another zone' | 'moment';

const DAY = 86400;
const HOUR = 3600;
/** Days that must be seen before one hour for all is taken for midnight somewhere. */
const ENOUGH_DAYS = 8;

/** Looks at a column's values until they are known to be moments. */
export class MomentLook {
  private readonly clocks = new Set<number>();
  private readonly days = new Set<number>();
  private isMoment = false;
  private readonly kind: MomentKind;
  private readonly isUtc: boolean;

  constructor(kind: MomentKind) {
    this.kind = kind;
    this.isUtc = kind.zone !== undefined && zoneOffset(kind.zone) === 0;
  }

  /** @returns false once no value can change the answer */
  see(values: readonly Cell[]): boolean {
    for (const value of values) {
      if (value === undefined) continue;
      const { day, seconds, rest } = split(BigInt(value), this.kind);
      this.clocks.add(seconds);
      if (this.days.size < ENOUGH_DAYS) this.days.add(day);
      if (rest !== 0n || seconds % HOUR !== 0 || this.clocks.size > 2) {
        this.isMoment = true;
        return false;
      }
    }
    return true;
  }

  form(): MomentForm {
    if (this.isMoment) return 'moment';
    const clocks = [...this.clocks];
    if (clocks.every((seconds) => seconds === 0)) return 'day';
    const [first = 0, second = first] = clocks;
    const apart = Math.abs(first - second);
    const isLocal = this.isUtc && this.days.size >= ENOUGH_DAYS && (apart <= HOUR || apart === DAY - HOUR);
    return isLocal ? 'day of another zone' : 'moment';
  }
}

export function momentText(count: bigint, kind: MomentKind, form: MomentForm): string {
  const { day, seconds, rest, offset } = split(count, kind);
  if (form === 'day') return dayText(day);
  // West of Greenwich midnight comes later than in UTC, east of it earlier.
  if (form === 'day of another zone') return dayText(seconds >= DAY / 2 ? day + 1 : day);
  const fraction = rest === 0n ? '' : `.${fractionOf(rest, kind.perSecond)}`;
  return `${dayText(day)}T${clockText(seconds)}${fraction}${offset === undefined ? '' : offsetText(offset)}`;
}

/** Day, seconds since midnight and what is left, by the column's own clock. */
function split(
  count: bigint,
  { perSecond, zone }: MomentKind,
): { day: number; seconds: number; rest: bigint; offset: number | undefined } {
  let total = Number(count / perSecond);
  let rest = count % perSecond;
  if (rest < 0n) {
    rest += perSecond;
    total--;
  }
  const offset = zone === undefined ? undefined : (zoneOffset(zone) ?? offsetAt(zone, total));
  total += (offset ?? 0) * 60;
  const day = Math.floor(total / DAY);
  return { day, seconds: total - day * DAY, rest, offset };
}

function fractionOf(rest: bigint, perSecond: bigint): string {
  return rest
    .toString()
    .padStart(perSecond.toString().length - 1, '0')
    .replace(/0+$/, '');
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${clockText(size * 60).slice(0, 5)}`;
}

/** Minutes of a fixed zone (`UTC`, `+05:30`), else undefined. */
function zoneOffset(zone: string): number | undefined {
  if (/^(|z|utc|gmt|etc\/utc|etc\/gmt)$/i.test(zone)) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (hours === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const QUARTER = 900;
const zones = new Map<string, { format: Intl.DateTimeFormat | undefined; quarters: Map<number, number> }>();

/** Minutes from UTC in a zone by name (IANA), by the table that Node.js brings; UTC where it has none. */
function offsetAt(zone: string, seconds: number): number {
  let known = zones.get(zone);
  if (!known) zones.set(zone, (known = { format: formatOf(zone), quarters: new Map() }));
  if (!known.format || Math.abs(seconds) > 8.64e12) return 0;
  const quarter = Math.floor(seconds / QUARTER);
  let offset = known.quarters.get(quarter);
  if (offset === undefined) {
    const parts = known.format.formatToParts(quarter * QUARTER * 1000);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    offset = zoneOffset(name.replace(/^GMT/, '').slice(0, 6)) ?? 0;
    known.quarters.set(quarter, offset);
  }
  return offset;
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}
