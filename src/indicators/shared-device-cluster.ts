/**
 * One device logs in to several people's accounts (FIN-2020-A008 asks filers for addresses and devices;
 * general knowledge). Rests on a file of logins: evidence stays empty, so that the money these accounts
 * move remains other indicators' rows. A network address alone never counts: a whole house has one.
 */
import { NO_DAY, type Day } from '../days.ts';
import type { EndId } from '../formats/end-table.ts';
import { outOf } from '../graph/adjacency.ts';
import type { Budget, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, member, share, strengthAbove } from './measures.ts';
import { actsByProfession, amountOf, creditorOf, currencyOf, isOwn, isPersonal, isSpending } from './read.ts';
import type { View } from './view.ts';

const settings = {
  minHolders: { default: 3, unit: 'count', reason: 'Two parents, or a couple, share a telephone; indicators.md.' },
  maxAccounts: { default: 40, unit: 'count', reason: 'Above it the device stands in a branch, a library or a bureau.' },
  windowDays: { default: 90, unit: 'days', reason: 'A device is handed on over the years; indicators.md.' },
  householdSize: {
    default: 4,
    unit: 'count',
    reason: 'So many accounts at one address are taken for one household with one tablet.',
  },
  ownSpendShare: {
    default: 0.3,
    unit: 'share',
    reason: 'Holders who spend so much of what leaves live from their accounts.',
  },
  toOneShare: { default: 0.1, unit: 'share', reason: 'A carer takes less than this for herself.' },
} as const satisfies Settings;

interface Window {
  readonly holders: number;
  readonly from: Day;
  readonly to: Day;
}

export default {
  id: 'shared-device-cluster',
  title: 'One device logs in to several people’s accounts',
  looksFor:
    'Accounts of three and more unrelated customers that one and the same device logged in to within three months.',
  family: 'shared-contact',
  points: 5,
  forms: {
    'sexual-exploitation': 0.5,
    'labour-exploitation': 0.5,
    'debt-bondage': 0.5,
    'domestic-servitude': 0.4,
    'forced-criminality': 0.4,
  },
  citations: [
    { source: 'FinCEN FIN-2020-A008 asks for addresses, phones and mails', confidence: 'known' },
    { source: 'FinCEN FIN-2014-A008: common signers or custodians', confidence: 'known' },
  ],
  needs: ['logins'],
  settings,
  guards: [
    { id: 'holders-spend', pointsOff: 5 },
    { id: 'professional-device', pointsOff: 5 },
  ],
  innocent:
    'A carer, a parent, an accountant, a tablet of the household: holders who spend from their accounts and pay hardly anything to one of them, and devices of businesses or licensed bureaus, are tested; up to four accounts at one address count as one holder. A network address alone never counts.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    const { logins } = view.facts;
    const seen = new Set<string>();
    const devices = new Set(logins.device.subarray(logins.start[anchor] ?? 0, logins.start[anchor + 1] ?? 0));
    for (const device of devices) {
      if (device === 0) continue;
      const ends = logins.deviceEnds.subarray(logins.deviceStart[device], logins.deviceStart[device + 1]);
      if (ends.length < s.minHolders || ends.length > s.maxAccounts || !budget.spend(ends.length)) continue;
      // A telephone and a tablet of one person are one finding.
      const key = ends.join();
      if (!seen.has(key)) look(device, [...ends]);
      seen.add(key);
    }

    function look(device: number, ends: readonly EndId[]): void {
      const window = busiest(view, device, ends, s.windowDays, s.householdSize, budget);
      if (window.holders < s.minHolders) return;
      const money = lifeOf(view, ends, s.ownSpendShare, budget);
      const { receiver } = money;
      if ((receiver ?? ends[0]) !== anchor) return;
      const others = ends.filter((end) => end !== receiver && isPersonal(view, end));
      const isCarer = money.tested > 0 && money.ownSpending * 2 > money.tested && money.toOne < s.toOneShare;
      // A firm's or a bureau's device is told by an account of its own among those it logs in to.
      const professional = ends.some((end) => actsByProfession(view, end)) ? 'held' : 'failed';
      const isInnocent = isCarer || professional === 'held';
      report({
        indicator: 'shared-device-cluster',
        anchor,
        members: [
          ...(receiver === undefined
            ? []
            : [
                member(receiver, isInnocent ? 'undetermined' : 'possible-controller', {
                  for: [{ id: 'reason.paid-by-accounts-of-device', parameters: { holders: count(money.payers) } }],
                  against: isCarer ? [{ id: 'reason.holders-spend-themselves' }] : [],
                }),
              ]),
          ...others.map((end) =>
            member(end, isInnocent ? 'undetermined' : 'possible-victim', {
              for: [{ id: 'reason.account-run-by-device', parameters: { holders: count(window.holders) } }],
            }),
          ),
        ],
        observed: {
          holders: count(window.holders),
          toOneShare: share(money.toOne),
          withOwnSpending: count(money.ownSpending),
        },
        threshold: { holders: count(s.minHolders) },
        window: { from: window.from, to: window.to },
        strength: strengthAbove(window.holders, s.minHolders),
        evidence: [],
        guards: [
          { id: 'holders-spend', outcome: money.tested === 0 ? 'untestable' : isCarer ? 'held' : 'failed' },
          { id: 'professional-device', outcome: professional },
        ],
      });
    }
  },
} satisfies Indicator<typeof settings>;

