/** The pill that says whether names are masked, and the dialog that asks why they should not be. */
import { useEffect, useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { api } from '../api-client.ts';
import type { CaseSummary } from '../contract.ts';
import { t } from '../messages/translate.ts';
import { refresh } from '../state/resources.ts';
import { Window } from './window.tsx';

function clockText(moment: string): string {
  const date = new Date(moment);
  return `${date.getHours().toString().padStart(2, '0')}:${date.getMinutes().toString().padStart(2, '0')}`;
}

/** Asks everything again at the moment when names are masked by themselves. */
function useExpiry(until: string | undefined): void {
  useEffect(() => {
    if (until === undefined) return undefined;
    const timer = setTimeout(() => refresh(), Math.max(0, Date.parse(until) - Date.now()) + 300);
    return () => clearTimeout(timer);
  }, [until]);
}

interface Props {
  readonly reveal: CaseSummary['reveal'];
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
}

export function Reveal({ reveal, isOpen, onOpen }: Props) {
  const [failure, setFailure] = useState('');
  useExpiry(reveal.until);
  const time = reveal.until === undefined ? '' : clockText(reveal.until);
  const close = (): void => {
    setFailure('');
    onOpen(false);
  };
  const finish = (work: Promise<unknown>): void => {
    work.then(
      () => {
        close();
        refresh();
      },
      (error: unknown) => setFailure(t('reveal.failed', { message: error instanceof Error ? error.message : '' })),
    );
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    finish(api.reveal(String(form.get('purpose')).trim(), Number(form.get('minutes'))));
  };
  return (
    <>
      <Button className={reveal.active ? 'pill shown' : 'pill on'} onPress={() => onOpen(true)}>
        {reveal.active ? t('reveal.until', { time }) : t('reveal.masked')}
      </Button>
      <Window title={reveal.active ? t('reveal.active.title') : t('reveal.title')} isOpen={isOpen} onClose={close}>
        {reveal.active ? (
          <>
            <p>{t('reveal.active.text', { time })}</p>
            <div className="buttons end">
              <Button className="button" onPress={close}>
                {t('app.close')}
              </Button>
              <Button className="button primary" autoFocus onPress={() => finish(api.mask())}>
                {t('reveal.end')}
              </Button>
            </div>
          </>
        ) : (
          <form className="form" onSubmit={submit}>
            <p>{t('reveal.text')}</p>
            <label>
              {t('reveal.purpose')}
              <input
                name="purpose"
                required
                minLength={3}
                maxLength={500}
                autoFocus
                autoComplete="off"
                placeholder={t('reveal.purpose.hint')}
              />
            </label>
            <label className="short">
              {t('reveal.minutes')}
              <input name="minutes" type="number" required min={1} max={480} defaultValue={15} />
            </label>
            {failure !== '' && <p role="alert">{failure}</p>}
            <div className="buttons end">
              <Button className="button" onPress={close}>
                {t('app.cancel')}
              </Button>
              <Button className="button primary" type="submit">
                {t('reveal.confirm')}
              </Button>
            </div>
          </form>
        )}
      </Window>
    </>
  );
}
