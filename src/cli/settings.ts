/** `clew settings CASE`: thresholds as they are now; `--set` and `--reset` change them by an event that can be undone. */
import type { Case } from '../cases/case.ts';
import { CodedError } from '../errors.ts';
import { loadCatalogue } from '../indicators/catalogue.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { settingOf } from '../indicators/settings.ts';
import { withCase, writeJson, type Register } from './command.ts';
import { table } from './table.ts';

interface SettingsFlags {
  readonly set?: string[];
  readonly reset?: string[];
  readonly purpose?: string;
  readonly actor?: string;
  readonly json?: true;
}

export const registerSettings: Register = (program, io, finish) => {
  program
    .command('settings')
    .description('thresholds of the indicators as they are now; change them or give them their defaults again')
    .argument('<case>', 'folder of the case')
    .option('--set <indicator.setting=value...>', 'change thresholds; the case is then to be scored again')
    .option('--reset <indicator.setting...>', 'give thresholds their defaults again')
    .option('--purpose <text>', 'why; needed to change, kept in the case')
    .option('--actor <name>', 'who is answerable (default: the user of this machine)')
    .option('--json', 'print the settings as JSON')
    .action(async (path: string, { set = [], reset = [], purpose = '', actor, json }: SettingsFlags) => {
      const isChange = set.length + reset.length > 0;
      if (isChange && purpose.trim() === '')
        throw new CodedError('CLEW_USAGE', { reason: 'a change needs a --purpose' });
      const indicators = new Map((await loadCatalogue()).map((one) => [one.id, one]));
      const settings = await withCase(path, io, { readOnly: !isChange, actor }, (opened) => {
        if (isChange) change(opened, indicators, set, reset, purpose);
        return settingsOf(opened, indicators);
      });
      if (json) writeJson(io, { settings });
      else io.out(textOf(settings));
      finish(0);
    });
};

/** A value that is the default is a reset, so that the settings' hash is that of the defaults. */
function change(
  opened: Case,
  indicators: ReadonlyMap<string, Indicator>,
  set: readonly string[],
  reset: readonly string[],
  purpose: string,
): void {
  const changed: Record<string, Record<string, number>> = {};
  const again: string[] = [];
  for (const text of set) {
    const { indicator, name, setting, value } = settingOf(text, indicators);
    if (value === undefined) throw new CodedError('CLEW_USAGE', { reason: `${text}: say =value` });
    if (value === setting.default) again.push(`${indicator}.${name}`);
    else changed[indicator] = { ...changed[indicator], [name]: value };
  }
  for (const text of reset) {
    const { indicator, name } = settingOf(text, indicators);
    again.push(`${indicator}.${name}`);
  }
  opened.append({ kind: 'settings-changed', changed, ...(again.length > 0 ? { reset: again } : {}) }, purpose);
}

interface SettingLine {
  readonly id: string;
  readonly unit: string;
  readonly default: number;
  readonly value: number;
  readonly reason: string;
}

function settingsOf(opened: Case, indicators: ReadonlyMap<string, Indicator>): SettingLine[] {
  const changed = opened.changedSettings();
  return [...indicators.values()].flatMap(({ id, settings }) =>
    Object.entries(settings).map(([name, setting]) => ({
      id: `${id}.${name}`,
      unit: setting.unit,
      default: setting.default,
      value: changed[id]?.[name] ?? setting.default,
      reason: setting.reason,
    })),
  );
}

function textOf(settings: readonly SettingLine[]): string {
  return table(
    [{ title: 'setting' }, { title: 'value', align: 'right' }, { title: 'default', align: 'right' }, { title: 'unit' }],
    settings.map((one) => [one.id, String(one.value), String(one.default), one.unit]),
  );
}
