/** Settings of indicators: defaults, and values that an analyst changed, as versioned by the case. */
import type { Indicator, Settings, Values } from './indicator.ts';

/** `indicator id` -> `setting` -> value, only what differs from the default. */
export type ChangedSettings = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What differs from the defaults after a change; settings in `reset` (`indicator.setting`) have theirs again. */
export function withChanges(
  before: ChangedSettings,
  changed: ChangedSettings,
  reset: readonly string[] = [],
): ChangedSettings {
  const after: Record<string, Record<string, number>> = {};
  for (const part of [before, changed])
    for (const [indicator, values] of Object.entries(part)) after[indicator] = { ...after[indicator], ...values };
  for (const id of reset) {
    const [indicator = '', name = ''] = id.split('.');
    const { [name]: _, ...rest } = after[indicator] ?? {};
    if (Object.keys(rest).length === 0) delete after[indicator];
    else after[indicator] = rest;
  }
  return after;
}

export function defaultValues<S extends Settings>(indicator: Indicator<S>): Values<S> {
  return Object.fromEntries(
    Object.entries(indicator.settings).map(([name, setting]) => [name, setting.default]),
  ) as Values<S>;
}

export function currentValues<S extends Settings>(indicator: Indicator<S>, changed: ChangedSettings): Values<S> {
  return { ...defaultValues(indicator), ...changed[indicator.id] } as Values<S>;
}
