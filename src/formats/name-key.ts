/**
 * The key of a name without an account: folded spelling and country. Ends of this kind are used
 * only by indicators that opt in and are never merged with an account by name (design section 2).
 */
import { detached } from '../intake/text-feeds.ts';
import { foldText } from './text-words.ts';

const cache = new Map<string, string>();

/** Folded, words sorted, legal forms kept; '' where the text names nobody. */
export function nameKey(name: string, country = ''): string {
  let sorted = cache.get(name);
  if (sorted === undefined) {
    sorted = sortedWords(name);
    if (cache.size > 20000) cache.clear();
    cache.set(detached(name), sorted);
  }
  return sorted === '' ? '' : `${sorted}|${country}`;
}

function sortedWords(name: string): string {
  const words = foldText(name)
    .replace(/[^a-z0-9 ]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '');
  return words.sort().join(' ');
}
