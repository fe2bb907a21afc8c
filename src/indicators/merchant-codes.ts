/**
 * Merchant codes (ISO 18245) of card rows whose bank gives none, from other banks' rows of the same
 * merchant name in this case: a code is learned where nine in ten of that name's rows agree. Only
 * indicators see it; the ledger keeps what the bank wrote.
 */
import { endKinds } from '../formats/end-table.ts';
import type { Ledger } from '../ledger/ledger.ts';

const MERCHANT = endKinds.indexOf('merchant');
/** Rows of a name that must carry a code before it is believed, and the share that must agree. */
const LEAST_ROWS = 2;
const LEAST_SHARE = 0.9;

/** The ledger's merchant codes with those that the case itself teaches; the same column where there are none. */
export function merchantCodes(ledger: Ledger): Uint16Array | undefined {
  const { creditor, mcc } = ledger.columns;
  if (!mcc) return undefined;
  const byName = new Map<string, Map<number, number>>();
  const codesOf: Array<Map<number, number> | undefined> = [];
  for (let end = 0; end < ledger.ends.count; end++) {
    if (ledger.facts.kind[end] !== MERCHANT) continue;
    const name = bareName(ledger.ends.key(end));
    if (name === '') continue;
    let codes = byName.get(name);
    if (!codes) byName.set(name, (codes = new Map<number, number>()));
    codesOf[end] = codes;
  }
  if (byName.size === 0) return mcc;
  for (let tx = 0; tx < ledger.count; tx++) {
    const code = mcc[tx] as number;
    if (code === 0) continue;
    const codes = codesOf[creditor[tx] as number];
    codes?.set(code, (codes.get(code) ?? 0) + 1);
  }
  const learned = new Map<Map<number, number>, number>();
  for (const codes of byName.values()) learned.set(codes, agreed(codes));
  const filled = new Uint16Array(new SharedArrayBuffer(2 * mcc.length));
  filled.set(mcc);
  for (let tx = 0; tx < ledger.count; tx++) {
    const codes = filled[tx] === 0 ? codesOf[creditor[tx] as number] : undefined;
    if (codes) filled[tx] = learned.get(codes) ?? 0;
  }
  return filled;
}

function agreed(codes: ReadonlyMap<number, number>): number {
  let all = 0;
  let [best, most] = [0, 0];
  for (const [code, rows] of codes) {
    all += rows;
    if (rows > most || (rows === most && code < best)) [best, most] = [code, rows];
  }
  return all >= LEAST_ROWS && most >= LEAST_SHARE * all ? best : 0;
}

/** A merchant's name without its country and without the number of its shop (the words of a key are sorted). */
function bareName(key: string): string {
  return (key.split('|')[0] ?? '')
    .split(' ')
    .filter((word) => !/^\d+$/.test(word))
    .join(' ');
}
