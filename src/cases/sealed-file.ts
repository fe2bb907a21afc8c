/**
 * `sealed/<hash>.json`: words that a person entered, apart from the events, so that they can be
 * encrypted or erased while the chain of events holds. Salted, so that the hash that an event names
 * tells nobody who guesses the words whether the guess is right.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, sha256Of } from './canonical-json.ts';
import { damaged, type CaseFolder } from './case-folder.ts';
import { writeDurably } from './durable-file.ts';

export interface SealedWords {
  readonly text: string;
  /** Random, given by the caller. */
  readonly salt: string;
}

/** @returns the hash that names the file */
export function writeSealed(folder: CaseFolder, words: SealedWords): string {
  const text = canonicalJson(words);
  const hash = sha256Of(text);
  writeDurably(folder.sealed, `${hash}.json`, text);
  return hash;
}

/** Undefined where the words were erased. */
export function readSealed(folder: CaseFolder, hash: string): SealedWords | undefined {
  const path = join(folder.sealed, `${hash}.json`);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  if (sha256Of(text) !== hash) throw damaged(folder.path, `sealed/${hash}.json is not what was written`);
  return JSON.parse(text) as SealedWords;
}
