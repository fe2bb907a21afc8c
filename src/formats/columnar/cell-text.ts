/**
 * Stored values as decimal text, exactly: digits are moved as text, never multiplied. Binary
 * fractions are given with the fewest digits that tell them apart, at most the 15 that every such
 * number keeps, so that a sum stored as 1234.5600000000001 reads 1234.56.
 */
import { clockText, dayText } from './clock-text.ts';
import type { Cell, Kind } from './columns.ts';
import { momentText, type MomentForm } from './moments.ts';

const SURE_DIGITS = 15;
const SURE_DIGITS_SINGLE = 6;

/** An unscaled integer with `scale` digits after the point; a negative scale adds zeros. */
export function scaledText(unscaled: bigint, scale: number): string {
  const sign = unscaled < 0n ? '-' : '';
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString();
  if (scale <= 0) return sign + (unscaled === 0n ? '0' : digits + '0'.repeat(-scale));
  const padded = digits.padStart(scale + 1, '0');
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** A binary fraction without exponent; empty for what is no number. */
export function fractionText(value: number, single: boolean): string {
  if (!Number.isFinite(value)) return '';
  // Whole numbers are kept whole: they may be account numbers.
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return String(value === 0 ? 0 : value);
  let text = String(value);
  if (single) {
    for (let digits = SURE_DIGITS_SINGLE; digits <= 9; digits++) {
      text = value.toPrecision(digits);
      if (Math.fround(Number(text)) === value) break;
    }
  } else if (text.replace(/e.*$|[-.]/g, '').replace(/^0+/, '').length > SURE_DIGITS) {
    text = value.toPrecision(SURE_DIGITS);
  }
  return plain(text);
}

/** `1.50e-3` as `0.0015`. */
function plain(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text) ?? [];
  const shown = scaledText(BigInt(whole + fraction), fraction.length - Number(exponent));
  return sign + (shown.includes('.') ? shown.replace(/\.?0+$/, '') : shown);
}

/** A big-endian two's complement integer, as Parquet stores long decimals. */
export function integerOfBytes(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`));
}

/** Text of one value; empty where there is none. */
export function cellText(kind: Kind, value: Cell, form: MomentForm | undefined): string {
  if (value === undefined) return '';
  switch (kind.kind) {
    case 'text':
    case 'integer':
    case 'boolean':
      return String(value);
    case 'decimal':
      return scaledText(BigInt(value), kind.scale);
    case 'fraction':
      return fractionText(Number(value), kind.single);
    case 'day':
      return dayText(Number(value));
    case 'clock':
      return clockText(Number((BigInt(value) / kind.perSecond) % 86400n));
    case 'moment':
      return form ? momentText(BigInt(value), kind, form) : '';
  }
}
