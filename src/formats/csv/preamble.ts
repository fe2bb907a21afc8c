/**
 * What stands above the column names: the account, its holder, its currency and balances, as
 * `label;value` or `label: value` in any line. Used only where no column says it.
 */
import { isValidIBAN } from 'ibantools';
import type { PackedCurrency } from '../../money.ts';
import { readCurrency, stripAmount } from './amounts.ts';
import { foldHeader, matchHeader } from './header-words.ts';
import { isCurrencyWord } from './layout.ts';
import type { SampleRecord } from './sample.ts';
import { summaryOf } from './summary-words.ts';

export interface Preamble {
  readonly account?: string;
  readonly accountName?: string;
  readonly currency?: PackedCurrency;
  /** Balances as text; read once the decimal mark is known. */
  readonly opening?: string;
  readonly closing?: string;
}

const OPENING =
  /^(opening balance|anfangssaldo|alter (konto)?(saldo|stand)|alter kontostand|saldovortrag|solde (initial|precedent|d ouverture)|ancien solde|saldo (inicial|anterior)|saldo iniziale|begin ?saldo|saldo poczatkowe|sold initial|vhodyashchiy (ostatok|saldo)|balance brought forward|start balance)/;
const CLOSING =
  /^(closing balance|end ?saldo|neuer (konto)?(saldo|stand)|kontostand|solde (final|actuel|de cloture)|nouveau solde|saldo (final|actual)|saldo finale|eind ?saldo|saldo koncowe|sold final|ishodyashchiy (ostatok|saldo)|current balance|balance carried forward|ending balance)/;

/** Reads the lines above the header. */
export function readPreamble(records: readonly SampleRecord[]): Preamble {
  const found: {
    iban?: string;
    account?: string;
    accountName?: string;
    currency?: number;
    opening?: string;
    closing?: string;
  } = {};
  for (const [row, { fields }] of records.entries()) {
    const cells = fields.map((field) => field.trim()).filter((field) => field !== '');
    for (const [index, cell] of cells.entries()) {
      const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/.exec(cell.toUpperCase())?.[0].replace(/ /g, '');
      const valid =
        (iban && [iban, ...cutLonger(iban)].find((text) => isValidIBAN(text))) ??
        polishAccount(cell.replace(/[' ]/g, ''));
      if (valid) found.iban ??= valid;
      const labelled = /^([^:]{2,60}):\s*(.*)$/s.exec(cell);
      const label = labelled ? (labelled[1] ?? '') : cell;
      // `#Numer rachunku;` and its value in the line below.
      const under =
        cells.length === 1 || /^#/.test(cell) ? (records[row + 1]?.fields[fields.indexOf(cell)]?.trim() ?? '') : '';
      const beside = cells[index + 1] ?? '';
      const value =
        labelled && labelled[2] !== '' ? (labelled[2] ?? '') : beside !== '' && !/^#/.test(beside) ? beside : under;
      // `Statement of Account No - 910010012345678 for the period`.
      const inSentence = /\baccount (?:no|number)\b\.?[ :-]{1,4}(\d{6,20})\b/i.exec(cell)?.[1];
      if (inSentence) found.account ??= inSentence;
      if (value === '') continue;
      const folded = foldHeader(label);
      const summary = /\d/.test(value) ? summaryOf(label) : undefined;
      if (OPENING.test(folded) || summary === 'opening') found.opening ??= value;
      else if (CLOSING.test(folded) || summary === 'closing') found.closing ??= value;
      else {
        const role = matchHeader(label, isCurrencyWord);
        if (!role?.isExact) continue;
        if ((role.role === 'account' || role.role === 'accountMaybe') && /\d{4}/.test(value.replace(/[ -]/g, ''))) {
          const code = currencyIn(value);
          if (code) found.currency ??= code;
          found.account ??= value.replace(/^_(?=\d)/, '').split(/\s{2,}|\s*[|(]| [/-] /)[0] ?? value;
        } else if (role.role === 'accountName') found.accountName ??= value;
        else if (role.role === 'currency' && readCurrency(value) !== 0) found.currency ??= readCurrency(value);
      }
    }
  }
  const fromBalance = [found.opening, found.closing]
    .map((text) => (text ? stripAmount(text)?.currency : 0))
    .find((code) => code);
  if (!found.currency && fromBalance) found.currency = fromBalance;
  const { iban, ...others } = found;
  return iban === undefined ? others : { ...others, account: iban };
}

/** `0123456789 - EUR - Conta`. */
function currencyIn(value: string): PackedCurrency | undefined {
  return value
    .split(/[^A-Z]+/)
    .filter(isCurrencyWord)
    .map(readCurrency)[0];
}

/** Twenty-six digits that are a Polish IBAN without its country. */
function polishAccount(digits: string): string | undefined {
  return /^\d{26}$/.test(digits) && isValidIBAN(`PL${digits}`) ? `PL${digits}` : undefined;
}

/** An IBAN that ran into the word behind it. */
function cutLonger(text: string): string[] {
  const cuts: string[] = [];
  for (let length = text.length - 1; length >= 15; length--) cuts.push(text.slice(0, length));
  return cuts;
}
