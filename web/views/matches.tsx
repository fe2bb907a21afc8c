/** Middle, for the whole case: proposed matches between banks, each with what differs, to accept or refuse. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { api } from '../api-client.ts';
import type { MatchesReport } from '../contract.ts';
import { t } from '../messages/translate.ts';
import { Loading, Notice, ProblemNotice } from '../parts/notice.tsx';
import { Window } from '../parts/window.tsx';
import { refresh, useMatches } from '../state/resources.ts';
import { moneyText } from '../wording/money.ts';

type Proposed = MatchesReport['proposed'][number];
type Entry = Proposed['debit'];
type Outcome = 'accepted' | 'refused';

const SHOWN = 100;

function EntryCell({ entry }: { entry: Entry }) {
  return (
    <>
      <div>
        {entry.account} <span className="muted">{entry.day}</span>
      </div>
      <div>{moneyText(entry.amount, entry.currency)}</div>
      <small className="muted">
        {entry.file} <code>{entry.id}</code>
      </small>
    </>
  );
}

function Credits({ credits }: Pick<Proposed, 'credits'>) {
  const [only] = credits;
  if (only && credits.length === 1) return <EntryCell entry={only} />;
  return (
    <details>
      <summary>{t('matches.batch', { count: credits.length })}</summary>
      {credits.map((entry) => (
        <EntryCell key={entry.id} entry={entry} />
      ))}
    </details>
  );
}

function Row({ match, onDecide }: { match: Proposed; onDecide: (outcome: Outcome) => void }) {
  const { debit, credits, reasons } = match;
  const slots = { debit: debit.account, credit: credits.map(({ account }) => account).join(', ') };
  return (
    <tr>
      <td>
        <EntryCell entry={debit} />
      </td>
      <td>
        <Credits credits={credits} />
      </td>
      <td>
        <ul className="plain">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </td>
      <td>
        <div className="buttons">
          <Button
            className="button small"
            aria-label={t('matches.accept.one', slots)}
            onPress={() => onDecide('accepted')}
          >
            {t('matches.accept')}
          </Button>
          <Button
            className="button small"
            aria-label={t('matches.refuse.one', slots)}
            onPress={() => onDecide('refused')}
          >
            {t('matches.refuse')}
          </Button>
        </div>
      </td>
    </tr>
  );
}

interface Deciding {
  readonly match: Proposed;
  readonly outcome: Outcome;
}

/** A decision is an event, and every event has a reason. */
function DecideMatch({ deciding, onClose }: { deciding: Deciding; onClose: () => void }) {
  const { match, outcome } = deciding;
  const [purpose, setPurpose] = useState('');
  const [failure, setFailure] = useState('');
  const word = t(outcome === 'accepted' ? 'matches.accept' : 'matches.refuse');
  const decide = (): void => {
    api.decideMatch(match.id, outcome, purpose.trim()).then(
      () => {
        refresh();
        onClose();
      },
      (error: unknown) => setFailure(t('matches.failed', { message: error instanceof Error ? error.message : '' })),
    );
  };
  return (
    <Window title={word} isOpen onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          decide();
        }}
      >
        <p>{match.reasons.join('; ')}</p>
        <label>
          {t('matches.purpose')}
          <input
            required
            minLength={3}
            autoFocus
            autoComplete="off"
            value={purpose}
            onChange={({ target }) => setPurpose(target.value)}
          />
        </label>
        {failure !== '' && <p role="alert">{failure}</p>}
        <div className="buttons end">
          <Button className="button" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <Button className="button primary" type="submit">
            {word}
          </Button>
        </div>
      </form>
    </Window>
  );
}

function Decided({ decided }: Pick<MatchesReport, 'decided'>) {
  if (decided.length === 0) return null;
  return (
    <details>
      <summary>{t('matches.decided', { count: decided.length })}</summary>
      <ul className="plain">
        {decided.map(({ id, outcome, sequence }) => (
          <li key={id}>
            {t(outcome === 'accepted' ? 'matches.accepted' : 'matches.refused', { sequence })} <code>{id}</code>
          </li>
        ))}
      </ul>
      <p className="muted">{t('matches.undo')}</p>
    </details>
  );
}

export function Matches() {
  const { value, problem } = useMatches();
  const [deciding, setDeciding] = useState<Deciding>();
  if (!value) return problem ? <ProblemNotice problem={problem} prefix="matches" /> : <Loading />;
  const { proposed, total, decided } = value;
  const shown = proposed.slice(0, SHOWN);
  return (
    <div className="scroll files coverage" tabIndex={0} role="region" aria-label={t('matches.title')}>
      <header className="files-head">
        <div>
          <h1>{t('matches.title')}</h1>
          <p className="muted">{t('matches.text')}</p>
        </div>
      </header>
      {shown.length === 0 ? (
        <Notice title={t('matches.none')} text={t('matches.none.text')} />
      ) : (
        <>
          <p className="muted">{t('matches.shown', { count: shown.length, total })}</p>
          <table className="grid matches">
            <thead>
              <tr>
                <th scope="col">{t('matches.col.debit')}</th>
                <th scope="col">{t('matches.col.credit')}</th>
                <th scope="col">{t('matches.col.differs')}</th>
                <th scope="col">{t('matches.col.decide')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((match) => (
                <Row key={match.id} match={match} onDecide={(outcome) => setDeciding({ match, outcome })} />
              ))}
            </tbody>
          </table>
        </>
      )}
      <Decided decided={decided} />
      {deciding && <DecideMatch key={deciding.match.id} deciding={deciding} onClose={() => setDeciding(undefined)} />}
    </div>
  );
}
