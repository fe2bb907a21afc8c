/**
 * The account of the points as a waterfall: what counted, what rests on rows already paid for
 * (drawn as zero, with the reason), innocent readings that held (taking points off), the total.
 */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { LeadReport } from '../contract.ts';
import { WaterfallBar, waterfallScale } from '../drawings/waterfall.tsx';
import { t } from '../messages/translate.ts';
import { accountOfPoints, type Term } from '../state/points.ts';
import { changeView, useView } from '../state/store.ts';
import { ReasonDetail } from './reason-detail.tsx';

function pointsText(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0';
}

function noteOf(term: Term): string {
  if (term.kind === 'same-rows') return t('why.same-rows');
  if (term.kind === 'guard') return t('why.guard');
  return term.note;
}

interface TermProps {
  readonly term: Term;
  readonly scale: ReturnType<typeof waterfallScale>;
}

function TermLine({ term, scale }: TermProps) {
  const { indicator } = term;
  const view = useView();
  const [isOpen, setIsOpen] = useState(false);
  const isOn = view.indicator === indicator.id && term.kind !== 'guard';
  return (
    <li className={`term ${term.kind}${isOn ? ' on' : ''}`}>
      <Button
        className="term-main"
        aria-description={t('why.open-rows')}
        onPress={() => changeView({ indicator: indicator.id, node: undefined, edge: undefined, tab: 'rows' })}
      >
        <span className="term-text">
          <span className="term-title">{term.title}</span>
          <span className="term-note">{noteOf(term)}</span>
        </span>
        <WaterfallBar term={term} scale={scale} />
        <span className="term-points">{pointsText(term.points)}</span>
      </Button>
      {term.kind !== 'guard' && (
        <Button
          className="term-more"
          aria-expanded={isOpen}
          aria-label={`${t('why.more')}: ${term.title}`}
          onPress={() => setIsOpen(!isOpen)}
        >
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d={isOpen ? 'M2 8l4-4 4 4' : 'M2 4l4 4 4-4'} />
          </svg>
        </Button>
      )}
      {isOpen && <ReasonDetail indicator={indicator} isNoteShown={term.kind === 'same-rows'} />}
    </li>
  );
}

export function PointsAccount({ lead }: { lead: LeadReport }) {
  const { terms, total, addsUp } = accountOfPoints(lead);
  const scale = waterfallScale(terms, total);
  return (
    <section>
      <h2>{t('why.points', { count: lead.points })}</h2>
      <ol className="terms">
        {terms.map((term) => (
          <TermLine key={term.key} term={term} scale={scale} />
        ))}
        <li className="term total">
          <div className="term-main">
            <span className="term-text">{t('why.total')}</span>
            <WaterfallBar term={{ start: 0, points: total, kind: 'counted' }} scale={scale} />
            <span className="term-points">{total}</span>
          </div>
        </li>
      </ol>
      {!addsUp && <p role="alert">{t('why.differs', { terms: total, points: lead.points })}</p>}
    </section>
  );
}
