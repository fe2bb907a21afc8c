/** The middle: its tabs, what they hold, and what to do where there is nothing to hold. */
import { Button, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { api } from '../api-client.ts';
import type { CaseSummary, LeadDetail } from '../contract.ts';
import { countText, t } from '../messages/translate.ts';
import { runJob } from '../state/jobs.ts';
import { useFiles, type Resource } from '../state/resources.ts';
import type { LeadRows } from '../state/rows.ts';
import { changeView, useView } from '../state/store.ts';
import type { Layout, Tab as TabName } from '../state/view.ts';
import { Coverage } from '../views/coverage.tsx';
import { Files } from '../views/files.tsx';
import { Matches } from '../views/matches.tsx';
import { Network } from '../views/network.tsx';
import { Rows } from '../views/rows.tsx';
import { Choice } from './choice.tsx';
import { ImportFiles } from './import-files.tsx';
import { Loading, Notice, ProblemNotice } from './notice.tsx';

interface Props {
  readonly summary: CaseSummary | undefined;
  readonly detail: Resource<LeadDetail>;
  readonly rows: Resource<LeadRows>;
}

/** What to do next where no lead can be shown. */
function NoLead({ summary, detail }: Pick<Props, 'summary' | 'detail'>) {
  const { lead } = useView();
  if (detail.problem && lead !== undefined) return <ProblemNotice problem={detail.problem} prefix={`lead/${lead}`} />;
  if (summary?.files === 0) {
    return (
      <Notice title={t('state.empty')} text={t('state.empty.text')}>
        <ImportFiles />
      </Notice>
    );
  }
  if (summary?.scored === false) {
    return (
      <Notice title={t('state.unscored')} text={t('state.unscored.text')}>
        <Button className="button primary" onPress={() => void runJob(api.score).catch(() => undefined)}>
          {t('files.score.first')}
        </Button>
      </Notice>
    );
  }
  if (lead === undefined && summary) return <Notice title={t('state.no-lead')} text={t('state.no-lead.text')} />;
  return <Loading />;
}

const layouts: readonly Layout[] = ['flow', 'free', 'table'];

function TabNote({ detail }: { detail: LeadDetail }) {
  const accounts = t('network.accounts', {
    count: detail.nodes.filter(({ kind }) => kind !== 'leaf' && kind !== 'hub').length,
  });
  const hubs = detail.nodes.filter(({ kind }) => kind === 'hub').length || detail.hubs.length;
  return (
    <span className="muted note" title={detail.hubs.join('\n')}>
      {t('network.summary', { accounts, payments: t('network.payments', { count: detail.transactions }) })}
      {hubs > 0 && `. ${t('network.hubs', { count: hubs })}`}
    </span>
  );
}

export function LeadViews({ summary, detail, rows }: Props) {
  const view = useView();
  const files = useFiles(view.tab === 'files');
  const lead = detail.value;
  return (
    <Tabs
      className="middle-tabs"
      selectedKey={view.tab}
      onSelectionChange={(key) => changeView({ tab: key as TabName })}
      keyboardActivation="manual"
    >
      <div className="tab-bar">
        <TabList className="tab-list" aria-label={t('tab.label')}>
          <Tab id="network" className="tab">
            {t('tab.network')}
          </Tab>
          <Tab id="rows" className="tab">
            {t('tab.rows')} {lead && <span className="count">{countText(lead.transactions)}</span>}
          </Tab>
          <Tab id="files" className="tab">
            {t('tab.files')} {summary && <span className="count">{countText(summary.files)}</span>}
          </Tab>
          <Tab id="coverage" className="tab">
            {t('tab.coverage')}
          </Tab>
          <Tab id="matches" className="tab">
            {t('tab.matches')}
          </Tab>
        </TabList>
        {lead && view.tab === 'network' && (
          <>
            <TabNote detail={lead} />
            <Choice
              label={t('network.layout')}
              value={view.layout}
              options={layouts.map((value) => ({ value, text: t(`network.${value}`) }))}
              onChange={(layout) => changeView({ layout })}
            />
          </>
        )}
      </div>
      <TabPanel id="network" className="panel">
        {lead ? <Network detail={lead} rows={rows.value} /> : <NoLead summary={summary} detail={detail} />}
      </TabPanel>
      <TabPanel id="rows" className="panel">
        {lead ? <Rows detail={lead} rows={rows} /> : <NoLead summary={summary} detail={detail} />}
      </TabPanel>
      <TabPanel id="files" className="panel">
        <Files files={files} summary={summary} />
      </TabPanel>
      <TabPanel id="coverage" className="panel">
        <Coverage />
      </TabPanel>
      <TabPanel id="matches" className="panel">
        <Matches />
      </TabPanel>
    </Tabs>
  );
}
