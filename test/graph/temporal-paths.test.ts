import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/days.ts';
import { MOST_HOPS, temporalPaths, type PathOptions, type PathSearch } from '../../src/graph/temporal-paths.ts';
import { dayOn, on } from '../indicators/days-on.ts';
import { Drawing } from '../indicators/hand-drawn.ts';

function search(drawing: Drawing, from: string, to: string, options: PathOptions = { hops: 6 }): PathSearch {
  const view = drawing.view();
  return temporalPaths(view.columns, view.adjacency, drawing.end(from), drawing.end(to), options);
}

interface Row {
  readonly day: number;
  readonly from: number;
  readonly to: number;
  readonly time: string | undefined;
}

/** Every sequence of rows, tried one by one. */
function bruteForce(
  rows: readonly Row[],
  source: number,
  target: number,
  hops: number,
  between: number,
): { rows: number[]; order: string }[] {
  const found: { rows: number[]; order: string }[] = [];
  const extend = (path: number[]): void => {
    const last = rows[path.at(-1) as number];
    const at = last ? last.to : source;
    if (last && at === target) {
      found.push({
        rows: path,
        order: path.some(
          (row, i) => i > 0 && follows(rows[path[i - 1] as number] as Row, rows[row] as Row) === 'possible',
        )
          ? 'possible'
          : 'certain',
      });
      return;
    }
    if (path.length === hops) return;
    for (const [i, row] of rows.entries()) {
      if (row.from !== at || row.from === row.to) continue;
      const visited = [source, ...path.map((one) => (rows[one] as Row).to)];
      if (visited.includes(row.to)) continue;
      if (last && (follows(last, row) === 'wrong' || row.day - last.day > between)) continue;
      extend([...path, i]);
    }
  };
  extend([]);
  return found;
}

function follows(first: Row, second: Row): string {
  if (second.day !== first.day) return second.day > first.day ? 'certain' : 'wrong';
  if (first.time === undefined || second.time === undefined) return 'possible';
  const gap = parseTime(second.time) - parseTime(first.time);
  return gap > 0 ? 'certain' : gap === 0 ? 'possible' : 'wrong';
}

const rows = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 5 }),
    from: fc.integer({ min: 0, max: 4 }),
    to: fc.integer({ min: 0, max: 4 }),
    time: fc.option(fc.constantFrom('08:00', '12:00', '18:00'), { nil: undefined }),
  }),
  { maxLength: 14 },
);

describe('temporalPaths', () => {
  it('goes forward in time only', () => {
    const drawing = new Drawing().pay(on(2), 'A', 'B', 1).pay(on(1), 'B', 'C', 1).pay(on(4), 'B', 'C', 1);
    const { paths } = search(drawing, 'A', 'C');
    // Sorted by day: B-C of day 1 is row 0, A-B row 1, B-C of day 4 row 2.
    expect(paths).toEqual([
      { transactions: [1, 2], ends: ['A', 'B', 'C'].map((name) => drawing.end(name)), order: 'certain' },
    ]);
  });

  it('says that the order within a day is only possible, unless both rows have a time', () => {
    const sameDay = (first?: string, second?: string): unknown =>
      search(
        new Drawing()
          .pay(on(1), 'A', 'B', 1, first ? { time: first } : {})
          .pay(on(1), 'B', 'C', 1, second ? { time: second } : {}),
        'A',
        'C',
      ).paths.map(({ order }) => order);
    expect(sameDay()).toEqual(['possible']);
    expect(sameDay('08:00')).toEqual(['possible']);
    expect(sameDay('08:00', '09:00')).toEqual(['certain']);
    expect(sameDay('09:00', '08:00')).toEqual([]);
  });

  it('does not walk through a hub and names it', () => {
    const drawing = new Drawing()
      .pay(on(1), 'A', 'H', 1)
      .pay(on(2), 'H', 'C', 1)
      .pay(on(1), 'A', 'X', 1)
      .pay(on(2), 'X', 'C', 1);
    for (let i = 0; i < 20; i++) drawing.pay(on(3), `P${i}`, 'H', 1);
    const found = search(drawing, 'A', 'C', { hops: 3, hubCap: 10 });
    expect(found.hubs).toEqual([drawing.end('H')]);
    expect(found.paths.map(({ ends }) => ends[1])).toEqual([drawing.end('X')]);
  });

  it('keeps to the hops, the window and the longest stay', () => {
    const chain = new Drawing();
    for (let i = 0; i < 8; i++) chain.pay(on(10 * i), `N${i}`, `N${i + 1}`, 1);
    expect(search(chain, 'N0', 'N6').paths).toHaveLength(1);
    expect(search(chain, 'N0', 'N7', { hops: 99 }).paths).toEqual([]);
    expect(MOST_HOPS).toBe(6);
    expect(search(chain, 'N0', 'N2', { hops: 6, mostDaysBetween: 9 }).paths).toEqual([]);
    expect(search(chain, 'N0', 'N2', { hops: 6, to: dayOn(9) }).paths).toEqual([]);
    expect(search(chain, 'N0', 'N2', { hops: 6, from: dayOn(1) }).paths).toEqual([]);
  });

  it('says when a cap ended it', () => {
    const drawing = new Drawing();
    for (let i = 0; i < 5; i++) drawing.pay(on(i), 'A', 'B', 1);
    expect(search(drawing, 'A', 'B', { hops: 2, mostPaths: 3 })).toMatchObject({ cut: 'paths', paths: { length: 3 } });
    expect(search(drawing, 'A', 'B', { hops: 2, stepBudget: 2 }).cut).toBe('steps');
  });

  it('agrees with trying every sequence of rows', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 6 }), (drawn, hops, between) => {
        const sorted = drawn
          .map((row, order) => ({ row, order }))
          .sort((a, b) => a.row.day - b.row.day || a.order - b.order)
          .map(({ row }) => row);
        const drawing = new Drawing();
        for (let end = 0; end < 5; end++) drawing.end(`E${end}`);
        for (const row of sorted)
          drawing.pay(on(row.day), `E${row.from}`, `E${row.to}`, 1, row.time ? { time: row.time } : {});
        const found = search(drawing, 'E0', 'E1', { hops, mostDaysBetween: between, mostPaths: 1e6 });
        const key = (path: { readonly order: string; readonly rows: readonly number[] }): string =>
          `${path.rows.join(' ')} ${path.order}`;
        expect(found.paths.map(({ transactions, order }) => key({ rows: transactions, order })).sort()).toEqual(
          bruteForce(sorted, 0, 1, hops, between).map(key).sort(),
        );
      }),
      { numRuns: 300 },
    );
  });
});
