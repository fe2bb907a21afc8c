/**
 * What sets the levels apart, beside the wider dials that each scheme names itself. The demo level is
 * fixed, as the demo's bytes are; at the hard level every world draws its own: which bank people are
 * with, where schemes play, price level, period, ids, words and contact data that are left out.
 */
import type { Random } from '../random.ts';
import type { Level } from './model.ts';

export interface LevelParameters {
  readonly accounts: number;
  /** Share of the accounts that schemes take, at most. */
  readonly schemeShare: number;
  readonly decoysPerScheme: number;
  readonly firstMonth: number;
  readonly months: number;
  /** Share of a country's customers with their country's own bank; the rest are with the online bank. */
  readonly ownBank: Readonly<Record<string, number>>;
  /** Countries in which schemes and decoys play, each as often as it stands here. */
  readonly stages: readonly string[];
  /** Amounts against the euro area's price level. */
  readonly prices: number;
  /** Share of private payments that carry an end-to-end id. */
  readonly endToEnd: number;
  /** Share of payments whose words the payer left out. */
  readonly wordless: number;
  /** Shares of customers without telephone and without mail address on file. */
  readonly noPhone: number;
  readonly noEmail: number;
}

const DEMO: LevelParameters = {
  accounts: 2050,
  schemeShare: 0.033,
  decoysPerScheme: 10.1,
  firstMonth: 1,
  months: 9,
  ownBank: { DE: 0.72, AT: 0.58, PL: 0.82 },
  stages: ['DE', 'DE', 'DE', 'DE', 'DE', 'AT', 'PL', 'PL', 'GB', 'NL'],
  prices: 1,
  endToEnd: 0.86,
  wordless: 0,
  noPhone: 0.08,
  noEmail: 0.2,
};

/** The parameters of one world; the demo level draws nothing. */
export function levelParameters(level: Level, random: Random): LevelParameters {
  if (level === 'demo') return DEMO;
  const between = (low: number, high: number): number => low + (high - low) * random.next();
  return {
    accounts: 4200,
    schemeShare: 0.019,
    decoysPerScheme: 12,
    firstMonth: random.integer(1, 4),
    months: random.integer(8, 10),
    ownBank: { DE: between(0.4, 0.9), AT: between(0.4, 0.9), PL: between(0.4, 0.9) },
    stages: ['DE', 'DE', 'AT', 'PL', 'PL', 'GB', 'NL'],
    prices: between(0.85, 1.2),
    endToEnd: between(0.3, 0.65),
    wordless: between(0.05, 0.25),
    noPhone: between(0.1, 0.25),
    noEmail: between(0.25, 0.5),
  };
}
