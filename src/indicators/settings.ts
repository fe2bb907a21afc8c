/** Settings of indicators: defaults, and values that an analyst changed, as versioned by the case. */
import { CodedError } from '../errors.ts';
import type { Indicator, Setting, Settings, Values } from './indicator.ts';

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

const WHOLE: ReadonlySet<Setting['unit']> = new Set(['count', 'days', 'points', 'years', 'months']);
const MOST: Partial<Record<Setting['unit'], number>> = { share: 1, 'hour-of-day': 24, points: 100, ratio: 1000 };

/** Reads `indicator.setting=value`. @throws CLEW_NOT_FOUND, or CLEW_USAGE for a value that its unit does not take */
export function settingOf(
  text: string,
  indicators: ReadonlyMap<string, Indicator>,
): {
  readonly indicator: string;
  readonly name: string;
  readonly setting: Setting;
  readonly value: number | undefined;
} {
  const [id = '', value] = text.split('=');
  const [indicator = '', name = ''] = id.split('.');
  const { settings = {} } = indicators.get(indicator) ?? {};
  const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
  if (!setting) throw new CodedError('CLEW_NOT_FOUND', { what: `The setting ${id}` });
  if (value === undefined) return { indicator, name, setting, value: undefined };
  const number = /^\d{1,9}(\.\d{1,4})?$/.test(value) ? Number(value) : Number.NaN;
  const most = MOST[setting.unit] ?? 999_999_999;
  const least = WHOLE.has(setting.unit) && setting.default > 0 ? 1 : 0;
  const isWhole = WHOLE.has(setting.unit);
  if (Number.isNaN(number) || number < least || number > most || (isWhole && !Number.isInteger(number)))
    throw new CodedError('CLEW_USAGE', {
      reason: `${id} takes ${isWhole ? 'a whole number' : 'a number'} from ${least} to ${most} (${setting.unit})`,
    });
  return { indicator, name, setting, value: number };
}
