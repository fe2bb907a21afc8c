/**
 * Accounts by months as signs on a grid (D3 band scales): a full square is covered, a half one in
 * part, two squares are two statements, a notched one does not reconcile, a ring of dashes has no
 * file. Shape before colour. Arrow keys move over it.
 */
import { path, scaleBand } from 'd3';
import type { KeyboardEvent } from 'react';
import type { CoverageReport } from '../contract.ts';

export type AccountMonths = CoverageReport['accounts'][number];
export type Cell = AccountMonths['months'][number];

const LABEL = 128;
const TOP = 24;
const ROW = 24;
const COLUMN = 64;
const SIGN = 14;

export interface Place {
  readonly row: number;
  readonly column: number;
}

interface Props {
  readonly months: readonly string[];
  readonly accounts: readonly AccountMonths[];
  readonly label: string;
  readonly at: Place;
  readonly nameOf: (account: AccountMonths, cell: Cell) => string;
  readonly onMove: (place: Place) => void;
}

/** What a month is drawn as; a covered one without an entry is hollow. */
export function signOf({ status, entries }: Cell): string {
  return status === 'covered' && entries === 0 ? 'no-activity' : status;
}

/** Outline of a sign in a square of `SIGN`. */
export function signPath(sign: string): string {
  const shape = path();
  switch (sign) {
    case 'partial':
      shape.rect(0, SIGN / 2, SIGN, SIGN / 2);
      break;
    case 'overlapping':
      shape.rect(0, 0, SIGN - 4, SIGN - 4);
      shape.rect(4, 4, SIGN - 4, SIGN - 4);
      break;
    case 'does-not-reconcile':
      shape.moveTo(0, 0);
      shape.lineTo(SIGN, 0);
      shape.lineTo(SIGN, SIGN);
      shape.lineTo(0, SIGN);
      shape.lineTo(SIGN / 2, SIGN / 2);
      shape.closePath();
      break;
    case 'missing':
    case 'not-obtained':
      shape.arc(SIGN / 2, SIGN / 2, SIGN / 2 - 2, 0, 2 * Math.PI);
      break;
    case 'not-open':
      shape.rect(SIGN / 2 - 1, SIGN / 2 - 1, 2, 2);
      break;
    default:
      shape.rect(0, 0, SIGN, SIGN);
  }
  return shape.toString();
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

export function CoverageMap({ months, accounts, label, at, nameOf, onMove }: Props) {
  const x = scaleBand(months, [LABEL, LABEL + months.length * COLUMN]);
  const y = scaleBand(
    accounts.map(({ key }) => key),
    [TOP, TOP + accounts.length * ROW],
  );
  const move = (event: KeyboardEvent): void => {
    const [down, right] = moves[event.key] ?? [];
    if (down === undefined || right === undefined) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(accounts.length - 1, at.row + down));
    onMove({ row, column: Math.max(0, Math.min(months.length - 1, at.column + right)) });
  };
  return (
    <svg
      className="coverage-map"
      width={LABEL + months.length * COLUMN}
      height={TOP + accounts.length * ROW}
      role="application"
      aria-label={label}
      tabIndex={0}
      onKeyDown={move}
    >
      {months.map((month) => (
        <text key={month} className="month" x={(x(month) ?? 0) + COLUMN / 2} y={16}>
          {month}
        </text>
      ))}
      {accounts.map((account, row) => (
        <g key={account.key} transform={`translate(0 ${y(account.key) ?? 0})`}>
          <text className="account" x={0} y={16}>
            {account.account}
          </text>
          {account.months.map((cell, column) => (
            <g
              key={cell.month}
              transform={`translate(${x(cell.month) ?? 0} 0)`}
              onClick={() => onMove({ row, column })}
              className={row === at.row && column === at.column ? 'cell on' : 'cell'}
            >
              <title>{nameOf(account, cell)}</title>
              <rect className="ground" width={COLUMN} height={ROW} />
              <path
                className={`sign-${signOf(cell)}`}
                d={signPath(signOf(cell))}
                transform={`translate(${(COLUMN - SIGN) / 2} ${(ROW - SIGN) / 2})`}
              />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
