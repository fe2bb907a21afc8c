import { describe, expect, it } from 'vitest';
import indicator from '../../src/indicators/bulk-provisioning.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed, onlyFinding, rolesOf } from './mutation.ts';

/** Days of the 5th of January, February, March 2024. */
const MONTHS = [4, 35, 64];

/** Three rents a month by transfer, without merchant codes. */
function rents(n = 3, monthCount = 3, amount = 600): Drawing {
  const drawing = new Drawing().own('A');
  for (const day of MONTHS.slice(0, monthCount))
    for (let i = 0; i < n; i++) drawing.pay(on(day + i), 'A', `n:L${i}`, amount, { text: 'Miete' });
  return drawing;
}

interface Crew {
  readonly nights?: number;
  readonly vans?: number;
  readonly bedding?: number;
  readonly months?: readonly number[];
}

/** Each month: a hostel paid by the week, as many van hires, bedding. */
function crew({ nights = 450, vans = 4, bedding = 0, months = MONTHS.slice(0, 2) }: Crew = {}): Drawing {
  const drawing = new Drawing().own('A');
  for (const day of months) {
    for (let week = 0; week < 4; week++) drawing.pay(on(day + 5 * week), 'A', 'm:Hostel', nights, { mcc: 7011 });
    for (let i = 0; i < vans; i++) drawing.pay(on(day + 5 * i), 'A', 'm:Vans', 80, { mcc: 7512 });
    for (let i = 0; i < bedding; i++) drawing.pay(on(day + i), 'A', 'm:Beds', 200, { mcc: 5712 });
  }
  return drawing;
}

