/** Middle, for the whole case: each file's control totals, balances, rejects and warnings. */
import { Fragment } from 'react';
import { Button } from 'react-aria-components';
import type { CaseSummary, FileReport, FilesReport } from '../contract.ts';
import { FileDetail } from '../parts/file-detail.tsx';
import { FileTotals } from '../parts/file-totals.tsx';
import { ImportFiles } from '../parts/import-files.tsx';
import { Loading, Notice, ProblemNotice } from '../parts/notice.tsx';
import { api } from '../api-client.ts';
import { countText, t } from '../messages/translate.ts';
import { runJob } from '../state/jobs.ts';
import type { Resource } from '../state/resources.ts';

const counts = ['read', 'kept', 'rejected', 'duplicate', 'notBooked'] as const;

export function balancesText({ statements }: FileReport): { readonly text: string; readonly isBad: boolean } {
  const differing = statements.filter(({ reconciles }) => reconciles === false).length;
  if (differing > 0) return { text: t('files.differs', { count: differing }), isBad: true };
  return {
    text: statements.some(({ reconciles }) => reconciles) ? t('files.reconciles') : t('files.no-balance'),
    isBad: false,
  };
}

/** Breaks after a folder rather than inside a name. */
function FileName({ name }: { name: string }) {
  return name.split('/').map((part, i) => (
    <Fragment key={i}>
      {i > 0 && (
        <>
          /<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));
}

function FilesTable({ files }: { files: readonly FileReport[] }) {
  return (
    <table className="grid files-table">
      <thead>
        <tr>
          <th scope="col">{t('files.col.name')}</th>
          {counts.map((count) => (
            <th key={count} scope="col" className="number">
              {t(`files.col.${count}`)}
            </th>
          ))}
          <th scope="col">{t('files.col.balances')}</th>
          <th scope="col" className="number wide">
            {t('files.col.totals')}
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => {
          const balances = balancesText(file);
          return (
            <tr key={file.sha256 + file.name}>
              <th scope="row">
                <FileName name={file.name} />
                <small>
                  {file.format} · {file.encoding}
                </small>
              </th>
              {counts.map((count) => (
                <td
                  key={count}
                  className={count === 'rejected' && file.records.rejected > 0 ? 'number noted' : 'number'}
                >
                  {countText(file.records[count])}
                </td>
              ))}
              <td className={balances.isBad ? 'noted' : ''}>{balances.text}</td>
              <td className="number wide">
                <FileTotals totals={file.totals} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function Files({ files, summary }: { files: Resource<FilesReport>; summary: CaseSummary | undefined }) {
  if (!files.value) return files.problem ? <ProblemNotice problem={files.problem} prefix="files" /> : <Loading />;
  const list = files.value.files;
  if (list.length === 0) {
    return (
      <Notice title={t('files.none')} text={t('files.none.text')}>
        <ImportFiles />
      </Notice>
    );
  }
  return (
    <div className="scroll files" tabIndex={0} role="region" aria-label={t('files.title')}>
      <header className="files-head">
        <div>
          <h1>{t('files.title')}</h1>
          <p className="muted">{t('files.text')}</p>
          {files.value.indicators && <p>{files.value.indicators.text}</p>}
        </div>
        <div className="buttons">
          <Button className="button" onPress={() => void runJob(api.score).catch(() => undefined)}>
            {t(summary?.scored === false ? 'files.score.first' : 'files.score')}
          </Button>
          <ImportFiles />
        </div>
      </header>
      <FilesTable files={list} />
      {list.map((file) => (
        <FileDetail key={file.sha256 + file.name} file={file} />
      ))}
    </div>
  );
}