/** Holders: customers, and one for a household's accounts at one address. */
function holdersOf(view: View, ends: readonly EndId[], householdSize: number): Map<EndId, string> {
  const { customer, address } = view.facts;
  const at = new Map<number, number>();
  for (const end of ends) at.set(address[end] ?? 0, (at.get(address[end] ?? 0) ?? 0) + 1);
  return new Map(
    ends.map((end): [EndId, string] => {
      const home = address[end] ?? 0;
      if (home !== 0 && (at.get(home) ?? 0) <= householdSize) return [end, `home ${home}`];
      return [end, customer[end] ? `customer ${customer[end]}` : `account ${end}`];
    }),
  );
}

/** The window with the most holders that the device logged in for; the earliest of equals. */
function busiest(
  view: View,
  device: number,
  ends: readonly EndId[],
  windowDays: number,
  householdSize: number,
  budget: Budget,
): Window {
  const { logins } = view.facts;
  const holders = holdersOf(view, ends, householdSize);
  const moments: { readonly day: number; readonly holder: string }[] = [];
  for (const end of ends) {
    const [from, to] = [logins.start[end] as number, logins.start[end + 1] as number];
    if (!budget.spend(to - from)) break;
    for (let i = from; i < to; i++)
      if (logins.device[i] === device) moments.push({ day: logins.day[i] as number, holder: holders.get(end) ?? '' });
  }
  moments.sort((a, b) => a.day - b.day);
  let best: Window = { holders: 0, from: NO_DAY, to: NO_DAY };
  const within = new Map<string, number>();
  let first = 0;
  for (const { day, holder } of moments) {
    within.set(holder, (within.get(holder) ?? 0) + 1);
    for (let old = moments[first]; old && day - old.day >= windowDays; old = moments[++first]) {
      const left = (within.get(old.holder) ?? 1) - 1;
      if (left === 0) within.delete(old.holder);
      else within.set(old.holder, left);
    }
    if (within.size > best.holders)
      best = { holders: within.size, from: (moments[first]?.day ?? day) as Day, to: day as Day };
  }
  return best;
}

interface Life {
  readonly tested: number;
  readonly ownSpending: number;
  /** The one of them that at least half of the others, and two, pay. */
  readonly receiver: EndId | undefined;
  readonly payers: number;
  /** Mean share of what leaves that goes to the receiver. */
  readonly toOne: number;
}

function lifeOf(view: View, ends: readonly EndId[], ownSpendShare: number, budget: Budget): Life {
  const inside = new Set(ends);
  const payersOf = new Map<EndId, Set<EndId>>();
  const lives: {
    readonly end: EndId;
    readonly spent: number;
    readonly own: number;
    readonly to: Map<EndId, number>;
  }[] = [];
  for (const end of ends) {
    const rows = outOf(view.adjacency, end);
    if (!isOwn(view, end) || rows.length === 0 || !budget.spend(rows.length)) continue;
    const currency = currencyOf(view, rows[0] as number);
    let [spent, own] = [0, 0];
    const to = new Map<EndId, number>();
    for (const tx of rows) {
      if (currencyOf(view, tx) !== currency) continue;
      const amount = amountOf(view, tx);
      const creditor = creditorOf(view, tx);
      spent += amount;
      if (inside.has(creditor) && creditor !== end) {
        to.set(creditor, (to.get(creditor) ?? 0) + amount);
        const payers = payersOf.get(creditor) ?? new Set<EndId>();
        payersOf.set(creditor, payers.add(end));
      } else if (isSpending(view, tx)) own += amount;
    }
    lives.push({ end, spent, own, to });
  }
  const [best] = [...payersOf].sort((a, b) => b[1].size - a[1].size || a[0] - b[0]);
  const others = lives.filter(({ end }) => end !== best?.[0]);
  const receiver = best && best[1].size >= 2 && best[1].size * 2 >= others.length ? best[0] : undefined;
  const tested = receiver === undefined ? lives : others;
  const shares = tested.map(({ spent, to }) =>
    receiver === undefined ? 0 : (to.get(receiver) ?? 0) / Math.max(1, spent),
  );
  return {
    tested: tested.length,
    ownSpending: tested.filter(({ own, spent }) => own >= ownSpendShare * spent).length,
    receiver,
    payers: receiver === undefined ? 0 : (best?.[1].size ?? 0),
    toOne: tested.length === 0 ? 0 : shares.reduce((sum, one) => sum + one, 0) / tested.length,
  };
}
