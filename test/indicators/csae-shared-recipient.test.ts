import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/csae-shared-recipient.ts';
import { on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

const RECIPIENT = 'n:some name|PH';

/** Each sender pays `items` times on days of its own, sums 15, 22, 29 ...; the first three times more. */
function draw(senders = 3, items = 4): Drawing {
  const drawing = new Drawing().country(RECIPIENT, 'PH');
  for (let s = 0; s < senders; s++) {
    drawing.own(`S${s}`).country(`S${s}`, s % 2 ? 'DE' : 'AT');
    for (let i = 0; i < (s === 0 ? items + 3 : items); i++)
      drawing.pay(on(8 * i + 5 * s + i * i), `S${s}`, RECIPIENT, 15 + 7 * i + s);
  }
  return drawing;
}

/** Three senders who pay four times each and no more. */
function calm(): Drawing {
  const drawing = new Drawing().country(RECIPIENT, 'PH');
  for (let s = 0; s < 3; s++) {
    drawing.country(`S${s}`, 'AT');
    for (let i = 0; i < 4; i++) drawing.pay(on(11 * i + 5 * s + i * i), `S${s}`, RECIPIENT, 15 + 7 * i + s);
  }
  return drawing;
}

/** One pays often, another one twice. */
function onceOften(): Drawing {
  const drawing = new Drawing().country(RECIPIENT, 'PH').country('S0', 'AT').country('S1', 'AT');
  for (let i = 0; i < 8; i++) drawing.pay(on(7 * i + (i % 3)), 'S0', RECIPIENT, 15 + 7 * i);
  return drawing.pay(on(3), 'S1', RECIPIENT, 33).pay(on(20), 'S1', RECIPIENT, 44);
}

describe('csae-shared-recipient', () => {
  it('finds three unrelated senders of small sums', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end(RECIPIENT),
      observed: { senders: { value: 3 }, payments: { value: 4 + 3 + 4 + 4 }, furtherRecipients: { value: 0 } },
      strength: Math.round((3 / 2) * 100),
    });
    expect([...rolesOf(finding).values()]).toEqual([
      'undetermined',
      'possible-purchaser',
      'possible-purchaser',
      'possible-purchaser',
    ]);
    expect(new Set(Object.values(finding.outcomes))).toEqual(new Set(['failed', 'untestable']));
  });

  it('near miss: one sender', () => void expectNearMissTurnsRed(indicator, () => draw(1, 8), 'minSenders', 1));
  it('near miss: nobody pays often', () => void expectNearMissTurnsRed(indicator, () => calm(), 'flaggedItems', 4));
  it('near miss: two payments each', () => void expectNearMissTurnsRed(indicator, () => onceOften(), 'minItems', 2));

  it('senders who pay each other or share a phone count as one', () => {
    expect(draw(2).pay(on(3), 'S0', 'S1', 40).find(indicator)).toEqual([]);
    expect(draw(2).holder('S0', { phoneHash: 'p' }).holder('S1', { phoneHash: 'p' }).find(indicator)).toEqual([]);
  });

  it('goes one hop on to another shared recipient', () => {
    const drawing = draw().country('n:other|PH', 'PH');
    for (const s of ['S0', 'S2']) for (let i = 0; i < 3; i++) drawing.pay(on(100 + 9 * i), s, 'n:other|PH', 90);
    const finding = drawing.find(indicator).find(({ anchor }) => anchor === drawing.end(RECIPIENT));
    expect(finding?.observed['furtherRecipients']).toMatchObject({ value: 1 });
    expect(rolesOf(finding as never).get(drawing.end('n:other|PH'))).toBe('undetermined');
  });

  it('guard price-list: two prices', () => {
    const drawing = new Drawing().country('R', 'ES');
    for (let s = 0; s < 4; s++) {
      drawing.country(`S${s}`, 'AT');
      for (let i = 0; i < 7; i++) drawing.pay(on(13 * i + s), `S${s}`, 'R', i % 2 ? 25 : 45);
    }
    expect(onlyFinding(indicator, drawing).outcomes['price-list']).toBe('held');
    expect(onlyFinding(indicator, draw()).outcomes['price-list']).toBe('failed');
  });

  it('guard regular-support: one amount each fortnight', () => {
    const drawing = new Drawing().country('R', 'RO');
    for (let s = 0; s < 2; s++) {
      drawing.country(`S${s}`, 'AT');
      for (let i = 0; i < 8; i++) drawing.pay(on(14 * i + s), `S${s}`, 'R', 50 + s);
    }
    expect(onlyFinding(indicator, drawing).outcomes['regular-support']).toBe('held');
  });

  it('guard popular-recipient: more senders than the limit', () => {
    expect(draw(3).find(indicator, { mostSenders: 2 })[0]?.guards[2]).toEqual({
      id: 'popular-recipient',
      outcome: 'held',
    });
  });

  it('guard support-both-ways', () => {
    // S1 paid 16 + 23 + 30 + 37 = 106.
    const drawing = draw(2).pay(on(50), RECIPIENT, 'S1', 10);
    expect(onlyFinding(indicator, drawing).outcomes['support-both-ways']).toBe('held');
  });

  it('guard invoices and guard income-at-home', () => {
    const trade = draw().own(RECIPIENT);
    for (let i = 0; i < 15; i++) trade.country(`L${i}`, 'PH').pay(on(i), `L${i}`, RECIPIENT, 30, { text: 'rent' });
    expect(onlyFinding(indicator, trade).outcomes).toMatchObject({ 'income-at-home': 'held', invoices: 'failed' });
    const billed = draw();
    for (let i = 0; i < 5; i++) billed.pay(on(4 + 9 * i), 'S1', RECIPIENT, 21 + i, { text: 'Invoice' });
    // 5 of 20 payments.
    expect(onlyFinding(indicator, billed).outcomes['invoices']).toBe('held');
  });
});
