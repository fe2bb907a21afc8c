/**
 * What of a bank's record may be seen while names are masked (design section 7): a field is shown
 * only where its place in the format says that it is a date, an amount, a code or a country *and*
 * its value looks like one. Everything else may name somebody and is masked whole.
 */

/** Kinds of value that name nobody. */
export type PlainKind = 'date' | 'time' | 'amount' | 'currency' | 'code' | 'country' | 'bank' | 'count' | 'box';

/** What stands in place of a masked value; tells nothing of its length. */
export const MASK = '•••';

const shapes: Readonly<Record<PlainKind, RegExp>> = {
  date: /^(\d{6}|\d{8}|\d{1,4}[-./]\d{1,2}[-./]\d{1,4})([T ]\d{1,2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/,
  time: /^\d{1,2}:?\d{2}(:?\d{2}(\.\d+)?)?$/,
  amount:
    /^[-+(]?[ ]?([A-Z]{3}|[€$£])?[ ]?[-+]?\d{1,15}([.,' \u00a0\u202f]\d{1,8}){0,6}[,.]?[)]?[-+]?[ ]?([A-Z]{3}|[€$£])?$/,
  currency: /^([A-Za-z]{3}|[€$£])$/,
  code: /^([A-Z]{1,4}[A-Z0-9]{0,4}|[+-]|\d{1,4}|true|false)$/,
  country: /^[A-Z]{2,3}$/,
  bank: /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/,
  count: /^\d{1,9}$/,
  /** Edges of a row on its page, in points. */
  box: /^-?\d{1,4}( -?\d{1,4}){3}$/,
};

/** True where the value may be shown under a mask. Blank values show nothing. */
export function isPlain(kind: PlainKind | undefined, value: string): boolean {
  const text = value.trim();
  return text === '' || (kind !== undefined && text.length <= 40 && shapes[kind].test(text));
}

/**
 * Why a record was rejected, as it may leave. Formats quote the value at fault before `is no …`; it
 * stays only where it looks like the slip of a number, since a shifted column puts a name there.
 */
export function plainReason(reason: string): string {
  const quoted = /^(.*) (is (?:no|not) .*)$/s.exec(reason);
  if (!quoted) return reason;
  const [, value = '', fault = ''] = quoted;
  const letters = value.replace(/[^\p{L}]/gu, '').length;
  const digits = value.replace(/[^0-9]/g, '').length;
  const isSlip = value.length <= 24 && letters <= 3 && digits >= 1 && digits <= 12;
  return isSlip ? reason : `${MASK} ${fault}`;
}
