/**
 * Numbers of cells as decimal text, by string arithmetic: never a float on the way of an amount.
 * Sheets store IEEE doubles and write their shortest or their 17-digit form (`1234.5600000000001`,
 * `1E-2`); the program shows, and its user entered, at most 15 significant digits, which a double
 * always keeps. So what is behind the 15th digit of a fraction is no part of the value.
 */
const SIGNIFICANT = 15;
/** Doubles end at 10^308; such a number is nobody's money. */
const LARGEST_EXPONENT = 40;

/**
 * The number without exponent, `undefined` for what is none. A fraction of three digits gets a zero
 * more: in text, `1.234` could be a thousand and some, and a cell's number cannot.
 */
export function plainDecimal(text: string): string | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponentText] = match;
  if (whole === '' && fraction === '') return undefined;
  const isWritten = exponentText === undefined && fraction === '';
  // As it stands: an account number that was written as a number keeps all its digits.
  if (isWritten) return signed(sign, whole.replace(/^0+(?=\d)/, ''), '');
  const exponent = Number(exponentText ?? 0);
  if (Math.abs(exponent) > LARGEST_EXPONENT) return exponent < 0 ? '0' : undefined;
  let digits = whole + fraction;
  let point = whole.length + exponent;
  const leading = /^0*/.exec(digits)?.[0].length ?? 0;
  digits = digits.slice(leading);
  point -= leading;
  if (digits === '') return '0';
  if (digits.length > SIGNIFICANT) {
    const rounded = roundedUp(digits.slice(0, SIGNIFICANT), digits[SIGNIFICANT] as string);
    point += rounded.length - SIGNIFICANT;
    digits = rounded;
  }
  digits = digits.replace(/0+$/, '');
  if (point <= 0) return signed(sign, '0', '0'.repeat(-point) + digits);
  if (point >= digits.length) return signed(sign, digits + '0'.repeat(point - digits.length), '');
  return signed(sign, digits.slice(0, point), digits.slice(point));
}

function signed(sign: string, whole: string, fraction: string): string {
  const minus = sign === '-' && /[1-9]/.test(whole + fraction) ? '-' : '';
  if (fraction === '') return `${minus}${whole}`;
  return `${minus}${whole}.${fraction}${fraction.length === 3 ? '0' : ''}`;
}

/** Digits plus one in the last place where the next digit is 5 or more. */
function roundedUp(digits: string, next: string): string {
  return next < '5' ? digits : String(BigInt(digits) + 1n).padStart(digits.length, '0');
}
