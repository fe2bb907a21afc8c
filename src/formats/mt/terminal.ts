/**
 * Where and when a card was used or cash drawn or paid in, as banks write it behind the remittance of
 * a card row: `Bakery Linz AT TERM 53922299 2026-01-04 20:21`, town and country before the terminal.
 */
import { dayFrom, type Day } from '../../days.ts';

export interface TerminalNote {
  /** Terminal number. */
  readonly number: string;
  /** Town in letters; '' where none is given. */
  readonly town: string;
  readonly day: Day;
  /** Seconds after midnight. */
  readonly time: number;
}

const NOTE = /^(.*?)\s*\b[A-Z]{2}\s+TERM(?:INAL)?\.?\s+(\d{3,12})\s+(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)/;

/** Reads the note of a row whose merchant is called so; the merchant's name is no part of the town. */
export function terminalNote(remittance: string, merchant = ''): TerminalNote | undefined {
  const match = remittance.includes('TERM') ? NOTE.exec(remittance.trim()) : null;
  if (!match) return undefined;
  const [, before = '', number = '', year, month, date, hour, minute] = match;
  const town = (before.startsWith(merchant) ? before.slice(merchant.length) : '').trim();
  return {
    number,
    town: /^[\p{L} .'-]*$/u.test(town) ? town : '',
    day: dayFrom(Number(year), Number(month), Number(date)),
    time: Number(hour) * 3600 + Number(minute) * 60,
  };
}
