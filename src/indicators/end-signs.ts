/**
 * One bit per thing that an end's rows show at all, so that a search passes over an end without
 * reading its rows. One pass over the columns, into shared memory.
 */
import { channelCode, packPurpose } from '../formats/entry-columns.ts';
import { wordBit } from '../formats/text-words.ts';
import type { TransactionColumns } from '../ledger/ledger.ts';

export const sign = {
  wageIn: 1,
  wageOut: 2,
  benefitIn: 4,
  cashIn: 8,
  cashOut: 16,
  /** Words of debt, fees or tickets, or the trade code of job agencies. */
  debtIn: 32,
  debtOut: 64,
  rentIn: 128,
  placeIn: 256,
  placeOut: 512,
  /** Wires, for reporting limits. */
  wireIn: 1024,
} as const;

const WAGES = new Set(['SALA', 'PAYR'].map(packPurpose));
const BENEFITS = new Set(['BENE', 'SSBE', 'BECH', 'UBIL', 'GOVT'].map(packPurpose));
const DEBT_WORDS = wordBit.debt | wordBit.fee | wordBit.travel;
const AGENCY_MCC = 7361;

/** @returns signs by end */
export function endSigns(columns: TransactionColumns, count: number, ends: number): Uint16Array {
  const signs = new Uint16Array(new SharedArrayBuffer(Math.max(1, ends) * 2));
  const { debtor, creditor, words, purpose, channel, place, mcc } = columns;
  for (let tx = 0; tx < count; tx++) {
    const said = words?.[tx] ?? 0;
    const code = purpose?.[tx] ?? 0;
    const way = channel?.[tx] ?? 0;
    let into = 0;
    let out = 0;
    if (said !== 0 || code !== 0) {
      if (code === 0 ? (said & wordBit.wage) !== 0 : WAGES.has(code)) {
        into |= sign.wageIn;
        out |= sign.wageOut;
      }
      if (code === 0 ? (said & wordBit.benefit) !== 0 : BENEFITS.has(code)) into |= sign.benefitIn;
      if ((said & DEBT_WORDS) !== 0) {
        into |= sign.debtIn;
        out |= sign.debtOut;
      }
      if ((said & wordBit.rent) !== 0) into |= sign.rentIn;
    }
    if (mcc?.[tx] === AGENCY_MCC) {
      into |= sign.debtIn;
      out |= sign.debtOut;
    }
    if (way === channelCode.cash || way === channelCode['cash-machine']) {
      into |= sign.cashIn;
      out |= sign.cashOut;
    } else if (way === channelCode.wire) into |= sign.wireIn;
    if ((place?.[tx] ?? 0) !== 0) {
      into |= sign.placeIn;
      out |= sign.placeOut;
    }
    if (into === 0 && out === 0) continue;
    const from = debtor[tx] as number;
    const to = creditor[tx] as number;
    if (into !== 0) signs[to] = (signs[to] as number) | into;
    if (out !== 0) signs[from] = (signs[from] as number) | out;
  }
  return signs;
}
