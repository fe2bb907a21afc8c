/** What would come of the file: counts, first rows and first rejects, and why it is read so. */
import type { Inspection } from '../contract.ts';
import { t } from '../messages/translate.ts';
import { moneyText } from '../wording/money.ts';
import { FileTotals } from './file-totals.tsx';

const REJECTS = 5;

function Rows({ rows }: Pick<Inspection, 'rows'>) {
  if (rows.length === 0) return <p className="muted">{t('inspect.preview.none')}</p>;
  return (
    <table className="grid preview-rows">
      <caption>{t('inspect.preview')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('inspect.row.day')}</th>
          <th scope="col">{t('inspect.row.direction')}</th>
          <th scope="col" className="number">
            {t('inspect.row.amount')}
          </th>
          <th scope="col">{t('inspect.row.account')}</th>
          <th scope="col">{t('inspect.row.other')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            <td>{row.booking ?? row.value ?? '–'}</td>
            <td>{t(`inspect.direction.${row.direction}`)}</td>
            <td className="number">{moneyText(row.amount, row.currency)}</td>
            <td>{row.account}</td>
            <td>{row.other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function InspectPreview({ inspection }: { inspection: Inspection }) {
  const { file, rows, table, why } = inspection;
  return (
    <div className="inspect-preview">
      <Rows rows={rows} />
      {file && (
        <>
          <p>{t('inspect.counts', file.records)}</p>
          <FileTotals totals={file.totals} />
          {file.rejects.length > 0 && (
            <>
              <h3>{t('inspect.rejects')}</h3>
              <ul className="plain noted">
                {file.rejects.slice(0, REJECTS).map(({ record, line, field, reason }) => (
                  <li key={record}>{t('inspect.reject', { line, field, reason })}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      <details>
        <summary>{t('inspect.why')}</summary>
        <ul className="plain muted">
          {(table?.reasons ?? [why]).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
