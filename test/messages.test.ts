/** Every message compiles, and none of its words accuses (indicators.md section 5, rule 2). */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../src/indicators/catalogue.ts';
import { english } from '../src/messages-en.ts';
import { isMessage, measureText, moneyText, say } from '../src/messages.ts';
import { packCurrency } from '../src/money.ts';
import { packageRoot } from '../src/package-root.ts';
import { bannedWords, accusing } from './banned-words.ts';

describe('messages', () => {
  it('compile as ICU', () => {
    for (const [id, text] of Object.entries(english)) expect(() => new IntlMessageFormat(text, 'en'), id).not.toThrow();
  });

  it('accuse nobody', () => {
    for (const [id, text] of Object.entries(english)) expect(accusing(text), id).toEqual([]);
  });

  it('the test of words can fail', () => {
    expect(accusing('The suspect laundered it')).toEqual(['suspect', 'laundered']);
    expect(bannedWords.length).toBeGreaterThan(5);
  });

  it('are there for every indicator, guard and reason', async () => {
    const wanted = (await loadCatalogue()).flatMap(({ id, guards }) => [
      `headline.${id}`,
      `statement.${id}`,
      ...guards.map((guard) => `guard.${guard.id}`),
    ]);
    for (const folder of ['src/indicators', 'src/leads']) {
      for (const file of readdirSync(join(packageRoot, folder))) {
        const source = readFileSync(join(packageRoot, folder, file), 'utf8');
        for (const [, id = ''] of source.matchAll(/'(reason\.[a-z0-9-]+)'/g)) wanted.push(id);
      }
    }
    expect(wanted.filter((id) => !isMessage(id))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(100);
  });

  it('say measures in full', () => {
    const eur = packCurrency('EUR');
    expect(moneyText(14392000n, eur)).toBe('143,920.00 EUR');
    expect(measureText({ unit: 'share', value: 0.943 })).toBe('94 %');
    expect(measureText({ unit: 'days', value: 1 })).toBe('1 day');
    expect(say('nobody.wrote.this')).toBe('[nobody.wrote.this]');
  });
});
