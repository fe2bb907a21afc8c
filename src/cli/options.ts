/** Options with a checked value. */
import { InvalidArgumentError, Option } from 'commander';

/** A whole number from `least` on. */
export function countOption(flags: string, description: string, least = 1): Option {
  return new Option(flags, description).argParser((text) => wholeNumber(text, least));
}

export function wholeNumber(text: string, least: number): number {
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least) throw new InvalidArgumentError(`a whole number from ${least} on`);
  return value;
}
