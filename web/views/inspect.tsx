/**
 * Over the desk, before an import: one file that is in doubt, with what to settle in words, its
 * columns and conventions to set, and what would come of it, which follows every change.
 */
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { api } from '../api-client.ts';
import type { Inspection, Overrides } from '../contract.ts';
import { t } from '../messages/translate.ts';
import { InspectColumns } from '../parts/inspect-columns.tsx';
import { InspectConventions } from '../parts/inspect-conventions.tsx';
import { InspectPreview } from '../parts/inspect-preview.tsx';
import { Window } from '../parts/window.tsx';
import { importPaths, nextInDoubt, useInDoubt } from '../state/intake.ts';

const PAUSE_MS = 250;

interface Props {
  readonly path: string;
  readonly first: Inspection;
  readonly waiting: number;
  readonly onImport: (overrides: Overrides) => void;
  readonly onSkip: () => void;
}

/** The preview under the present decisions; the one before stays until the next is there. */
function useInspection(path: string, first: Inspection, overrides: Overrides) {
  const [inspection, setInspection] = useState(first);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    if (Object.keys(overrides).length === 0) {
      setInspection(first);
      setFailure('');
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      api.inspect(path, overrides, stop.signal).then(
        ({ files }) => {
          if (files[0]) setInspection(files[0]);
          setFailure('');
        },
        (error: unknown) => {
          if (!stop.signal.aborted) setFailure(error instanceof Error ? error.message : String(error));
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [path, first, overrides]);
  return { inspection, failure };
}

function ToSettle({ inspection, failure }: { inspection: Inspection; failure: string }) {
  const { doubts, problem, profile } = inspection;
  return (
    <div className="to-settle" role="status">
      {failure !== '' && <p className="noted">{t('inspect.failed', { message: failure })}</p>}
      {problem !== undefined && <h3>{t('inspect.problem')}</h3>}
      {doubts.length === 0 && problem === undefined ? (
        <p>{t('inspect.no-doubts')}</p>
      ) : (
        <ul className="plain">
          {doubts.map(({ kind, text }) => (
            <li key={kind + text}>
              <strong>{t(`inspect.doubt.${kind}`)}</strong> {text}
            </li>
          ))}
          {doubts.length === 0 && <li>{problem}</li>}
        </ul>
      )}
      {profile !== undefined && <p>{t('inspect.profile', { name: profile })}</p>}
    </div>
  );
}

function KeepProfile({ path, overrides }: { path: string; overrides: Overrides }) {
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const keep = (): void => {
    api.keepProfile(name.trim(), path, overrides).then(
      () => setSaid(t('inspect.profile.kept')),
      (error: unknown) => setSaid(t('inspect.failed', { message: error instanceof Error ? error.message : '' })),
    );
  };
  return (
    <div className="keep-profile">
      <label>
        {t('inspect.profile.name')}
        <input
          value={name}
          placeholder={t('inspect.profile.hint')}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <Button className="button" isDisabled={name.trim() === ''} onPress={keep}>
        {t('inspect.profile.keep')}
      </Button>
      <span role="status">{said}</span>
    </div>
  );
}

function InspectFile({ path, first, waiting, onImport, onSkip }: Props) {
  const [overrides, setOverrides] = useState<Overrides>({});
  const { inspection, failure } = useInspection(path, first, overrides);
  const { table, doubts, problem } = inspection;
  const isDecided = Object.keys(overrides).length > 0;
  return (
    <Window title={t('inspect.title', { name: first.name })} isOpen onClose={onSkip} isWide>
      {waiting > 0 && <p className="muted">{t('inspect.next', { count: waiting })}</p>}
      <ToSettle inspection={inspection} failure={failure} />
      <div className="inspect">
        {table && (
          <div className="inspect-table">
            <InspectConventions
              table={table}
              overrides={overrides}
              doubts={new Set(doubts.map(({ kind }) => kind))}
              onChange={setOverrides}
            />
            <InspectColumns table={table} overrides={overrides} onChange={setOverrides} />
          </div>
        )}
        <InspectPreview inspection={inspection} />
      </div>
      <div className="inspect-foot">
        {isDecided && <KeepProfile path={path} overrides={overrides} />}
        <div className="buttons end">
          <Button className="button" onPress={onSkip}>
            {t('inspect.skip')}
          </Button>
          <Button className="button primary" isDisabled={problem !== undefined} onPress={() => onImport(overrides)}>
            {t(doubts.length > 0 ? 'inspect.import.anyway' : 'inspect.import')}
          </Button>
        </div>
      </div>
    </Window>
  );
}

/** The file that waits, if one does. A failed import says so in the bar of its job. */
export function Inspect() {
  const queue = useInDoubt();
  const [next, ...rest] = queue?.waiting ?? [];
  if (!queue || !next) return null;
  return (
    <InspectFile
      key={next.path}
      path={next.path}
      first={next.first}
      waiting={rest.length}
      onSkip={nextInDoubt}
      onImport={(overrides) => {
        importPaths({ ...queue.asked, paths: [next.path] }, overrides).catch(() => undefined);
        nextInDoubt();
      }}
    />
  );
}
