/**
 * A card is known by a keyed hash of its number and its last four digits; the number itself is kept
 * nowhere. The key is the same in every file, so that a card is the same end in all of them.
 */
import { createHmac } from 'node:crypto';

const CARD_KEY = 'clew/cards/1';

/** The key of a card's number as a bank writes it, or undefined where it holds none. */
export function cardKey(number: string): string | undefined {
  const tight = number.replace(/[\s-]+/g, '').toUpperCase();
  if (tight === '') return undefined;
  return `${createHmac('sha256', CARD_KEY).update(tight).digest('hex').slice(0, 32)}-${tight.slice(-4)}`;
}

/** Whether a text is a whole card number (ISO/IEC 7812: 13 to 19 digits, issuer 2 to 6, Luhn's check digit). */
export function isCardNumber(text: string): boolean {
  const tight = text.replace(/[\s-]+/g, '');
  if (!/^[2-6]\d{12,18}$/.test(tight)) return false;
  let sum = 0;
  for (let i = 0; i < tight.length; i++) {
    const digit = tight.charCodeAt(tight.length - 1 - i) - 48;
    sum += i % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}
