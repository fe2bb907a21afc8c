import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/csae-facilitator-cash-out.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Five senders twice each, 1,500 to 2,000 pesos, 1,500 drawn the next day. */
function draw(senders = 5, amount = 1500, later = 1, words = {}, drawn = 1500): Drawing {
  const drawing = new Drawing().own('R').country('R', 'PH');
  for (let i = 0; i < senders * 2; i++) {
    const sender = `n:S${i % senders}|AU`;
    drawing.country(sender, 'AU').pay(on(6 * i), sender, 'R', amount + 100 * (i % 5), { currency: 'PHP', ...words });
    drawing.pay(on(6 * i + later), 'R', 'cash', drawn, { currency: 'PHP', channel: 'cash-machine' });
  }
  return drawing;
}

describe('csae-facilitator-cash-out', () => {
  it('finds five senders abroad and cash the next day', () => {
    const drawing = draw();
    const finding = onlyFinding(indicator, drawing);
    // Ten credits of 1500, 1600 ... 1900 twice: 17,000; ten draws of 1500.
    expect(finding).toMatchObject({
      anchor: drawing.end('R'),
      observed: {
        senders: { value: 5 },
        cashOutShare: { value: Math.round((15000 / 17000) * 1000) / 1000 },
        localShare: { value: 0 },
        median: { value: 1700_00 },
      },
      window: { from: dayOn(0), to: dayOn(55) },
      strength: Math.round((5 / 4) * 100),
    });
    expect(finding.evidence).toHaveLength(10);
    expect([...rolesOf(finding).values()]).toEqual([
      'possible-facilitator',
      ...Array<string>(5).fill('possible-purchaser'),
    ]);
    expect(finding.outcomes).toEqual({
      'platform-payouts': 'failed',
      invoices: 'untestable',
      'guest-house': 'untestable',
      'few-steady-senders': 'failed',
    });
  });

  it('a child is a possible victim, a young or new holder undetermined', () => {
    const role = (row: object): unknown => {
      const drawing = draw().holder('R', row);
      return rolesOf(onlyFinding(indicator, drawing)).get(drawing.end('R'));
    };
    expect(role({ birthYear: 2009 })).toBe('possible-victim');
    expect(role({ birthYear: 2004 })).toBe('undetermined');
    expect(role({ birthYear: 1980, openedOn: dayOn(-30) })).toBe('undetermined');
    expect(role({ birthYear: 1980, openedOn: dayOn(-300) })).toBe('possible-facilitator');
  });

  it('near miss: three senders', () => void expectNearMissTurnsRed(indicator, () => draw(3), 'minSenders', 3));
  it('near miss: drawn after five days', () =>
    void expectNearMissTurnsRed(indicator, () => draw(5, 1500, 5), 'cashOutDays', 5));
  it('near miss: larger sums', () =>
    void expectNearMissTurnsRed(indicator, () => draw(5, 3100, 1, {}, 3100), 'highAmount', 120));
  it('near miss: two fifths are drawn', () =>
    void expectNearMissTurnsRed(indicator, () => draw(5, 2700, 1, {}, 1150), 'cashOutShare', 0.3));
  it('near miss: a wage at home', () => {
    // 10,000 at home beside 17,000 from abroad.
    expectNearMissTurnsRed(
      indicator,
      () => draw().country('n:Employer', 'PH').pay(on(20), 'n:Employer', 'R', 10000, { currency: 'PHP' }),
      'localShare',
      0.5,
    );
  });

  it('a credit from a country that is not known is no income at home, cash paid in is', () => {
    const unknown = draw().pay(on(20), 'n:Somebody', 'R', 10000, { currency: 'PHP' });
    expect(onlyFinding(indicator, unknown).observed['localShare']).toMatchObject({ value: 0 });
    const cash = draw().pay(on(20), 'cash', 'R', 10000, { currency: 'PHP', channel: 'cash' });
    expect(cash.find(indicator)).toEqual([]);
  });

  it('guard platform-payouts', () => {
    const drawing = new Drawing().own('R').country('R', 'PH');
    for (let i = 0; i < 10; i++) {
      drawing
        .country(`m:Platform ${i % 5}`, 'US')
        .pay(on(6 * i), `m:Platform ${i % 5}`, 'R', 1500, { currency: 'PHP' });
      drawing.pay(on(6 * i), 'R', 'cash', 1500, { currency: 'PHP', channel: 'cash-machine' });
    }
    expect(onlyFinding(indicator, drawing).outcomes['platform-payouts']).toBe('held');
  });
  it('guard invoices', () =>
    expect(onlyFinding(indicator, draw(5, 1500, 1, { text: 'Invoice 12' })).outcomes['invoices']).toBe('held'));
  it('guard guest-house', () =>
    expect(onlyFinding(indicator, draw().holder('R', { licences: ['lodging'] })).outcomes['guest-house']).toBe('held'));
  it('guard few-steady-senders: two bring nearly all', () => {
    const drawing = draw(2, 1500);
    for (let i = 0; i < 30; i++) {
      const sender = `n:S${i % 2}|AU`;
      drawing
        .pay(on(i), sender, 'R', 1500, { currency: 'PHP' })
        .pay(on(i), 'R', 'cash', 1500, { currency: 'PHP', channel: 'cash-machine' });
    }
    for (const name of ['n:X|AU', 'n:Y|AU'])
      drawing.country(name, 'AU').pay(on(9), name, 'R', 1500, { currency: 'PHP' });
    // 34 of 36 credits.
    expect(onlyFinding(indicator, drawing).outcomes['few-steady-senders']).toBe('held');
  });
});
