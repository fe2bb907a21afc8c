/**
 * Asks for paths on this machine; the server reads them, nothing is uploaded anywhere. Files in
 * doubt are shown one by one before they are imported.
 */
import { useState, type FormEvent } from 'react';
import { Button } from 'react-aria-components';
import { t } from '../messages/translate.ts';
import { filesInDoubt, importPaths, showInDoubt, type Asked } from '../state/intake.ts';
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
  const [isLooking, setIsLooking] = useState(false);
  const [failure, setFailure] = useState('');
  const fail = (error: unknown): void => {
    setIsOpen(true);
    setFailure(t('import.failed', { message: error instanceof Error ? error.message : '' }));
  };
  const start = async (asked: Asked): Promise<void> => {
    const waiting = await filesInDoubt(asked.paths);
    setIsOpen(false);
    showInDoubt({ asked, waiting });
    const clear = asked.paths.filter((path) => !waiting.some((one) => one.path === path));
    if (clear.length > 0) await importPaths({ ...asked, paths: clear });
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const paths = String(form.get('paths'))
      .split('\n')
      .map((path) => path.trim())
      .filter((path) => path !== '');
    setFailure('');
    setIsLooking(true);
    start({ paths, purpose: String(form.get('purpose')).trim(), origin: String(form.get('origin')) })
      .catch(fail)
      .finally(() => setIsLooking(false));
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
          {isLooking && <p role="status">{t('inspect.looking')}</p>}
          <div className="buttons end">
            <Button className="button" onPress={() => setIsOpen(false)}>
              {t('app.cancel')}
            </Button>
            <Button className="button primary" type="submit" isDisabled={isLooking}>
              {t('import.confirm')}
            </Button>
          </div>
        </form>
      </Window>
    </>
  );
}
