import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/csae-purchase-cooccurrence.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Uneven days and rising sums, so that neither support nor a price list fits. */
const DAYS = [0, 9, 24, 33];

/** Four small payments by each payer to R; nothing bought yet. */
function payments(payers: readonly string[] = ['S'], items = DAYS.length, step = 5): Drawing {
  const drawing = new Drawing().own(...payers).country('R', 'PH');
  for (const payer of payers) {
    drawing.country(payer, 'AT');
    for (const [i, day] of DAYS.slice(0, items).entries()) drawing.pay(on(day), payer, 'R', 20 + step * i);
  }
  return drawing;
}

/** Recording software and a camera in the window. */
function withPurchases(drawing = payments(), payer = 'S', camera = 30): Drawing {
  return drawing
    .pay(on(5), payer, 'm:Software', 30, { mcc: 5734 })
    .pay(on(camera), payer, 'm:Camera', 200, { mcc: 5946 });
}

describe('csae-purchase-cooccurrence, payers', () => {
  it('finds a payer who buys recording software and a camera, resting on the purchases alone', () => {
    const drawing = withPurchases();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('R'),
      observed: { kinds: { value: 2 }, payers: { value: 1 }, purchases: { value: 2 } },
      threshold: { kinds: { value: 2 } },
      window: { from: dayOn(5), to: dayOn(30) },
      strength: 100,
      // Day order: payment, software, payment, payment, camera, payment.
      evidence: [1, 4],
    });
    expect(rolesOf(finding)).toEqual(
      new Map([
        [drawing.end('R'), 'undetermined'],
        [drawing.end('S'), 'possible-purchaser'],
      ]),
    );
    expect(finding.outcomes).toEqual({
      invoices: 'untestable',
      'platform-payouts': 'failed',
      'single-trip': 'failed',
      'works-in-such-trade': 'untestable',
    });
  });

  it('two such payers of one recipient: one finding, stronger', () => {
    const drawing = withPurchases(withPurchases(payments(['S', 'T'])), 'T');
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({ observed: { payers: { value: 2 }, purchases: { value: 4 } }, strength: 125 });
    expect(finding.members).toHaveLength(3);
  });

  it('takes a recipient known by name only', () => {
    const drawing = new Drawing().country('S', 'AT').country('n:some name|PH', 'PH');
    for (const [i, day] of DAYS.entries()) drawing.pay(on(day), 'S', 'n:some name|PH', 20 + 5 * i);
    expect(withPurchases(drawing).find(indicator)).toHaveLength(1);
  });

  it('stands at the recipient of most of the payer’s small transfers', () => {
    const drawing = withPurchases().country('Q', 'PH');
    for (const [i, day] of [...DAYS, 45].entries()) drawing.pay(on(day), 'S', 'Q', 21 + 4 * i);
    expect(drawing.find(indicator).map(({ anchor }) => anchor)).toEqual([drawing.end('Q')]);
  });

  it('near miss: one kind', () => {
    const one = (): Drawing =>
      payments().pay(on(5), 'S', 'm:Software', 30, { mcc: 5734 }).pay(on(6), 'S', 'm:VPN', 5, { mcc: 5817 });
    expectNearMissTurnsRed(indicator, one, 'minKinds', 1);
  });
  it('near miss: two payments in half a year and one later', () => {
    const rare = (): Drawing => withPurchases(payments(['S'], 2).pay(on(200), 'S', 'R', 30));
    expectNearMissTurnsRed(indicator, rare, 'minItems', 2);
    expectNearMissTurnsRed(indicator, rare, 'paymentDays', 210);
  });
  it('near miss: the camera long after', () =>
    void expectNearMissTurnsRed(indicator, () => withPurchases(payments(), 'S', 66), 'windowDays', 90));
  it('near miss: one large transfer among five', () =>
    void expectNearMissTurnsRed(indicator, () => withPurchases().pay(on(40), 'S', 'R', 350), 'highAmount', 400));
  it('near miss: four payments of the higher band', () => {
    const higher = (): Drawing => {
      const drawing = new Drawing().own('S').country('S', 'AT').country('R', 'PH');
      for (const [i, day] of DAYS.entries()) drawing.pay(on(day), 'S', 'R', 70 + 5 * i);
      return withPurchases(drawing);
    };
    expectNearMissTurnsRed(indicator, higher, 'lowAmount', 100);
    expectNearMissTurnsRed(indicator, higher, 'lowShare', 0);
  });
  it('near miss: standing support, 14 of 20 weeks the same', () => {
    const support = (): Drawing => {
      const drawing = new Drawing().own('S').country('S', 'AT').country('R', 'PH');
      for (let i = 0; i < 20; i++) drawing.pay(on(7 * i), 'S', 'R', i % 10 < 7 ? 50 : 20 + i);
      return withPurchases(drawing);
    };
    expectNearMissTurnsRed(indicator, support, 'regularShare', 0.8);
  });
  it('near miss: a price list', () =>
    void expectNearMissTurnsRed(indicator, () => withPurchases(payments(['S'], 4, 0)), 'fixedShare', Infinity));
  it('near miss: money comes back', () =>
    void expectNearMissTurnsRed(indicator, () => withPurchases().pay(on(40), 'R', 'S', 20), 'reverseShare', Infinity));
  it('near miss: three top-ups', () => {
    const topUps = (): Drawing => {
      const drawing = payments().pay(on(5), 'S', 'm:Software', 30, { mcc: 5734 });
      for (let i = 0; i < 3; i++) drawing.pay(on(6 + i), 'S', 'm:Phone', 10, { mcc: 4814 });
      return drawing;
    };
    expectNearMissTurnsRed(indicator, topUps, 'minTopUps', 3);
  });
  it('near miss: two game credits', () => {
    const games = (): Drawing => {
      const drawing = payments().pay(on(5), 'S', 'm:Software', 30, { mcc: 5734 });
      for (let i = 0; i < 2; i++) drawing.pay(on(6 + i), 'S', 'm:Games', 50, { mcc: 5816 });
      return drawing;
    };
    expectNearMissTurnsRed(indicator, games, 'minGiftCredits', 2);
  });
  it('counts cash drawn in the recipient’s country, not in another', () => {
    const travelling = (country: string): Drawing =>
      payments()
        .country('m:Machine', country)
        .pay(on(5), 'S', 'm:Software', 30, { mcc: 5734 })
        .pay(on(20), 'S', 'm:Machine', 100, { channel: 'cash-machine' });
    expect(onlyFinding(indicator, travelling('PH')).observed['kinds']).toMatchObject({ value: 2 });
    expect(travelling('TH').find(indicator)).toEqual([]);
  });
  it('is silent within one country and where nothing is bought', () => {
    expect(payments().find(indicator)).toEqual([]);
    const home = new Drawing().country('S', 'AT').country('R', 'AT');
    for (const [i, day] of DAYS.entries()) home.pay(on(day), 'S', 'R', 20 + 5 * i);
    expect(withPurchases(home).find(indicator)).toEqual([]);
  });

  it('guard invoices', () => {
    const invoiced = (text: string): Drawing => withPurchases().pay(on(1), 'n:Client', 'S', 500, { text });
    expect(onlyFinding(indicator, invoiced('Rechnung 12')).outcomes['invoices']).toBe('held');
    expect(onlyFinding(indicator, invoiced('Miete')).outcomes['invoices']).toBe('failed');
    // One of four credits is less than three tenths.
    const seldom = invoiced('Rechnung 12');
    for (let i = 0; i < 3; i++) seldom.pay(on(10 * i), 'n:Friend', 'S', 50, { text: 'gift' });
    expect(onlyFinding(indicator, seldom).outcomes['invoices']).toBe('failed');
    expect(seldom.find(indicator, { incomeShare: 0.25 })[0]?.guards[0]).toEqual({ id: 'invoices', outcome: 'held' });
  });
  it('guard platform-payouts', () => {
    const streamer = (purpose: object): Drawing =>
      withPurchases().pay(on(1), 'm:Stream', 'S', 500, purpose).pay(on(31), 'm:Stream', 'S', 500, purpose);
    expect(onlyFinding(indicator, streamer({})).outcomes['platform-payouts']).toBe('held');
    expect(onlyFinding(indicator, streamer({ purpose: 'SALA' })).outcomes['platform-payouts']).toBe('failed');
  });
  it('guard single-trip: travel within a month with lodging', () => {
    const trip = (mcc: number, last = 25): Drawing =>
      payments()
        .country('m:Machine', 'PH')
        .pay(on(20), 'S', 'm:Machine', 100, { channel: 'cash-machine' })
        .pay(on(last), 'S', 'm:Machine', 100, { channel: 'cash-machine' })
        .pay(on(last), 'S', 'm:Camera', 300, { mcc: 5946 })
        .pay(on(21), 'S', 'm:Hotel', 300, { mcc });
    expect(onlyFinding(indicator, trip(7011)).outcomes['single-trip']).toBe('held');
    expect(onlyFinding(indicator, trip(5411)).outcomes['single-trip']).toBe('failed');
    expect(onlyFinding(indicator, trip(7011, 55)).outcomes['single-trip']).toBe('failed');
    expect(trip(7011, 55).find(indicator, { tripDays: 35 })[0]?.guards[2]?.outcome).toBe('held');
    const more = trip(7011).pay(on(22), 'S', 'm:Software', 30, { mcc: 5734 });
    expect(onlyFinding(indicator, more).outcomes['single-trip']).toBe('failed');
  });
  it('guard works-in-such-trade', () => {
    const employed = (sector: string): Drawing =>
      withPurchases().holder('E', { holderType: 'business', sector }).pay(on(1), 'E', 'S', 2000, { purpose: 'SALA' });
    for (const sector of ['62', '62.01', 'N47', 'it', 'software house'])
      expect(onlyFinding(indicator, employed(sector)).outcomes['works-in-such-trade']).toBe('held');
    for (const sector of ['81', 'construction', 'hospitality'])
      expect(onlyFinding(indicator, employed(sector)).outcomes['works-in-such-trade']).toBe('failed');
  });
});

