/**
 * Places that are named by a terminal's id get the town where it stands (`terminals` files). A place
 * names a terminal where it is its id or begins with it, as banks write it before the town.
 */
import type { Segment } from '../formats/format.ts';
import type { TerminalRow } from '../formats/terminal-row.ts';

export class Terminals {
  private readonly byId = new Map<string, TerminalRow>();

  /** @param segments in canonical order; what was said first of a terminal holds */
  constructor(segments: readonly Segment[]) {
    for (const { terminals = [] } of segments)
      for (const row of terminals) if (!this.byId.has(row.id)) this.byId.set(row.id, row);
  }

  get isEmpty(): boolean {
    return this.byId.size === 0;
  }

  /** The terminal that a place names. */
  of(place: string): TerminalRow | undefined {
    if (this.byId.size === 0) return undefined;
    const upper = place.toUpperCase();
    const [first = '', ...rest] = upper.split(' ');
    // `T` stands before numbers, so that they read as a terminal's and not as part of a town's name.
    const bare = /^T\d/.test(first) ? first.slice(1) : undefined;
    return (
      this.byId.get(upper) ??
      (rest.length > 0 || bare !== undefined ? this.byId.get(first) : undefined) ??
      (bare === undefined ? undefined : this.byId.get(bare))
    );
  }

  /** The place with its town, where a terminal tells one that it does not have. */
  placed(place: string): string {
    const town = this.of(place)?.town;
    if (town === undefined || place.toUpperCase().includes(town.toUpperCase())) return place;
    return `${place} ${town}`;
  }
}
