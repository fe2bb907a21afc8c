/** Right: why this is a lead. What happened, the account of its points, roles for and against, the decision. */
import type { LeadDetail } from '../contract.ts';
import { Decide } from '../parts/decide.tsx';
import { PointsAccount } from '../parts/points-account.tsx';
import { Roles } from '../parts/roles.tsx';
import { t } from '../messages/translate.ts';
import { countSteps, rangeText } from '../wording/days.ts';
import { amountsList } from '../wording/money.ts';

function Facts({ detail }: { detail: LeadDetail }) {
  const { lead } = detail;
  return (
    <dl className="facts">
      <div>
        <dt>{t('why.moved')}</dt>
        <dd>
          {amountsList(lead.amounts).map((text) => (
            <div key={text}>{text}</div>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('why.period')}</dt>
        <dd>
          {t('why.weeks', { count: countSteps(lead.from, lead.to, 'week') })}
          <small>{rangeText(lead.from, lead.to)}</small>
        </dd>
      </div>
      <div>
        <dt>{t('why.countries')}</dt>
        <dd>{lead.countries.join(', ') || t('why.no-country')}</dd>
      </div>
      <div>
        <dt>{t('why.victims')}</dt>
        <dd>{lead.possibleVictims.length}</dd>
      </div>
    </dl>
  );
}

export function Why({ detail }: { detail: LeadDetail }) {
  const { lead } = detail;
  const families = [
    ...new Set(
      lead.indicators.filter(({ counted, points }) => counted === 'counted' && points > 0).map(({ family }) => family),
    ),
  ];
  return (
    <>
      <div className="why-scroll" tabIndex={0} role="region" aria-label={t('app.why')}>
        <section className="summary">
          <p className="form-name">{t(`form.${lead.form}`)}</p>
          <h1>{lead.headline}</h1>
          <p className="muted">
            {t(`why.consistent.${lead.form}`)}{' '}
            {families.length > 0 &&
              t('why.families', {
                count: families.length,
                families: families.map((family) => t(`family.${family}`)).join(', '),
              })}
          </p>
          <Facts detail={detail} />
        </section>
        <PointsAccount lead={lead} />
        <Roles detail={detail} />
        {(detail.limits.length > 0 || detail.hubs.length > 0) && (
          <section>
            <h2>{t('why.limits')}</h2>
            <ul className="plain muted">
              {[...detail.limits, ...detail.hubs].map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <Decide lead={lead.id} decision={detail.decision} />
    </>
  );
}
