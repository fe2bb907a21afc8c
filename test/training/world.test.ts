/**
 * The demo world holds what the brief asks for: size, every form, decoys ten to one, valid account
 * numbers, and names that tell nothing about roles.
 */
import { isValidIBAN } from 'ibantools';
import { describe, expect, it } from 'vitest';
import type { Account, Person } from '../../src/training/model.ts';
import { NAME_POOLS } from '../../src/training/names.ts';
import { buildWorld } from '../../src/training/world.ts';
import { DEMO_SEED } from '../../src/training/write-demo.ts';

const world = buildWorld({ seed: DEMO_SEED, level: 'demo' });
const isAccount = (end: { kind: string }): end is Account => end.kind === 'account';
const schemeAccounts = new Set(
  world.schemes.flatMap((scheme) => scheme.members.flatMap(({ end }) => (isAccount(end) ? [end] : []))),
);
const decoyAccounts = new Set(world.decoys.flatMap((decoy) => decoy.accounts));

describe('the demo world', () => {
  it('has the size asked for', () => {
    expect(world.accounts.length).toBeGreaterThanOrEqual(1500);
    expect(world.payments.length).toBeGreaterThanOrEqual(60000);
    expect(new Set(world.accounts.map((account) => account.currency))).toEqual(new Set(['EUR', 'GBP', 'PLN']));
    expect(new Set(world.accounts.map((account) => account.bank))).toEqual(new Set(['a', 'b', 'c', 'd']));
  });

  it('plants every form', () => {
    const least = {
      'sexual-exploitation': 3,
      'labour-exploitation': 3,
      'domestic-servitude': 2,
      'debt-bondage': 2,
      'child-sexual-exploitation': 2,
      'child-trafficking': 1,
      'forced-criminality': 2,
      'organ-removal': 2,
      'laundering-pattern': 1,
    };
    for (const [form, count] of Object.entries(least)) {
      expect(world.schemes.filter((scheme) => scheme.form === form).length, form).toBeGreaterThanOrEqual(count);
    }
    for (const scheme of world.schemes) {
      if (scheme.form !== 'laundering-pattern') expect(scheme.evidence.length, scheme.shape).toBeGreaterThanOrEqual(2);
      expect(scheme.from, scheme.shape).toBeLessThan(scheme.to);
    }
  });

  it('keeps schemes rare and decoys ten to one', () => {
    expect(schemeAccounts.size / world.accounts.length).toBeLessThan(0.04);
    expect(world.decoys.length).toBeGreaterThanOrEqual(10 * world.schemes.length);
    expect(new Set(world.decoys.map((decoy) => decoy.kind)).size).toBeGreaterThanOrEqual(27);
    for (const account of schemeAccounts) expect(decoyAccounts.has(account)).toBe(false);
  });

  it('moves money on every account of a scheme or decoy', () => {
    const used = new Map<Account, number>();
    for (const { debtor, creditor } of world.payments)
      for (const end of [debtor, creditor]) if (isAccount(end)) used.set(end, (used.get(end) ?? 0) + 1);
    for (const account of [...schemeAccounts, ...decoyAccounts])
      expect(used.get(account) ?? 0, account.iban).toBeGreaterThan(3);
  });

  it('has minors where a child is exploited', () => {
    for (const scheme of world.schemes.filter(({ form }) => form === 'child-trafficking')) {
      const minors = scheme.members.filter(
        ({ end }) => isAccount(end) && end.holder.kind === 'person' && end.holder.birthYear > 2008,
      );
      expect(minors.length).toBeGreaterThan(0);
    }
  });

  it('numbers accounts validly and once', () => {
    const numbers = world.accounts.map((account) => account.iban);
    expect(new Set(numbers).size).toBe(numbers.length);
    const outside = world.payments
      .flatMap(({ debtor, creditor }) => [debtor, creditor])
      .flatMap((end) => (end.kind === 'outside' && /^[A-Z]{2}/.test(end.account) ? [end.account] : []));
    for (const iban of new Set([...numbers, ...outside])) expect(isValidIBAN(iban), iban).toBe(true);
  });

  it('books both sides at most two days apart, on one value date, in safe integers', () => {
    for (const payment of world.payments) {
      expect(Number.isSafeInteger(payment.amount) && payment.amount > 0).toBe(true);
      const gap = payment.creditorBooking - payment.debtorBooking;
      if (gap < 0 || gap > 2) expect.unreachable(`payment ${payment.serial} is booked ${gap} days apart`);
    }
  });
});

describe('names', () => {
  const roles = new Map<Account, string>();
  for (const account of world.accounts) roles.set(account, decoyAccounts.has(account) ? 'decoy' : 'background');
  for (const { members } of world.schemes)
    for (const { end, role } of members)
      if (isAccount(end)) roles.set(end, role === 'victim' ? 'victim' : 'other scheme');
  const people = new Map<Person, string>();
  // Relatives share a pool by design, and second accounts repeat their holder: both count once.
  for (const [account, role] of roles)
    if (account.holder.kind === 'person' && account.holder.kinOf === undefined) people.set(account.holder, role);

  it('come from pools of equal weight, whatever the role', () => {
    const pools = Object.keys(NAME_POOLS);
    expect(pools.length).toBeGreaterThanOrEqual(12);
    const totals = new Map<string, number>();
    const table = new Map<string, Map<string, number>>();
    for (const [person, role] of people) {
      totals.set(role, (totals.get(role) ?? 0) + 1);
      const row = table.get(role) ?? new Map<string, number>();
      row.set(person.pool, (row.get(person.pool) ?? 0) + 1);
      table.set(role, row);
    }
    // Pearson's statistic per role against equal pools: mean 19 for 20 pools, standard deviation about 6.2.
    for (const [role, row] of table) {
      const expected = (totals.get(role) ?? 0) / pools.length;
      const statistic = pools.reduce((sum, pool) => sum + ((row.get(pool) ?? 0) - expected) ** 2 / expected, 0);
      expect(statistic, role).toBeLessThan(19 + 4 * 6.2);
    }
  });
});
