/** Loading, empty and error states: what is the matter, and the one thing to do about it. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { ApiProblem } from '../api-client.ts';
import { t } from '../messages/translate.ts';
import { refresh } from '../state/resources.ts';

export function Notice({ title, text, children }: { title: string; text?: string | undefined; children?: ReactNode }) {
  return (
    <div className="notice">
      <h2>{title}</h2>
      {text !== undefined && text !== '' && <p>{text}</p>}
      {children !== undefined && <div className="buttons">{children}</div>}
    </div>
  );
}

export function Loading({ text = t('state.loading') }: { text?: string }) {
  return (
    <div className="notice quiet" role="status">
      <p>{text}</p>
    </div>
  );
}

export function ProblemNotice({ problem, prefix }: { problem: ApiProblem; prefix: string }) {
  if (problem.isLocked) return <Notice title={t('state.locked')} text={t('state.locked.text')} />;
  if (problem.isGone) return <Notice title={t('state.gone')} text={t('state.gone.text')} />;
  const title = problem.status === 404 ? t('state.lead-gone') : t('state.error');
  return (
    <Notice title={title} text={problem.message}>
      <code>{problem.code}</code>
      <Button className="button" onPress={() => refresh(prefix)}>
        {t('app.retry')}
      </Button>
    </Notice>
  );
}
