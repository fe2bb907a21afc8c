/** Sums of minor units that stay exact over any number of rows, without a bigint per row. */
export class ExactSum {
  private whole = 0n;
  private part = 0;

  /** @param minor a safe integer >= 0 */
  add(minor: number): void {
    if (minor > Number.MAX_SAFE_INTEGER - this.part) {
      this.whole += BigInt(this.part);
      this.part = 0;
    }
    this.part += minor;
  }

  get value(): bigint {
    return this.whole + BigInt(this.part);
  }
}
