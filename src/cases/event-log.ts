/**
 * The events in `case.sqlite`: append-only by triggers, each hash over the one before, all verified
 * when they are read. What `append` returned is on the disk (WAL, synchronous = FULL). A chain
 * shows a changed, missing or inserted event; that its last ones were cut off, it cannot show.
 */
import Database from 'libsql';
import { pathToFileURL } from 'node:url';
import { canonicalJson, sha256Of } from './canonical-json.ts';
import { damaged, type CaseFolder } from './case-folder.ts';
import type { CaseEvent, CaseEventBody } from './event.ts';

const SCHEMA = `
  CREATE TABLE events (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    purpose TEXT NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events never change'); END;
  CREATE TRIGGER events_never_go BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events never go'); END;
`;
const BUSY_MS = 5000;

interface EventRow {
  readonly sequence: number;
  readonly at: number;
  readonly actor: string;
  readonly purpose: string;
  readonly body: string;
  readonly hash: string;
}

/** What an event says before it has its place in the chain. */
export type NewEvent = Pick<CaseEvent, 'at' | 'actor' | 'purpose' | 'body'>;

export class EventLog {
  private readonly folder: CaseFolder;
  private readonly mode: 'write' | 'read';
  private readonly database: Database.Database;
  private events: readonly CaseEvent[] = [];

  /** Opens the database and verifies all events; makes the table where a writer finds none. */
  constructor(folder: CaseFolder, mode: 'write' | 'read') {
    this.folder = folder;
    this.mode = mode;
    const path = mode === 'read' ? `${pathToFileURL(folder.database).href}?mode=ro` : folder.database;
    this.database = this.orDamaged(() => new Database(path, { timeout: BUSY_MS }));
    try {
      this.orDamaged(() => {
        if (mode === 'write') this.prepare();
      });
      this.list();
    } catch (thrown) {
      this.database.close();
      throw thrown;
    }
  }

  /** All events so far, those that another process appended in the meantime included. */
  list(): readonly CaseEvent[] {
    const rows = this.orDamaged(
      () =>
        this.database
          .prepare('SELECT sequence, at, actor, purpose, body, hash FROM events WHERE sequence > ? ORDER BY sequence')
          .all(this.events.length) as EventRow[],
    );
    if (rows.length > 0) this.events = this.verified(rows);
    return this.events;
  }

  /** Appends in one transaction; on return the event outlives any crash. */
  append(event: NewEvent): CaseEvent {
    const previous = this.list().at(-1);
    const sequence = (previous?.sequence ?? 0) + 1;
    const said = { sequence, at: event.at, actor: event.actor, purpose: event.purpose, body: event.body };
    const hash = chainHash(previous?.hash ?? '', said);
    this.database.exec('BEGIN IMMEDIATE');
    try {
      this.database
        .prepare('INSERT INTO events (sequence, at, actor, purpose, body, hash) VALUES (?, ?, ?, ?, ?, ?)')
        .run(sequence, said.at, said.actor, said.purpose, canonicalJson(said.body), hash);
      this.database.exec('COMMIT');
    } catch (thrown) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      throw thrown;
    }
    const appended = { ...said, hash };
    this.events = [...this.events, appended];
    return appended;
  }

  close(): void {
    if (!this.database.open) return;
    // So that a copy of `case.sqlite` alone has every event; left undone while somebody reads.
    if (this.mode === 'write') this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    this.database.close();
  }

  private prepare(): void {
    this.database.prepare('PRAGMA journal_mode = WAL').all();
    this.database.exec('PRAGMA synchronous = FULL');
    const held = this.database.prepare("SELECT name FROM sqlite_schema WHERE name = 'events'").all();
    if (held.length === 0) this.database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
  }

  private verified(rows: readonly EventRow[]): CaseEvent[] {
    const events = [...this.events];
    for (const row of rows) {
      const previous = events.at(-1);
      const sequence = (previous?.sequence ?? 0) + 1;
      if (row.sequence !== sequence) throw damaged(this.folder.path, `event ${sequence} is missing`);
      const event = { ...row, body: this.body(row) };
      if (chainHash(previous?.hash ?? '', event) !== row.hash) {
        throw damaged(this.folder.path, `event ${sequence} was changed after it was written`);
      }
      events.push(event);
    }
    return events;
  }

  private body(row: EventRow): CaseEventBody {
    try {
      return JSON.parse(row.body) as CaseEventBody;
    } catch (thrown) {
      throw damaged(this.folder.path, `event ${row.sequence} is not readable`, thrown);
    }
  }

  private orDamaged<T>(action: () => T): T {
    try {
      return action();
    } catch (thrown) {
      throw damaged(
        this.folder.path,
        `case.sqlite: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
        thrown,
      );
    }
  }
}

/** SHA-256 over the hash before, a line feed and the event's canonical JSON without its hash. */
export function chainHash(previous: string, event: Omit<CaseEvent, 'hash'>): string {
  const { sequence, at, actor, purpose, body } = event;
  return sha256Of(`${previous}\n${canonicalJson({ sequence, at, actor, purpose, body })}`);
}
