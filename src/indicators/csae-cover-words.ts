/**
 * Words of school, lodging, family or treatment on small payments to a private person abroad, counted
 * only where `csae-low-value-repeat` finds the payments (AUSTRAC). It rests on the same rows, which pay
 * once, so it is shown beside that finding and next to never adds a point. Restricted category: texts
 * may name a child, and no text leaves the file through it.
 */
import { wordBit } from '../formats/text-words.ts';
import lowValue from './csae-low-value-repeat.ts';
import type { Finding, Indicator, Settings } from './indicator.ts';
import { count, dampedByGuards, evidenceOf, member, share, strengthAbove } from './measures.ts';
import { degreeIn, hasWords } from './read.ts';
import { defaultValues } from './settings.ts';
import { windowOf } from './statistics.ts';

const settings = {
  minItems: { default: 3, unit: 'count', reason: 'Worded payments; one or two are anybody’s present.' },
  wordShare: { default: 0.25, unit: 'share', reason: 'Of the small payments: a habit of wording.' },
} as const satisfies Settings;

/** AUSTRAC names accommodation, uniforms and medical bills; the classes of `text-words.ts` hold these. */
const COVER_WORDS = wordBit.rent | wordBit.family | wordBit.medical;
/** Innocent readings of the payments themselves, as that indicator tests them. */
const SUPPORT: ReadonlySet<string> = new Set(['regular-support', 'support-both-ways', 'income-at-home']);

export default {
  id: 'csae-cover-words',
  title: 'Words of school, lodging, family or treatment on small payments abroad',
  looksFor:
    'Among frequent small payments to one private person abroad, a quarter and more say lodging, school, family or treatment.',
  family: 'child-exploitation-payments',
  points: 1,
  forms: { 'child-sexual-exploitation': 0.5 },
  citations: [{ source: 'AUSTRAC on protecting children (low values, cover descriptions)', confidence: 'read' }],
  needs: ['purpose-or-words'],
  settings,
  anchors: 'accounts-and-names',
  guards: [{ id: 'true-support', pointsOff: 1 }],
  innocent:
    'True support of a family uses the same words: payments that are regular, that come back or that go to somebody who lives from home take its point, and it never counts alone.',
  find(view, s, anchor, budget, emit) {
    if (!view.columns.words || degreeIn(view, anchor) < s.minItems) return;
    const base: Finding[] = [];
    lowValue.find(view, defaultValues(lowValue), anchor, budget, (finding) => base.push(finding));
    for (const finding of base) {
      const worded = finding.evidence.filter((tx) => hasWords(view, tx, COVER_WORDS));
      if (worded.length < s.minItems || worded.length < s.wordShare * finding.evidence.length) continue;
      const evidence = evidenceOf(worded);
      const said = share(worded.length / finding.evidence.length);
      const isSupport = finding.guards.some(({ id, outcome }) => SUPPORT.has(id) && outcome === 'held');
      dampedByGuards(emit)({
        indicator: 'csae-cover-words',
        anchor,
        members: [
          member(anchor, 'undetermined', {
            for: [{ id: 'reason.payments-say-school-or-lodging', parameters: { share: said } }],
            against: [{ id: 'reason.recipient-may-be-relative-or-child' }],
          }),
        ],
        observed: { items: count(worded.length), share: said },
        threshold: { items: count(s.minItems), share: share(s.wordShare) },
        window: windowOf(view, evidence),
        strength: strengthAbove(worded.length, s.minItems),
        evidence,
        guards: [{ id: 'true-support', outcome: isSupport ? 'held' : 'failed' }],
      });
    }
  },
} satisfies Indicator<typeof settings>;
