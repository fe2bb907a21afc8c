import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/csae-low-value-repeat.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Uneven days and rising sums: 20, 25 ... every 9 to 15 days. */
const DAYS = [0, 9, 24, 33, 48, 57, 72, 81];

function draw(items = 8, base = 20, step = 5): Drawing {
  const drawing = new Drawing().own('S').country('S', 'AT').country('R', 'PH');
  for (const [i, day] of DAYS.slice(0, items).entries()) drawing.pay(on(day), 'S', 'R', base + step * i);
  return drawing;
}

describe('csae-low-value-repeat', () => {
  it('finds eight small rising payments in 90 days', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('R'),
      // Median of 20, 25 ... 55 (lower middle) is 35; last third 50 over first third 20.
      observed: { items: { value: 8 }, median: { value: 35_00 }, growth: { value: 50 / 20 } },
      window: { from: dayOn(0), to: dayOn(81) },
      // 8 of 6 asked for and 25 for rising amounts would be 158; the single sender holds it at 100.
      strength: 100,
      evidence: [0, 1, 2, 3, 4, 5, 6, 7],
    });
    expect(rolesOf(finding)).toEqual(
      new Map([
        [drawing.end('R'), 'undetermined'],
        [drawing.end('S'), 'possible-purchaser'],
      ]),
    );
    expect(finding.outcomes).toEqual({
      'regular-support': 'failed',
      'price-list': 'failed',
      'support-both-ways': 'failed',
      'established-corridor': 'failed',
      'one-sender': 'held',
      invoices: 'untestable',
      'income-at-home': 'untestable',
    });
  });

  it('takes a name without an account', () => {
    const drawing = new Drawing().country('S', 'AT').country('n:some name|PH', 'PH');
    for (const day of DAYS) drawing.pay(on(day), 'S', 'n:some name|PH', 40);
    expect(drawing.find(indicator)).toHaveLength(1);
  });

  it('near miss: five payments', () => void expectNearMissTurnsRed(indicator, () => draw(5), 'minItems', 5));
  it('near miss: every fourth payment above both bands', () => {
    const drawing = (): Drawing => {
      const mixed = new Drawing().country('S', 'AT').country('R', 'PH');
      for (const [i, day] of DAYS.entries()) mixed.pay(on(day), 'S', 'R', i % 4 === 3 ? 350 : 30);
      return mixed;
    };
    expectNearMissTurnsRed(indicator, drawing, 'highAmount', 400);
  });
  it('near miss: higher band with single repetition', () =>
    void expectNearMissTurnsRed(indicator, () => draw(8, 70), 'lowAmount', 200));

  it('is silent within one country, towards a business and towards a charity', () => {
    expect(draw().country('R', 'AT').find(indicator)).toHaveLength(1); // the first country holds
    const home = new Drawing().country('S', 'AT').country('R', 'AT');
    for (const day of DAYS) home.pay(on(day), 'S', 'R', 30);
    expect(home.find(indicator)).toEqual([]);
    expect(draw().holder('R', { holderType: 'business' }).find(indicator)).toEqual([]);
    expect(
      draw()
        .holder('R', { licences: ['charity'] })
        .find(indicator),
    ).toEqual([]);
  });

  it('guard regular-support: one amount each week', () => {
    const drawing = new Drawing().country('S', 'AT').country('R', 'PH');
    for (let week = 0; week < 10; week++) drawing.pay(on(7 * week), 'S', 'R', 50);
    expect(onlyFinding(indicator, drawing).outcomes['regular-support']).toBe('held');
  });

  it('guard price-list: two sums for lessons', () => {
    const lessons = new Drawing().country('S', 'AT').country('R', 'PH');
    for (const [i, day] of DAYS.entries()) lessons.pay(on(day), 'S', 'R', i % 3 ? 25 : 45);
    expect(onlyFinding(indicator, lessons).outcomes['price-list']).toBe('held');
  });

  it('guard support-both-ways: a tenth comes back', () => {
    // 20 + 25 + ... + 55 = 300.
    expect(onlyFinding(indicator, draw().pay(on(40), 'R', 'S', 30)).outcomes['support-both-ways']).toBe('held');
    expect(onlyFinding(indicator, draw().pay(on(40), 'R', 'S', 10)).outcomes['support-both-ways']).toBe('failed');
  });

  it('guard established-corridor: earlier payments to the same country', () => {
    const before = (n: number): Drawing => {
      const drawing = new Drawing().own('S').country('S', 'AT').country('R', 'PH').country('M', 'PH');
      for (let i = 0; i < n; i++) drawing.pay(on(30 * i), 'S', 'M', 200);
      for (const day of DAYS) drawing.pay(on(120 + day), 'S', 'R', 20 + (day % 20));
      return drawing;
    };
    expect(onlyFinding(indicator, before(3)).outcomes['established-corridor']).toBe('held');
    expect(onlyFinding(indicator, before(2)).outcomes['established-corridor']).toBe('failed');
    const foreign = new Drawing().country('S', 'AT').country('R', 'PH');
    for (const day of DAYS) foreign.pay(on(day), 'S', 'R', 20 + (day % 20));
    expect(onlyFinding(indicator, foreign).outcomes['established-corridor']).toBe('untestable');
  });

  it('guard one-sender: a second one lifts it', () => {
    const drawing = draw().country('T', 'DE');
    for (const day of DAYS) drawing.pay(on(day + 1), 'T', 'R', 33);
    expect(onlyFinding(indicator, drawing).outcomes['one-sender']).toBe('failed');
  });

  it('guard invoices: work for a customer abroad', () => {
    const billed = new Drawing().country('S', 'AT').country('R', 'PH');
    for (const [i, day] of DAYS.entries())
      billed.pay(on(day), 'S', 'R', 20 + 5 * i, { text: i % 4 ? 'thanks' : 'Invoice 7' });
    // 2 of 8 name an invoice.
    expect(onlyFinding(indicator, billed).outcomes['invoices']).toBe('held');
  });

  it('guard income-at-home: most credits come from the recipient’s country', () => {
    const trade = (local: number): unknown => {
      const drawing = draw().own('R');
      for (let i = 0; i < local; i++) drawing.country(`L${i}`, 'PH').pay(on(i), `L${i}`, 'R', 30);
      return onlyFinding(indicator, drawing).outcomes['income-at-home'];
    };
    // 8 from abroad: 8 of 16, then 7 of 15.
    expect(trade(8)).toBe('held');
    expect(trade(7)).toBe('failed');
  });
});
