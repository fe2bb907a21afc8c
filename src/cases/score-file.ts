/**
 * `scores/<hash>.json`: what the indicators found, as canonical JSON with each finding on a line of
 * its own, since all findings of a large bank in one string would be beyond the longest string. Ends
 * and transactions are numbers of the ledger that the file names; no person, path or time is in it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../indicators/indicator.ts';
import type { RunResult } from '../indicators/run.ts';
import { canonicalJson } from './canonical-json.ts';
import { damaged, type CaseFolder } from './case-folder.ts';
import { DurableFile } from './durable-file.ts';

const NO_FINDINGS = '"findings":[]';
const LINE_FEED = 10;

export interface Score extends Pick<RunResult, 'findings' | 'notTested' | 'cuts'> {
  readonly ledger: string;
  readonly settings: string;
  /** Of the ledger: numbers in findings mean nothing in another one. */
  readonly ends: number;
  readonly transactions: number;
}

/** @returns the file's hash, which is its name */
export function writeScore(folder: CaseFolder, score: Score): string {
  const frame = canonicalJson({ ...score, findings: [] });
  const place = frame.indexOf(NO_FINDINGS) + NO_FINDINGS.length - 1;
  const file = new DurableFile(folder.scores);
  try {
    file.writeText(frame.slice(0, place));
    for (const [index, finding] of score.findings.entries()) {
      file.writeText(`${index > 0 ? ',' : ''}\n${canonicalJson(finding)}`);
    }
    file.writeText(`\n${frame.slice(place)}\n`);
  } catch (thrown) {
    file.abandon();
    throw thrown;
  }
  return file.commit((hash) => `${hash}.json`);
}

export function readScore(folder: CaseFolder, hash: string): Score {
  try {
    const bytes = readFileSync(join(folder.scores, `${hash}.json`));
    if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error('the bytes are not those written');
    const firstEnd = bytes.indexOf(LINE_FEED);
    const lastStart = bytes.lastIndexOf(LINE_FEED, bytes.length - 2);
    const findings: Finding[] = [];
    for (let from = firstEnd + 1; from < lastStart;) {
      const to = bytes.indexOf(LINE_FEED, from);
      findings.push(JSON.parse(bytes.toString('utf8', from, to).replace(/,$/, '')) as Finding);
      from = to + 1;
    }
    const frame = bytes.toString('utf8', 0, firstEnd) + bytes.toString('utf8', lastStart + 1);
    return { ...(JSON.parse(frame) as Score), findings };
  } catch (thrown) {
    throw damaged(folder.path, `scores/${hash}.json is missing or not what was written`, thrown);
  }
}
