/**
 * Possible victims over all leads, by pseudonym. Calm on purpose: a count, a list by urgency for
 * people, and what helps them; no points, no rank, no red.
 */
import { Fragment } from 'react';
import { Button } from 'react-aria-components';
import type { LeadsList } from '../contract.ts';
import { Loading, ProblemNotice } from '../parts/notice.tsx';
import { Sign } from '../parts/sign.tsx';
import { t } from '../messages/translate.ts';
import { changeView, useView } from '../state/store.ts';
import { usePossibleVictims, type PossibleVictim, type Urgency } from '../state/victims.ts';
import { isOfLead, openLead } from '../state/view.ts';
import { dayText } from '../wording/days.ts';

function Person({ person }: { person: PossibleVictim }) {
  const view = useView();
  const [first] = person.leads;
  if (!first) return null;
  const isOpen = person.leads.some(({ id, node }) => id === view.lead && node !== undefined && node === view.node);
  return (
    <li>
      <Button
        className={isOpen ? 'person on' : 'person'}
        onPress={() =>
          changeView({ ...openLead(first.id), node: first.node, tab: isOfLead(view.tab) ? view.tab : 'network' })
        }
      >
        <Sign sign="victim" />
        <span className="name">{person.label}</span>
        <span className="muted">
          {person.leads.length > 1
            ? t('victims.in-leads', { count: person.leads.length })
            : t('victims.last', { day: dayText(person.last, false) })}
        </span>
      </Button>
    </li>
  );
}

/** People by the lead that concerns them first, so that its sentence is read once. */
function byLead(people: readonly PossibleVictim[]): Map<string, PossibleVictim[]> {
  const groups = new Map<string, PossibleVictim[]>();
  for (const person of people) {
    const headline = person.leads[0]?.headline ?? '';
    groups.set(headline, [...(groups.get(headline) ?? []), person]);
  }
  return groups;
}

export function Victims({ leads }: { leads: LeadsList }) {
  const end = leads.period?.to ?? leads.leads.reduce((latest, { to }) => (to > latest ? to : latest), '');
  const victims = usePossibleVictims(leads.leads, end, true);
  if (!victims.value)
    return victims.problem ? <ProblemNotice problem={victims.problem} prefix="victims" /> : <Loading />;
  if (victims.value.length === 0) return <p className="hint">{t('victims.none')}</p>;
  const groups = (['child', 'current', 'in-turn'] as const satisfies readonly Urgency[])
    .map((urgency) => ({ urgency, people: victims.value!.filter((person) => person.urgency === urgency) }))
    .filter(({ people }) => people.length > 0);
  return (
    <div className="victims">
      <p className="hint">{t('victims.lead')}</p>
      {groups.map(({ urgency, people }) => (
        <section key={urgency}>
          <h2>{t(`victims.${urgency}`)}</h2>
          {[...byLead(people)].map(([headline, group]) => (
            <Fragment key={headline}>
              <h3>{headline}</h3>
              <ul>
                {group.map((person) => (
                  <Person key={person.label} person={person} />
                ))}
              </ul>
            </Fragment>
          ))}
        </section>
      ))}
      <p className="hint">{t('victims.care')}</p>
    </div>
  );
}
