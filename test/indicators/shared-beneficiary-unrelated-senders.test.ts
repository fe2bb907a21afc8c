import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/shared-beneficiary-unrelated-senders.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

interface Fan {
  senders?: number;
  gap?: number;
  amount?: (i: number) => number;
  text?: string;
}

function fan({ senders = 5, gap = 10, amount = (i) => 200 + i, text = '' }: Fan = {}): Drawing {
  const drawing = new Drawing();
  for (let i = 0; i < senders; i++)
    drawing.own(`S${i}`).pay(on(gap * i), `S${i}`, 'B', amount(i), text === '' ? {} : { text });
  return drawing;
}

describe('shared-beneficiary-unrelated-senders', () => {
  it('finds five senders of like sums', () => {
    const drawing = fan();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('B'),
      observed: { senders: { value: 5 }, overlap: { value: 0 }, regions: { value: 0 } },
      window: { from: dayOn(0), to: dayOn(40) },
      strength: 100,
      evidence: [0, 1, 2, 3, 4],
      outcomes: {
        'charity-or-licensed': 'untestable',
        'donations-or-invoices': 'failed',
        'published-prices': 'failed',
        landlord: 'failed',
        'standing-payments': 'failed',
        'registered-trade': 'untestable',
        'links-not-seen': 'failed',
      },
    });
    expect(rolesOf(finding).get(drawing.end('B'))).toBe('possible-collector');
    expect(rolesOf(finding).get(drawing.end('S0'))).toBe('undetermined');
  });

  it('stays silent just below each threshold and speaks with it off', () => {
    expectNearMissTurnsRed(indicator, () => fan({ senders: 4 }), 'minSenders', 4);
    expectNearMissTurnsRed(indicator, () => fan({ gap: 15 }), 'windowDays', 90);
    expectNearMissTurnsRed(
      indicator,
      () => fan({ amount: (i) => [20, 700, 60, 90, 30][i] ?? 0 }),
      'similarAmountCv',
      9,
    );
    // One payment between two of five: 2 / 5 have a link.
    expectNearMissTurnsRed(indicator, () => fan().pay(on(3), 'S0', 'S1', 15), 'maxSenderOverlap', 1);
  });

  it('counts senders with one address or one wage payer as linked', () => {
    expect(fan().holder('S0', { addressHash: 'a' }).holder('S1', { addressHash: 'a' }).find(indicator)).toEqual([]);
    const colleagues = fan().pay(on(0), 'E', 'S0', 900, { text: 'Lohn' }).pay(on(0), 'E', 'S1', 900, { text: 'Lohn' });
    expect(colleagues.find(indicator)).toEqual([]);
  });

  it('does not count somebody who is paid back, a business beneficiary, or benefits', () => {
    expect(fan().pay(on(50), 'B', 'S4', 10).find(indicator)).toEqual([]);
    expect(fan().holder('B', { holderType: 'business' }).find(indicator)).toEqual([]);
    expect(fan({ text: 'Sozialhilfe' }).find(indicator)).toEqual([]);
  });

  it('weighs more where several home regions feed one account', () => {
    const regions = fan();
    for (let i = 0; i < 3; i++) regions.holder(`S${i}`, { homeRegion: `R${i}` });
    expect(onlyFinding(indicator, regions).strength).toBe(125);
    expect(regions.find(indicator, { minSenderCities: 4 })[0]?.strength).toBe(100);
  });

  it('takes points off for licences, donations, prices, rents and senders whose statements are not held', () => {
    expect(
      onlyFinding(indicator, fan().holder('B', { holderType: 'person', licences: ['charity'] })).outcomes[
        'charity-or-licensed'
      ],
    ).toBe('held');
    expect(onlyFinding(indicator, fan({ text: 'Spende' })).outcomes['donations-or-invoices']).toBe('held');
    expect(onlyFinding(indicator, fan({ amount: () => 80 })).outcomes['published-prices']).toBe('held');
    expect(onlyFinding(indicator, fan({ text: 'Miete' })).outcomes['landlord']).toBe('held');
    const trade = fan()
      .own('B')
      .pay(on(60), 'B', 'Office', 90, { text: 'Steuer' })
      .pay(on(90), 'B', 'Office', 90, { text: 'Steuer' });
    expect(onlyFinding(indicator, trade).outcomes['registered-trade']).toBe('held');
    const standing = fan();
    for (const month of [1, 2])
      for (let i = 0; i < 3; i++) standing.pay(on(10 * i + 31 * month), `S${i}`, 'B', 200 + i);
    expect(onlyFinding(indicator, standing).outcomes['standing-payments']).toBe('held');
    const unseen = new Drawing();
    for (let i = 0; i < 5; i++) unseen.pay(on(10 * i), `S${i}`, 'B', 200 + i);
    expect(onlyFinding(indicator, unseen).outcomes['links-not-seen']).toBe('held');
  });
});
