/**
 * What intake takes at most. Investigators' files are hostile by default: an archive may hold more
 * than any disk, so sizes are counted while inflating, never believed from a header.
 */
import { CodedError } from '../errors.ts';

export interface IntakeLimits {
  /** Files in one import, members of containers included. */
  readonly entries: number;
  /** Inflated bytes to one packed byte. */
  readonly ratio: number;
  /** Inflated bytes of one import. */
  readonly totalBytes: number;
  /** Containers within containers. */
  readonly depth: number;
}

export const defaultLimits: IntakeLimits = { entries: 10_000, ratio: 200, totalBytes: 16 * 2 ** 30, depth: 3 };

/** Inflating less than this is harmless at any ratio. */
const RATIO_FLOOR = 1 << 20;

/** Counts one import against its limits; every excess is CLEW_LIMIT naming the file. */
export class IntakeBudget {
  private files = 0;
  private inflated = 0;
  private readonly limits: IntakeLimits;

  constructor(limits: IntakeLimits) {
    this.limits = limits;
  }

  /** Counts one member. */
  file(file: string): void {
    this.files++;
    this.entries(file, this.files);
  }

  /** Compares a number of files that is told beforehand. */
  entries(file: string, count: number): void {
    if (count > this.limits.entries) over(file, 'the number of files', this.limits.entries);
  }

  depth(file: string, depth: number): void {
    if (depth > this.limits.depth) over(file, 'the depth of containers', this.limits.depth);
  }

  /** @param inflated bytes that came out so far of `packed` bytes @param more the latest of them */
  inflate(file: string, packed: number, inflated: number, more: number): void {
    this.inflated += more;
    this.ratio(file, packed, inflated);
    if (this.inflated > this.limits.totalBytes) over(file, 'the inflated size in bytes', this.limits.totalBytes);
  }

  ratio(file: string, packed: number, inflated: number): void {
    if (inflated > RATIO_FLOOR && inflated > packed * this.limits.ratio) {
      over(file, 'the compression ratio', this.limits.ratio);
    }
  }
}

function over(file: string, what: string, limit: number): never {
  throw new CodedError('CLEW_LIMIT', { file, what, limit });
}
