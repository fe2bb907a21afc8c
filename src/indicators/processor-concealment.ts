/**
 * Most of what an account takes comes through payment institutions and says nothing of who paid
 * (FIN-2020-A008, section I.4 and the indicator on third-party processors). Weak: online buyers and
 * sellers use them daily. A processor is told by its licence in the register, never by its name.
 */
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import { licenceBit } from '../ledger/end-facts.ts';
import type { Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, days, evidenceOf, member, money, share, strengthAbove } from './measures.ts';
import {
  amountOf,
  debtorOf,
  degreeIn,
  hasLicence,
  hasWords,
  isBusiness,
  isHolding,
  isOwn,
  isSameCustomer,
  rowsByCurrency,
  slideWindows,
  sumOf,
} from './read.ts';
import { windowOf } from './statistics.ts';

const settings = {
  windowDays: { default: 60, unit: 'days', reason: 'Two months of takings.' },
  processorShare: { default: 0.5, unit: 'share', reason: 'Of what comes in; most online buyers use processors daily.' },
  missingShare: { default: 0.8, unit: 'share', reason: 'Of those credits, with a text that names nobody.' },
  minItems: { default: 10, unit: 'count', reason: 'Credits in the window; fewer are refunds and gifts.' },
  invoicedShare: { default: 0.3, unit: 'share', reason: 'Of the credits, with words of an invoice: declared work.' },
} as const satisfies Settings;

export default {
  id: 'processor-concealment',
  title: 'Income through payment processors that names no payer',
  looksFor:
    'Half and more of what an account takes in two months comes through licensed payment institutions, and the texts of nearly all of it name nobody.',
  family: 'laundering-flow',
  points: 1,
  forms: { 'laundering-pattern': 1 },
  citations: [
    { source: 'FinCEN FIN-2020-A008, section I.4 and the indicator on third-party processors', confidence: 'read' },
  ],
  needs: ['register', 'text'],
  settings,
  guards: [
    { id: 'registered-business', pointsOff: 1 },
    { id: 'invoices', pointsOff: 1 },
    { id: 'pays-tax', pointsOff: 1 },
  ],
  innocent:
    'Freelancers, online sellers, gig workers: a business as holder, words of invoices and taxes paid are tested. Performers and workers may not run the account that stands in their name.',
  find(view, s, anchor, budget, emit) {
    if (!isOwn(view, anchor) || !isHolding(view, anchor) || degreeIn(view, anchor) < s.minItems) return;
    if (hasLicence(view, anchor, licenceBit['payment-institution'])) return;
    const rows = into(view.adjacency, anchor);
    let processed = 0;
    for (const tx of rows) if (hasLicence(view, debtorOf(view, tx), licenceBit['payment-institution'])) processed++;
    if (processed < s.minItems || !budget.spend(rows.length)) return;
    const isProcessed = (tx: number): boolean =>
      hasLicence(view, debtorOf(view, tx), licenceBit['payment-institution']);
    const namesNobody = (tx: number): boolean => (view.columns.textKey?.[tx] ?? 0) === 0;
    const theirs = [...rows].filter((tx) => !isSameCustomer(view, debtorOf(view, tx), anchor));
    for (const { currency, rows: part } of rowsByCurrency(view, theirs)) {
      const window = { all: 0, processed: 0, items: 0, bare: 0 };
      const best = { items: 0, share: 0 };
      const step = (tx: number, sign: 1 | -1): void => {
        window.all += sign * amountOf(view, tx);
        if (!isProcessed(tx)) return;
        window.processed += sign * amountOf(view, tx);
        window.items += sign;
        if (namesNobody(tx)) window.bare += sign;
      };
      const covered = slideWindows(view.columns.creditorDay, part, s.windowDays, {
        enter: (tx) => step(tx, 1),
        leave: (tx) => step(tx, -1),
        passes: () => {
          const { all, processed: sum, items, bare } = window;
          if (items < s.minItems || sum < s.processorShare * all || bare < s.missingShare * items) return false;
          if (items > best.items) Object.assign(best, { items, share: sum / all });
          return true;
        },
      }).filter(isProcessed);
      if (covered.length === 0) continue;
      const evidence = evidenceOf(covered);
      const invoiced = part.filter((tx) => hasWords(view, tx, wordBit.invoice)).length;
      const paysTax = outOf(view.adjacency, anchor).some((tx) => hasWords(view, tx, wordBit.tax | wordBit.social));
      dampedByGuards(emit)({
        indicator: 'processor-concealment',
        anchor,
        members: [
          member(anchor, 'undetermined', {
            for: [
              {
                id: 'reason.paid-through-processors',
                parameters: { share: share(best.share), items: count(best.items) },
              },
            ],
            against: [{ id: 'reason.account-may-be-used-by-others' }],
          }),
        ],
        observed: {
          items: count(best.items),
          share: share(best.share),
          received: money(sumOf(view, evidence), currency),
        },
        threshold: { items: count(s.minItems), share: share(s.processorShare), window: days(s.windowDays) },
        window: windowOf(view, evidence),
        strength: strengthAbove(best.items, s.minItems),
        evidence,
        guards: [
          { id: 'registered-business', outcome: isBusiness(view, anchor) ? 'held' : 'failed' },
          { id: 'invoices', outcome: invoiced >= s.invoicedShare * part.length ? 'held' : 'failed' },
          { id: 'pays-tax', outcome: paysTax ? 'held' : 'failed' },
        ],
      });
    }
  },
} satisfies Indicator<typeof settings>;
