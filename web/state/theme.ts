/** Light, dark or as the system says; kept in this browser only. */
import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
const KEY = 'clew.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function kept(): Theme {
  const text = localStorage.getItem(KEY);
  return text === 'light' || text === 'dark' ? text : 'system';
}
let theme: Theme = kept();

function apply(): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  for (const listener of listeners) listener();
}
apply();
dark.addEventListener('change', apply);

export function isDark(): boolean {
  return theme === 'dark' || (theme === 'system' && dark.matches);
}

export function toggleTheme(): void {
  theme = isDark() ? 'light' : 'dark';
  localStorage.setItem(KEY, theme);
  apply();
}

/** Changes when the colours change; drawings on canvas read them again. */
export function useIsDark(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, isDark);
}
