/**
 * Mutation: a near miss stays silent because of one threshold, and speaks once that threshold is
 * off. A test that passes with the threshold removed tests nothing.
 */
import { expect } from 'vitest';
import type { Finding, Indicator, Settings } from '../../src/indicators/indicator.ts';
import type { Drawing } from './hand-drawn.ts';

/** @param valueThatDisablesIt of the setting, e.g. 0 for "at least", Infinity for "at most" */
export function expectNearMissTurnsRed<S extends Settings>(
  indicator: Indicator<S>,
  drawNearMiss: () => Drawing,
  settingName: keyof S & string,
  valueThatDisablesIt: number,
): Finding[] {
  expect(drawNearMiss().find(indicator), `the near miss fires with ${settingName} at its default`).toEqual([]);
  const changed = { [settingName]: valueThatDisablesIt } as Partial<Record<keyof S, number>>;
  const found = drawNearMiss().find(indicator, changed);
  expect(found.length, `nothing fires with ${settingName} = ${valueThatDisablesIt}`).toBeGreaterThan(0);
  return found;
}

/** The one finding of a drawing, with the outcome of each of its guards. */
export function onlyFinding<S extends Settings>(
  indicator: Indicator<S>,
  drawing: Drawing,
): Finding & { readonly outcomes: Readonly<Record<string, string>> } {
  const found = drawing.find(indicator);
  expect(found).toHaveLength(1);
  const finding = found[0] as Finding;
  expect(finding.guards.map(({ id }) => id)).toEqual(indicator.guards.map(({ id }) => id));
  return { ...finding, outcomes: Object.fromEntries(finding.guards.map(({ id, outcome }) => [id, outcome])) };
}

/** Role of each member by its end. */
export function rolesOf(finding: Finding): Map<number, string> {
  return new Map(finding.members.map(({ end, role }) => [end, role]));
}
