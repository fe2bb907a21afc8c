/**
 * Logins to accounts as a bank's file lists them (`indicators.md` section 2): who logged in where is
 * kept as an end, a day, a time where the file has one, a country, and the keyed hashes of device and
 * address. Columns of numbers, so that a million logins are a few megabytes.
 */
import { NO_TIME, type Day } from '../days.ts';
import { ByteDictionary, type DictionaryParts } from './byte-dictionary.ts';
import type { EndId } from './end-table.ts';

export interface Login {
  readonly account: EndId;
  readonly day: Day;
  /** Seconds since midnight, where the file has a time. */
  readonly time?: number;
  /** Hash of the device under the case's key. */
  readonly device?: string;
  /** Hash of the network address under the case's key; never counts alone. */
  readonly ip?: string;
  /** Two capitals. */
  readonly country?: string;
}

/** One element a login, in the order of the file. */
export interface LoginParts {
  /** End of the segment. */
  readonly end: Uint32Array;
  /** Days since 1970-01-01, none before. */
  readonly day: Uint32Array;
  /** Seconds since midnight + 1, 0 = the file has days only. */
  readonly time: Uint32Array;
  /** Id in `hashes` + 1, 0 = not known. */
  readonly device: Uint32Array;
  readonly ip: Uint32Array;
  /** Two letters as (a << 8) | b, 0 = not known. */
  readonly country: Uint16Array;
  readonly hashes: DictionaryParts;
}

export class LoginColumns {
  private readonly values: Record<'end' | 'day' | 'time' | 'device' | 'ip' | 'country', number[]> = {
    end: [],
    day: [],
    time: [],
    device: [],
    ip: [],
    country: [],
  };
  private readonly hashes = new ByteDictionary(64);

  get count(): number {
    return this.values.end.length;
  }

  add({ account, day, time = NO_TIME, device, ip, country }: Login): void {
    const { values } = this;
    values.end.push(account);
    values.day.push(day);
    values.time.push(time + 1);
    values.device.push(device === undefined ? 0 : this.hashes.internText(device) + 1);
    values.ip.push(ip === undefined ? 0 : this.hashes.internText(ip) + 1);
    values.country.push(country === undefined ? 0 : (country.charCodeAt(0) << 8) | country.charCodeAt(1));
  }

  parts(): LoginParts {
    const { end, day, time, device, ip, country } = this.values;
    return {
      end: Uint32Array.from(end),
      day: Uint32Array.from(day),
      time: Uint32Array.from(time),
      device: Uint32Array.from(device),
      ip: Uint32Array.from(ip),
      country: Uint16Array.from(country),
      hashes: this.hashes.parts(),
    };
  }
}
