import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCase } from '../../src/cases/case.ts';
import { bank, bytesOf, coded, newCase, scoring, session, smallFiles } from './new-case.ts';
import { A, K } from './small-files.ts';

describe('scoring', () => {
  test('of a case without files finds nothing', async () => {
    const made = newCase();
    expect(await made.score(scoring)).toMatchObject({ findings: [], leads: [], event: { sequence: 2 } });
    expect(made.scored()?.leads).toEqual([]);
    made.close();
  });

  test('finds the ring, and finds it again when the case is reopened', async () => {
    const made = newCase();
    await made.importPaths(smallFiles(), bank);
    const outcome = await made.score(scoring);
    expect(outcome.event).toMatchObject({
      sequence: 3,
      body: { kind: 'scored', ledger: made.loadLedger().id, leads: outcome.leads.length },
    });
    const [lead] = outcome.leads;
    const { ends } = outcome.ledger;
    expect(lead?.anchor).toBe(ends.find('account', K));
    expect(lead?.possibleVictims).toContain(ends.find('account', A));
    const held = made.scored();
    expect(held?.leads).toEqual(outcome.leads);
    expect(made.scored()).toBe(held);
    made.close();
    const again = openCase(made.path, session);
    const { view: _, ...rest } = again.scored() ?? { view: undefined };
    const { view: __, ...first } = held ?? { view: undefined };
    expect(rest).toEqual(first);
    again.close();
  });

  test('is asked for again after an import or a change of settings, and holds again after its undo', async () => {
    const made = newCase();
    const [b = '', a = '', c = ''] = smallFiles();
    await made.importPaths([a, b], bank);
    const { leads } = await made.score(scoring);
    const imported = await made.importPaths([c], bank);
    expect(made.scored()).toBeUndefined();
    made.undo(imported.event?.sequence ?? 0, 'wrong file');
    expect(made.scored()?.leads).toEqual(leads);
    const changed = made.append(
      { kind: 'settings-changed', changed: { 'earnings-swept-to-controller': { minSweeps: 99 } } },
      'stricter',
    );
    expect(made.scored()).toBeUndefined();
    expect(made.changedSettings()).toEqual({ 'earnings-swept-to-controller': { minSweeps: 99 } });
    const stricter = await made.score(scoring);
    expect(stricter.findings.some(({ indicator }) => indicator === 'earnings-swept-to-controller')).toBe(false);
    made.undo(changed.sequence, 'too strict');
    expect(made.scored()?.leads).toEqual(leads);
    made.close();
  });

  test('cancelled leaves the case as it was', async () => {
    const made = newCase();
    await made.importPaths(smallFiles(), bank);
    const before = bytesOf(made.path);
    const stop = new AbortController();
    const onProgress = (step: string): void => {
      if (step === 'leads') stop.abort();
    };
    await expect(made.score({ ...scoring, signal: stop.signal, onProgress })).rejects.toMatchObject({
      code: 'CLEW_CANCELLED',
    });
    expect(made.events()).toHaveLength(2);
    expect(bytesOf(made.path)).toEqual(before);
    made.close();
  });

  test('a changed score is damage', async () => {
    const made = newCase();
    await made.importPaths(smallFiles(), bank);
    await made.score(scoring);
    made.close();
    const [score = ''] = readdirSync(join(made.path, 'scores'));
    writeFileSync(
      join(made.path, 'scores', score),
      readFileSync(join(made.path, 'scores', score), 'utf8').replace('"strength":', '"strength":1'),
    );
    const again = openCase(made.path, session);
    expect(() => again.scored()).toThrow(coded('CLEW_CASE_DAMAGED'));
    again.close();
  });
});
