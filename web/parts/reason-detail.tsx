/** How a reason was measured: observed against threshold, days, innocent readings, sources. */
import type { LeadIndicator } from '../contract.ts';
import { t } from '../messages/translate.ts';
import { rangeText } from '../wording/days.ts';

type MeasureList = LeadIndicator['observed'];

/** Observed against threshold, a line for each measure. */
function Measures({ observed, threshold }: { observed: MeasureList; threshold: MeasureList }) {
  const names = [...new Set([...observed, ...threshold].map(({ name }) => name))];
  const textOf = (list: MeasureList, name: string): string => list.find((measure) => measure.name === name)?.text ?? '';
  if (names.length === 0) return null;
  return (
    <table className="measures">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('why.observed')}</th>
          <th scope="col">{t('why.threshold')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{name.replaceAll('-', ' ').toLowerCase()}</th>
            <td>{textOf(observed, name)}</td>
            <td>{textOf(threshold, name)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ReasonDetail({ indicator, isNoteShown }: { indicator: LeadIndicator; isNoteShown: boolean }) {
  const { id, family, statement, observed, threshold, window: days, guards, citations, cut } = indicator;
  return (
    <div className="reason">
      {isNoteShown && <p>{statement}</p>}
      <Measures observed={observed} threshold={threshold} />
      <dl>
        <div>
          <dt>{t('why.window')}</dt>
          <dd>{rangeText(days.from, days.to)}</dd>
        </div>
        {guards.length > 0 && (
          <div>
            <dt>{t('why.guards')}</dt>
            {guards.map((guard) => (
              <dd key={guard.id}>
                {guard.text.replace(/\.$/, '')}:{' '}
                <span className={`guard ${guard.outcome}`}>{t(`why.guard.${guard.outcome}`)}</span>
              </dd>
            ))}
          </div>
        )}
        {citations.length > 0 && (
          <div>
            <dt>{t('why.sources')}</dt>
            {citations.map((citation) => (
              <dd key={citation}>{citation}</dd>
            ))}
          </div>
        )}
      </dl>
      <p className="muted">
        <code>{id}</code> · {t(`family.${family}`)}
        {cut && ` · ${t('why.cut')}`}
      </p>
    </div>
  );
}
