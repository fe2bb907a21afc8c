/**
 * How many indicators can run on what the files hold, and how many more each kind of file would
 * bring: counted from what each indicator says that it needs.
 */
import type { Indicator, Need } from './indicator.ts';

/** What each kind of file brings. */
export const fileKinds = {
  card: ['mcc', 'place', 'time-of-day'],
  register: ['register', 'opening-date', 'contacts', 'birth-year'],
  logins: ['logins'],
  texts: ['text', 'purpose-or-words'],
} as const satisfies Record<string, readonly Need[]>;
export type FileKind = keyof typeof fileKinds;

export interface IndicatorCount {
  readonly all: number;
  readonly run: number;
  /** Kinds that alone would let more of them run; the rest need several. */
  readonly more: readonly { readonly kind: FileKind; readonly count: number; readonly lacking: readonly Need[] }[];
  readonly withSeveral: number;
}

/** @param met needs that the files meet (`view.ts`) */
export function countIndicators(
  catalogue: readonly Pick<Indicator, 'id' | 'needs'>[],
  met: ReadonlySet<Need>,
): IndicatorCount {
  const lacking = catalogue
    .map(({ needs }) => needs.filter((need) => !met.has(need)))
    .filter(({ length }) => length > 0);
  const more = (Object.keys(fileKinds) as FileKind[]).flatMap((kind) => {
    const brought: readonly Need[] = fileKinds[kind];
    const helped = lacking.filter((needs) => needs.every((need) => brought.includes(need)));
    const needs = brought.filter((need) => helped.some((one) => one.includes(need)));
    return helped.length === 0 ? [] : [{ kind, count: helped.length, lacking: needs }];
  });
  const alone = more.reduce((sum, { count }) => sum + count, 0);
  return { all: catalogue.length, run: catalogue.length - lacking.length, more, withSeveral: lacking.length - alone };
}
