/** Settings of indicators: defaults, and values that an analyst changed, as versioned by the case. */
import type { Indicator, Settings, Values } from './indicator.ts';

/** `indicator id` -> `setting` -> value, only what differs from the default. */
export type ChangedSettings = Readonly<Record<string, Readonly<Record<string, number>>>>;

export function defaultValues<S extends Settings>(indicator: Indicator<S>): Values<S> {
  return Object.fromEntries(
    Object.entries(indicator.settings).map(([name, setting]) => [name, setting.default]),
  ) as Values<S>;
}

export function currentValues<S extends Settings>(indicator: Indicator<S>, changed: ChangedSettings): Values<S> {
  return { ...defaultValues(indicator), ...changed[indicator.id] } as Values<S>;
}
