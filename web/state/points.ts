/** The account of a lead's points as terms that add up, in the order in which they are drawn. */
import type { LeadIndicator, LeadReport } from '../contract.ts';

export interface Term {
  readonly key: string;
  readonly indicator: LeadIndicator;
  readonly kind: 'counted' | 'same-rows' | 'guard';
  readonly title: string;
  readonly note: string;
  readonly points: number;
  /** Running total before the term. */
  readonly start: number;
}

export interface PointsAccount {
  readonly terms: readonly Term[];
  readonly total: number;
  /** Whether the terms give the lead's points; said on the page where they do not. */
  readonly addsUp: boolean;
}

/** Wraps between measures only. */
const NO_BREAK = '\u00a0';

/** `payments 20, sites 8`: what was observed, where the sentence only repeats the title. */
function observedText({ observed }: LeadIndicator): string {
  return observed
    .slice(0, 3)
    .map(({ name, text }) => `${name.replaceAll('-', ' ')} ${text}`.replaceAll(' ', NO_BREAK))
    .join(', ');
}

export function accountOfPoints(lead: LeadReport): PointsAccount {
  const terms: Term[] = [];
  let total = 0;
  const add = (term: Omit<Term, 'start'>): void => {
    terms.push({ ...term, start: total });
    total += term.points;
  };
  const byPoints = [...lead.indicators].sort(
    (a, b) =>
      Number(a.counted === 'same-rows') - Number(b.counted === 'same-rows') ||
      b.points - a.points ||
      (a.id < b.id ? -1 : 1),
  );
  // An indicator may be there twice, about different accounts; its place tells them apart.
  byPoints.forEach((indicator, i) => {
    const { id, title, statement, counted, points } = indicator;
    add({
      key: `${id}/${i}`,
      indicator,
      kind: counted,
      title,
      note: statement === title ? observedText(indicator) : statement,
      points: counted === 'counted' ? points : 0,
    });
  });
  byPoints.forEach((indicator, i) => {
    for (const guard of indicator.guards) {
      if (guard.outcome !== 'held' || guard.points === 0) continue;
      const points = -Math.abs(guard.points);
      add({ key: `${indicator.id}/${i}/${guard.id}`, indicator, kind: 'guard', title: guard.text, note: '', points });
    }
  });
  return { terms, total, addsUp: total === lead.points };
}
