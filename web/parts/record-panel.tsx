/** A payment as each bank wrote it, field by field, with where it stands in which file. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { TransactionRow } from '../contract.ts';
import { countText, t } from '../messages/translate.ts';
import { useEntry } from '../state/resources.ts';
import { Loading, ProblemNotice } from './notice.tsx';

function Entry({ id }: { id: string }) {
  const { value: entry, problem } = useEntry(id);
  if (!entry) return problem ? <ProblemNotice problem={problem} prefix={`entry/${id}`} /> : <Loading />;
  const masked = entry.fields.filter((field) => field.masked).length;
  return (
    <>
      <p className="record-place">
        {t('record.place', {
          file: entry.table === undefined ? entry.file : `${entry.file} · ${entry.table}`,
          record: entry.record,
          line: entry.line,
          offset: entry.offset,
          length: countText(entry.length),
        })}{' '}
        <code title={entry.sha256}>{t('record.hash', { hash: `${entry.sha256.slice(0, 12)}…` })}</code>
      </p>
      <dl className="fields">
        {entry.fields.map(({ name, value, masked: isMasked }, i) => (
          <div key={`${i}-${name}`}>
            <dt>{name}</dt>
            <dd>
              {isMasked ? (
                <span className="masked">{t('record.masked')}</span>
              ) : value === '' ? (
                <span className="muted">–</span>
              ) : (
                value
              )}
              {isMasked && value !== '' && !/^[•*.…\s]+$/.test(value) && <span> {value}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted record-state">{masked > 0 ? t('record.masked.all', { count: masked }) : t('record.shown')}</p>
      {entry.raw !== undefined && (
        <details className="raw">
          <summary>{t('record.raw')}</summary>
          <pre tabIndex={0}>{entry.raw}</pre>
        </details>
      )}
    </>
  );
}

interface Props {
  readonly row: TransactionRow;
  readonly reasons: readonly string[];
  readonly onClose: () => void;
}

export function RecordPanel({ row, reasons, onClose }: Props) {
  const [index, setIndex] = useState(0);
  const id = row.entries[index] ?? row.entries[0] ?? row.id;
  return (
    <section className="record" aria-label={t('record.label')}>
      <header>
        <h2>{t('record.title')}</h2>
        {row.entries.length > 1 &&
          row.entries.map((entry, i) => (
            <Button
              key={entry}
              className={i === index ? 'button small on' : 'button small'}
              aria-pressed={i === index}
              onPress={() => setIndex(i)}
            >
              {t('record.bank', { number: i + 1, total: row.entries.length })}
            </Button>
          ))}
        <code className="muted">{id}</code>
        <Button className="button small close" onPress={onClose}>
          {t('app.close')}
        </Button>
      </header>
      <Entry id={id} />
      {reasons.length > 0 && (
        <p className="muted record-state">{t('record.reasons', { reasons: reasons.join('; ') })}</p>
      )}
    </section>
  );
}
