/** What a command may touch besides the case: its streams, the clock, who runs it, and a way to be stopped. */
import type { CaseOptions } from '../cases/case.ts';

export interface Io {
  /** Results; nothing else goes there. */
  out(text: string): void;
  /** Progress and notices. */
  err(text: string): void;
  /** Whether the notices are read on a terminal, so that a line may be drawn over. */
  readonly isTerminal: boolean;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Random text for a token, new at each call. */
  readonly token: () => string;
  /** Name of the operating system's user. */
  readonly user: string;
  readonly workers: number;
  readonly folder: string;
  /** Folder of the user's own settings; need not be there. */
  readonly config: string;
  /** Fires on SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}

export function caseOptions(io: Io, actor: string | undefined): CaseOptions {
  return { actor: actor ?? io.user, clock: io.clock };
}
