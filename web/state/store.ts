/** The one store of the page: the view. Written to the address a moment after it changes. */
import { useSyncExternalStore } from 'react';
import { hashToView, viewToHash, type View } from './view.ts';

let view: View = hashToView(location.hash);
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function writeAddress(isStep: boolean): void {
  const hash = viewToHash(view);
  if (hash === location.hash) return;
  if (isStep) history.pushState(null, '', hash);
  else history.replaceState(null, '', hash);
}

/** Going to another lead or tab is a step that the back button undoes; the rest replaces the address. */
export function changeView(change: Partial<View>): void {
  const before = view;
  view = { ...view, ...change };
  clearTimeout(timer);
  const isStep = before.lead !== undefined && (before.lead !== view.lead || before.tab !== view.tab);
  if (isStep) writeAddress(true);
  else timer = setTimeout(() => writeAddress(false), 200);
  tell();
}

addEventListener('popstate', () => {
  clearTimeout(timer);
  view = hashToView(location.hash);
  tell();
});

export function currentView(): View {
  return view;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useView(): View {
  return useSyncExternalStore(subscribe, currentView);
}
