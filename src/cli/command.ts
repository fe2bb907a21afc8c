/** What the commands share: how one is registered, how a case is opened for it, how results are written. */
import type { Command } from 'commander';
import { openCase, type Case } from '../cases/case.ts';
import { caseOptions, type Io } from './io.ts';

/** Adds one command; its action ends by calling `finish` with an exit code, or throws. */
export type Register = (program: Command, io: Io, finish: (exit: number) => void) => void;

/** Opens a case for one action and closes it, whatever happens. */
export async function withCase<T>(
  path: string,
  io: Io,
  how: { readonly readOnly: boolean; readonly actor?: string | undefined },
  action: (opened: Case) => T | Promise<T>,
): Promise<T> {
  const opened = openCase(path, { ...caseOptions(io, how.actor), readOnly: how.readOnly });
  try {
    return await action(opened);
  } finally {
    opened.close();
  }
}

/** JSON in the order in which it was built, ended by a line feed. */
export function writeJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value, undefined, 2)}\n`);
}
