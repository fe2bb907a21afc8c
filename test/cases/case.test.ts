import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCase, type Case } from '../../src/cases/case.ts';
import { temporaryFolder } from './any-segment.ts';
import { bank, coded, filesIn, newCase, scoring, session, smallFiles } from './new-case.ts';
import { A, K } from './small-files.ts';

describe('making and opening a case', () => {
  test('makes a folder that only its owner reads, with one event', () => {
    const made = newCase();
    expect(statSync(made.path).mode & 0o777).toBe(0o700);
    expect(made.events()).toMatchObject([
      { sequence: 1, actor: session.actor, purpose: 'case 12', body: { kind: 'created', version: 1 } },
    ]);
    expect(made.segments()).toEqual([]);
    expect(made.loadLedger().count).toBe(0);
    expect(made.scored()).toBeUndefined();
    made.close();
  });

  test('is refused where there is one, and where there is none', () => {
    const made = newCase();
    expect(() => newCase(made.path)).toThrow(coded('CLEW_USAGE'));
    made.close();
    made.close();
    expect(() => newCase(join(made.path, 'case.json'))).toThrow(coded('CLEW_USAGE'));
    expect(() => openCase(temporaryFolder(), session)).toThrow(coded('CLEW_CASE_MISSING'));
    expect(() => openCase('/nowhere/at/all', session)).toThrow(coded('CLEW_CASE_MISSING'));
  });

  test('knows its version, and damage', () => {
    const made = newCase();
    made.close();
    const file = join(made.path, 'case.json');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, good.replace('"version":1', '"version":2'));
    expect(() => openCase(made.path, session)).toThrow(coded('CLEW_CASE_VERSION'));
    for (const bad of ['', '{}', good.slice(0, 9)]) {
      writeFileSync(file, bad);
      expect(() => openCase(made.path, session)).toThrow(coded('CLEW_CASE_DAMAGED'));
    }
    writeFileSync(file, good);
    openCase(made.path, session).close();
    writeFileSync(join(made.path, 'case.sqlite'), 'no database at all');
    expect(() => openCase(made.path, session)).toThrow(coded('CLEW_CASE_DAMAGED'));
  });

  test('finishes a creation that was killed, and never overwrites events', async () => {
    const made = newCase();
    made.close();
    rmSync(join(made.path, 'case.json'));
    const again = newCase(made.path);
    expect(again.events()).toHaveLength(1);
    await again.importPaths(smallFiles(), bank);
    again.close();
    rmSync(join(made.path, 'case.json'));
    expect(() => newCase(made.path)).toThrow(coded('CLEW_CASE_DAMAGED'));
  });

  test('one writes, others read beside it', async () => {
    const made = newCase();
    expect(() => openCase(made.path, session)).toThrow(coded('CLEW_CASE_BUSY'));
    const reader = openCase(made.path, { ...session, readOnly: true });
    await made.importPaths(smallFiles(), bank);
    expect(reader.events()).toEqual(made.events());
    expect(reader.segments()).toEqual(made.segments());
    expect(() => reader.undo(2, 'wrong')).toThrow('for reading only');
    await expect(reader.importPaths(smallFiles(), bank)).rejects.toThrow('for reading only');
    reader.close();
    made.close();
    openCase(made.path, session).close();
  });

  test('sweeps what no event names', async () => {
    const made = newCase();
    await made.importPaths(smallFiles(), bank);
    await made.score(scoring);
    made.undo(2, 'wrong files');
    made.close();
    const named = filesIn(made.path);
    for (const kind of ['segments', 'names', 'sources', 'scores']) {
      writeFileSync(join(made.path, kind, '.tmp-1'), 'x');
      writeFileSync(join(made.path, kind, 'ab'.repeat(32)), 'x');
    }
    mkdirSync(join(made.path, 'scratch/0'), { recursive: true });
    writeFileSync(join(made.path, 'scratch/0/x'), 'x');
    writeFileSync(join(made.path, '.tmp-2'), 'x');
    writeFileSync(join(made.path, 'notes of the analyst.txt'), 'x');
    openCase(made.path, { ...session, readOnly: true }).close();
    expect(filesIn(made.path)).toHaveLength(named.length + 8);
    openCase(made.path, session).close();
    expect(filesIn(made.path)).toEqual(named);
    expect(existsSync(join(made.path, 'scratch'))).toBe(false);
    expect(existsSync(join(made.path, '.tmp-2'))).toBe(false);
    expect(existsSync(join(made.path, 'notes of the analyst.txt'))).toBe(true);
  });
});

describe('pseudonym ordinals', () => {
  test('count from 1 without gaps, leaves have none', async () => {
    const made = newCase();
    await made.importPaths(smallFiles(), bank);
    const ordinals = [...made.ordinals()];
    expect(ordinals.slice(0, 3)).toEqual([0, 0, 0]);
    expect(ordinals.slice(3).sort((x, y) => x - y)).toEqual(ordinals.slice(3).map((_, index) => index + 1));
    made.close();
  });

  test('stay through undo, later imports and reopening', async () => {
    const made = newCase();
    const numberOf = (of: Case, account: string): number | undefined =>
      of.ordinals()[of.loadLedger().ends.find('account', account)];
    const [b = '', a = '', c = ''] = smallFiles();
    await made.importPaths([b], bank);
    const first = numberOf(made, K);
    await made.importPaths([a], bank);
    const second = numberOf(made, A);
    made.undo(2, 'wrong file');
    expect([numberOf(made, K), numberOf(made, A)]).toEqual([first, second]);
    await made.importPaths([c, b], bank);
    expect([numberOf(made, K), numberOf(made, A)]).toEqual([first, second]);
    made.close();
    const again = openCase(made.path, session);
    expect([numberOf(again, K), numberOf(again, A)]).toEqual([first, second]);
    again.close();
  });
});

describe('decisions, notes and reveals', () => {
  test('are folded from events', () => {
    const made = newCase();
    made.append({ kind: 'decided', lead: 'pattern-1', decision: 'pursue' }, 'triage');
    const { at } = made.append({ kind: 'revealed', minutes: 10 }, 'to name them in the request');
    made.append({ kind: 'noted', lead: 'pattern-1', text: 'see the second file' }, 'triage');
    expect(made.decisions().get('pattern-1')).toMatchObject({ decision: 'pursue', actor: session.actor });
    expect(made.notes().get('pattern-1')).toMatchObject([{ text: 'see the second file' }]);
    expect(made.revealActive(at + 1)).toBe(at + 600_000);
    expect(made.revealActive(at + 600_000)).toBeUndefined();
    expect(() => made.undo(3, 'never seen')).toThrow('cannot be undone');
    made.undo(2, 'by mistake');
    expect(made.decisions().size).toBe(0);
    made.close();
  });
});
