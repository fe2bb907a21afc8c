/**
 * What a running balance proves of the amounts beside it. Between two rows it changes by one of
 * them: by the later one where it is printed after the booking, by the earlier one where it is printed
 * before; and a file begins with its oldest or with its newest row.
 */

/** `after-oldest`: the balance after the booking, in a file that begins with its oldest row. */
export type BalancePlace = 'after-oldest' | 'after-newest' | 'before-oldest' | 'before-newest';

export interface BalanceProof {
  readonly place: BalancePlace;
  /** Pairs of rows that were compared, and those that each reading of the amounts fits. */
  readonly pairs: number;
  readonly plain: number;
  readonly inverted: number;
  readonly unsigned: number;
}

const PLACES: readonly BalancePlace[] = ['after-oldest', 'after-newest', 'before-oldest', 'before-newest'];

/** The file's rows as texts in its order, and what their days say of it. */
export interface RowOrder {
  /** 1 oldest first, -1 newest first, 0 where days do not tell. */
  readonly direction: number;
  readonly accounts?: readonly string[];
}

/**
 * The place that fits best; undefined where no two rows can be compared. Oldest first and printed
 * before is the mirror of newest first and printed after: only the days tell them apart, and without
 * them a balance is taken as printed after its booking.
 */
export function proveBalance(
  amounts: readonly (bigint | undefined)[],
  balances: readonly (bigint | undefined)[],
  order: RowOrder,
): BalanceProof | undefined {
  let best: BalanceProof | undefined;
  const wrong = order.direction > 0 ? 'newest' : order.direction < 0 ? 'oldest' : 'none';
  for (const place of PLACES) {
    if (place.endsWith(wrong)) continue;
    const proof = countFits(place, amounts, balances, order.accounts);
    if (proof.pairs > 0 && proof.unsigned > (best?.unsigned ?? -1)) best = proof;
  }
  return best;
}

function countFits(
  place: BalancePlace,
  amounts: readonly (bigint | undefined)[],
  balances: readonly (bigint | undefined)[],
  accounts: readonly string[] | undefined,
): BalanceProof {
  let [pairs, plain, inverted, unsigned] = [0, 0, 0, 0];
  for (let i = 1; i < balances.length; i++) {
    const [above, below] = [balances[i - 1], balances[i]];
    if (above === undefined || below === undefined || above === below) continue;
    if (accounts && accounts[i] !== accounts[i - 1]) continue;
    const change = place.endsWith('oldest') ? below - above : above - below;
    // After-oldest and before-newest: the lower row moved the balance.
    const amount = amounts[place === 'after-oldest' || place === 'before-newest' ? i : i - 1];
    pairs++;
    if (amount === undefined) continue;
    if (amount === change) plain++;
    if (-amount === change) inverted++;
    if (amount === change || -amount === change) unsigned++;
  }
  return { place, pairs, plain, inverted, unsigned };
}
