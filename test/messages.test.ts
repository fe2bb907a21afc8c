/** Every message compiles, and none of its words accuses (indicators.md section 5, rule 2). */
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { english } from '../src/messages-en.ts';
import { measureText, moneyText, say } from '../src/messages.ts';
import { packCurrency } from '../src/money.ts';
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

  it('say measures in full', () => {
    const eur = packCurrency('EUR');
    expect(moneyText(14392000n, eur)).toBe('143,920.00 EUR');
    expect(measureText({ unit: 'share', value: 0.943 })).toBe('94 %');
    expect(measureText({ unit: 'days', value: 1 })).toBe('1 day');
    expect(say('nobody.wrote.this')).toBe('[nobody.wrote.this]');
  });
});
