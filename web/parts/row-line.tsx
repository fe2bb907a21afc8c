/** One payment: days, debtor to creditor, amount, channel, and the reasons that rest on it. */
import { memo } from 'react';
import type { TransactionRow } from '../contract.ts';
import type { SignName } from '../drawings/signs.ts';
import { t } from '../messages/translate.ts';
import { currencySign, groupDigits } from '../wording/money.ts';
import { Sign } from './sign.tsx';

interface Props {
  readonly row: TransactionRow;
  readonly index: number;
  readonly top: number;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly signs: ReadonlyMap<string, SignName>;
  readonly titles: ReadonlyMap<string, string>;
  readonly onOpen: () => void;
}

function dayNote(row: TransactionRow): string | undefined {
  const notes = [
    row.debtorDay === row.creditorDay ? '' : t('rows.days-differ', { day: row.debtorDay, other: row.creditorDay }),
    row.valueDay === undefined || row.valueDay === row.debtorDay ? '' : t('rows.value-day', { day: row.valueDay }),
  ].filter((note) => note !== '');
  return notes.length === 0 ? undefined : notes.join('; ');
}

export const RowLine = memo(
  function RowLine({ row, index, top, isActive, isOpen, signs, titles, onOpen }: Props) {
    const note = dayNote(row);
    const reasons = row.indicators.map((id) => titles.get(id) ?? id);
    return (
      // The grid has the keys (aria-activedescendant); the pointer needs no role of its own here.
      <div
        role="row"
        id={`row-${row.id}`}
        className={`line${isActive ? ' active' : ''}${isOpen ? ' open' : ''}`}
        aria-rowindex={index + 2}
        aria-selected={isOpen}
        style={{ transform: `translateY(${top}px)` }}
        onClick={onOpen}
      >
        <div role="gridcell" className="day" title={note}>
          {row.debtorDay}
          <span className="clock">{row.time?.slice(0, 5) ?? ''}</span>
          {note !== undefined && <span className="differs">±</span>}
        </div>
        <div role="gridcell" className="end-cell" title={row.debtor}>
          <Sign sign={signs.get(row.debtorKey) ?? 'undetermined'} isNamed /> <span>{row.debtor}</span>
        </div>
        <div role="gridcell" className="arrow">
          →
        </div>
        <div role="gridcell" className="end-cell" title={row.creditor}>
          <Sign sign={signs.get(row.creditorKey) ?? 'undetermined'} isNamed /> <span>{row.creditor}</span>
        </div>
        <div role="gridcell" className="amount">
          <span className="currency">{currencySign(row.currency)}</span> {groupDigits(row.amount)}
        </div>
        <div role="gridcell" className="channel">
          {row.channel.replaceAll('-', ' ')}
        </div>
        <div role="gridcell" className="reasons" title={reasons.join(', ')}>
          {reasons.join(', ')}
        </div>
      </div>
    );
  },
  (a, b) =>
    a.row === b.row &&
    a.index === b.index &&
    a.top === b.top &&
    a.isActive === b.isActive &&
    a.isOpen === b.isOpen &&
    a.signs === b.signs &&
    a.titles === b.titles,
);
