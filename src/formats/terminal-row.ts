/**
 * One terminal of a terminal file (`indicators.md` section 2): where a cash machine or a point of sale
 * stands. A terminal is a place and nobody's.
 */
export interface TerminalRow {
  readonly id: string;
  readonly town?: string;
  /** Two capitals. */
  readonly country?: string;
  readonly kind?: 'cash-machine' | 'point-of-sale';
  readonly mcc?: number;
}
