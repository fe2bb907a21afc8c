import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/indicators/catalogue.ts';
import { settingOf, withChanges } from '../../src/indicators/settings.ts';

const indicators = new Map((await loadCatalogue()).map((one) => [one.id, one]));
const SWEEPS = 'earnings-swept-to-controller.minSweeps';

test('a value is read by its unit, and what is not one is refused', () => {
  expect(settingOf(`${SWEEPS}=6`, indicators)).toMatchObject({ name: 'minSweeps', value: 6 });
  for (const bad of ['0', '2.5', '-1', 'six', '1e3', ''])
    expect(() => settingOf(`${SWEEPS}=${bad}`, indicators)).toThrow('takes a whole number from 1');
  expect(() => settingOf('earnings-swept-to-controller.sweepShare=1.1', indicators)).toThrow('from 0 to 1 (share)');
  for (const unknown of ['x.y=1', 'earnings-swept-to-controller.toString=1'])
    expect(() => settingOf(unknown, indicators)).toThrow('was not found');
});

test('a change adds to those before it, and a reset leaves the others', () => {
  const one = withChanges({}, { a: { x: 1 } });
  const two = withChanges(one, { a: { y: 2 }, b: { z: 3 } });
  expect(two).toEqual({ a: { x: 1, y: 2 }, b: { z: 3 } });
  expect(withChanges(two, {}, ['a.x', 'b.z'])).toEqual({ a: { y: 2 } });
});
