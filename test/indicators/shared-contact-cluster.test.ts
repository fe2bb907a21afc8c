import { describe, expect, it } from 'vitest';
import type { RegisterRow } from '../../src/formats/register-row.ts';
import indicator from '../../src/indicators/shared-contact-cluster.ts';
import { dayOn, on } from './days-on.ts';
import { Drawing } from './hand-drawn.ts';
import { expectNearMissTurnsRed } from './mutation.ts';

const names = ['A', 'B', 'C', 'D', 'E'];

/** `holders` customers with one phone, opened two days apart; the first `payers` pay K three times. */
function draw(holders = 4, payers = 3, shared: Omit<RegisterRow, 'account'> = { phoneHash: 'p' }): Drawing {
  const drawing = new Drawing();
  for (const [i, name] of names.slice(0, holders).entries()) {
    drawing.own(name).holder(name, { customerId: `c${name}`, holderType: 'person', openedOn: dayOn(2 * i), ...shared });
    for (let month = 0; month < 3; month++) {
      drawing.pay(on(20 + 30 * month), 'W', name, 1000, { purpose: 'SALA' });
      if (i < payers) drawing.pay(on(22 + 30 * month), name, 'K', 700);
    }
  }
  return drawing.pay(on(1), 'W', 'm:Shop', 5);
}

describe('shared-contact-cluster', () => {
  it('finds four holders of one phone, three of whom pay one account', () => {
    const drawing = draw();
    const [finding, ...more] = drawing.find(indicator);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      anchor: drawing.end('K'),
      observed: { holders: { value: 4 }, payers: { value: 3 }, share: { value: 3 / 4 }, openedTogether: { value: 4 } },
      strength: 100 + 25,
      evidence: [],
      guards: [
        { id: 'institution-address', outcome: 'failed' },
        { id: 'no-common-recipient', outcome: 'failed' },
        { id: 'employer-housing', outcome: 'failed' },
        { id: 'shared-rent', outcome: 'failed' },
      ],
    });
    expect(finding?.members.map(({ end, role }) => [end, role])).toEqual([
      [drawing.end('K'), 'possible-controller'],
      ...['A', 'B', 'C', 'D'].map((name) => [drawing.end(name), 'possible-victim']),
    ]);
  });

  it('near miss: three holders', () => {
    expectNearMissTurnsRed(indicator, () => draw(3, 3), 'minHolders', 3);
  });

  it('drops a value that too many share', () => {
    expect(draw(5, 5).find(indicator, { maxHolders: 4 })).toEqual([]);
  });

  it('joins holders by different contacts', () => {
    const drawing = draw(4, 4, {});
    const chained = new Drawing();
    for (const [i, name] of ['A', 'B', 'C', 'D'].entries()) {
      // A-B by phone, B-C by mail, C-D by phone.
      chained.own(name).holder(name, {
        phoneHash: i < 2 ? 'p' : 'q',
        emailHash: i === 1 || i === 2 ? 'm' : `m${name}`,
        customerId: name,
      });
      chained.pay(on(1), name, 'K', 10).pay(on(9), name, 'K', 10);
    }
    expect(drawing.find(indicator)).toEqual([]);
    expect(chained.find(indicator)).toHaveLength(1);
  });

  it('accounts of one customer are one holder', () => {
    expect(draw(4, 4, { phoneHash: 'p', customerId: 'one' }).find(indicator)).toEqual([]);
  });

  it('shows nothing where an address is protected', () => {
    const drawing = draw();
    drawing.own('R').holder('R', { phoneHash: 'p', protectedAddress: true, addressHash: 'refuge' });
    expect(drawing.find(indicator)).toEqual([]);
  });

  it('guard no-common-recipient: then the smallest end is the anchor and nobody has a role', () => {
    const drawing = draw(4, 1);
    const [finding] = drawing.find(indicator);
    expect(finding?.anchor).toBe(drawing.end('A'));
    expect(finding?.guards[1]).toEqual({ id: 'no-common-recipient', outcome: 'held' });
    expect(new Set(finding?.members.map(({ role }) => role))).toEqual(new Set(['undetermined']));
    // 2 of 5 pay: one finding either way, with the threshold off it has a recipient.
    const off = draw(5, 2).find(indicator, { moneyEdgeToOne: 0.4 });
    expect(off[0]?.guards[1]?.outcome).toBe('failed');
    expect(draw(5, 2).find(indicator)[0]?.guards[1]?.outcome).toBe('held');
  });

  it('guard institution-address: an address alone, and the payee is a business', () => {
    const outcome = (drawing: Drawing): unknown => drawing.find(indicator)[0]?.guards[0]?.outcome;
    expect(outcome(draw(4, 4, { addressHash: 'hall' }).holder('K', { holderType: 'business' }))).toBe('held');
    expect(outcome(draw(4, 4, { addressHash: 'hall' }))).toBe('failed');
    expect(outcome(draw(4, 4, { phoneHash: 'p' }).holder('K', { holderType: 'business' }))).toBe('failed');
  });

  it('guard employer-housing: wages of one employer, kept', () => {
    const outcome = (payers: number): unknown =>
      draw(4, payers, { addressHash: 'house' }).holder('W', { holderType: 'business' }).find(indicator)[0]?.guards[2]
        ?.outcome;
    expect(outcome(0)).toBe('held');
    expect(outcome(4)).toBe('failed');
  });

  it('guard shared-rent: a flatmate collects shares and pays the rent', () => {
    const flat = (phoneHash?: string): unknown => {
      const drawing = new Drawing();
      for (const name of names.slice(0, 4))
        drawing.own(name).holder(name, { customerId: name, addressHash: 'flat', ...(phoneHash ? { phoneHash } : {}) });
      for (let month = 0; month < 3; month++) {
        for (const name of names.slice(1, 4)) drawing.pay(on(30 * month), name, 'A', 400);
        drawing.pay(on(30 * month + 1), 'A', 'n:Landlord', 1600);
      }
      const [finding] = drawing.find(indicator);
      expect(finding?.anchor).toBe(drawing.end('A'));
      return finding?.guards[3]?.outcome;
    };
    expect(flat()).toBe('held');
    expect(flat('one')).toBe('failed');
  });

  it('a payee of everybody is no common recipient', () => {
    const drawing = draw();
    // 9 of the cluster's payments stand among 9 + 90: under a tenth.
    for (let i = 0; i < 90; i++) drawing.pay(on(i), 'n:Somebody', 'K', 20);
    expect(drawing.find(indicator)[0]?.guards[1]?.outcome).toBe('held');
  });
});
