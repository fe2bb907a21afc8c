import { describe, expect, it } from 'vitest';
import { runIndicators } from '../../src/indicators/run.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';

/** Some stars and pass-throughs, more than one block of anchors. */
function stars(number: number): Drawing {
  const drawing = new Drawing();
  for (let s = 0; s < number; s++) {
    for (let w = 0; w < 3; w++) {
      drawing.own(`W${s}-${w}`);
      for (let p = 0; p < 4; p++) {
        drawing.pay(on(31 * p), `E${s}`, `W${s}-${w}`, 1000, { text: 'Lohn' });
        drawing.pay(on(31 * p + 1), `W${s}-${w}`, `C${s}`, 700 + p + w);
      }
    }
  }
  return drawing;
}

describe('runIndicators', () => {
  it('gives the same bytes with one and with two workers', async () => {
    const view = stars(120).view();
    const one = await runIndicators(view, { changed: {}, workers: 1 });
    const two = await runIndicators(view, { changed: {}, workers: 2 });
    expect(one.findings.filter(({ indicator }) => indicator === 'wage-star-sweep')).toHaveLength(120);
    expect(JSON.stringify(two.findings)).toBe(JSON.stringify(one.findings));
    expect(two.notTested).toEqual(one.notTested);
    const order = one.findings.map(
      ({ indicator, anchor, evidence }) => [indicator, anchor, evidence[0] ?? -1] as const,
    );
    expect(order).toEqual([...order].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2])));
  });

  it('reports what the files cannot show as not tested, with what they lack', async () => {
    const view = new Drawing().own('A').pay(on(0), 'A', 'B', 10).view();
    const { findings, notTested } = await runIndicators(view, { changed: {}, workers: 1 });
    expect(findings).toEqual([]);
    expect(notTested).toContainEqual({
      indicator: 'wage-star-sweep',
      why: 'needs: purpose-or-words',
      missing: ['purpose-or-words'],
    });
  });

  it('tries the given ends only, in any order', async () => {
    const drawing = stars(3);
    const anchors = [drawing.end('C2'), drawing.end('C0'), drawing.end('C2')];
    const { findings } = await runIndicators(drawing.view(), { changed: {}, workers: 1, onlyAnchors: anchors });
    const found = findings.filter(({ indicator }) => indicator === 'wage-star-sweep').map(({ anchor }) => anchor);
    expect(found).toEqual([drawing.end('C0'), drawing.end('C2')]);
  });

  it('takes changed settings', async () => {
    const view = stars(1).view();
    const { findings } = await runIndicators(view, { changed: { 'wage-star-sweep': { minWorkers: 4 } }, workers: 1 });
    expect(findings.some(({ indicator }) => indicator === 'wage-star-sweep')).toBe(false);
  });

  it('counts the anchors whose budget ran out', async () => {
    const { cuts } = await runIndicators(stars(1).view(), { changed: {}, workers: 1, stepBudget: 3 });
    expect(cuts['wage-star-sweep']).toBeGreaterThan(0);
  });

  it('stops when it is cancelled, before and during the search, in this thread and in workers', async () => {
    const view = stars(400).view();
    for (const workers of [1, 2]) {
      await expect(runIndicators(view, { changed: {}, workers, signal: AbortSignal.abort() })).rejects.toMatchObject({
        code: 'CLEW_CANCELLED',
      });
    }
    const stop = new AbortController();
    const running = runIndicators(view, {
      changed: {},
      workers: 1,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(running).rejects.toMatchObject({ code: 'CLEW_CANCELLED' });
  });

  it('reports progress up to the last anchor', async () => {
    const view = stars(5).view();
    const seen: [number, number][] = [];
    await runIndicators(view, { changed: {}, workers: 1, onProgress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)).toEqual([view.adjacency.ends - 3, view.adjacency.ends - 3]);
  });
});
