/** Texts by key with `{name}` slots and plural forms; another language is another table of the same keys. */
import { en } from './en.ts';

type Plural = { readonly one: string; readonly other: string };
export type MessageKey = keyof typeof en;
type Slots = Readonly<Record<string, string | number>>;

const table: Readonly<Partial<Record<MessageKey, string | Plural>>> = en;
const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

export function countText(count: number): string {
  return numbers.format(count);
}

export function t(key: MessageKey, slots: Slots = {}): string {
  const message = table[key];
  // A word of a newer server is shown as it is, rather than nothing at all.
  if (message === undefined) return key.slice(key.indexOf('.') + 1).replaceAll('-', ' ');
  const count = slots['count'];
  const text =
    typeof message === 'string'
      ? message
      : typeof count === 'number' && rules.select(count) === 'one'
        ? message.one
        : message.other;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    return typeof value === 'number' ? countText(value) : (value ?? '');
  });
}
