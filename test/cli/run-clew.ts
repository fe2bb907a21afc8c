/** Runs a command line in this process, with streams, clock and token of its own. */
import { main } from '../../src/cli/main.ts';
import type { Io } from '../../src/cli/io.ts';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

const START = Date.UTC(2026, 2, 1, 9);

export async function runClew(args: readonly string[], changed: Partial<Io> = {}): Promise<Ran> {
  let out = '';
  let err = '';
  let now = START;
  const io: Io = {
    out: (text) => (out += text),
    err: (text) => (err += text),
    isTerminal: false,
    clock: () => (now += 1000),
    token: () => 'test-token',
    user: 'tester',
    workers: 1,
    folder: '.',
    config: '/no/such/folder',
    signal: new AbortController().signal,
    ...changed,
  };
  const exit = await main(['node', 'clew', ...args], io);
  return { exit, out, err };
}
