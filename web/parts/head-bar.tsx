/** Top: where we are, what the case holds and whether it reconciles, whether names are masked. */
import { Button } from 'react-aria-components';
import type { CaseSummary, LeadReport } from '../contract.ts';
import { t } from '../messages/translate.ts';
import { changeView, useView } from '../state/store.ts';
import { isOfLead } from '../state/view.ts';
import { toggleTheme, useIsDark } from '../state/theme.ts';
import { openLead } from '../state/view.ts';
import { JobBar } from './job-bar.tsx';
import { Logo } from './logo.tsx';
import { Reveal } from './reveal.tsx';

function reconcileText({ reconciles: { yes, no, unknown } }: CaseSummary): string {
  if (no > 0) return t('case.reconcile.some', { count: no });
  if (yes === 0 && unknown > 0) return t('case.reconcile.unknown', { count: unknown });
  return t('case.reconcile.all');
}

interface Props {
  readonly summary: CaseSummary | undefined;
  readonly lead: LeadReport | undefined;
  readonly isRevealOpen: boolean;
  readonly onReveal: (open: boolean) => void;
  readonly onHelp: () => void;
}

export function HeadBar({ summary, lead, isRevealOpen, onReveal, onHelp }: Props) {
  const view = useView();
  const isDark = useIsDark();
  const place = !isOfLead(view.tab) ? t(`tab.${view.tab}`) : lead ? t('app.lead', { rank: lead.rank }) : undefined;
  return (
    <header className="head">
      <a
        className="skip"
        href={location.hash}
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('main')?.focus();
        }}
      >
        {t('app.skip')}
      </a>
      <span className="logo">
        <Logo /> {t('app.name')}
      </span>
      <nav className="crumb" aria-label={t('tab.label')}>
        <span className="case-name">{summary?.name ?? ''}</span>
        <span aria-hidden="true"> / </span>
        <button
          type="button"
          className="crumb-link"
          onClick={() =>
            changeView({ list: 'leads', tab: 'network', ...(view.lead === undefined ? openLead(undefined) : {}) })
          }
        >
          {t('app.leads')}
        </button>
        {place !== undefined && (
          <>
            <span aria-hidden="true"> / </span>
            <b aria-current="page">{place}</b>
          </>
        )}
      </nav>
      <JobBar />
      {summary && (
        <Button className="pill" aria-description={t('case.open-files')} onPress={() => changeView({ tab: 'files' })}>
          <span>{t('case.files', { count: summary.files })}</span>
          <span className="wide"> · {t('case.rows', { count: summary.transactions })}</span>
          <span className={summary.reconciles.no > 0 ? 'noted' : ''}> · {reconcileText(summary)}</span>
        </Button>
      )}
      {summary && <Reveal reveal={summary.reveal} isOpen={isRevealOpen} onOpen={onReveal} />}
      <Button className="icon" aria-label={t(isDark ? 'app.light' : 'app.dark')} onPress={toggleTheme}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="5.500" />
          <path d="M8 2.500a5.500 5.500 0 0 1 0 11z" className="full" />
        </svg>
      </Button>
      <Button className="icon" aria-label={t('app.shortcuts')} onPress={onHelp}>
        ?
      </Button>
    </header>
  );
}
