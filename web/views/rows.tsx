/** Middle: the lead's payments in a table that only draws what is in sight; each opens the bank's own record. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { LeadDetail, TransactionRow } from '../contract.ts';
import { FilterChips } from '../parts/filter-chips.tsx';
import { Loading, ProblemNotice } from '../parts/notice.tsx';
import { RecordPanel } from '../parts/record-panel.tsx';
import { RowLine } from '../parts/row-line.tsx';
import { signOf, type SignName } from '../drawings/signs.ts';
import { t } from '../messages/translate.ts';
import type { Resource } from '../state/resources.ts';
import { rowsInView, type LeadRows } from '../state/rows.ts';
import { changeView, useView } from '../state/store.ts';
import { noSelection } from '../state/view.ts';

const ROW_HEIGHT = 32;
const HEAD_HEIGHT = 28;
type SortKey = 'day' | 'amount';

interface Props {
  readonly detail: LeadDetail;
  readonly rows: Resource<LeadRows>;
}

function sortRows(rows: readonly TransactionRow[], key: SortKey, isDown: boolean): readonly TransactionRow[] {
  const order = isDown ? -1 : 1;
  // Amounts of one currency are compared with each other only.
  const compare: Record<SortKey, (a: TransactionRow, b: TransactionRow) => number> = {
    day: (a, b) =>
      a.debtorDay < b.debtorDay ? -1 : a.debtorDay > b.debtorDay ? 1 : (a.time ?? '').localeCompare(b.time ?? ''),
    amount: (a, b) =>
      a.currency === b.currency ? Number(a.amount) - Number(b.amount) : a.currency < b.currency ? -order : order,
  };
  return [...rows].sort((a, b) => order * compare[key](a, b) || (a.id < b.id ? -1 : 1));
}

export function Rows({ detail, rows }: Props) {
  if (!rows.value)
    return rows.problem ? (
      <ProblemNotice problem={rows.problem} prefix="rows/" />
    ) : (
      <Loading text={t('rows.loading')} />
    );
  return <RowsTable detail={detail} rows={rows.value} />;
}

function RowsTable({ detail, rows }: { detail: LeadDetail; rows: LeadRows }) {
  const view = useView();
  const [sort, setSort] = useState<{ key: SortKey; isDown: boolean }>({ key: 'day', isDown: false });
  const [active, setActive] = useState(0);
  const scroll = useRef<HTMLDivElement>(null);
  const { from, to, node, edge, indicator } = view;
  const shown = useMemo(
    () => sortRows(rowsInView(rows.rows, view, detail.edges), sort.key, sort.isDown),
    [rows, detail.edges, from, to, node, edge, indicator, sort],
  );
  const signs = useMemo(
    () => new Map<string, SignName>(detail.nodes.map((one) => [one.key, signOf(one)])),
    [detail.nodes],
  );
  const titles = useMemo(() => new Map(detail.lead.indicators.map(({ id, title }) => [id, title])), [detail.lead]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const open = shown.find(({ id }) => id === view.row) ?? rows.rows.find(({ id }) => id === view.row);
  const at = Math.min(active, shown.length - 1);
  const reason = detail.lead.indicators.find(({ id }) => id === indicator);
  const hasNoRows = reason !== undefined && reason.evidence.length === 0;
  // The panel takes room from the table: the open row must not vanish behind it.
  const openIndex = view.row === undefined ? -1 : shown.findIndex(({ id }) => id === view.row);
  useEffect(() => {
    if (openIndex >= 0) requestAnimationFrame(() => virtual.scrollToIndex(openIndex));
  }, [openIndex]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 15,
      PageUp: -15,
      Home: -Infinity,
      End: Infinity,
    };
    const move = moves[event.key];
    if (move !== undefined) {
      const next = Math.max(0, Math.min(shown.length - 1, at + move));
      setActive(next);
      virtual.scrollToIndex(next);
      if (view.row !== undefined) changeView({ row: shown[next]?.id });
    } else if (event.key === 'Enter' || event.key === ' ') changeView({ row: shown[at]?.id });
    else if (event.key === 'Escape' && view.row !== undefined) changeView({ row: undefined });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const header = (key: SortKey, name: string, className: string) => (
    <div
      role="columnheader"
      className={className}
      aria-sort={sort.key === key ? (sort.isDown ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        onClick={() => setSort((before) => ({ key, isDown: before.key === key ? !before.isDown : key === 'amount' }))}
      >
        {name}
        <span aria-hidden="true">{sort.key === key ? (sort.isDown ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </div>
  );
  return (
    <div className="rows">
      <div className="rows-bar">
        <span role="status">{t('rows.shown', { count: shown.length, total: rows.rows.length })}</span>
        <FilterChips detail={detail} />
        {rows.total > rows.rows.length && (
          <span className="muted">{t('rows.cut', { count: rows.rows.length, total: rows.total })}</span>
        )}
      </div>
      <div
        className="rows-grid"
        ref={scroll}
        role="grid"
        aria-label={t('rows.label')}
        aria-rowcount={shown.length + 1}
        aria-activedescendant={shown.length > 0 ? `row-${shown[at]?.id}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className="rows-head">
          <div role="row" className="line titles" aria-rowindex={1}>
            {header('day', t('rows.day'), 'day')}
            <div role="columnheader">{t('rows.debtor')}</div>
            <div role="columnheader" className="arrow-head">
              <span className="visually-hidden">→</span>
            </div>
            <div role="columnheader">{t('rows.creditor')}</div>
            {header('amount', t('rows.amount'), 'amount')}
            <div role="columnheader" className="channel">
              {t('rows.channel')}
            </div>
            <div role="columnheader" className="reasons">
              {t('rows.reasons')}
            </div>
          </div>
        </div>
        <div role="rowgroup">
          <div role="presentation" className="rows-space" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const row = shown[index];
              return (
                row && (
                  <RowLine
                    key={row.id}
                    row={row}
                    index={index}
                    top={start}
                    isActive={index === at}
                    isOpen={row.id === view.row}
                    signs={signs}
                    titles={titles}
                    onOpen={() => {
                      setActive(index);
                      changeView({ row: row.id === view.row ? undefined : row.id });
                    }}
                  />
                )
              );
            })}
          </div>
        </div>
      </div>
      {shown.length === 0 && (
        <div className="rows-none">
          <p>{t(hasNoRows ? 'rows.none.other-data' : 'rows.none')}</p>
          <button
            type="button"
            className="button"
            onClick={() => changeView({ ...noSelection, indicator: undefined, from: undefined, to: undefined })}
          >
            {t('rows.clear')}
          </button>
        </div>
      )}
      {open && (
        <RecordPanel
          key={open.id}
          row={open}
          reasons={open.indicators.map((id) => titles.get(id) ?? id)}
          onClose={() => changeView({ row: undefined })}
        />
      )}
    </div>
  );
}
