/** What a person decides about a lead. Always in sight; setting aside asks for a reason. */
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { api } from '../api-client.ts';
import type { Decision, LeadDetail } from '../contract.ts';
import { t } from '../messages/translate.ts';
import { refresh } from '../state/resources.ts';
import { Window } from './window.tsx';

const decisions = ['pursue', 'refer-for-safeguarding', 'ask-for-data'] as const satisfies readonly Decision[];

export function Decide({ lead, decision }: { lead: string; decision: LeadDetail['decision'] }) {
  const [isAsking, setIsAsking] = useState(false);
  const [said, setSaid] = useState('');
  const decide = (next: Decision, reason?: string): void => {
    api.decide(lead, next, reason).then(
      () => {
        setIsAsking(false);
        setSaid(t('decision.saved', { decision: t(`decision.now.${next}`) }));
        for (const prefix of ['leads', `lead/${lead}`, 'case']) refresh(prefix);
      },
      (error: unknown) => setSaid(t('decision.failed', { message: error instanceof Error ? error.message : '' })),
    );
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    decide('set-aside', String(new FormData(event.currentTarget).get('reason')).trim());
  };
  return (
    <section className="decide" aria-label={t('decision.label')}>
      <div className="buttons">
        {decisions.map((one) => (
          <Button
            key={one}
            className={
              one === decision ? 'button on' : one === 'pursue' && decision === undefined ? 'button primary' : 'button'
            }
            aria-pressed={one === decision}
            onPress={() => decide(one)}
          >
            {t(`decision.${one}`)}
          </Button>
        ))}
        <Button
          className={decision === 'set-aside' ? 'button on' : 'button'}
          aria-pressed={decision === 'set-aside'}
          onPress={() => setIsAsking(true)}
        >
          {t('decision.set-aside.ask')}
        </Button>
      </div>
      <p className="muted said" role="status">
        {said === '' ? (decision === undefined ? t('decision.none') : t(`decision.now.${decision}`)) : said}
      </p>
      <Window title={t('decision.reason.title')} isOpen={isAsking} onClose={() => setIsAsking(false)}>
        <form className="form" onSubmit={submit}>
          <p>{t('decision.reason.text')}</p>
          <label>
            {t('decision.reason.label')}
            <textarea name="reason" rows={3} required minLength={3} maxLength={2000} autoFocus />
          </label>
          <div className="buttons end">
            <Button className="button" onPress={() => setIsAsking(false)}>
              {t('app.cancel')}
            </Button>
            <Button className="button primary" type="submit">
              {t('decision.reason.confirm')}
            </Button>
          </div>
        </form>
      </Window>
    </section>
  );
}
