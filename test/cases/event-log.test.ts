import Database from 'libsql';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalJson, sha256Of } from '../../src/cases/canonical-json.ts';
import type { CaseFolder } from '../../src/cases/case-folder.ts';
import { EventLog, type NewEvent } from '../../src/cases/event-log.ts';
import { emptyCaseFolder } from './any-segment.ts';

function said(text: string, at = 1): NewEvent {
  return { at, actor: 'R. Analyst', purpose: 'test', body: { kind: 'noted', lead: 'pattern-1', text } };
}

function logOf(folder: CaseFolder, count: number): void {
  const log = new EventLog(folder, 'write');
  for (let i = 1; i <= count; i++) log.append(said(`note ${i}`, i));
  log.close();
}

/** Changes the database as somebody would who knows of the triggers. */
function tamper(folder: CaseFolder, sql: string): void {
  const database = new Database(folder.database);
  database.exec('DROP TRIGGER events_never_change; DROP TRIGGER events_never_go');
  database.exec(sql);
  database.close();
}

const damage = (reason: string): unknown =>
  expect.objectContaining({
    code: 'CLEW_CASE_DAMAGED',
    parameters: expect.objectContaining({ reason: expect.stringContaining(reason) as string }) as object,
  });

describe('the event log', () => {
  test('chains each event to the one before', () => {
    const folder = emptyCaseFolder();
    logOf(folder, 2);
    const [first, second] = new EventLog(folder, 'write').list();
    const json = (sequence: number): string =>
      `{"actor":"R. Analyst","at":${sequence},"body":{"kind":"noted","lead":"pattern-1","text":"note ${sequence}"},"purpose":"test","sequence":${sequence}}`;
    expect(first?.hash).toBe(sha256Of(`\n${json(1)}`));
    expect(second?.hash).toBe(sha256Of(`${first?.hash ?? ''}\n${json(2)}`));
  });

  test('takes nothing back', () => {
    const folder = emptyCaseFolder();
    logOf(folder, 2);
    const database = new Database(folder.database);
    expect(() => database.exec("UPDATE events SET actor = 'X'")).toThrow('events never change');
    expect(() => database.exec('DELETE FROM events')).toThrow('events never go');
    database.close();
  });

  test.each([
    ["UPDATE events SET body = replace(body, 'note 2', 'note 9') WHERE sequence = 2", 'event 2 was changed'],
    ["UPDATE events SET actor = 'X' WHERE sequence = 3", 'event 3 was changed'],
    ['UPDATE events SET at = 9 WHERE sequence = 1', 'event 1 was changed'],
    ["UPDATE events SET purpose = '' WHERE sequence = 3", 'event 3 was changed'],
    ["UPDATE events SET body = 'x' WHERE sequence = 2", 'event 2 is not readable'],
    ['DELETE FROM events WHERE sequence = 2', 'event 2 is missing'],
    ['DELETE FROM events WHERE sequence = 1', 'event 1 is missing'],
    ['UPDATE events SET sequence = sequence + 10 WHERE sequence = 3', 'event 3 is missing'],
  ])('shows that it was tampered with: %s', (sql, reason) => {
    const folder = emptyCaseFolder();
    logOf(folder, 3);
    tamper(folder, sql);
    expect(() => new EventLog(folder, 'write')).toThrow(damage(reason));
    expect(() => new EventLog(folder, 'read')).toThrow(damage(reason));
  });

  test('is read beside its writer and sees what comes', () => {
    const folder = emptyCaseFolder();
    const writer = new EventLog(folder, 'write');
    const reader = new EventLog(folder, 'read');
    expect(reader.list()).toEqual([]);
    const event = writer.append(said('one'));
    expect(reader.list()).toEqual([event]);
    expect(() => reader.append(said('two'))).toThrow();
    expect(writer.list()).toEqual([event]);
    reader.close();
    writer.close();
    expect(existsSync(folder.database)).toBe(true);
  });
});

describe('canonical JSON', () => {
  test('has one spelling per value', () => {
    expect(canonicalJson({ b: [1, 'ü', null, true], a: { z: 0.1, y: undefined }, ä: -0 })).toBe(
      '{"a":{"z":0.1},"b":[1,"ü",null,true],"ä":0}',
    );
  });

  test('refuses what JSON cannot say', () => {
    for (const value of [NaN, Infinity, 1n, () => 1])
      expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'CLEW_INTERNAL' }));
  });
});
