/** Asks for paths on this machine; the server reads them, nothing is uploaded anywhere. */
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { api } from '../api-client.ts';
import { t } from '../messages/translate.ts';
import { runJob } from '../state/jobs.ts';
import { Window } from './window.tsx';

const origins = [
  'bank',
  'production-order',
  'suspicious-transaction-report',
  'foreign-fiu',
  'open-source',
  'synthetic',
] as const;

export function ImportFiles() {
  const [isOpen, setIsOpen] = useState(false);
  const [failure, setFailure] = useState('');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const paths = String(form.get('paths'))
      .split('\n')
      .map((path) => path.trim())
      .filter((path) => path !== '');
    setFailure('');
    const started = async () => {
      const job = await api.importFiles(paths, String(form.get('purpose')).trim(), String(form.get('origin')));
      setIsOpen(false);
      return job;
    };
    runJob(started).catch((error: unknown) =>
      setFailure(t('import.failed', { message: error instanceof Error ? error.message : '' })),
    );
  };
  return (
    <>
      <Button className="button primary" onPress={() => setIsOpen(true)}>
        {t('files.import')}
      </Button>
      <Window title={t('import.title')} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <form className="form" onSubmit={submit}>
          <label>
            {t('import.paths')}
            <textarea
              name="paths"
              rows={4}
              required
              autoFocus
              spellCheck={false}
              placeholder={t('import.paths.hint')}
            />
          </label>
          <label>
            {t('import.purpose')}
            <input name="purpose" required minLength={3} autoComplete="off" />
          </label>
          <label>
            {t('import.origin')}
            <select name="origin">
              {origins.map((origin) => (
                <option key={origin} value={origin}>
                  {t(`origin.${origin}`)}
                </option>
              ))}
            </select>
          </label>
          {failure !== '' && <p role="alert">{failure}</p>}
          <div className="buttons end">
            <Button className="button" onPress={() => setIsOpen(false)}>
              {t('app.cancel')}
            </Button>
            <Button className="button primary" type="submit">
              {t('import.confirm')}
            </Button>
          </div>
        </form>
      </Window>
    </>
  );
}
