/** The one place where the product reads the machine: its time, its randomness, its user. */
import { randomBytes } from 'node:crypto';
import { availableParallelism, homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Io } from './io.ts';

/** Cores to use: all but none for the operating system, at most eight, since files are read faster than disks give them. */
const MOST_WORKERS = 8;

export function processIo(signal: AbortSignal): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY,
    clock: () => Date.now(),
    token: () => randomBytes(24).toString('base64url'),
    user: userName(),
    workers: Math.min(MOST_WORKERS, availableParallelism()),
    folder: process.cwd(),
    config: configFolder(),
    signal,
  };
}

/** In a container the user may have no entry. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

/** `CLEW_CONFIG`, else where the operating system keeps settings. */
function configFolder(): string {
  const { CLEW_CONFIG, XDG_CONFIG_HOME, APPDATA } = process.env;
  if (CLEW_CONFIG) return CLEW_CONFIG;
  return join((process.platform === 'win32' ? APPDATA : XDG_CONFIG_HOME) || join(homedir(), '.config'), 'clew');
}
