/**
 * How a statement tells credit from debit: two columns, a column of letters, a sign on the amount.
 * The running balance settles what is unsure: it says whether a plus is a credit, and where the
 * amounts have no sign at all it gives each row its own. On a card's file the words do.
 */
import { scaled } from './amount-text.ts';
import type { DecimalMark } from './amounts.ts';
import { proveBalance, type BalancePlace, type RowOrder } from './balance-proof.ts';
import { directionOf, directionOfType } from './channel-words.ts';
import { foldText } from '../text-words.ts';

export type SignRule = 'columns' | 'letter' | 'signed' | 'inverted' | 'balance' | 'type' | 'sides';

export interface SignGuess {
  readonly rule: SignRule;
  readonly why: string;
  readonly isUnsure?: boolean;
  /** Where the running balance is printed, once it was proven. */
  readonly place?: BalancePlace;
}

interface SignColumns {
  readonly amount: readonly string[];
  readonly balance?: readonly string[];
  readonly letter?: readonly string[];
  readonly type?: readonly string[];
  readonly text?: readonly string[];
  readonly order: RowOrder;
  /** The file has columns of card rows (merchant, category code), or is of a card by its names. */
  readonly isCardFile: boolean;
}

/** Decides from the sampled rows, which stand in the file's order. */
export function inferSign(columns: SignColumns, decimal: DecimalMark, balanceDecimal: DecimalMark): SignGuess {
  const amounts = columns.amount.map((text) => scaled(text, decimal));
  const negatives = amounts.filter((value) => value !== undefined && value < 0n).length;
  const plusses = columns.amount.filter((text) => /^\s*\+|\+\s*$/.test(text)).length;
  const balances = columns.balance?.map((text) => scaled(text, balanceDecimal));
  const proof = balances && proveBalance(amounts, balances, columns.order);
  const isProven = proof !== undefined && proof.unsigned >= proof.pairs * 0.5;
  const place = isProven ? { place: proof.place } : {};
  if (columns.letter) {
    const agrees = amounts.every(
      (value, i) => value === undefined || value === 0n || directionOf(columns.letter?.[i] ?? '') * Number(value) >= 0,
    );
    return negatives > 0 && agrees
      ? { rule: 'signed', why: 'amounts are signed, and the debit and credit letters agree', ...place }
      : { rule: 'letter', why: 'a column of its own says debit or credit', ...place };
  }
  if (isProven) {
    if (proof.plain >= proof.unsigned * 0.9)
      return {
        rule: 'signed',
        why: `the running balance grows by plus amounts (${proof.plain} of ${proof.pairs} rows)`,
        ...place,
      };
    if (proof.inverted >= proof.unsigned * 0.9 && (negatives > 0 || proof.pairs > 1))
      return {
        rule: 'inverted',
        why: `the running balance falls by plus amounts (${proof.inverted} of ${proof.pairs} rows): a plus is a debit`,
        ...place,
      };
    if (negatives === 0)
      return {
        rule: 'balance',
        why: 'amounts have no sign; the change of the running balance gives it',
        ...place,
      };
  }
  const words = byWords(columns, amounts);
  if (words) return words;
  if (negatives > 0 || plusses > 0) return { rule: 'signed', why: `amounts are signed (${negatives} below zero)` };
  if (columns.type) {
    const told = columns.type.filter((text) => directionOfType(text) !== 0).length;
    if (columns.type.length > 0 && told >= columns.type.length * 0.95)
      return { rule: 'type', why: 'amounts have no sign; the booking text says debit or credit' };
  }
  if (columns.isCardFile && amounts.length > 0) {
    return {
      rule: 'inverted',
      why: 'amounts have no sign and rows are card payments: taken as debits',
      isUnsure: true,
    };
  }
  return { rule: 'signed', why: 'no amount is below zero: all are taken as credits', isUnsure: amounts.length > 1 };
}

/** What a card's holder pays in, and what a shop gives back. */
const PAID_IN =
  /\b(payment (received|thank you)|thank you|autopay|auto ?pay\w*|payment - |online payment|direct debit payment|\w*zahlung erhalten|einzahlung|gutschrift|zahlung dankend|lastschrift ?einzug|ihre zahlung|paiement recu|versement|remboursement|refund|credit voucher|cashback|pago recibido|pagamento (ricevuto|recebido|efetuado)|betaling ontvangen|innbetaling|inbetalning|indbetaling|splata)\b/;
const PAID_OUT =
  /\b(purchase|sale|sales|achat|kauf|compra|acquisto|zakup|aankoop|koep|kjop|kob|interest charge|annual fee|late fee)\b/;

/** Card statements that print what was spent as a plus: told by the words of single rows. */
function byWords(columns: SignColumns, amounts: readonly (bigint | undefined)[]): SignGuess | undefined {
  let plain = 0;
  let inverted = 0;
  let positives = 0;
  let negatives = 0;
  for (const [i, value] of amounts.entries()) {
    if (value === undefined || value === 0n) continue;
    if (value > 0n) positives++;
    else negatives++;
    const words = foldText(`${columns.type?.[i] ?? ''} ${columns.text?.[i] ?? ''}`);
    const isIn = PAID_IN.test(words);
    const isOut = PAID_OUT.test(words);
    if (isIn === isOut) continue;
    if (isIn === value > 0n) plain++;
    else inverted++;
  }
  if (inverted > 0 && inverted >= plain * 9 && negatives > 0 && positives > negatives)
    return { rule: 'inverted', why: 'payments received and refunds are below zero: a plus is a debit' };
  if (columns.isCardFile && plain === 0 && negatives > 0 && positives > negatives * 3)
    return {
      rule: 'inverted',
      why: 'a card’s file with far more plus than minus: a plus is taken as a debit',
      isUnsure: true,
    };
  return undefined;
}
