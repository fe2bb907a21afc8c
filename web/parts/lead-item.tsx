/** One lead in the list: rank, what happened, form, money, countries, points, payments per week. */
import type { LeadSummary } from '../contract.ts';
import { Sparkline } from '../drawings/sparkline.tsx';
import { t } from '../messages/translate.ts';
import { Sign } from './sign.tsx';
import { amountsList, shortMoney } from '../wording/money.ts';

export function LeadItem({ lead }: { lead: LeadSummary }) {
  const money = amountsList(lead.amounts, shortMoney);
  const facts = [t(`form.${lead.form}`), ...money, lead.countries.join(' ')]
    .map((fact, i) => (i === 0 ? fact : fact.replaceAll(' ', '\u00a0')))
    .filter((fact) => fact !== '');
  return (
    <>
      <span className="rank">{lead.rank}</span>
      <span className="headline">{lead.headline}</span>
      <span className="points">
        {lead.points}
        <span className="visually-hidden"> {t('list.points.word', { count: lead.points })}</span>
      </span>
      {lead.possibleVictims > 0 && (
        <span className="people" title={t('list.possible-victims', { count: lead.possibleVictims })}>
          <Sign sign="victim" />
          <span aria-hidden="true">{lead.possibleVictims}</span>
          <span className="visually-hidden">{t('list.possible-victims', { count: lead.possibleVictims })}</span>
        </span>
      )}
      <span className="facts-line">
        {facts.map((fact, i) => (
          <span key={fact} className="fact">
            {i > 0 && <span className="dot"> · </span>}
            {fact}
          </span>
        ))}
        {lead.decision !== undefined && (
          <span className={`decided ${lead.decision}`}>{t(`decision.now.${lead.decision}`)}</span>
        )}
      </span>
      <Sparkline weeks={lead.spark} />
    </>
  );
}
