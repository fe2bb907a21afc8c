/**
 * Logins of all files by end and by device, as typed arrays over shared memory, so that indicators
 * run in workers. A device is a class: equal numbers mean the same device under the case's key.
 */
import { NO_TIME } from '../days.ts';
import { ByteDictionary } from '../formats/byte-dictionary.ts';
import type { LoginParts } from '../formats/login-columns.ts';

export interface Logins {
  /** Logins of end `e` are start[e] to start[e + 1], earliest first. */
  readonly start: Uint32Array;
  readonly day: Int32Array;
  /** Seconds since midnight, NO_TIME where the file has days only. */
  readonly time: Int32Array;
  /** Classes from 1; 0 = not known. */
  readonly device: Uint32Array;
  readonly ip: Uint32Array;
  /** Two letters as (a << 8) | b, 0 = not known. */
  readonly country: Uint16Array;
  /** Ends that device `d` was seen at are deviceStart[d] to deviceStart[d + 1] in `deviceEnds`, ascending. */
  readonly deviceStart: Uint32Array;
  readonly deviceEnds: Uint32Array;
}

/** Logins of one segment with the ledger's id of each of its ends. */
export interface SegmentLogins {
  readonly logins: LoginParts;
  readonly ends: Uint32Array;
}

type Row = readonly [end: number, day: number, time: number, device: number, ip: number, country: number];

/**
 * @param segments in canonical order; the same login in two of them counts once
 * @param safeDays first day of each end from which on its logins are withheld
 */
export function buildLogins(
  segments: readonly SegmentLogins[],
  endCount: number,
  safeDays: ReadonlyMap<number, number> = new Map(),
): Logins {
  const hashes = new ByteDictionary(64);
  const rows: Row[] = [];
  for (const { logins, ends } of segments) {
    const { arena, offsets } = logins.hashes;
    const ids = Uint32Array.from({ length: Math.max(0, offsets.length - 1) }, (_, i) =>
      hashes.intern(arena, offsets[i] as number, offsets[i + 1] as number),
    );
    const classOf = (id: number): number => (id === 0 ? 0 : (ids[id - 1] as number) + 1);
    for (let i = 0; i < logins.end.length; i++) {
      const end = ends[logins.end[i] as number] as number;
      if ((logins.day[i] as number) >= (safeDays.get(end) ?? Infinity)) continue;
      rows.push([
        end,
        logins.day[i] as number,
        (logins.time[i] as number) - 1,
        classOf(logins.device[i] as number),
        classOf(logins.ip[i] as number),
        logins.country[i] as number,
      ]);
    }
  }
  const sorted = rows
    .sort((a, b) => difference(a, b))
    .filter((row, i) => i === 0 || difference(row, rows[i - 1] as Row) !== 0);
  const u32 = (count: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(Math.max(1, count) * 4), 0, count);
  const i32 = (count: number): Int32Array => new Int32Array(new SharedArrayBuffer(Math.max(1, count) * 4), 0, count);
  const count = sorted.length;
  const country = new Uint16Array(new SharedArrayBuffer(Math.max(1, count) * 2), 0, count);
  const [start, device, ip, day, time] = [u32(endCount + 1), u32(count), u32(count), i32(count), i32(count)];
  for (const [i, row] of sorted.entries()) {
    start[row[0] + 1] = (start[row[0] + 1] as number) + 1;
    [day[i], time[i], device[i], ip[i], country[i]] = [row[1], Math.max(NO_TIME, row[2]), row[3], row[4], row[5]];
  }
  for (let end = 0; end < endCount; end++) start[end + 1] = (start[end + 1] as number) + (start[end] as number);
  return { start, day, time, device, ip, country, ...byDevice(sorted, hashes.count, u32) };
}

function byDevice(
  rows: readonly Row[],
  classes: number,
  u32: (count: number) => Uint32Array,
): Pick<Logins, 'deviceStart' | 'deviceEnds'> {
  const ends = Array.from({ length: classes + 1 }, (): number[] => []);
  // Rows stand in order of ends, so each list is ascending.
  for (const [end, , , device] of rows) {
    const list = ends[device] as number[];
    if (device !== 0 && list.at(-1) !== end) list.push(end);
  }
  const deviceStart = u32(classes + 2);
  const deviceEnds = u32(ends.reduce((sum, list) => sum + list.length, 0));
  for (const [device, list] of ends.entries()) {
    deviceEnds.set(list, deviceStart[device]);
    deviceStart[device + 1] = (deviceStart[device] as number) + list.length;
  }
  return { deviceStart, deviceEnds };
}

function difference(a: Row, b: Row): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  return 0;
}
