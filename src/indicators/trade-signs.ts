/**
 * One bit per trade that an end pays at all (adverts, clinics, tickets, lodging, upkeep), so that
 * searches by trade pass over most ends without reading a row. A pure function of the columns, made
 * in one pass when it is first asked for.
 */
import { wordBit } from '../formats/text-words.ts';
import type { TransactionColumns } from '../ledger/ledger.ts';
import { isLodgingCode, isMedicalCode, isTicketCode } from './read.ts';
import type { View } from './view.ts';

export const trade = { advert: 1, medical: 2, ticket: 4, lodging: 8, rent: 16, upkeep: 32 } as const;

/** Advertising services, escort and dating services, direct marketing (ISO 18245). */
export const advertCodes: ReadonlySet<number> = new Set([7311, 7273, 5967]);
/** Estate agents and managers: rents. */
export const RENT_CODE = 6513;

/** Lodging, pharmacy, take-away, clothes and cosmetics, telephone, taxi as 0 to 5; -1 for anything else. */
export function upkeepKind(mcc: number): number {
  if (mcc === 0) return -1;
  if (isLodgingCode(mcc)) return 0;
  if (mcc === 5912) return 1;
  if (mcc === 5812 || mcc === 5814) return 2;
  if (mcc === 5621 || mcc === 5651 || mcc === 5691 || mcc === 5977 || mcc === 7230) return 3;
  if (mcc === 4812 || mcc === 4814) return 4;
  return mcc === 4121 ? 5 : -1;
}

const kept = new WeakMap<TransactionColumns, Uint8Array>();

export function paysTrade(view: View, end: number, bits: number): boolean {
  let signs = kept.get(view.columns);
  if (!signs) {
    signs = signsOf(view);
    kept.set(view.columns, signs);
  }
  return ((signs[end] as number) & bits) !== 0;
}

function signsOf(view: View): Uint8Array {
  const signs = new Uint8Array(view.adjacency.ends);
  const { debtor, creditor, mcc, words, purpose } = view.columns;
  const byCode = new Uint8Array(10_000);
  for (let code = 1; code < byCode.length; code++) {
    byCode[code] =
      (advertCodes.has(code) ? trade.advert : 0) |
      (isMedicalCode(code) ? trade.medical : 0) |
      (isTicketCode(code) ? trade.ticket : 0) |
      (isLodgingCode(code) ? trade.lodging : 0) |
      (code === RENT_CODE ? trade.rent : 0) |
      (upkeepKind(code) >= 0 ? trade.upkeep : 0);
  }
  for (let tx = 0; tx < view.transactions; tx++) {
    const code = mcc?.[tx] ?? 0;
    let bits = byCode[code] ?? 0;
    if (code === 0) {
      const said = words?.[tx] ?? 0;
      if ((said & wordBit.advert) !== 0) bits |= trade.advert;
      if ((said & wordBit.medical) !== 0 || (view.facts.licences[creditor[tx] as number] ?? 0) !== 0)
        bits |= trade.medical;
      if ((said & wordBit.travel) !== 0) bits |= trade.ticket;
      if ((said & wordBit.rent) !== 0 || (purpose?.[tx] ?? 0) !== 0) bits |= trade.rent;
    }
    if (bits !== 0) signs[debtor[tx] as number] = (signs[debtor[tx] as number] as number) | bits;
  }
  return signs;
}
