import { test as property, fc } from '@fast-check/vitest';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { EncodingProbe, codePageTable, decodeBytes, detectEncoding } from '../../src/intake/encoding.ts';

const german = 'Müller Überweisung für Straße, Café Zürich GmbH; Löhne';
const russian = 'Иванов Иван; Перевод средств по договору';
const polish = 'Łukasz Żółć, Kraków, przelew środków; święta';

describe('told from the bytes', () => {
  test.each([
    [german, 'utf8', 'utf-8'],
    [german, 'win1252', 'windows-1252'],
    [german, 'cp850', 'ibm850'],
    [german, 'utf16le', 'utf-16le'],
    [german, 'utf16be', 'utf-16be'],
    [german, 'macroman', 'macintosh'],
    [russian, 'utf8', 'utf-8'],
    [russian, 'win1251', 'windows-1251'],
    [russian, 'cp866', 'ibm866'],
    [russian, 'koi8-r', 'koi8-r'],
    [russian, 'iso-8859-5', 'iso-8859-5'],
    [polish, 'win1250', 'windows-1250'],
    [polish, 'iso-8859-2', 'iso-8859-2'],
    ['Preis 12 € für Müller', 'iso-8859-15', 'iso-8859-15'],
    ['Preis 12 € für Müller', 'win1252', 'windows-1252'],
    ['Paaiškinimai: Gavėjas už paslaugas, mokėjimas šį mėnesį', 'win1257', 'windows-1257'],
    ['İşlem açıklaması: kira ödemesi, Ağustos ayı', 'win1254', 'windows-1254'],
    ['Ημερομηνία; Αιτιολογία; Ποσό; ενοίκιο Ιανουαρίου', 'win1253', 'windows-1253'],
    ['Призначення платежу: оренда за січень, Київ; її рахунок', 'win1251', 'windows-1251'],
    ['Призначення платежу: оренда за січень, Київ; її рахунок', 'koi8-u', 'koi8-u'],
    ['Основание за плащане: наем, дата и сума', 'win1251', 'windows-1251'],
    ['Částka; měna; protiúčet; zůstatek; příjemce', 'cp852', 'ibm852'],
    ['Összeg; könyvelés; őszi fizetés; űrlap', 'win1250', 'windows-1250'],
    ['Dagsetning; upphæð; það; færsla í dag', 'win1252', 'windows-1252'],
    ['Beløb; Årsafslutning; køb på Østerbro', 'win1252', 'windows-1252'],
    ['Назначение платежа; получатель', 'x-mac-cyrillic', 'x-mac-cyrillic'],
    ['Дата 31.01; Сумма -5; Получатель Иванов', 'utf16le', 'utf-16le'],
    [german, 'utf-32le', 'utf-32le'],
    [german, 'utf-32be', 'utf-32be'],
    ['plain ASCII', 'utf8', 'utf-8'],
  ])('%s in %s', (text, written, expected) => {
    const bytes = iconv.encode(text, written.replace('x-mac-cyrillic', 'maccyrillic'));
    const guess = detectEncoding(bytes, true);
    expect(guess.encoding).toBe(expected);
    expect(decodeBytes(bytes, guess.encoding)).toBe(text);
  });

  test('UTF-8 with a broken letter among many is UTF-8 all the same', () => {
    const bytes = Buffer.concat([Buffer.from('Müller, Straße, Löhne; '.repeat(20)), Buffer.from([0xe9, 0x20])]);
    expect(detectEncoding(bytes, true)).toMatchObject({ encoding: 'utf-8', why: expect.stringContaining('1 broken') });
  });

  test('byte order marks, with their length', () => {
    expect(detectEncoding(iconv.encode('ab', 'utf-32le', { addBOM: true }), true)).toMatchObject({
      encoding: 'utf-32le',
      mark: 4,
    });
    expect(detectEncoding(iconv.encode('ab', 'utf-32be', { addBOM: true }), true)).toMatchObject({
      encoding: 'utf-32be',
      mark: 4,
    });
    expect(detectEncoding(Buffer.from('\ufeffa'), true)).toMatchObject({ encoding: 'utf-8', mark: 3 });
    expect(detectEncoding(iconv.encode('a', 'utf16le', { addBOM: true }), true)).toMatchObject({
      encoding: 'utf-16le',
      mark: 2,
    });
    expect(detectEncoding(iconv.encode('a', 'utf16be', { addBOM: true }), true)).toMatchObject({
      encoding: 'utf-16be',
      mark: 2,
    });
  });

  test('one letter far behind a long ASCII start still counts', () => {
    const probe = new EncodingProbe();
    for (let i = 0; i < 100; i++) probe.push(Buffer.alloc(65536, 97));
    probe.push(iconv.encode('M\u00fcller Gr\u00fcn', 'win1252'));
    expect(probe.finish().encoding).toBe('windows-1252');
  });

  test('a head that is cut inside a letter is UTF-8 all the same', () => {
    const bytes = Buffer.from('a€');
    expect(detectEncoding(bytes.subarray(0, 2)).encoding).toBe('utf-8');
    expect(detectEncoding(bytes.subarray(0, 2), true).encoding).not.toBe('utf-8');
  });
});

describe('properties', () => {
  property.prop([fc.string({ unit: 'grapheme' }), fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 })])(
    'UTF-8 stays UTF-8 however it arrives',
    (text, steps) => {
      fc.pre(!text.includes('\0') && !text.includes('\ufeff'));
      const bytes = Buffer.from(text);
      const probe = new EncodingProbe();
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const step = steps[i % steps.length] as number;
        probe.push(bytes.subarray(at, at + step));
        at += step;
      }
      expect(probe.finish().encoding).toBe('utf-8');
    },
  );

  property.prop([fc.uint8Array({ maxLength: 300 })])('any bytes have an encoding that decodes them', (bytes) => {
    const { encoding } = detectEncoding(bytes, true);
    expect(typeof decodeBytes(bytes, encoding)).toBe('string');
  });
});

test('tables of one-byte encodings', () => {
  expect(codePageTable('windows-1252')[0x80]).toBe('€');
  expect(codePageTable('ibm850')[0x81]).toBe('ü');
  expect(codePageTable('windows-1251')[0xc0]).toBe('А');
});
