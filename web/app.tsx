/** The desk: four places that never move. What to look at, the thing itself, why, and when. */
import { useEffect, useState } from 'react';
import { HeadBar } from './parts/head-bar.tsx';
import { Help } from './parts/help.tsx';
import { LeadViews } from './parts/lead-views.tsx';
import { FILTER_ID } from './parts/list-controls.tsx';
import { Loading, ProblemNotice } from './parts/notice.tsx';
import { t } from './messages/translate.ts';
import { currentFilter, visibleLeads } from './state/list.ts';
import { useServerWatch } from './state/server-watch.ts';
import { useCase, useLead, useLeads } from './state/resources.ts';
import { useRows } from './state/rows.ts';
import { useShortcuts } from './state/shortcuts.ts';
import { changeView, currentView, useView } from './state/store.ts';
import { isOfLead, noSelection, openLead } from './state/view.ts';
import { Inspect } from './views/inspect.tsx';
import { Leads } from './views/leads.tsx';
import { Timeline } from './views/timeline.tsx';
import { Why } from './views/why.tsx';

export function App() {
  const view = useView();
  const summary = useCase();
  const leads = useLeads();
  const detail = useLead(view.lead);
  const rows = useRows(view.lead);
  const isGone = useServerWatch();
  const [isRevealOpen, setIsRevealOpen] = useState(false);
  const [isHelpOpen, setIsHelpOpen] = useState(false);

  // The first lead is open from the start, so that the desk is never empty without a reason.
  const first = leads.value && visibleLeads(leads.value.leads, 'leads', currentFilter())[0];
  useEffect(() => {
    if (view.lead === undefined && first) changeView({ lead: first.id });
  }, [view.lead, first]);
  useEffect(() => {
    document.title = [
      detail.value && t('app.lead', { rank: detail.value.lead.rank }),
      summary.value?.name,
      t('app.name'),
    ]
      .filter(Boolean)
      .join(' · ');
  }, [detail.value, summary.value?.name]);

  const goBy = (move: number): void => {
    const now = currentView();
    const list = now.list === 'victims' ? 'leads' : now.list;
    const shown = visibleLeads(leads.value?.leads ?? [], list, currentFilter());
    const at = shown.findIndex(({ id }) => id === now.lead);
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + move))];
    if (next && next.id !== now.lead)
      changeView({ ...openLead(next.id), tab: isOfLead(now.tab) ? now.tab : 'network' });
  };
  useShortcuts({
    j: () => goBy(1),
    k: () => goBy(-1),
    '/': () => {
      changeView({ list: view.list === 'victims' ? 'leads' : view.list });
      setTimeout(() => document.getElementById(FILTER_ID)?.focus());
    },
    '1': () => changeView({ tab: 'network' }),
    '2': () => changeView({ tab: 'rows' }),
    '3': () => changeView({ tab: 'files' }),
    '4': () => changeView({ tab: 'coverage' }),
    '5': () => changeView({ tab: 'matches' }),
    m: () => setIsRevealOpen(true),
    '?': () => setIsHelpOpen(true),
    Escape: () => changeView(view.row === undefined ? { ...noSelection, indicator: undefined } : { row: undefined }),
  });

  if (!summary.value && summary.problem) {
    return (
      <main className="whole" tabIndex={-1}>
        <ProblemNotice problem={summary.problem} prefix="" />
      </main>
    );
  }
  return (
    <>
      <HeadBar
        summary={summary.value}
        lead={detail.value?.lead}
        isRevealOpen={isRevealOpen}
        onReveal={setIsRevealOpen}
        onHelp={() => setIsHelpOpen(true)}
      />
      {isGone && (
        <div className="gone" role="alert">
          {t('state.gone.bar')}
        </div>
      )}
      <nav className="left" aria-label={t('list.label')}>
        <Leads summary={summary.value} leads={leads} />
      </nav>
      <main className="middle" tabIndex={-1} aria-label={t('app.main')}>
        <LeadViews summary={summary.value} detail={detail} rows={rows} />
      </main>
      <section className="time" aria-label={t('app.when')}>
        {detail.value ? <Timeline detail={detail.value} /> : <p className="hint">{t('time.none')}</p>}
      </section>
      <aside className="right" aria-label={t('app.why')}>
        {detail.value ? (
          <Why key={detail.value.lead.id} detail={detail.value} />
        ) : view.lead === undefined ? (
          <p className="hint">{t('why.empty')}</p>
        ) : (
          <Loading />
        )}
      </aside>
      <Inspect />
      <Help isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
    </>
  );
}
