/** What holds for the whole file: each convention as it was found, and the choice to set it. */
import type { ReactNode } from 'react';
import type { Overrides, TableReport } from '../contract.ts';
import { t, type MessageKey } from '../messages/translate.ts';

const encodings = [
  'utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'windows-1250', 'iso-8859-2', 'windows-1251',
  'koi8-r', 'ibm850', 'ibm437', 'ibm866', 'macintosh', 'gb18030', 'shift_jis', 'big5', 'euc-kr',
] as const; // prettier-ignore
const delimiters = [';', ',', '\t', '|', '~', ':'] as const;
const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
const signs = ['signed', 'inverted', 'columns', 'letter', 'balance', 'type'] as const;

interface Props {
  readonly table: TableReport;
  readonly overrides: Overrides;
  readonly doubts: ReadonlySet<string>;
  readonly onChange: (overrides: Overrides) => void;
}

function Field({ label, isInDoubt = false, children }: { label: string; isInDoubt?: boolean; children: ReactNode }) {
  return (
    <label className={isInDoubt ? 'in-doubt' : ''}>
      {label}
      {children}
    </label>
  );
}

export function InspectConventions({ table, overrides, doubts, onChange }: Props) {
  const set = <K extends keyof Overrides>(key: K, value: Overrides[K] | undefined): void => {
    const { [key]: _, ...others } = overrides;
    onChange(value === undefined || value === '' ? others : { ...others, [key]: value });
  };
  const choice = <K extends 'dateOrder' | 'decimal' | 'sign' | 'delimiter' | 'encoding'>(
    key: K,
    options: readonly string[],
    textOf: (value: string) => string,
  ) => {
    const found = table[key];
    return (
      <select value={overrides[key] ?? ''} onChange={({ target }) => set(key, target.value as Overrides[K])}>
        <option value="">
          {found === undefined ? t('inspect.as-found.none') : t('inspect.as-found', { value: textOf(found) })}
        </option>
        {options.map((value) => (
          <option key={value} value={value}>
            {textOf(value)}
          </option>
        ))}
      </select>
    );
  };
  const named = (prefix: string) => (value: string) => t(`${prefix}.${value}` as MessageKey);
  const delimiterText = (value: string): string => (value === '\t' ? t('inspect.delimiter.tab') : value);
  return (
    <fieldset className="conventions">
      <legend>{t('inspect.conventions')}</legend>
      <Field label={t('inspect.dateOrder')} isInDoubt={doubts.has('date-order')}>
        {choice('dateOrder', dateOrders, named('inspect.date'))}
      </Field>
      <Field label={t('inspect.sign')} isInDoubt={doubts.has('sign')}>
        {choice('sign', signs, named('inspect.sign'))}
      </Field>
      <Field label={t('inspect.decimal')}>
        {choice('decimal', ['.', ','], (value) => t(value === '.' ? 'inspect.decimal.point' : 'inspect.decimal.comma'))}
      </Field>
      <Field label={t('inspect.currency')} isInDoubt={doubts.has('currency')}>
        <input
          value={overrides.currency ?? ''}
          placeholder={table.currency ?? ''}
          maxLength={3}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => set('currency', target.value.toUpperCase())}
        />
      </Field>
      <Field label={t('inspect.account')} isInDoubt={doubts.has('account')}>
        <input
          value={overrides.account ?? ''}
          placeholder={table.account === 'made for this file' ? t('inspect.account.hint') : (table.account ?? '')}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => set('account', target.value)}
        />
      </Field>
      <Field label={t('inspect.delimiter')}>{choice('delimiter', delimiters, delimiterText)}</Field>
      <Field label={t('inspect.header')}>
        <input
          type="number"
          min={0}
          value={overrides.headerLine ?? ''}
          placeholder={String(table.headerLine)}
          onChange={({ target }) => set('headerLine', target.value === '' ? undefined : Number(target.value))}
        />
      </Field>
      <Field label={t('inspect.encoding')}>{choice('encoding', encodings, (value) => value)}</Field>
    </fieldset>
  );
}
