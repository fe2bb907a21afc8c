/**
 * Which format a member is in: every format file of this folder looks at the member's head and says
 * how sure it is; the surest wins, ties go to the smaller id. Formats are discovered, not listed:
 * a file directly in this folder that default-exports a `StatementFormat` is one.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fileSource } from '../intake/byte-source.ts';
import { decodeBytes } from '../intake/encoding.ts';
import type { Head, Member, Recognition, StatementFormat } from './format.ts';

const HEAD_BYTES = 65536;

/** Every format by its id, in order of ids. */
export const formats: ReadonlyMap<string, StatementFormat> = await discover(dirname(fileURLToPath(import.meta.url)));

async function discover(folder: string): Promise<ReadonlyMap<string, StatementFormat>> {
  const extension = extname(fileURLToPath(import.meta.url));
  const found: StatementFormat[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (extname(name) !== extension || name.endsWith('.d.ts')) continue;
    const path = join(folder, name);
    // Importing a file that imports this one would wait for itself, so only those with a default export are.
    if (!/^export default |^export \{[^}]*\bas default\b/m.test(readFileSync(path, 'utf8'))) continue;
    const loaded = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as { default?: unknown };
    if (isFormat(loaded.default)) found.push(loaded.default);
  }
  found.sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(found.map((format) => [format.id, format]));
}

function isFormat(value: unknown): value is StatementFormat {
  if (typeof value !== 'object' || value === null) return false;
  const format = value as Partial<StatementFormat>;
  return typeof format.id === 'string' && typeof format.recognise === 'function' && typeof format.read === 'function';
}

/** The format that is surest of the head, or undefined where none knows it. */
export function recognise(head: Head): { format: StatementFormat; recognition: Recognition } | undefined {
  let best: { format: StatementFormat; recognition: Recognition } | undefined;
  for (const format of formats.values()) {
    const recognition = format.recognise(head);
    if (recognition.sureness > (best?.recognition.sureness ?? 0)) best = { format, recognition };
  }
  return best;
}

/** The start of a member as formats see it. */
export function headOf(member: Member): Head {
  const source = fileSource(member.path);
  try {
    const bytes = source.read(0, HEAD_BYTES);
    return { name: member.name, bytes, text: decodeBytes(bytes, member.encoding) };
  } finally {
    source.close();
  }
}
