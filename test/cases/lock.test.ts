import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { takeLock } from '../../src/cases/lock.ts';
import { emptyCaseFolder } from './any-segment.ts';

const busy = expect.objectContaining({ code: 'CLEW_CASE_BUSY' }) as unknown;

/** A process that takes the lock, as another Clew would, and holds it until it is killed. */
async function holder(path: string): Promise<{ kill(): Promise<void> }> {
  const program = `const D = require('libsql'); const d = new D(process.argv[1]); d.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => 0, 1000);`;
  const child = spawn(process.execPath, ['-e', program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return {
    async kill() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

describe('the lock of a case', () => {
  test('is held by one at a time, within a process too', () => {
    const folder = emptyCaseFolder();
    const lock = takeLock(folder);
    expect(() => takeLock(folder)).toThrow(busy);
    lock.release();
    lock.release();
    takeLock(folder).release();
  });

  test('of another process holds while it lives and not a moment longer', async () => {
    const folder = emptyCaseFolder();
    const other = await holder(folder.lock);
    expect(() => takeLock(folder)).toThrow(busy);
    await other.kill();
    takeLock(folder).release();
  });
});
