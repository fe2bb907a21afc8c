import { describe, expect, test } from 'vitest';
import type { CaseEvent, CaseEventBody } from '../../src/cases/event.ts';
import { checkUndo, foldEvents } from '../../src/cases/fold.ts';

function events(...bodies: CaseEventBody[]): CaseEvent[] {
  return bodies.map((body, index) => ({
    sequence: index + 1,
    at: 1000 * (index + 1),
    actor: 'R. Analyst',
    purpose: 'test',
    body,
    hash: '',
  }));
}

function imported(...files: string[]): CaseEventBody {
  const segments = files.map((sha256) => ({
    sha256,
    name: `${sha256}.csv`,
    format: 'csv',
    segmentHash: `s${sha256}`,
    namesHash: `n${sha256}`,
  }));
  return { kind: 'imported', origin: 'bank', segments, alreadyThere: 0 };
}

const created: CaseEventBody = { kind: 'created', version: 1 };
const undo = (sequence: number): CaseEventBody => ({ kind: 'undone', sequence });
const active = (all: CaseEvent[]): string[] => foldEvents(all).active.map(({ sha256 }) => sha256);

describe('the state of a case', () => {
  test('has the active files in canonical order', () => {
    expect(active(events(created, imported('c'), imported('a', 'b')))).toEqual(['a', 'b', 'c']);
  });

  test('undo, undo of the undo, and undo of that', () => {
    const history = [created, imported('a'), imported('b'), undo(2)];
    expect(active(events(...history))).toEqual(['b']);
    expect(active(events(...history, undo(4)))).toEqual(['a', 'b']);
    expect(active(events(...history, undo(4), undo(5)))).toEqual(['b']);
  });

  test('a file that is imported again after an undo counts once when the undo is undone', () => {
    const state = foldEvents(events(created, imported('a'), undo(2), imported('a'), undo(3)));
    expect(state.active).toMatchObject([{ sha256: 'a', importedBy: 2 }]);
  });

  test('the last settings hold, and those before them again after an undo', () => {
    const settings = (maxDays: number): CaseEventBody => ({
      kind: 'settings-changed',
      changed: { 'rapid-pass-through': { maxDays } },
    });
    expect(foldEvents(events(created)).changed).toEqual({});
    expect(foldEvents(events(created, settings(2), settings(5))).changed).toEqual({
      'rapid-pass-through': { maxDays: 5 },
    });
    expect(foldEvents(events(created, settings(2), settings(5), undo(3))).changed).toEqual({
      'rapid-pass-through': { maxDays: 2 },
    });
  });

  test('decisions and notes by lead, less what was undone', () => {
    const state = foldEvents(
      events(
        created,
        { kind: 'decided', lead: 'pattern-1', decision: 'pursue' },
        { kind: 'decided', lead: 'pattern-1', decision: 'set-aside', reason: 'a payroll bureau' },
        { kind: 'decided', lead: 'pattern-2', decision: 'ask-for-data' },
        { kind: 'noted', lead: 'pattern-1', text: 'one' },
        { kind: 'noted', lead: 'pattern-1', text: 'two' },
        undo(3),
        undo(5),
      ),
    );
    expect([...state.decisions]).toEqual([
      ['pattern-1', { decision: 'pursue', at: 2000, actor: 'R. Analyst', sequence: 2 }],
      ['pattern-2', { decision: 'ask-for-data', at: 4000, actor: 'R. Analyst', sequence: 4 }],
    ]);
    expect(state.notes.get('pattern-1')).toEqual([{ text: 'two', at: 6000, actor: 'R. Analyst', sequence: 6 }]);
  });

  test('a score holds for its inputs: gone with an import, back with its undo', () => {
    const before = [created, imported('a')];
    const { inputs } = foldEvents(events(...before));
    const scored: CaseEventBody = { kind: 'scored', inputs, ledger: 'l', settings: 's', scoreHash: 'h', leads: 2 };
    expect(foldEvents(events(...before, scored)).score).toEqual(scored);
    expect(foldEvents(events(...before, scored, imported('b'))).score).toBeUndefined();
    expect(foldEvents(events(...before, scored, imported('b'), undo(4))).score).toEqual(scored);
    const settings: CaseEventBody = { kind: 'settings-changed', changed: { x: { y: 1 } } };
    expect(foldEvents(events(...before, scored, settings)).score).toBeUndefined();
  });

  test('a reveal lasts its minutes', () => {
    expect(foldEvents(events(created)).revealedUntil).toBe(0);
    expect(
      foldEvents(events(created, { kind: 'revealed', minutes: 30 }, { kind: 'revealed', minutes: 1 })).revealedUntil,
    ).toBe(2000 + 30 * 60_000);
  });
});

describe('undo', () => {
  const all = events(
    created,
    imported('a'),
    { kind: 'revealed', minutes: 5 },
    { kind: 'exported', what: 'report', hash: 'h' },
    undo(2),
  );
  const check = (sequence: number) => () => checkUndo(all, foldEvents(all).undone, sequence);

  test('is refused for what was seen or sent, for the creation, and twice', () => {
    for (const sequence of [1, 2, 3, 4])
      expect(check(sequence), `event ${sequence}`).toThrow(expect.objectContaining({ code: 'CLEW_USAGE' }));
    expect(check(9)).toThrow(expect.objectContaining({ code: 'CLEW_NOT_FOUND' }));
    expect(check(5)).not.toThrow();
  });
});
