/** The network as a table: the same sums, each row opening its payments. */
import { useMemo, useState } from 'react';
import { Button, Cell, Column, Row, Table, TableBody, TableHeader, type SortDescriptor } from 'react-aria-components';
import type { NetworkEdge } from '../contract.ts';
import type { NetworkModel } from '../drawings/network-model.ts';
import { t } from '../messages/translate.ts';
import { changeView, useView } from '../state/store.ts';
import { amountsList } from '../wording/money.ts';
import { Sign } from './sign.tsx';

const columns = ['from', 'to', 'amount', 'count', 'evidence', 'first', 'last'] as const;
type ColumnName = (typeof columns)[number];

export function NetworkTable({ model }: { model: NetworkModel }) {
  const view = useView();
  const [sort, setSort] = useState<SortDescriptor>({ column: 'amount', direction: 'descending' });
  const nodes = useMemo(() => new Map(model.nodes.map((node) => [node.key, node])), [model.nodes]);
  const label = (key: string): string => nodes.get(key)?.label ?? key;
  const order = sort.direction === 'descending' ? -1 : 1;
  const by: Readonly<Record<ColumnName, (edge: NetworkEdge) => string | number>> = {
    from: ({ from }) => label(from),
    to: ({ to }) => label(to),
    amount: ({ weight }) => weight,
    count: ({ count }) => count,
    evidence: ({ evidence }) => evidence,
    first: ({ first }) => first,
    last: ({ last }) => last,
  };
  const value = by[sort.column as ColumnName];
  const edges = [...model.edges].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return order * (typeof x === 'string' ? x.localeCompare(String(y), 'en', { numeric: true }) : x - Number(y));
  });
  const end = (key: string) => {
    const node = nodes.get(key);
    return (
      <Button
        className={view.node === key ? 'end on' : 'end'}
        onPress={() => changeView({ node: view.node === key ? undefined : key, edge: undefined })}
      >
        {node && <Sign sign={node.sign} isNamed />} {label(key)}
      </Button>
    );
  };
  return (
    <div className="scroll network-table">
      <Table
        aria-label={t('network.table.label')}
        className="grid"
        sortDescriptor={sort}
        onSortChange={setSort}
        onRowAction={(edge) => changeView({ edge: String(edge), node: undefined, indicator: undefined, tab: 'rows' })}
      >
        <TableHeader>
          {columns.map((column) => (
            <Column key={column} id={column} isRowHeader={column === 'from'} allowsSorting className={`col-${column}`}>
              {t(`network.col.${column}`)}
              <span className="sort" aria-hidden="true">
                {sort.column === column ? (order < 0 ? ' ↓' : ' ↑') : ''}
              </span>
            </Column>
          ))}
        </TableHeader>
        <TableBody
          items={edges.map((edge) => ({ ...edge, id: edge.key }))}
          dependencies={[model, view.node]}
          renderEmptyState={() => t('network.none-in-range')}
        >
          {(edge) => (
            <Row id={edge.key} className="row">
              <Cell className="col-from">{end(edge.from)}</Cell>
              <Cell className="col-to">{end(edge.to)}</Cell>
              <Cell className="col-amount number">
                {amountsList(edge.amounts).map((text) => (
                  <div key={text}>{text}</div>
                ))}
              </Cell>
              <Cell className="col-count number">{edge.count}</Cell>
              <Cell className="col-evidence number">{edge.evidence}</Cell>
              <Cell className="col-first">{edge.first}</Cell>
              <Cell className="col-last">{edge.last}</Cell>
            </Row>
          )}
        </TableBody>
      </Table>
    </div>
  );
}
