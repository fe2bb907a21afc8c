/** Indicators and findings made up for tests of leads: no search, only what a lead is built from. */
import type { Day } from '../../src/days.ts';
import type { Finding, Guard, Indicator } from '../../src/indicators/indicator.ts';
import { member } from '../../src/indicators/measures.ts';
import type { Family, Form, Role } from '../../src/indicators/vocabulary.ts';

export function indicator(
  id: string,
  family: Family,
  points: 5 | 3 | 1,
  forms: Partial<Record<Form, number>>,
  guards: readonly Guard[] = [],
): Indicator {
  return {
    id,
    title: id,
    looksFor: '',
    family,
    points,
    forms,
    citations: [],
    needs: [],
    settings: {},
    guards,
    innocent: '',
    find: () => undefined,
  };
}

export function finding(
  id: string,
  anchor: number,
  members: readonly (readonly [number, Role])[],
  evidence: readonly number[],
  more: Partial<Finding> = {},
): Finding {
  return {
    indicator: id,
    anchor,
    members: members.map(([end, role]) => member(end, role)),
    observed: {},
    threshold: {},
    window: { from: 20454 as Day, to: 20500 as Day },
    strength: 100,
    evidence,
    guards: [],
    ...more,
  };
}

export const known = new Map(
  [
    indicator('sweep', 'earnings-control', 5, { 'labour-exploitation': 1 }),
    indicator('contact', 'account-control', 5, { 'labour-exploitation': 0.5 }, [{ id: 'hall', pointsOff: 4 }]),
    indicator('pass', 'laundering-flow', 1, { 'laundering-pattern': 1 }),
    indicator('fees', 'debt', 5, { 'debt-bondage': 1 }),
  ].map((one) => [one.id, one]),
);
