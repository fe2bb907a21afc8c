/**
 * `names/<hash>.arrow`: all that a segment has of people and places (keys of ends, names, banks,
 * place texts, register rows, logins, terminals), apart from its rows, so that it can be encrypted under another key
 * or erased. One row of lists; strings are bytes exactly as they were read.
 */
import { join } from 'node:path';
import type { DictionaryParts } from '../formats/byte-dictionary.ts';
import type { EndTableParts } from '../formats/end-table.ts';
import type { Segment } from '../formats/format.ts';
import type { LoginParts } from '../formats/login-columns.ts';
import type { RegisterRow } from '../formats/register-row.ts';
import type { TerminalRow } from '../formats/terminal-row.ts';
import { readArrowFile, type ArrowBatch } from './arrow-reading.ts';
import { ArrowFile, type ArrowField } from './arrow-writing.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CaseFolder } from './case-folder.ts';
import { DurableFile } from './durable-file.ts';

export type SegmentNames = Pick<Segment, 'ends' | 'places' | 'register' | 'logins' | 'terminals'>;

const METADATA = 'clew.names';
const FIELDS = [
  { name: 'keys', type: 'list of bytes' },
  { name: 'country', type: 'list of uint16' },
  { name: 'bank', type: 'list of uint32' },
  { name: 'own', type: 'list of uint8' },
  { name: 'banks', type: 'list of bytes' },
  { name: 'names', type: 'list of bytes' },
  { name: 'seen', type: 'list of uint32' },
  { name: 'places', type: 'list of bytes' },
  { name: 'register', type: 'list of bytes' },
] as const satisfies readonly ArrowField[];
/** Written only by files that have any, so that all others keep their bytes. */
const LOGIN_FIELDS = [
  { name: 'loginEnd', type: 'list of uint32' },
  { name: 'loginDay', type: 'list of uint32' },
  { name: 'loginTime', type: 'list of uint32' },
  { name: 'loginDevice', type: 'list of uint32' },
  { name: 'loginIp', type: 'list of uint32' },
  { name: 'loginCountry', type: 'list of uint16' },
  { name: 'loginHashes', type: 'list of bytes' },
] as const satisfies readonly ArrowField[];
const TERMINAL_FIELDS = [{ name: 'terminals', type: 'list of bytes' }] as const satisfies readonly ArrowField[];

/** @returns the file's hash, which is its name */
export function writeNames(folder: CaseFolder, { ends, places, register, logins, terminals }: SegmentNames): string {
  const file = new DurableFile(folder.names);
  try {
    const fields = [...FIELDS, ...(logins ? LOGIN_FIELDS : []), ...(terminals ? TERMINAL_FIELDS : [])];
    const arrow = new ArrowFile(file, fields, { [METADATA]: '1' });
    const { keys, country, bank, own, banks, names, seen } = ends;
    arrow.lists([
      ...[keys, country, bank, own, banks, names, seen, places, jsonParts(register)],
      ...(logins ? [logins.end, logins.day, logins.time, logins.device, logins.ip, logins.country, logins.hashes] : []),
      ...(terminals ? [jsonParts(terminals)] : []),
    ]);
    arrow.finish();
  } catch (thrown) {
    file.abandon();
    throw thrown;
  }
  return file.commit((hash) => `${hash}.arrow`);
}

/** Throws for a file that is missing or not what its hash says. */
export function readNames(folder: CaseFolder, hash: string): SegmentNames {
  return readArrowFile(join(folder.names, `${hash}.arrow`), (reading) => {
    if (reading.metadata.get(METADATA) !== '1') throw new Error('no file of names');
    let names: SegmentNames | undefined;
    for (const batch of reading.batches()) names ??= namesOf(batch);
    if (!names || reading.hash() !== hash) throw new Error('the bytes are not those that were written');
    return names;
  });
}

function namesOf(batch: ArrowBatch): SegmentNames {
  const bytes = (name: string): DictionaryParts => {
    const { arena, offsets } = batch.list(name) as DictionaryParts;
    return { arena: arena.slice(), offsets: offsets.slice() };
  };
  const ends: EndTableParts = {
    keys: bytes('keys'),
    names: bytes('names'),
    seen: (batch.list('seen') as Uint32Array).slice(),
    country: (batch.list('country') as Uint16Array).slice(),
    bank: (batch.list('bank') as Uint32Array).slice(),
    banks: bytes('banks'),
    own: (batch.list('own') as Uint8Array).slice(),
  };
  return {
    ends,
    places: bytes('places'),
    register: texts(bytes('register')).map((text) => JSON.parse(text) as RegisterRow),
    ...(batch.has('loginEnd') ? { logins: loginsOf(batch, bytes) } : {}),
    ...(batch.has('terminals')
      ? { terminals: texts(bytes('terminals')).map((text) => JSON.parse(text) as TerminalRow) }
      : {}),
  };
}

function loginsOf(batch: ArrowBatch, bytes: (name: string) => DictionaryParts): LoginParts {
  const numbers = (name: string): Uint32Array => (batch.list(name) as Uint32Array).slice();
  return {
    end: numbers('loginEnd'),
    day: numbers('loginDay'),
    time: numbers('loginTime'),
    device: numbers('loginDevice'),
    ip: numbers('loginIp'),
    country: (batch.list('loginCountry') as Uint16Array).slice(),
    hashes: bytes('loginHashes'),
  };
}

function jsonParts(rows: readonly object[]): DictionaryParts {
  return textParts(rows.map(canonicalJson));
}

function textParts(lines: readonly string[]): DictionaryParts {
  const pieces = lines.map((line) => Buffer.from(line, 'utf8'));
  const offsets = new Uint32Array(pieces.length + 1);
  for (const [index, piece] of pieces.entries()) offsets[index + 1] = (offsets[index] as number) + piece.length;
  return { arena: Buffer.concat(pieces), offsets };
}

function texts({ arena, offsets }: DictionaryParts): string[] {
  const decoder = new TextDecoder();
  return Array.from({ length: offsets.length - 1 }, (_, i) =>
    decoder.decode(arena.subarray(offsets[i], offsets[i + 1])),
  );
}
