/**
 * Thread entry of the indicator search: loads the catalogue once and works through shared blocks.
 * Run from sources, Node 20 forgets tsx's import hook in a thread, so it is registered again here.
 */
import { loadCatalogue } from '../src/indicators/catalogue.ts';
import type { Indicator } from '../src/indicators/indicator.ts';
import { searchBlocks, type SearchResult, type SearchTask } from '../src/indicators/search-anchors.ts';

async function load(): Promise<readonly Indicator[]> {
  if (import.meta.url.endsWith('.ts')) (await import('tsx/esm/api')).register();
  return loadCatalogue();
}
const catalogue = load();

export default async function search(task: SearchTask): Promise<SearchResult> {
  const blocks = searchBlocks(task, await catalogue);
  for (;;) {
    const step = blocks.next();
    if (step.done) return step.value;
  }
}
