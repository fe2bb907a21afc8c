/**
 * Where things lie in a case folder (design section 4, ADR 0002). `case.json` is written last when
 * a case is made: a folder without it is not a case yet.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../errors.ts';
import { canonicalJson } from './canonical-json.ts';
import { writeDurably } from './durable-file.ts';

export const CASE_VERSION = 1;

/** Paths within one case. */
export interface CaseFolder {
  readonly path: string;
  readonly caseFile: string;
  readonly database: string;
  readonly lock: string;
  /** Rows in columns, by the hash of the file. */
  readonly segments: string;
  /** What names people and places, apart, so that it can be encrypted or erased apart. */
  readonly names: string;
  /** Exact copies of what was imported, by their hash. */
  readonly sources: string;
  readonly scores: string;
  /** Words that people entered, by hash, apart like names. */
  readonly sealed: string;
  /** Opened containers while an import runs. */
  readonly scratch: string;
}

export function caseFolder(path: string): CaseFolder {
  return {
    path,
    caseFile: join(path, 'case.json'),
    database: join(path, 'case.sqlite'),
    lock: join(path, 'lock'),
    segments: join(path, 'segments'),
    names: join(path, 'names'),
    sources: join(path, 'sources'),
    scores: join(path, 'scores'),
    sealed: join(path, 'sealed'),
    scratch: join(path, 'scratch'),
  };
}

/** Makes what is not there yet; a new case is for its owner's eyes. */
export function makeFolders(folder: CaseFolder): void {
  for (const path of [folder.path, folder.segments, folder.names, folder.sources, folder.scores, folder.sealed]) {
    try {
      mkdirSync(path, { recursive: true, mode: 0o700 });
    } catch (thrown) {
      const reason = `${path} cannot be made: ${(thrown as NodeJS.ErrnoException).code ?? String(thrown)}`;
      throw new CodedError('CLEW_USAGE', { reason }, thrown);
    }
  }
}

export function writeCaseFile(folder: CaseFolder, created: number): void {
  writeDurably(folder.path, 'case.json', `${canonicalJson({ created, version: CASE_VERSION })}\n`);
}

/** Checks that a case of our version is there. */
export function checkCaseFile(folder: CaseFolder): void {
  if (!existsSync(folder.caseFile)) throw new CodedError('CLEW_CASE_MISSING', { path: folder.path });
  let found: unknown;
  try {
    found = (JSON.parse(readFileSync(folder.caseFile, 'utf8')) as { version?: unknown }).version;
  } catch (thrown) {
    throw damaged(folder.path, 'case.json is not readable', thrown);
  }
  if (typeof found !== 'number') throw damaged(folder.path, 'case.json has no version');
  if (found !== CASE_VERSION)
    throw new CodedError('CLEW_CASE_VERSION', { path: folder.path, found, known: CASE_VERSION });
  if (!existsSync(folder.database)) throw damaged(folder.path, 'case.sqlite is missing');
}

export function damaged(path: string, reason: string, cause?: unknown): CodedError {
  return new CodedError('CLEW_CASE_DAMAGED', { path, reason }, cause);
}
