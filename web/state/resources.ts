/**
 * Answers of the server, asked once and kept until something changed them. An answer stays on the
 * screen while its successor is on the way, so that nothing flickers.
 */
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { api, ApiProblem } from '../api-client.ts';

export interface Resource<Value> {
  readonly value?: Value | undefined;
  readonly problem?: ApiProblem | undefined;
  readonly isLoading: boolean;
}

interface Slot {
  state: Resource<unknown>;
  isStale: boolean;
  turn: number;
}

const slots = new Map<string, Slot>();
const listeners = new Set<() => void>();
const idle: Resource<never> = { isLoading: true };

function tell(): void {
  for (const listener of listeners) listener();
}

export function subscribeResources(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function problemOf(error: unknown): ApiProblem {
  return error instanceof ApiProblem
    ? error
    : new ApiProblem('page', error instanceof Error ? error.message : String(error), -1);
}

/** Asks unless there is a fresh answer or a question under way. */
export function ensure<Value>(key: string, load: () => Promise<Value>): void {
  const slot = slots.get(key);
  if (slot && !slot.isStale) return;
  const next: Slot = {
    state: { value: slot?.state.value, isLoading: true },
    isStale: false,
    turn: (slot?.turn ?? 0) + 1,
  };
  slots.set(key, next);
  const settle = (state: Resource<unknown>): void => {
    if (slots.get(key) !== next) return;
    next.state = state;
    tell();
  };
  load().then(
    (value) => settle({ value, isLoading: false }),
    (error: unknown) => settle({ value: next.state.value, problem: problemOf(error), isLoading: false }),
  );
  tell();
}

/** Marks answers as old; those on the screen are asked again. */
export function refresh(prefix = ''): void {
  for (const [key, slot] of slots) if (key.startsWith(prefix)) slot.isStale = true;
  tell();
}

function peek(key: string): Slot | undefined {
  return slots.get(key);
}

/** Waits where `key` is undefined. */
export function useResource<Value>(key: string | undefined, load: () => Promise<Value>): Resource<Value> {
  const read = useCallback(() => (key === undefined ? idle : (peek(key)?.state ?? idle)), [key]);
  const readStale = useCallback(() => key !== undefined && (peek(key)?.isStale ?? true), [key]);
  const state = useSyncExternalStore(subscribeResources, read);
  const isStale = useSyncExternalStore(subscribeResources, readStale);
  useEffect(() => {
    if (key !== undefined && isStale) ensure(key, load);
    // The loader belongs to the key.
  }, [key, isStale]);
  return state as Resource<Value>;
}

export const useCase = () => useResource('case', () => api.case());
export const useFiles = (wanted = true) => useResource(wanted ? 'files' : undefined, () => api.files());
export const useCoverage = () => useResource('coverage', () => api.coverage());
export const useMatches = () => useResource('matches', () => api.matches());
export const useLeads = () => useResource('leads', () => api.leads());
export const useLead = (id: string | undefined) =>
  useResource(id === undefined ? undefined : `lead/${id}`, () => api.lead(id ?? ''));
export const useEntry = (id: string | undefined) =>
  useResource(id === undefined ? undefined : `entry/${id}`, () => api.entry(id ?? ''));
