/**
 * `NbOfTxs` and `CtrlSum` beside what was given: the control sum adds amounts of all currencies as
 * they are written, so it is compared as a decimal. A difference is a warning.
 */
import { currencyExponent, decimalText, packCurrency, parseAmount, type PackedCurrency } from '../../money.ts';
import type { EntrySink } from '../format.ts';

/** Decimals of the finest currency. */
const FINEST = 8;

export class DeclaredTotals {
  count?: string;
  sum?: string;
  /** `TtlIntrBkSttlmAmt` and its currency. */
  settled?: string;
  settledCurrency?: string;
  private given = 0;
  private unread = 0;
  private readonly sums = new Map<PackedCurrency, bigint>();

  /** @param minor absent where the amount could not be read */
  add(currency: PackedCurrency, minor?: number): void {
    this.given++;
    if (minor === undefined) this.unread++;
    else this.sums.set(currency, (this.sums.get(currency) ?? 0n) + BigInt(minor));
  }

  /** @param whose e.g. `The message` */
  compare(whose: string, sink: EntrySink): void {
    if (this.count !== undefined && this.count !== String(this.given) && Number(this.count) !== this.given) {
      sink.warn(`${whose} declares ${this.count} transactions, ${this.given} are given`);
    }
    // An amount that could not be read is a reject already.
    if (this.unread > 0) return;
    const declared = this.sum === undefined ? undefined : scaled(this.sum);
    let total = 0n;
    for (const [currency, sum] of this.sums) total += sum * 10n ** BigInt(FINEST - currencyExponent(currency));
    if (declared !== undefined && declared !== total) {
      sink.warn(`${whose} declares a control sum of ${this.sum ?? ''}, its transactions sum to ${plain(total)}`);
    }
    const currency = packCurrency(this.settledCurrency ?? '');
    const settled = parseAmount(this.settled ?? '', currency);
    const found = this.sums.get(currency) ?? 0n;
    if (currency !== 0 && typeof settled === 'number' && BigInt(settled) !== found) {
      const [said, given] = [decimalText(settled, currency), decimalText(found, currency)];
      sink.warn(`${whose} declares a settled total of ${said}, its transactions sum to ${given}`);
    }
  }
}

function scaled(text: string): bigint | undefined {
  const match = /^(\d{1,18})(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  if (/[^0]/.test(fraction.slice(FINEST))) return undefined;
  return BigInt(whole + fraction.slice(0, FINEST).padEnd(FINEST, '0'));
}

function plain(total: bigint): string {
  const digits = total.toString().padStart(FINEST + 1, '0');
  const text = `${digits.slice(0, -FINEST)}.${digits.slice(-FINEST)}`;
  return text.replace(/(\.\d\d\d*?)0+$/, '$1');
}
