/**
 * Progress on stderr: on a terminal one line that is drawn over, elsewhere one line per step. Never
 * on stdout, so that `--json` can be piped.
 */
import type { Io } from './io.ts';

const WIDTH = 28;
const REDRAW_MS = 80;

export class Progress {
  private readonly io: Io;
  private step = '';
  private started = 0;
  private drawn = 0;
  private isOpen = false;

  constructor(io: Io) {
    this.io = io;
  }

  /** @param share of the whole, 0 to 1 */
  readonly report = (step: string, share: number): void => {
    const now = this.io.clock();
    if (step !== this.step) {
      if (this.step === '') this.started = now;
      else if (this.io.isTerminal) this.draw(share);
      this.step = step;
      if (!this.io.isTerminal) this.io.err(`${step} …\n`);
      this.drawn = 0;
    }
    if (!this.io.isTerminal || now - this.drawn < REDRAW_MS) return;
    this.drawn = now;
    this.draw(share);
  };

  /** Ends the line; `what` is what was done. */
  done(what: string): void {
    const seconds = ((this.io.clock() - this.started) / 1000).toFixed(1);
    this.io.err(`${this.isOpen ? '\r\x1b[2K' : ''}${what} in ${seconds} s\n`);
    this.reset();
  }

  /** Clears the line without a word, before an error is told. */
  clear(): void {
    if (this.isOpen) this.io.err('\r\x1b[2K');
    this.reset();
  }

  private reset(): void {
    this.isOpen = false;
    this.step = '';
  }

  private draw(share: number): void {
    const full = Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
    const percent = `${Math.round(share * 100)}`.padStart(3);
    this.isOpen = true;
    this.io.err(`\r\x1b[2K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${percent} % ${this.step}`);
  }
}