describe('csae-purchase-cooccurrence, a recipient’s own account', () => {
  /** One small credit from each of some senders abroad; top-ups and a webcam bought. */
  function recipient(senders = 4, gap = 10, amount = 40): Drawing {
    const drawing = new Drawing().own('R').country('R', 'PH');
    for (let i = 0; i < senders; i++) drawing.country(`S${i}`, 'AT').pay(on(gap * i), `S${i}`, 'R', amount);
    for (let i = 0; i < 4; i++) drawing.pay(on(5 + i), 'R', 'm:Phone', 5, { mcc: 4814 });
    return drawing.pay(on(12), 'R', 'm:Webcam', 30, { mcc: 5045 });
  }

  it('finds it with undetermined role and names no sender', () => {
    const drawing = recipient();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('R'),
      observed: { kinds: { value: 2 }, senders: { value: 4 }, purchases: { value: 5 } },
      threshold: { kinds: { value: 2 }, senders: { value: 4 } },
      strength: 100,
    });
    expect(finding.evidence).toHaveLength(5);
    expect(rolesOf(finding)).toEqual(new Map([[drawing.end('R'), 'undetermined']]));
  });

  it('near miss: three senders', () => void expectNearMissTurnsRed(indicator, () => recipient(3), 'minSenders', 3));
  it('near miss: four senders over half a year', () =>
    void expectNearMissTurnsRed(indicator, () => recipient(4, 40), 'senderDays', 150));
  it('near miss: large credits', () =>
    void expectNearMissTurnsRed(indicator, () => recipient(4, 10, 400), 'highAmount', 500));
  it('does not count games, nor a business’s purchases, nor without its statement', () => {
    const games = new Drawing().own('R').country('R', 'PH');
    for (let i = 0; i < 4; i++) games.country(`S${i}`, 'AT').pay(on(10 * i), `S${i}`, 'R', 40);
    for (let i = 0; i < 4; i++) games.pay(on(5 + i), 'R', 'm:Games', 5, { mcc: 5816 });
    games.pay(on(12), 'R', 'm:Webcam', 30, { mcc: 5045 });
    expect(games.find(indicator)).toEqual([]);
    expect(recipient().holder('R', { holderType: 'business' }).find(indicator)).toEqual([]);
  });
});
