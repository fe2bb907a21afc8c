/**
 * Errors as answers: `{ code, message }` with the catalogue's status. What is not coded is a fault
 * of the program; its text may quote a row, so it leaves as its kind only, and the terminal gets
 * where it happened, without the text.
 */
import type { ErrorRequestHandler } from 'express';
import { CodedError, errorCatalogue, type ErrorCode } from '../errors.ts';

/** @param log receives lines for the terminal, without anything from the case */
export function problemAnswers(log: (line: string) => void): ErrorRequestHandler {
  return (thrown: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const { code, message } = problemOf(thrown, log);
    response.status(errorCatalogue[code].status).json({ code, message });
  };
}

/** The code and the text of anything thrown, as it may leave. */
export function problemOf(thrown: unknown, log: (line: string) => void): { code: ErrorCode; message: string } {
  if (thrown instanceof CodedError && thrown.code !== 'CLEW_INTERNAL') {
    return { code: thrown.code, message: thrown.message };
  }
  const status = (thrown as { status?: unknown } | undefined)?.status;
  if (status === 400 || status === 413)
    return coded(new CodedError('CLEW_USAGE', { reason: 'The request’s body cannot be read' }));
  const kind = thrown instanceof Error ? thrown.name : typeof thrown;
  log(`unexpected ${kind}`);
  for (const frame of framesOf(thrown)) log(frame);
  return coded(new CodedError('CLEW_INTERNAL', { reason: kind }));
}

function coded({ code, message }: CodedError): { code: ErrorCode; message: string } {
  return { code, message };
}

function framesOf(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [];
  const inner = thrown.cause instanceof Error ? thrown.cause : thrown;
  return (inner.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
}
