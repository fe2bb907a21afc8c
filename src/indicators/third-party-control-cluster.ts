/**
 * One customer is proxy or signatory of several other people's accounts (FIN-2014-A008: common signers
 * or custodians; general knowledge). Rests on the register: evidence stays empty, so that the money
 * these accounts move remains other indicators' rows. Devices and changes of contact are not in
 * statements and not tested.
 */
import type { EndId } from '../formats/end-table.ts';
import { outOf } from '../graph/adjacency.ts';
import type { Budget, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, member, share, strengthAbove } from './measures.ts';
import {
  actsByProfession,
  amountOf,
  creditorOf,
  currencyOf,
  endsOfClass,
  isOwn,
  isPersonal,
  isSpending,
} from './read.ts';
import type { View } from './view.ts';

const settings = {
  minAccounts: {
    default: 3,
    unit: 'count',
    reason: 'Two parents, or a parent and an aunt, are cared for; indicators.md.',
  },
  maxAccounts: {
    default: 40,
    unit: 'count',
    reason: 'Above it the proxy is a branch, a bureau or a guardian by profession.',
  },
  ownSpendShare: {
    default: 0.3,
    unit: 'share',
    reason: 'Holders who spend so much of what leaves live from their accounts.',
  },
  toProxyShare: { default: 0.1, unit: 'share', reason: 'A carer takes less than this for herself.' },
} as const satisfies Settings;

export default {
  id: 'third-party-control-cluster',
  title: 'One proxy runs several people’s accounts',
  looksFor: 'Accounts of three and more unrelated customers that have one and the same signatory or proxy.',
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
    { source: 'FinCEN FIN-2014-A008: common signers or custodians', confidence: 'known' },
    { source: 'FinCEN FIN-2020-A008 asks for phones, mails and addresses', confidence: 'known' },
  ],
  needs: ['register'],
  settings,
  guards: [
    { id: 'carer', pointsOff: 5 },
    { id: 'professional-proxy', pointsOff: 5 },
  ],
  innocent:
    'A carer, a parent, an accountant, a payroll bureau: holders who spend from their accounts and pay the proxy hardly anything, and proxies who are businesses or licensed, are tested.',
  find(view, s, anchor, budget, emit) {
    const report = dampedByGuards(emit);
    const { customer, proxy } = view.facts;
    // Called at the proxy's own first account, or at the first account of the cluster where there is none.
    const ownClass = customer[anchor] ?? 0;
    if (ownClass !== 0 && endsOfClass(customer, ownClass)[0] === anchor) look(ownClass);
    const proxyClass = proxy[anchor] ?? 0;
    if (proxyClass !== 0 && proxyClass !== ownClass && endsOfClass(customer, proxyClass).length === 0) look(proxyClass);

    function look(controller: number): void {
      const accounts = endsOfClass(proxy, controller);
      if (accounts.length < s.minAccounts || accounts.length > 4 * s.maxAccounts) return;
      const controlled = [...accounts].filter((end) => isPersonal(view, end) && customer[end] !== controller);
      const holders = new Set(controlled.map((end) => customer[end] || -end)).size;
      const own = endsOfClass(customer, controller)[0];
      if (holders < s.minAccounts || holders > s.maxAccounts || (own ?? controlled[0]) !== anchor) return;
      const money = lifeOf(view, controlled, controller, budget);
      const isCarer = money.tested > 0 && money.ownSpending * 2 > money.tested && money.toProxy < s.toProxyShare;
      const professional = own === undefined ? 'untestable' : actsByProfession(view, own) ? 'held' : 'failed';
      const isInnocent = isCarer || professional === 'held';
      report({
        indicator: 'third-party-control-cluster',
        anchor,
        members: [
          ...(own === undefined
            ? []
            : [
                member(own, isInnocent ? 'undetermined' : 'possible-controller', {
                  for: [{ id: 'reason.proxy-of-several', parameters: { holders: count(holders) } }],
                  against: isCarer ? [{ id: 'reason.holders-live-from-accounts' }] : [],
                }),
              ]),
          ...controlled.map((end) =>
            member(end, isInnocent ? 'undetermined' : 'possible-victim', {
              for: [{ id: 'reason.account-run-by-proxy', parameters: { holders: count(holders) } }],
            }),
          ),
        ],
        observed: {
          holders: count(holders),
          toProxyShare: share(money.toProxy),
          withOwnSpending: count(money.ownSpending),
        },
        threshold: { holders: count(s.minAccounts) },
        window: { from: view.from, to: view.to },
        strength: strengthAbove(holders, s.minAccounts),
        evidence: [],
        guards: [
          { id: 'carer', outcome: money.tested === 0 ? 'untestable' : isCarer ? 'held' : 'failed' },
          { id: 'professional-proxy', outcome: professional },
        ],
      });
    }

    function lifeOf(
      v: View,
      accounts: readonly EndId[],
      controller: number,
      b: Budget,
    ): { tested: number; ownSpending: number; toProxy: number } {
      let [tested, ownSpending, shares] = [0, 0, 0];
      for (const end of accounts) {
        const rows = outOf(v.adjacency, end);
        if (!isOwn(v, end) || rows.length === 0 || !b.spend(rows.length)) continue;
        const currency = currencyOf(v, rows[0] as number);
        let [spent, own, toProxy] = [0, 0, 0];
        for (const tx of rows) {
          if (currencyOf(v, tx) !== currency) continue;
          spent += amountOf(v, tx);
          if (isSpending(v, tx)) own += amountOf(v, tx);
          else if (customer[creditorOf(v, tx)] === controller) toProxy += amountOf(v, tx);
        }
        tested++;
        if (own >= s.ownSpendShare * spent) ownSpending++;
        shares += toProxy / Math.max(1, spent);
      }
      return { tested, ownSpending, toProxy: tested === 0 ? 0 : shares / tested };
    }
  },
} satisfies Indicator<typeof settings>;
