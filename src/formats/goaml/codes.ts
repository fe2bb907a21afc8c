/**
 * goAML's lookup codes. Element names are the schema's, the codes each FIU's own (some are words, some
 * letters, some numbers), so that they are read by what they spell; of the bare letters only `K`, cash
 * in the funds types that UNODC ships, is taken. What spells nothing stays `other`.
 */
import type { Channel } from '../entry-columns.ts';
import type { AccountRole } from '../register-row.ts';

/** How the money was handed over, of a code or its comment. */
export function isCashCode(code: string | undefined): boolean {
  return (
    code !== undefined &&
    /^(K|CASH.*|CSH|.*\bcash( (deposit|withdrawal))?|NUMERA(IRE|RIO)|BARGELD|CONTANT[EI]|EFECTIVO)$/i.test(code)
  );
}

const channels: readonly (readonly [RegExp, Channel])[] = [
  [/^(ATM.*|CDM|.*\bATM\b.*|AUTOMATED TELLER.*|GELDAUTOMAT)$/i, 'cash-machine'],
  [/^(CASH.*|CSHDP|CSHWD)$/i, 'cash'],
  [/^(CHQ|CHEQUE.*|CHECK|DRPCB|BANKD|.*\bcheque\b.*)$/i, 'cheque'],
  [/^(POS|EDC|CCD|DBCD|PPCD|CRTCR|.*CARD.*)$/i, 'card-present'],
  [/^(DD|DDS|DDEBIT|DIRECT ?DEBIT|.*\bdirect debit\b.*)$/i, 'direct-debit'],
  [/^(DAWLT|CRPTC|VA|.*WALLET.*|.*CRYPTO.*|.*MOBILE ?MONEY.*|MOMO)$/i, 'wallet'],
  [/^(TT|SWIFT.*|WIRE.*|.*\bwire\b.*|MT103|RTGS|DTB|DSB)$/i, 'wire'],
  [
    /^(ELCFT|EFT|ELEC.*|INTRN|ONBNK|MB|IB|ONLINE.*|INTERNET.*|TRANSFER|TRF|FTS|IPI|.*\btransfer\b.*)$/i,
    'credit-transfer',
  ],
  [/^(FEES?|CHARGES?|COMMISSION)$/i, 'fee'],
  [/^INTEREST$/i, 'interest'],
];

/**
 * The channel that a transaction's codes spell, the first that does.
 * @param codes mode of the transaction, then funds of both sides
 */
export function channelOf(codes: readonly (string | undefined)[]): Channel {
  for (const code of codes) {
    const found = code === undefined ? undefined : channels.find(([shape]) => shape.test(code.trim()));
    if (found) return found[1];
  }
  return 'other';
}

const roles: readonly (readonly [RegExp, AccountRole])[] = [
  [/^(PAH|JAH|AC?HLD|.*HOLDER.*|OWNE?R|MINOR|PRIMARY|JOINT)$/i, 'holder'],
  [/^(POA|.*ATTORNEY.*|MANDAT.*)$/i, 'power-of-attorney'],
  [/^(LGG|NTRLG|.*GUARDIAN.*)$/i, 'guardian'],
  [/^(UBO|RBO|BO|TRB|SHRHL|.*BENEFICIAL.*|SHAREHOLDER)$/i, 'beneficial-owner'],
  [/^(DIR|DRCT|ND|CEO|MGR|GM|.*DIRECTOR.*|MANAGER)$/i, 'director'],
  [/^(SSIGN|SIGN.*|.*SIGNATORY.*|AGENT|ATR|AUTHP?|TRSUR|TRSTE)$/i, 'signatory'],
  [/^(.*CARD ?HOLDER.*)$/i, 'additional-cardholder'],
];

/** The role that a code spells, else undefined. */
export function roleOfCode(code: string | undefined): AccountRole | undefined {
  if (code === undefined) return undefined;
  if (/CARD ?HOLDER/i.test(code)) return 'additional-cardholder';
  return roles.find(([shape]) => shape.test(code.trim()))?.[1];
}

/** Who pays and who is paid among the parties of a multi-party transaction, where its role says so. */
export function directionOfRole(code: string | undefined): 'from' | 'to' | undefined {
  if (code === undefined) return undefined;
  if (/^(RMITR|REMITTE?R|SENDER|PAYE?R|ORIG.*|DEBTOR|BUY|BUYER|PURCHASER|CASHD|DEPOSITOR|FROM)$/i.test(code))
    return 'from';
  return /^(BNFCR|BENEFICIARY|RECEIVER|RECIPIENT|PAYEE|CREDITOR|SELL|SELLER|TO)$/i.test(code) ? 'to' : undefined;
}
