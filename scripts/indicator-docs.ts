/**
 * Writes docs/indicators.md from the catalogue. `tsx scripts/indicator-docs.ts`; a test fails while
 * the page is not what this would write.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadCatalogue } from '../src/indicators/catalogue.ts';
import type { Indicator, Setting } from '../src/indicators/indicator.ts';
import { forms } from '../src/indicators/vocabulary.ts';
import { packageRoot } from '../src/package-root.ts';

export const docsPath = join(packageRoot, 'docs/indicators.md');

const weights = { 5: 'strong', 3: 'moderate', 1: 'weak' } as const;
const confidences = { read: 'read', 'read-in-part': 'read in part', known: 'known, unchecked' } as const;

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function amount(setting: Setting): string {
  if (setting.unit === 'EUR') return `EUR ${String(setting.default)}`;
  const bare = setting.unit === 'count' || setting.unit === 'share' || setting.unit === 'ratio';
  return bare
    ? `${String(setting.default)} (${setting.unit})`
    : `${String(setting.default)} ${setting.unit.replaceAll('-', ' ')}`;
}

function section(indicator: Indicator): string {
  const spoken = forms
    .filter((form) => (indicator.forms[form] ?? 0) > 0)
    .map((form) => `${form} ${String(indicator.forms[form])}`);
  const settings = Object.entries(indicator.settings).map(
    ([name, setting]) => `| \`${name}\` | ${amount(setting)} | ${cell(setting.reason)} |`,
  );
  const guards = indicator.guards.map(({ id, pointsOff }) => `\`${id}\` (−${String(pointsOff)})`);
  return [
    `## \`${indicator.id}\``,
    '',
    `**${indicator.title}.** ${indicator.looksFor}`,
    '',
    `- Family: ${indicator.family}. Points: ${String(indicator.points)} (${weights[indicator.points]}). Forms: ${spoken.join(', ')}.`,
    ...indicator.citations.map(({ source, confidence }) => `- Source: ${source} (${confidences[confidence]}).`),
    `- Needs: ${indicator.needs.length === 0 ? 'rows only' : indicator.needs.join(', ')}.`,
    `- Innocent readings: ${indicator.innocent}`,
    `- Guards and the points they take off: ${guards.length === 0 ? 'none' : guards.join(', ')}.`,
    '',
    '| setting | default | reason |',
    '| --- | --- | --- |',
    ...settings,
    '',
  ].join('\n');
}

export function indicatorDocs(catalogue: readonly Indicator[]): string {
  const rows = catalogue.map(
    ({ id, title, family, points }) => `| [\`${id}\`](#${id}) | ${cell(title)} | ${family} | ${weights[points]} |`,
  );
  return [
    '# Indicators',
    '',
    '<!-- Written by scripts/indicator-docs.ts from the catalogue; do not edit. -->',
    '',
    'No single indicator shows trafficking. A lead needs two families on disjoint rows, one of them specific to exploitation or control. Thresholds are our defaults unless a source is named beside the number; every one can be changed in a case. Amounts in euros are turned into other currencies by the dated table `datasets/price-levels.csv`; a currency without a row is not tested. A guard that held takes its points off and is shown.',
    '',
    '| id | what it looks for | family | weight |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    ...catalogue.map(section),
  ].join('\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(docsPath, indicatorDocs(await loadCatalogue()));
}
