/**
 * One writer per case: an exclusive SQLite lock on an empty file beside the database. The operating
 * system drops it when its process ends, however it ends, so a dead process never keeps a case busy
 * and no process id has to be trusted. Never open the lock file in any other way: on POSIX, closing
 * a second handle in the same process would drop the lock.
 */
import Database from 'libsql';
import { CodedError } from '../errors.ts';
import { damaged, type CaseFolder } from './case-folder.ts';

export interface Lock {
  release(): void;
}

/** Takes the case for this process, or throws CLEW_CASE_BUSY at once. */
export function takeLock(folder: CaseFolder): Lock {
  let database: Database.Database | undefined;
  try {
    database = new Database(folder.lock);
    // No journal beside the lock: nothing is ever written.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (thrown) {
    database?.close();
    if ((thrown as { code?: unknown }).code === 'SQLITE_BUSY')
      throw new CodedError('CLEW_CASE_BUSY', { path: folder.path }, thrown);
    throw damaged(
      folder.path,
      `it cannot be locked (${thrown instanceof Error ? thrown.message : String(thrown)})`,
      thrown,
    );
  }
  const held = database;
  return {
    release() {
      if (!held.open) return;
      held.exec('ROLLBACK');
      held.close();
    },
  };
}
