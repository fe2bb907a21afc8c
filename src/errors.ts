/**
 * The one catalogue of errors about files, requests and programs. A bad *row* is not an error but
 * a reject (`src/formats/format.ts`). `docs/errors.md` has one row per code; a test compares both.
 */
export const errorCatalogue = {
  CLEW_USAGE: { status: 400, exit: 2, message: '{reason}' },
  CLEW_NOT_FOUND: { status: 404, exit: 3, message: '{what} was not found' },
  CLEW_CASE_MISSING: { status: 404, exit: 3, message: 'No case in {path}' },
  CLEW_CASE_BUSY: { status: 409, exit: 4, message: 'Another process is working in the case {path}' },
  CLEW_CASE_DAMAGED: { status: 500, exit: 5, message: 'The case {path} is damaged: {reason}' },
  CLEW_CASE_VERSION: { status: 409, exit: 5, message: 'The case {path} has version {found}; this Clew reads {known}' },
  CLEW_FILE_UNREADABLE: { status: 400, exit: 6, message: '{file} cannot be read: {reason}' },
  CLEW_FORMAT_UNKNOWN: { status: 422, exit: 6, message: '{file}: no known bank format ({reason})' },
  CLEW_FILE_REFUSED: { status: 422, exit: 6, message: '{file} is refused: {reason}' },
  CLEW_LIMIT: { status: 413, exit: 6, message: '{file}: {what} is over the limit of {limit}' },
  CLEW_CANCELLED: { status: 409, exit: 7, message: 'Cancelled; the case is as it was before' },
  CLEW_PURPOSE_MISSING: { status: 403, exit: 8, message: 'Real names need a purpose' },
  CLEW_TOKEN: { status: 401, exit: 1, message: 'The address lacks the token that was printed at start' },
  CLEW_ORIGIN: { status: 403, exit: 1, message: 'Requests are taken from this machine’s own page only' },
  CLEW_NOT_SCORED: { status: 409, exit: 9, message: 'The case has not been scored yet' },
  CLEW_VICTIM_SUBJECT: {
    status: 403,
    exit: 8,
    message: 'An account in the role {role} cannot become a subject',
  },
  CLEW_INTERNAL: { status: 500, exit: 1, message: 'Unexpected: {reason}' },
} as const satisfies Record<string, { status: number; exit: number; message: string }>;

export type ErrorCode = keyof typeof errorCatalogue;

/** An error with a code from the catalogue; its parameters fill the message's braces. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly parameters: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, parameters: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    const text = errorCatalogue[code].message.replace(/\{(\w+)\}/g, (_, name: string) =>
      String(parameters[name] ?? '?'),
    );
    super(text, cause === undefined ? undefined : { cause });
    this.name = 'CodedError';
    this.code = code;
    this.parameters = parameters;
  }
}

/** Wraps anything thrown, so that a caller meets coded errors only. */
export function asCodedError(thrown: unknown): CodedError {
  if (thrown instanceof CodedError) return thrown;
  return new CodedError('CLEW_INTERNAL', { reason: thrown instanceof Error ? thrown.message : String(thrown) }, thrown);
}

/** Closes an exhaustive switch. */
export function assertNever(value: never): never {
  throw new CodedError('CLEW_INTERNAL', { reason: `unexpected value ${String(value)}` });
}
