/**
 * Strings of BIFF8 ([MS-XLS] 2.5.293 to 2.5.296): letters of one byte or two, with runs of formats
 * and readings behind them. The shared table goes on over records, and a string that is cut tells
 * anew at each record how wide its letters are.
 */

/** A record's bytes, and those of the records that continue it. */
export class ContinuedBytes {
  private readonly pieces: readonly Uint8Array[];
  private piece = 0;
  private at = 0;

  constructor(pieces: readonly Uint8Array[]) {
    this.pieces = pieces;
  }

  get isOver(): boolean {
    return this.piece >= this.pieces.length;
  }

  byte(): number {
    this.settle();
    return this.pieces[this.piece]?.[this.at++] ?? 0;
  }

  uint16(): number {
    return this.byte() | (this.byte() << 8);
  }

  uint32(): number {
    return (this.uint16() | (this.uint16() << 16)) >>> 0;
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      this.settle();
      if (this.isOver) return;
      const step = Math.min(left, (this.pieces[this.piece] as Uint8Array).length - this.at);
      this.at += step;
      left -= step;
    }
  }

  /** `count` letters, two bytes each where `isWide`; where a record ends, the next one says it again. */
  letters(count: number, isWide: boolean): string {
    let text = '';
    let wide = isWide;
    for (let left = count; left > 0;) {
      const piece = this.pieces[this.piece];
      if (!piece) return text;
      if (this.at >= piece.length) {
        this.piece++;
        this.at = 0;
        wide = ((this.pieces[this.piece]?.[this.at++] ?? 0) & 1) === 1;
        continue;
      }
      const size = wide ? 2 : 1;
      const here = Math.min(left, Math.floor((piece.length - this.at) / size));
      const bytes = Buffer.from(piece.buffer, piece.byteOffset + this.at, here * size);
      text += bytes.toString(wide ? 'utf16le' : 'latin1');
      this.at = here === 0 ? piece.length : this.at + here * size;
      left -= here;
    }
    return text;
  }

  /** A string with its count of letters before it. */
  string(count: number): string {
    const flags = this.byte();
    const runs = (flags & 8) === 0 ? 0 : this.uint16();
    const extension = (flags & 4) === 0 ? 0 : this.uint32();
    const text = this.letters(count, (flags & 1) === 1);
    this.skip(4 * runs + extension);
    return text;
  }

  private settle(): void {
    while (this.piece < this.pieces.length && this.at >= (this.pieces[this.piece] as Uint8Array).length) {
      this.piece++;
      this.at = 0;
    }
  }
}
