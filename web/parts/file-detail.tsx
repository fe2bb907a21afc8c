/** One file: its sum check, statements with their balances, rejects with line, field and reason, warnings. */
import type { FileReport } from '../contract.ts';
import { countText, t } from '../messages/translate.ts';
import { FileTotals } from './file-totals.tsx';
import { rangeText } from '../wording/days.ts';
import { groupDigits, moneyText } from '../wording/money.ts';

const MOST_REJECTS = 200;
const MOST_STATEMENTS = 50;

function Statements({ file }: { file: FileReport }) {
  if (file.statements.length === 0) return null;
  // Those that do not reconcile first: they are what one looks for here.
  const statements = [...file.statements].sort((a, b) => Number(a.reconciles ?? true) - Number(b.reconciles ?? true));
  const more = statements.length - MOST_STATEMENTS;
  return (
    <>
      <table className="grid">
        <caption>{t('files.statements')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('files.account')}</th>
            <th scope="col">{t('why.period')}</th>
            <th scope="col" className="number">
              {t('files.opening')}
            </th>
            <th scope="col" className="number">
              {t('files.closing')}
            </th>
            <th scope="col">{t('files.col.balances')}</th>
          </tr>
        </thead>
        <tbody>
          {file.statements
            .slice(0, MOST_STATEMENTS)
            .map(({ account, currency, opening, closing, from, to, reconciles, difference }, i) => (
              <tr key={`${account}-${currency}-${i}`}>
                <th scope="row">{account}</th>
                <td>{from !== undefined && to !== undefined ? rangeText(from, to) : '–'}</td>
                <td className="number">{opening === undefined ? '–' : moneyText(opening, currency)}</td>
                <td className="number">{closing === undefined ? '–' : moneyText(closing, currency)}</td>
                <td className={reconciles === false ? 'noted' : ''}>
                  {t(reconciles === undefined ? 'files.unknown' : reconciles ? 'files.yes' : 'files.no')}
                  {difference !== undefined && ` (${groupDigits(difference)})`}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {more > 0 && <p className="muted">{t('files.more', { count: more })}</p>}
    </>
  );
}

function Rejects({ file }: { file: FileReport }) {
  if (file.rejects.length === 0) return null;
  const more = file.rejects.length - MOST_REJECTS;
  return (
    <>
      <table className="grid">
        <caption>{t('files.rejects', { count: file.records.rejected })}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('files.record')}
            </th>
            <th scope="col" className="number">
              {t('files.line')}
            </th>
            <th scope="col">{t('files.field')}</th>
            <th scope="col">{t('files.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {file.rejects.slice(0, MOST_REJECTS).map(({ record, line, field, reason }) => (
            <tr key={`${record}-${field}`}>
              <td className="number">{countText(record)}</td>
              <td className="number">{countText(line)}</td>
              <td>{field}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="muted">{t('files.more', { count: more })}</p>}
    </>
  );
}

export function FileDetail({ file }: { file: FileReport }) {
  const { read, kept, rejected, duplicate, notBooked } = file.records;
  const needsLook =
    rejected > 0 || file.warnings.length > 0 || file.statements.some(({ reconciles }) => reconciles === false);
  return (
    <details className="file" open={needsLook}>
      <summary>
        <strong>{file.name}</strong>
        <span className="muted">{t('files.check', { read, kept, rejected, duplicate, notBooked })}</span>
        {!needsLook && <span className="muted">{t('files.all-good')}</span>}
      </summary>
      <p className="muted">
        {t('files.bytes', { count: file.bytes })} · <code>{t('record.hash', { hash: file.sha256 })}</code>
      </p>
      <div className="narrow">
        <FileTotals totals={file.totals} />
      </div>
      <Rejects file={file} />
      {file.warnings.length > 0 && (
        <>
          <h2>{t('files.warnings')}</h2>
          <ul className="plain">
            {file.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
      <Statements file={file} />
    </details>
  );
}
