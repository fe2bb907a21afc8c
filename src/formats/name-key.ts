/**
 * The key of a name without an account: folded spelling and country. Ends of this kind are used
 * only by indicators that opt in and are never merged with an account by name (design section 2).
 */
import { foldText } from './text-words.ts';

/** Folded, words sorted, legal forms kept; '' where the text names nobody. */
export function nameKey(name: string, country = ''): string {
  const words = foldText(name)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '');
  return words.length === 0 ? '' : `${words.sort().join(' ')}|${country}`;
}
