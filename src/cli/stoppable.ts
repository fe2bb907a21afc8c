/**
 * Long work that a person may stop. The work hears the signal itself and mostly ends at once; where
 * its threads are still starting it is given up after a while. Nothing is lost by that: a case
 * changes by one event, and its log is closed before the work could write one.
 */
import { CodedError } from '../errors.ts';
import type { Io } from './io.ts';

const PATIENCE_MS = 350;

/** The work's result, or CLEW_CANCELLED soon after the signal fires. */
export async function stoppable<T>(io: Io, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let giveUp = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    giveUp = () => {
      timer = setTimeout(() => reject(new CodedError('CLEW_CANCELLED')), PATIENCE_MS);
    };
    if (io.signal.aborted) giveUp();
    else io.signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    clearTimeout(timer);
    io.signal.removeEventListener('abort', giveUp);
  }
}
