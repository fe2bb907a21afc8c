import { expect, it } from 'vitest';
import { memorySource } from '../../src/intake/byte-source.ts';
import { detached, textFeeds } from '../../src/intake/text-feeds.ts';

const TEXT = 'Größe\nzwei €\n\n𝄞 drei\nlast';
const encodings = [
  ['utf-8', Buffer.from(TEXT)],
  ['utf-16le', Buffer.from(TEXT, 'utf16le')],
  ['utf-16be', Buffer.from(TEXT, 'utf16le').swap16()],
  ['windows-1252', Buffer.from('Größe\nzwei x\n\ny drei\nlast', 'latin1')],
] as const;

for (const [encoding, bytes] of encodings) {
  for (const chunk of [1, 3, 4, 7, 1000]) {
    it(`gives pieces that end in line feeds and lead back to bytes: ${encoding}, ${chunk} bytes`, () => {
      const decoder = new TextDecoder(encoding);
      let text = '';
      for (const feed of textFeeds(memorySource(bytes), encoding, 'x', { cut: '\n', chunk })) {
        text += feed.text;
        for (let at = 0; at < feed.text.length;) {
          const stop = feed.text.indexOf('\n', at);
          const end = stop < 0 ? feed.text.length : stop;
          const start = feed.at(at);
          expect(decoder.decode(bytes.subarray(start, feed.at(end)))).toBe(feed.text.slice(at, end));
          at = end + 1;
        }
      }
      expect(text).toBe(decoder.decode(bytes));
    });
  }
}

it('stays exact where bytes are not valid', () => {
  const bytes = Buffer.from([0xe4, 10, 0xe2, 0x82, 10, 65, 0xc3, 10, 66]);
  const [feed] = textFeeds(memorySource(bytes), 'utf-8', 'x', { cut: '\n' });
  expect(feed?.text).toBe('\ufffd\n\ufffd\nA\ufffd\n');
  expect([1, 3, 6].map((index) => feed?.at(index))).toEqual([1, 4, 7]);
});

it('limits a piece', () => {
  const endless = { size: 1 << 30, read: (from: number, to: number) => new Uint8Array(to - from).fill(65) };
  expect(() => [...textFeeds(endless, 'utf-8', 'x', { cut: '\n' })]).toThrow(/over the limit/);
});

it('detaches equal texts', () => {
  for (const text of ['', 'short', 'a text longer than that', 'Größe über alles 𝄞']) expect(detached(text)).toBe(text);
});
