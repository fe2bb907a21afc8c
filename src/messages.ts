/**
 * Every sentence that Clew says is a message id with parameters, in ICU MessageFormat (library
 * intl-messageformat). One table per language; a test runs all of them against the banned words
 * of `indicators.md` section 5. Output never depends on the machine's locale.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { english } from './messages-en.ts';
import { currencyCode, decimalText } from './money.ts';

/** A measured quantity as indicators give it (`indicators/indicator.ts`). */
export interface SayableMeasure {
  readonly unit: string;
  readonly value: number;
  readonly currency?: number;
}
export type Sayable = string | number | SayableMeasure;

export type MessageId = string;

const compiled = new Map<string, IntlMessageFormat>();

/** The English sentence of a message. An unknown id is said as it stands in brackets; a test finds those. */
export function say(id: MessageId, parameters: Readonly<Record<string, Sayable>> = {}): string {
  const pattern = (english as Readonly<Record<string, string>>)[id];
  if (pattern === undefined) return `[${id}]`;
  let format = compiled.get(id);
  if (!format) compiled.set(id, (format = new IntlMessageFormat(pattern, 'en')));
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(parameters))
    values[name] = typeof value === 'object' ? plain(value) : value;
  return String(format.format(values));
}

export function isMessage(id: MessageId): boolean {
  return id in english;
}

/** Counts stay numbers, so that plurals work; everything else is put into words. */
function plain(measure: SayableMeasure): string | number {
  return measure.unit === 'count' ? measure.value : measureText(measure);
}

/** `94 %`, `3 days`, `1,234.50 EUR`: a measure as a person reads it. */
export function measureText(measure: SayableMeasure): string {
  const { unit, value } = measure;
  switch (unit) {
    case 'count':
      return grouped(String(value));
    case 'share':
      return `${String(Math.round(value * 100))} %`;
    case 'ratio':
      return `${String(value)} times`;
    case 'money':
      return moneyText(BigInt(value), measure.currency ?? 0);
    case 'days':
    case 'hours':
    case 'minutes':
    case 'months':
    case 'years': {
      const rounded = Math.round(value * 10) / 10;
      return `${String(rounded)} ${rounded === 1 ? unit.slice(0, -1) : unit}`;
    }
    default:
      return String(value);
  }
}

export function moneyText(minor: bigint, currency: number): string {
  return `${grouped(decimalText(minor, currency))} ${currencyCode(currency)}`;
}

function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const marked = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? marked : `${marked}.${fraction}`;
}
