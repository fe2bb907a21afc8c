/** Left: what there is to look at. Leads, possible victims and what was set aside, one list at a time. */
import { useEffect } from 'react';
import { ListBox, ListBoxItem, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CaseSummary, LeadsList } from '../contract.ts';
import { ListControls } from '../parts/list-controls.tsx';
import { LeadItem } from '../parts/lead-item.tsx';
import { Loading, Notice, ProblemNotice } from '../parts/notice.tsx';
import { countText, t } from '../messages/translate.ts';
import { leadsOf, useFilter, visibleLeads } from '../state/list.ts';
import type { Resource } from '../state/resources.ts';
import { changeView, useView } from '../state/store.ts';
import { isOfLead, type ListName, openLead } from '../state/view.ts';
import { Victims } from './victims.tsx';

interface Props {
  readonly summary: CaseSummary | undefined;
  readonly leads: Resource<LeadsList>;
}

function LeadBox({ leads, list }: { leads: LeadsList; list: ListName }) {
  const view = useView();
  const filter = useFilter();
  const all = leadsOf(leads.leads, list);
  const shown = visibleLeads(leads.leads, list, filter);
  // j and k may go to a lead that is out of sight.
  useEffect(() => {
    document.querySelector('.leads-box [aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [view.lead]);
  if (all.length === 0) return <p className="hint">{t(list === 'set-aside' ? 'list.none-aside' : 'list.none')}</p>;
  return (
    <>
      <ListControls shown={shown.length} total={all.length} />
      <ListBox
        className="leads-box"
        aria-label={t(`list.${list}`)}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={view.lead === undefined ? [] : [view.lead]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (typeof key === 'string' && key !== view.lead)
            changeView({ ...openLead(key), tab: isOfLead(view.tab) ? view.tab : 'network' });
        }}
        dependencies={[leads]}
        items={shown}
      >
        {(lead) => (
          <ListBoxItem id={lead.id} textValue={lead.headline} className="lead">
            <LeadItem lead={lead} />
          </ListBoxItem>
        )}
      </ListBox>
      {leads.notTested !== undefined && leads.notTested.length > 0 && (
        <details className="not-tested">
          <summary>{t('list.not-tested', { count: leads.notTested.length })}</summary>
          <dl>
            {leads.notTested.map(({ indicator, why }) => (
              <div key={indicator}>
                <dt>
                  <code>{indicator}</code>
                </dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

export function Leads({ summary, leads }: Props) {
  const { list } = useView();
  const counts: Readonly<Record<ListName, number>> = {
    leads: leads.value ? leadsOf(leads.value.leads, 'leads').length : (summary?.leads ?? 0),
    victims: summary?.possibleVictims ?? 0,
    'set-aside': leads.value ? leadsOf(leads.value.leads, 'set-aside').length : (summary?.setAside ?? 0),
  };
  const body = (name: ListName) => {
    if (leads.value && (summary?.scored ?? true))
      return name === 'victims' ? <Victims leads={leads.value} /> : <LeadBox leads={leads.value} list={name} />;
    if (summary && !summary.scored) return <Notice title={t(summary.files === 0 ? 'state.empty' : 'state.unscored')} />;
    if (leads.problem) return <ProblemNotice problem={leads.problem} prefix="leads" />;
    return <Loading />;
  };
  return (
    <Tabs className="list-tabs" selectedKey={list} onSelectionChange={(key) => changeView({ list: key as ListName })}>
      <TabList className="list-bar" aria-label={t('list.label')}>
        {(['leads', 'victims', 'set-aside'] as const).map((name) => (
          <Tab key={name} id={name} className="list-tab">
            {t(`list.${name}`)} <span className="count">{countText(counts[name])}</span>
          </Tab>
        ))}
      </TabList>
      {(['leads', 'victims', 'set-aside'] as const).map((name) => (
        <TabPanel key={name} id={name} className="list-panel">
          {body(name)}
        </TabPanel>
      ))}
    </Tabs>
  );
}
