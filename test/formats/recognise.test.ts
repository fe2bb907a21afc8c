import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formats, headOf, recognise } from '../../src/formats/recognise.ts';
import { packageRoot } from '../../src/package-root.ts';
import { memberOf } from '../fixtures/read-rows.ts';

const fixture = (name: string): string => join(packageRoot, 'test/fixtures', name);
const headOfText = (text: string): Parameters<typeof recognise>[0] => ({
  name: 'x',
  bytes: new TextEncoder().encode(text),
  text,
});
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clew-recognise-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('finds the formats in their folder, by unique ids in order', () => {
  const ids = [...formats.keys()];
  expect(ids).toEqual(expect.arrayContaining(['camt052', 'camt053', 'camt054', 'mt940', 'mt942']));
  expect(ids).toEqual([...ids].sort());
  for (const [id, format] of formats) expect(format.id).toBe(id);
});

it('tells formats by content, whatever the name', () => {
  for (const [name, id] of [
    ['camt/v2.xml', 'camt053'],
    ['camt/v8-latin1.xml', 'camt053'],
    ['mt/german-dutch.sta', 'mt940'],
    ['mt/pages.sta', 'mt940'],
  ] as const) {
    const member = { ...memberOf(new Uint8Array(0), 'picture.jpg'), path: fixture(name) };
    expect(recognise(headOf(member))?.format.id).toBe(id);
  }
});

it('reads at most 64 KiB, in the encoding of the member', () => {
  const path = join(folder, 'wide');
  writeFileSync(path, Buffer.from('ä'.repeat(100_000), 'utf16le'));
  const head = headOf({ ...memberOf(new Uint8Array(0)), path, encoding: 'utf-16le' });
  expect(head.bytes.length).toBe(65536);
  expect(head.text).toBe('ä'.repeat(32768));
});

it('claims no plain text and no other XML', () => {
  const own = ['camt052', 'camt053', 'camt054', 'mt940', 'mt942'].map((id) => formats.get(id));
  for (const text of ['', 'Datum;Betrag\n1.1.2024;5,00\n', '<html></html>', ':20: is a field', '{"a": 1}']) {
    for (const format of own) expect(format?.recognise(headOfText(text)).sureness).toBe(0);
  }
  const interim = ':20:A\n:25:1\n:34F:EUR0,\n:61:240101C1,00NTRF\n';
  expect(recognise(headOfText(interim))?.format.id).toBe('mt942');
});
