import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/days.ts';
import { readInformation } from '../../src/formats/mt/information.ts';
import { terminalNote } from '../../src/formats/mt/terminal.ts';

describe('terminal of a card or cash row in :86:', () => {
  it('has number, town, day and time', () => {
    const note = terminalNote('Bakery Adler Linz AT TERM 53922299 2026-01-04 20:21', 'Bakery Adler');
    expect(note).toMatchObject({ number: '53922299', town: 'Linz', time: (20 * 60 + 21) * 60 });
    expect(note && isoDate(note.day)).toBe('2026-01-04');
  });
  it('has no town where the merchant gives none, or is called otherwise', () => {
    expect(terminalNote('Streamo AT TERM 56834819 2026-03-01 04:45', 'Streamo')?.town).toBe('');
    expect(terminalNote('Other Shop Linz AT TERM 56834819 2026-03-01 04:45', 'Streamo')?.town).toBe('');
  });
  it('is none without a number, a day and a time', () => {
    for (const text of ['Linz AT', 'Linz AT TERM 123', 'TERM 2 rent 2026-01-04', 'long TERM plan'])
      expect(terminalNote(text)).toBeUndefined();
  });
  it('is joined over sub-fields that are cut within a word', () => {
    const lines = ['083?00WYPLATA BANKOMAT?104037?20SVWZ+Wroclaw PL TERM 552244?2', '137 2026-04-02 16:20'];
    expect(readInformation(lines, 'debit')).toMatchObject({
      gvc: '083',
      terminal: { number: '55224437', town: 'Wroclaw', time: (16 * 60 + 20) * 60 },
      text: 'WYPLATA BANKOMAT Wroclaw PL TERM 55224437 2026-04-02 16:20',
    });
  });
});
