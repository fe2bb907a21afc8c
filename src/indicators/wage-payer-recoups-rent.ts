/**
 * The wage payer takes pay back as rent, transport or fines: soon after pay day workers pay sums
 * that say so to the payer, to a party linked with it or to a landlord whose payers are this crew,
 * and it adds up to a large part of the wage (FIN-2014-A008: deductions for housing and food).
 * Wording is for a labour inspectorate.
 */
import type { EndId } from '../formats/end-table.ts';
import { wordBit } from '../formats/text-words.ts';
import { into, outOf } from '../graph/adjacency.ts';
import type { TransactionIndex } from '../ledger/ledger.ts';
import { sign } from './end-signs.ts';
import type { Budget, GuardOutcome, Indicator, Values } from './indicator.ts';
import { count, days, evidenceOf, member, share, strengthAbove } from './measures.ts';
import {
  amountOf,
  creditorOf,
  debtorOf,
  degreeIn,
  degreeOut,
  hasSign,
  hasWords,
  isHoldingOrName,
  isPrivate,
  isRent,
  sumOf,
} from './read.ts';
import { spreadOf, windowOf } from './statistics.ts';
import type { View } from './view.ts';
import { areLinked, crewOf, forwardings, type Crew, type Forwarding } from './wages.ts';

const settings = {
  recoupShare: {
    default: 0.35,
    unit: 'share',
    reason:
      'Above the fair share of three tenths with a margin; the catalogue’s half misses what goes in part in cash or off the books.',
  },
  days: { default: 10, unit: 'days', reason: 'Rents fall due early in a month, some days after pay.' },
  minWorkers: { default: 3, unit: 'count', reason: 'A practice of the house, not one lease.' },
  minPayPeriods: { default: 2, unit: 'count', reason: 'A deposit is taken once.' },
  periodShare: { default: 0.4, unit: 'share', reason: 'Not every pay period shows it.' },
  fairShare: { default: 0.3, unit: 'share', reason: 'Tied housing at a fair rent stays below it and does not change.' },
  tiedShare: {
    default: 0.8,
    unit: 'share',
    reason: 'A landlord whose payers are nearly all of one crew is tied to its employer, whatever the register says.',
  },
  wordShare: {
    default: 0.3,
    unit: 'share',
    reason: 'Rows that say rent, transport, fee or debt; payers do not write it every time.',
  },
} as const satisfies Indicator['settings'];
type Current = Values<typeof settings>;

const TAKEN_BACK = wordBit.rent | wordBit.travel | wordBit.fee | wordBit.debt;

interface Tenant {
  readonly worker: EndId;
  readonly forwarding: Forwarding;
}