describe('bulk-provisioning', () => {
  it('finds three rents side by side for a quarter, by words alone', () => {
    const drawing = rents();
    const finding = onlyFinding(indicator, drawing);
    expect(finding).toMatchObject({
      anchor: drawing.end('A'),
      observed: {
        rents: { value: 3 },
        kinds: { value: 1 },
        months: { value: 3 },
        wagePayees: { value: 0 },
        payrollShare: { value: 0 },
        spent: { value: 9 * 600_00 },
      },
      window: { from: dayOn(4), to: dayOn(66) },
      strength: 100,
      evidence: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    });
    // Landlords are nobody's member: they only let homes.
    expect(rolesOf(finding)).toEqual(new Map([[drawing.end('A'), 'possible-organiser']]));
    expect(finding.outcomes).toEqual({
      'charity-or-shelter': 'untestable',
      'payroll-present': 'failed',
      'lets-homes': 'failed',
      'residents-pay-rent': 'failed',
      'costs-repaid-by-business': 'failed',
    });
  });

  it('finds hostel beds with vans over two months, and three kinds as stronger', () => {
    const drawing = crew();
    const finding = onlyFinding(indicator, drawing);
    // Two months of 4 x 450 and 4 x 80.
    expect(finding).toMatchObject({
      observed: { kinds: { value: 2 }, months: { value: 2 }, spent: { value: 2 * (4 * 450_00 + 4 * 80_00) } },
      strength: 100,
    });
    expect(finding.evidence).toHaveLength(16);
    expect(onlyFinding(indicator, crew({ bedding: 3 })).strength).toBe(150);
  });

  it('near miss: two rents', () => void expectNearMissTurnsRed(indicator, () => rents(2), 'minRents', 2));
  it('near miss: two months of three rents', () =>
    void expectNearMissTurnsRed(indicator, () => rents(3, 2), 'minRentMonths', 2));
  it('near miss: home, garage and storage room', () => {
    const home = (): Drawing => {
      const drawing = rents(1);
      for (const day of MONTHS)
        for (const i of [1, 2]) drawing.pay(on(day + i), 'A', `n:G${i}`, 100, { text: 'Miete Garage' });
      return drawing;
    };
    expectNearMissTurnsRed(indicator, home, 'leastRent', 100);
  });
  it('near miss: the third rent a year later', () => {
    const apart = (): Drawing => {
      const drawing = rents(3, 2);
      for (let i = 0; i < 3; i++) drawing.pay(on(370 + i), 'A', `n:L${i}`, 600, { text: 'Miete' });
      return drawing;
    };
    expectNearMissTurnsRed(indicator, apart, 'mostMonthsApart', 12);
  });

  it('near miss: one month of a crew', () =>
    void expectNearMissTurnsRed(indicator, () => crew({ months: [4] }), 'minMonths', 1));
  it('near miss: beds alone', () => void expectNearMissTurnsRed(indicator, () => crew({ vans: 0 }), 'minKinds', 1));
  it('near miss: three van hires a month', () =>
    void expectNearMissTurnsRed(indicator, () => crew({ vans: 3 }), 'minVehicles', 3));
  it('near miss: lodging for one person', () =>
    void expectNearMissTurnsRed(indicator, () => crew({ nights: 300 }), 'lodgingMonth', 1200));
  it('near miss: three dear payments for lodging a month', () => {
    const three = (): Drawing => {
      const drawing = new Drawing().own('A');
      for (const day of MONTHS.slice(0, 2)) {
        for (let i = 0; i < 3; i++) drawing.pay(on(day + i), 'A', 'm:Inn', 600, { mcc: 7011 });
        for (let i = 0; i < 4; i++) drawing.pay(on(day + i), 'A', 'm:Vans', 80, { mcc: 7512 });
      }
      return drawing;
    };
    expectNearMissTurnsRed(indicator, three, 'minLodging', 3);
  });
  it('near miss: two pieces of furniture', () =>
    void expectNearMissTurnsRed(indicator, () => crew({ vans: 0, bedding: 2 }), 'minBedding', 2));
  it('near miss: one home beside vans', () => {
    const homes = (): Drawing => {
      const drawing = new Drawing().own('A');
      for (const day of MONTHS.slice(0, 2)) {
        drawing.pay(on(day), 'A', 'n:L0', 600, { text: 'rent' });
        for (let i = 0; i < 4; i++) drawing.pay(on(day + i), 'A', 'm:Vans', 80, { mcc: 7512 });
      }
      return drawing;
    };
    expectNearMissTurnsRed(indicator, homes, 'minHomes', 1);
  });

  describe('groceries', () => {
    /** Groceries of the payer a month beside two homes. */
    const eater = (a: number): Drawing => {
      const drawing = rents(2, 2);
      for (const day of MONTHS.slice(0, 2)) drawing.pay(on(day + 5), 'A', 'm:Market', a, { mcc: 5411 });
      return drawing;
    };
    it('counts from the floor on', () => {
      expect(eater(1200).find(indicator, { groceryPeer: 0 })).toHaveLength(1);
      expect(eater(1199).find(indicator, { groceryPeer: 0 })).toEqual([]);
    });
    it('and far above the median of others', () => {
      const among = (a: number): Drawing => {
        const drawing = eater(a);
        for (const peer of ['P', 'Q', 'R']) drawing.pay(on(9), peer, 'm:Market', 400, { mcc: 5411 });
        return drawing;
      };
      // Four times the median of 400.
      expect(among(1600).find(indicator)).toHaveLength(1);
      expectNearMissTurnsRed(indicator, () => among(1599), 'groceryPeer', 3);
    });
  });

  it('is silent without the payer’s statement, at a protected address and for another account of one’s own', () => {
    const foreign = new Drawing();
    for (const day of MONTHS) for (let i = 0; i < 3; i++) foreign.pay(on(day), 'A', `n:L${i}`, 600, { text: 'Miete' });
    expect(foreign.find(indicator)).toEqual([]);
    const address = (isProtected: boolean): Drawing =>
      rents().holder('A', { holderType: 'business', protectedAddress: isProtected });
    expect(address(true).find(indicator)).toEqual([]);
    expect(address(false).find(indicator)).toHaveLength(1);
    const own = rents(2);
    for (const day of MONTHS) own.pay(on(day), 'A', 'B', 600, { text: 'Miete' });
    expect(own.find(indicator)).toHaveLength(1);
    own.holder('A', { customerId: 'C' }).holder('B', { customerId: 'C' });
    expect(own.find(indicator)).toEqual([]);
  });

  it('is not tested in a currency without price level', () => {
    const drawing = new Drawing().own('A');
    for (const day of MONTHS)
      for (let i = 0; i < 3; i++) drawing.pay(on(day), 'A', `n:L${i}`, 600, { text: 'Miete', currency: 'XXX' });
    expect(drawing.find(indicator)).toEqual([]);
  });

  it('never adds currencies: two rents in each of two are no three', () => {
    const drawing = rents(2);
    for (const day of MONTHS)
      for (let i = 2; i < 4; i++) drawing.pay(on(day), 'A', `n:L${i}`, 600, { text: 'Miete', currency: 'CHF' });
    expect(drawing.find(indicator)).toEqual([]);
  });

  it('guard charity-or-shelter', () => {
    const finding = onlyFinding(indicator, rents().holder('A', { licences: ['charity'] }));
    expect(finding.outcomes['charity-or-shelter']).toBe('held');
    expect([...rolesOf(finding).values()]).toEqual(['undetermined']);
    const registered = onlyFinding(indicator, rents().holder('A', { holderType: 'person' }));
    expect(registered.outcomes['charity-or-shelter']).toBe('failed');
  });

  it('guard payroll-present: wages to as many people, or a share of what leaves', () => {
    const paying = (people: number, wage: number): Drawing => {
      const drawing = rents();
      for (let i = 0; i < people; i++) drawing.pay(on(30), 'A', `W${i}`, wage, { purpose: 'SALA' });
      return drawing;
    };
    expect(onlyFinding(indicator, paying(3, 50)).outcomes['payroll-present']).toBe('held');
    // 100 of 5500 is less than a twentieth; 300 of 5700 is more.
    expect(onlyFinding(indicator, paying(2, 50)).outcomes['payroll-present']).toBe('failed');
    expect(onlyFinding(indicator, paying(2, 150)).outcomes['payroll-present']).toBe('held');
    expect(paying(2, 150).find(indicator, { payrollShare: 0.1 })[0]?.guards[1]?.outcome).toBe('failed');
  });

  it('guard lets-homes: gets as much rent as it pays, or has a lodging licence', () => {
    const letting = (amount: number): Drawing => rents().pay(on(40), 'n:Tenants', 'A', amount, { text: 'rent' });
    expect(onlyFinding(indicator, letting(5400)).outcomes['lets-homes']).toBe('held');
    expect(onlyFinding(indicator, letting(5399)).outcomes['lets-homes']).toBe('failed');
    const hotel = rents().holder('A', { holderType: 'business', licences: ['lodging'] });
    expect(onlyFinding(indicator, hotel).outcomes['lets-homes']).toBe('held');
  });

  it('guard residents-pay-rent: three residents pay half of the rents', () => {
    const housing = (residents: number, amount: number): Drawing => {
      const drawing = rents();
      for (let i = 0; i < residents; i++) drawing.pay(on(20), `n:S${i}`, 'A', amount, { text: 'Miete' });
      return drawing;
    };
    expect(onlyFinding(indicator, housing(3, 900)).outcomes['residents-pay-rent']).toBe('held');
    expect(onlyFinding(indicator, housing(3, 899)).outcomes['residents-pay-rent']).toBe('failed');
    expect(onlyFinding(indicator, housing(2, 1350)).outcomes['residents-pay-rent']).toBe('failed');
  });

  it('guard costs-repaid-by-business: about what it cost, not pay for work', () => {
    const repaid = (amount: number): Drawing => rents().pay(on(70), 'm:Tour', 'A', amount);
    expect(onlyFinding(indicator, repaid(5400)).outcomes['costs-repaid-by-business']).toBe('held');
    expect(onlyFinding(indicator, repaid(4319)).outcomes['costs-repaid-by-business']).toBe('failed');
    expect(onlyFinding(indicator, repaid(6751)).outcomes['costs-repaid-by-business']).toBe('failed');
  });
});
