import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/earnings-swept-to-controller.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed } from './mutation.ts';

/** Eight weeks: 300 in twice a week from people, `swept` out three days after the second. */
function earn(drawing: Drawing, source: string, swept: number, weeks = 8): void {
  drawing.own(source);
  for (let week = 0; week < weeks; week++) {
    drawing.pay(on(7 * week), `n:P${week} ${source}`, source, 300);
    drawing.pay(on(7 * week + 1), `n:Q${week} ${source}`, source, 300);
    if (swept > 0) drawing.pay(on(7 * week + 4), source, 'K', swept);
  }
}

/** 480 of 600 a week is 0.8; three sources. */
function drawRing(swept = 480): Drawing {
  const drawing = new Drawing();
  for (const source of ['A', 'B', 'C']) earn(drawing, source, swept);
  return drawing;
}

describe('earnings-swept-to-controller', () => {
  it('finds three accounts whose earnings go to one', () => {
    const drawing = drawRing();
    const [finding, ...more] = drawing.find(indicator);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      anchor: drawing.end('K'),
      observed: {
        sources: { value: 3 },
        share: { value: 480 / 600 },
        sweeps: { value: 3 * 8 },
        swept: { value: 3 * 8 * 480_00 },
      },
      window: { from: dayOn(4), to: dayOn(7 * 7 + 4) },
      // 25 for each source after the first, and a third of the way from 0.7 to 1.
      strength: 100 + 25 * 2 + Math.round((25 * (0.8 - 0.7)) / 0.3),
      guards: [
        { id: 'shared-finances', outcome: 'failed' },
        { id: 'single-source', outcome: 'failed' },
        { id: 'licensed-recipient', outcome: 'untestable' },
      ],
      forms: { 'sexual-exploitation': 1 },
    });
    expect(finding?.members.map(({ role }) => role)).toEqual([
      'possible-controller',
      'possible-victim',
      'possible-victim',
      'possible-victim',
    ]);
  });

  it('rests on the sweeps alone', () => {
    const drawing = drawRing();
    const { columns } = drawing.view();
    const [finding] = drawing.find(indicator);
    expect(finding?.evidence).toHaveLength(24);
    for (const tx of finding?.evidence ?? []) expect(columns.creditor[tx]).toBe(drawing.end('K'));
  });

  it('still finds sweeps that miss two weeks of eight and come late', () => {
    const drawing = new Drawing();
    for (const source of ['A', 'B']) {
      earn(drawing, source, 0);
      for (const week of [0, 1, 3, 4, 6, 7]) drawing.pay(on(7 * week + 1 + (week % 4)), source, 'K', 480);
    }
    // 6 x 480 of 16 x 300 is 0.6: below 0.7 over the window, each single sweep mostly above it.
    expect(drawing.find(indicator)).toHaveLength(1);
    expect(drawing.find(indicator, { missedWeeksShare: 0.65 })).toEqual([]);
  });

  it('near miss: the holder keeps 40 percent', () => {
    // 360 / 600 = 0.6
    expectNearMissTurnsRed(indicator, () => drawRing(360), 'sweepShare', 0.55);
  });

  it('near miss: too few income items', () => {
    const draw = (): Drawing => {
      const drawing = new Drawing();
      for (const source of ['A', 'B']) {
        drawing.own(source);
        for (let week = 0; week < 7; week++)
          drawing.pay(on(7 * week), 'n:P', source, 600).pay(on(7 * week + 1), source, 'K', 500);
      }
      return drawing;
    };
    expectNearMissTurnsRed(indicator, draw, 'minIncomeItems', 7);
  });

  it('a child by the year of birth needs fewer items and gives the form', () => {
    const drawing = new Drawing().holder('A', { birthYear: 2009, holderType: 'person' });
    earn(drawing, 'A', 500, 4);
    earn(drawing, 'B', 500);
    const [finding] = drawing.find(indicator);
    expect(finding?.observed['sources']).toMatchObject({ value: 2 });
    expect(finding?.forms).toMatchObject({ 'child-trafficking': 1 });
    expect(finding?.members.find(({ end }) => end === drawing.end('A'))?.for).toContainEqual({
      id: 'reason.holder-is-child',
    });
    expect(drawing.find(indicator, { adultAge: 15 })[0]?.forms).not.toHaveProperty('child-trafficking');
  });

  it('guard shared-finances: money both ways and spending of one’s own', () => {
    const draw = (back: number, spend: number): Drawing => {
      const drawing = new Drawing();
      earn(drawing, 'A', 450);
      for (let week = 0; week < 8; week++) {
        drawing.pay(on(7 * week + 5), 'K', 'A', back);
        drawing.pay(on(7 * week + 6), 'A', 'm:Grocer', spend, { mcc: 5411, channel: 'card-present' });
      }
      return drawing;
    };
    const outcome = (drawing: Drawing): unknown => drawing.find(indicator)[0]?.guards[0];
    // Back 100 / 450 = 0.22 of what was sent, spending 120 / 600 = 0.2 of income.
    expect(outcome(draw(100, 120))).toEqual({ id: 'shared-finances', outcome: 'held' });
    expect(outcome(draw(40, 120))).toEqual({ id: 'shared-finances', outcome: 'failed' });
    expect(outcome(draw(100, 40))).toEqual({ id: 'shared-finances', outcome: 'failed' });
  });

  it('guard single-source: the recipient stays undetermined; who keeps next to nothing is on the victims’ track', () => {
    const drawing = new Drawing();
    earn(drawing, 'A', 480);
    const [finding] = drawing.find(indicator);
    expect(finding?.guards[1]).toEqual({ id: 'single-source', outcome: 'held' });
    expect(finding?.members.map(({ role }) => role)).toEqual(['undetermined', 'possible-victim']);
  });

  it('guard single-source does not speak for a child, who is a possible victim; the recipient stays undetermined', () => {
    const drawing = new Drawing().holder('A', { birthYear: 2010, holderType: 'person' });
    earn(drawing, 'A', 480);
    const [finding] = drawing.find(indicator);
    expect(finding?.guards[1]).toEqual({ id: 'single-source', outcome: 'failed' });
    expect(finding?.members.map(({ role }) => role)).toEqual(['undetermined', 'possible-victim']);
  });

  it('guard licensed-recipient: a registered lender', () => {
    const outcome = (licences: string[]): unknown =>
      drawRing().holder('K', { holderType: 'business', licences }).find(indicator)[0]?.guards[2]?.outcome;
    expect(outcome(['lender'])).toBe('held');
    expect(outcome([])).toBe('failed');
  });

  it('never counts accounts of one customer, nor accounts without a statement', () => {
    const own = drawRing();
    for (const account of ['A', 'B', 'C', 'K']) own.holder(account, { customerId: 'one' });
    expect(own.find(indicator)).toEqual([]);
    const foreign = new Drawing();
    for (let week = 0; week < 12; week++) foreign.pay(on(week), 'n:P', 'A', 100).pay(on(week), 'A', 'K', 90);
    expect(foreign.find(indicator)).toEqual([]);
  });
});
