/** Middle, for the whole case: which months of which account the files cover, as a map or as a table. */
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CoverageReport } from '../contract.ts';
import { CoverageMap, signOf, signPath, type AccountMonths, type Cell, type Place } from '../drawings/coverage-map.tsx';
import { t, type MessageKey } from '../messages/translate.ts';
import { Choice } from '../parts/choice.tsx';
import { Loading, Notice, ProblemNotice } from '../parts/notice.tsx';
import { useCoverage } from '../state/resources.ts';
import { rangeText } from '../wording/days.ts';

const PAGE = 60;
const signs = [
  'covered',
  'no-activity',
  'partial',
  'overlapping',
  'does-not-reconcile',
  'missing',
  'not-obtained',
  'not-open',
] as const;

function isGap({ status }: Cell): boolean {
  return status !== 'covered' && status !== 'not-open';
}

function statusText(cell: Cell): string {
  return t(`coverage.status.${signOf(cell)}` as MessageKey);
}

/** What a month is and what it rests on, in one line. */
function cellText(cell: Cell): string {
  return [
    statusText(cell),
    ...(cell.from !== undefined && cell.to !== undefined
      ? [t('coverage.days', { days: rangeText(cell.from, cell.to) })]
      : []),
    t('coverage.entries', { count: cell.entries }),
    ...cell.notes,
  ].join('; ');
}

function nameOf({ account }: AccountMonths, cell: Cell): string {
  return t('coverage.cell', { account, month: cell.month, status: cellText(cell) });
}

function Legend() {
  return (
    <ul className="coverage-legend">
      {signs.map((sign) => (
        <li key={sign}>
          <svg width={14} height={14} aria-hidden="true" className="coverage-map">
            <path className={`sign-${sign}`} d={signPath(sign)} />
          </svg>
          {t(`coverage.status.${sign}`)}
        </li>
      ))}
    </ul>
  );
}

function CoverageTable({ months, accounts }: Pick<CoverageReport, 'months' | 'accounts'>) {
  return (
    <table className="grid coverage-table">
      <thead>
        <tr>
          <th scope="col">{t('coverage.account')}</th>
          {months.map((month) => (
            <th key={month} scope="col">
              {month}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.key}>
            <th scope="row">{account.account}</th>
            {account.months.map((cell) => (
              <td
                key={cell.month}
                className={cell.status === 'does-not-reconcile' ? 'noted' : ''}
                title={cellText(cell)}
              >
                {statusText(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Map({ months, accounts }: Pick<CoverageReport, 'months' | 'accounts'>) {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const row = Math.min(place.row, accounts.length - 1);
  const account = accounts[row];
  const cell = account?.months[place.column];
  return (
    <>
      <Legend />
      <p className="coverage-said" role="status">
        {account && cell && nameOf(account, cell)}
      </p>
      <CoverageMap
        months={months}
        accounts={accounts}
        label={t('coverage.label', {
          accounts: t('coverage.accounts', { count: accounts.length }),
          months: t('coverage.months', { count: months.length }),
        })}
        at={{ row, column: place.column }}
        nameOf={nameOf}
        onMove={setPlace}
      />
    </>
  );
}

export function Coverage() {
  const { value, problem } = useCoverage();
  const [isTable, setIsTable] = useState(false);
  const [onlyGaps, setOnlyGaps] = useState(false);
  const [most, setMost] = useState(PAGE);
  const sorted = useMemo(() => {
    const gaps = (account: AccountMonths): number => account.months.filter(isGap).length;
    return (value?.accounts ?? []).map((account) => ({ account, gaps: gaps(account) })).sort((a, b) => b.gaps - a.gaps);
  }, [value]);
  if (!value) return problem ? <ProblemNotice problem={problem} prefix="coverage" /> : <Loading />;
  if (value.accounts.length === 0) return <Notice title={t('coverage.none')} text={t('coverage.none.text')} />;
  const wanted = sorted.filter(({ gaps }) => !onlyGaps || gaps > 0).map(({ account }) => account);
  const accounts = wanted.slice(0, most);
  return (
    <div className="scroll files coverage" tabIndex={0} role="region" aria-label={t('coverage.title')}>
      <header className="files-head">
        <div>
          <h1>{t('coverage.title')}</h1>
          <p className="muted">{t('coverage.text')}</p>
          <p>{value.indicators.text}</p>
        </div>
        <Choice
          label={t('coverage.layout')}
          value={isTable ? 'table' : 'map'}
          options={[
            { value: 'map', text: t('coverage.map') },
            { value: 'table', text: t('coverage.table') },
          ]}
          onChange={(layout) => setIsTable(layout === 'table')}
        />
      </header>
      <p className="coverage-bar">
        <label className="check">
          <input type="checkbox" checked={onlyGaps} onChange={({ target }) => setOnlyGaps(target.checked)} />
          {t('coverage.only-gaps')}
        </label>
        <span className="muted">{t('coverage.shown', { count: accounts.length, total: value.total })}</span>
      </p>
      {isTable ? (
        <CoverageTable months={value.months} accounts={accounts} />
      ) : (
        <Map months={value.months} accounts={accounts} />
      )}
      {wanted.length > accounts.length && (
        <Button className="button" onPress={() => setMost(most + PAGE)}>
          {t('coverage.more')}
        </Button>
      )}
    </div>
  );
}
