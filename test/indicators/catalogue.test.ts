import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docsPath, indicatorDocs } from '../../scripts/indicator-docs.ts';
import { loadCatalogue } from '../../src/indicators/catalogue.ts';
import { families, forms } from '../../src/indicators/vocabulary.ts';
import { packageRoot } from '../../src/package-root.ts';

const catalogue = await loadCatalogue();
const docs = existsSync(docsPath) ? readFileSync(docsPath, 'utf8') : '';
/** Words that speak of guilt (`indicators.md` section 5). */
const BANNED = /\b(suspects?|mules?|prostitut\w*|illegal\w*|accomplices?|launder(s|ed)|colluded|criminals?)\b/i;

describe('the catalogue of indicators', () => {
  it('has ids that are unique and sorted', () => {
    const ids = catalogue.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(15);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it('is described by the current docs/indicators.md; write it with `tsx scripts/indicator-docs.ts`', () => {
    expect(docs).toBe(indicatorDocs(catalogue));
  });

  it.each(catalogue)('$id has a test, a docs row, citations, reasons and closed words', (indicator) => {
    expect(existsSync(join(packageRoot, `test/indicators/${indicator.id}.test.ts`)), 'no test file').toBe(true);
    expect(docs).toContain(`| [\`${indicator.id}\`]`);
    expect(indicator.citations.length).toBeGreaterThan(0);
    for (const { source } of indicator.citations) expect(source).not.toBe('');
    for (const [name, setting] of Object.entries(indicator.settings)) {
      expect(setting.reason.length, `${name} has no reason`).toBeGreaterThan(10);
      expect(Number.isFinite(setting.default)).toBe(true);
    }
    expect(families).toContain(indicator.family);
    expect(Object.keys(indicator.forms).length).toBeGreaterThan(0);
    for (const [form, weight] of Object.entries(indicator.forms)) {
      expect(forms).toContain(form);
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(1);
    }
    const guards = indicator.guards.map(({ id }) => id);
    expect(guards).toEqual([...new Set(guards)]);
    for (const { pointsOff } of indicator.guards)
      expect(Number.isInteger(pointsOff) && pointsOff > 0 && pointsOff <= 2 * indicator.points).toBe(true);
    expect(indicator.innocent.length).toBeGreaterThan(20);
    for (const text of [indicator.title, indicator.looksFor, indicator.innocent]) expect(text).not.toMatch(BANNED);
  });
});