export default {
  id: 'wage-payer-recoups-rent',
  title: 'The wage payer takes pay back as rent, transport, food or fines',
  looksFor:
    'Soon after each pay day several workers pay rent, transport, fees or fines to the wage payer or to a party linked with it (by holder, signatory, address or phone, or because hardly anybody but this crew pays it), and together it takes more than a third of the wage.',
  family: 'debt',
  points: 3,
  forms: { 'debt-bondage': 1, 'labour-exploitation': 0.5, 'domestic-servitude': 0.3 },
  citations: [
    { source: 'FinCEN FIN-2014-A008 (deductions for housing and food; via Spencer Fane)', confidence: 'read' },
  ],
  needs: ['purpose-or-words'],
  settings,
  anchors: 'accounts-and-names',
  guards: [{ id: 'fair-tied-housing', pointsOff: 2 }],
  innocent:
    'Tied housing at a fair rent (farm, hotel, hospital): rent below three tenths of the wage that does not change.',
  find(view, settings, anchor, budget, emit) {
    if (!hasSign(view, anchor, sign.wageOut) || degreeOut(view, anchor) < settings.minWorkers * settings.minPayPeriods)
      return;
    if (!isHoldingOrName(view, anchor)) return;
    const crew = crewOf(view, anchor, budget);
    let cut = crew.isCut;
    if (crew.workers.size < settings.minWorkers) return;
    const tied = tiedLandlords(view, crew, settings, budget);
    const tenants: Tenant[] = [];
    const lesser: Tenant[] = [];
    for (const [worker, wages] of crew.workers) {
      if (wages.length < settings.minPayPeriods || degreeOut(view, worker) < settings.minPayPeriods) continue;
      if (!budget.spend(degreeOut(view, worker))) {
        cut = true;
        break;
      }
      const taken: TransactionIndex[] = [];
      for (const tx of outOf(view.adjacency, worker)) {
        const to = creditorOf(view, tx);
        if (crew.workers.has(to)) continue;
        if (tied.has(to) || (areLinked(view, anchor, to) && saysSo(view, tx))) taken.push(tx);
      }
      if (taken.length < settings.minPayPeriods) continue;
      if (taken.filter((tx) => saysSo(view, tx)).length < settings.wordShare * taken.length) continue;
      const forwarding = forwardings(view, wages, taken, settings.days, settings.recoupShare);
      if (isRepeated(forwarding, settings)) tenants.push({ worker, forwarding });
      else {
        const part = forwardings(view, wages, taken, settings.days, settings.recoupShare / 2);
        if (isRepeated(part, settings)) lesser.push({ worker, forwarding: part });
      }
    }
    if (tenants.length < settings.minWorkers) return;
    // Where enough show it, others of the crew count from half of the share on.
    tenants.push(...lesser);
    const evidence = evidenceOf(tenants.flatMap(({ forwarding }) => [...forwarding.wages, ...forwarding.payments]));
    const landlords = new Set(
      tenants.flatMap(({ forwarding }) => forwarding.payments.map((tx) => creditorOf(view, tx))),
    );
    landlords.delete(anchor);
    const fair = fairHousing(view, tenants, settings.fairShare);
    const recouped = share(
      tenants.reduce((sum, { forwarding }) => sum + forwarding.paid / forwarding.earned, 0) / tenants.length,
    );
    const workers = count(tenants.length);
    emit({
      indicator: 'wage-payer-recoups-rent',
      anchor,
      members: [
        member(anchor, fair === 'held' ? 'undetermined' : 'possible-controller', {
          for: [{ id: 'reason.takes-pay-back-as-rent-or-fees', parameters: { workers, share: recouped } }],
          against: [{ id: 'reason.tied-housing-can-be-fair' }],
        }),
        ...[...landlords]
          .sort((a, b) => a - b)
          .map((end) =>
            // Who takes rent from nearly this crew alone is part of the arrangement; else a landlord.
            member(end, tied.has(end) && fair !== 'held' ? 'possible-collector' : 'undetermined', {
              for: [{ id: 'reason.linked-with-payer-and-gets-rent', parameters: { workers } }],
            }),
          ),
        ...tenants.map(({ worker, forwarding }) =>
          member(worker, 'possible-victim', {
            for: [
              {
                id: 'reason.returns-part-of-each-wage',
                parameters: { share: share(forwarding.paid / forwarding.earned), periods: count(forwarding.periods) },
              },
            ],
          }),
        ),
      ],
      observed: {
        workers,
        share: recouped,
        periods: count(Math.min(...tenants.map(({ forwarding }) => forwarding.periods))),
      },
      threshold: {
        workers: count(settings.minWorkers),
        share: share(settings.recoupShare),
        periods: count(settings.minPayPeriods),
        delay: days(settings.days),
      },
      window: windowOf(view, evidence),
      strength: strengthAbove(recouped.value, settings.recoupShare),
      evidence,
      guards: [{ id: 'fair-tied-housing', outcome: fair }],
      ...(cut ? { cut: true as const } : {}),
      ...(tenants.some(({ forwarding }) => forwarding.isSameDay) ? { dayOrderUnknown: true as const } : {}),
    });
  },
} satisfies Indicator<typeof settings>;

function isRepeated({ periods, tested }: Forwarding, settings: Current): boolean {
  return periods >= settings.minPayPeriods && periods >= settings.periodShare * tested;
}

function saysSo(view: View, tx: TransactionIndex): boolean {
  return isRent(view, tx) || hasWords(view, tx, TAKEN_BACK);
}

/** Payees of several of the crew whom hardly anybody else pays. */
function tiedLandlords(view: View, crew: Crew, settings: Current, budget: Budget): Set<EndId> {
  const workersPaying = new Map<EndId, number>();
  for (const worker of crew.workers.keys()) {
    if (!budget.spend(degreeOut(view, worker))) break;
    const seen = new Set<EndId>();
    for (const tx of outOf(view.adjacency, worker)) {
      const to = creditorOf(view, tx);
      if (
        !hasSign(view, to, sign.rentIn | sign.debtIn) ||
        crew.workers.has(to) ||
        seen.has(to) ||
        !isHoldingOrName(view, to)
      )
        continue;
      seen.add(to);
      workersPaying.set(to, (workersPaying.get(to) ?? 0) + 1);
    }
  }
  const tied = new Set<EndId>();
  for (const [end, workers] of workersPaying) {
    if (workers < settings.minWorkers || !budget.spend(degreeIn(view, end))) continue;
    const payers = new Set<EndId>();
    for (const tx of into(view.adjacency, end)) if (isPrivate(view, debtorOf(view, tx))) payers.add(debtorOf(view, tx));
    if (workers >= settings.tiedShare * payers.size) tied.add(end);
  }
  return tied;
}

/** Half of the payments or more are called rent, stay below the fair share and is the same each time, for everybody. */
function fairHousing(view: View, tenants: readonly Tenant[], fairShare: number): GuardOutcome {
  let tested = 0;
  for (const { forwarding } of tenants) {
    const rents = forwarding.payments.filter((tx) => isRent(view, tx));
    if (rents.length === 0) continue;
    tested++;
    if (rents.length * 2 < forwarding.payments.length || sumOf(view, rents) >= fairShare * forwarding.earned)
      return 'failed';
    if (spreadOf(rents.map((tx) => amountOf(view, tx))) > 0.05) return 'failed';
  }
  return tested === 0 ? 'untestable' : 'held';
}
