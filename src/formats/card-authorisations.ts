/**
 * Card authorisations: delimited text of an issuer or processor that names a card or its account, a
 * moment, an amount, a terminal or merchant, and an outcome. An authorisation is no booking: what was
 * declined or reversed is not booked, and the ledger leaves an approved one to the statement's own row
 * where there is one (`ledger/authorisations.ts`).
 */
import { NO_OFFSET, NO_TIME } from '../days.ts';
import { packCurrency, parseAmount } from '../money.ts';
import { accountKey } from './account-key.ts';
import { cardKey } from './card-key.ts';
import { countryOf } from './country-code.ts';
import {
  ColumnWords,
  findTable,
  readTable,
  sampleOfHead,
  type Columns,
  type NamedTable,
  type RecordFault,
  type TableRecord,
} from './csv/named-table.ts';
import { CASH_END, UNKNOWN_END, type EndId, type EndTable } from './end-table.ts';
import type { Channel } from './entry-columns.ts';
import type { EntrySink, StatementFormat } from './format.ts';
import { nameKey } from './name-key.ts';

const words = new ColumnWords({
  account:
    'account id, account, account number, iban, kontonummer, konto, compte, cuenta, conto, rekeningnummer, rachunek, cont, счет',
  card: 'card number, card no, card, card id, pan, masked pan, card hash, kartennummer, karte, numero de carte, carte, numero de tarjeta, tarjeta, numero carta, carta, kaartnummer, numer karty, karta, numar card, номер карты',
  at: 'at, authorisation time, authorization time, authorised at, authorized at, transaction time, timestamp, date time, datetime, date, authorisation date, authorization date, zeitpunkt, autorisierungszeit, date autorisation, fecha, data ora, data, tijdstip',
  amount:
    'amount, authorised amount, authorized amount, authorisation amount, authorization amount, transaction amount, betrag, montant, importe, importo, bedrag, kwota, suma, сумма',
  currency: 'currency, transaction currency, ccy, waehrung, devise, moneda, divisa, valuta, munt, waluta, валюта',
  result:
    'result, outcome, status, response, response code, decision, auth result, authorisation result, authorization result, antwortcode, ergebnis, code reponse, resultat, resultado, codigo de respuesta, esito, wynik',
  authCode:
    'auth code, authorisation code, authorization code, approval code, autorisierungscode, genehmigungsnummer, code autorisation, codigo autorizacion, codice autorizzazione',
  kind: 'type, transaction type, message type, mti, art, typ, tipo, operation',
  entryMode: 'entry mode, pos entry mode, pan entry mode, card entry mode, channel, eingabeart',
  terminal:
    'terminal id, terminal, terminal no, terminal number, atm id, tid, terminalnummer, id terminal, id terminale',
  merchant:
    'merchant, merchant name, card acceptor, card acceptor name, haendler, haendlername, commercant, comercio, esercente, sprzedawca, comerciant',
  mcc: 'mcc, merchant code, merchant category code, merchant category, haendlercode',
  town: 'town, city, merchant city, location, ort, stadt, ville, ciudad, citta, plaats, miasto, oras',
  country: 'country, merchant country, country code, land, pays, pais, paese, kraj, tara',
  reference:
    'reference, rrn, retrieval reference number, retrieval reference, trace number, stan, arn, authorisation id, authorization id, referenz',
});
type Role =
  | 'account' | 'card' | 'at' | 'amount' | 'currency' | 'result' | 'authCode' | 'kind' | 'entryMode' | 'terminal'
  | 'merchant' | 'mcc' | 'town' | 'country' | 'reference'; // prettier-ignore

function find(header: readonly string[]): Columns<Role> | undefined {
  const found = words.find(header, true);
  if (!found) return undefined;
  const has = (...roles: readonly Role[]): boolean => roles.some((role) => found.has(role));
  // An outcome alone stands in statements too: a code of approval or the way of entry does not.
  const isAuthorised =
    header.some((name) => /authori[sz]|autori[sz]|approval|response|antwortcode|genehmigung/i.test(name)) &&
    has('result', 'authCode');
  return isAuthorised && has('account', 'card') && has('at') && has('amount') && has('terminal', 'merchant', 'mcc')
    ? found
    : undefined;
}

export default {
  id: 'card-authorisations',
  title: 'Card authorisations',
  recognise(head) {
    const table = findTable(sampleOfHead(head), find);
    return table
      ? { sureness: 88, why: `line ${table.header.line} names cards, amounts and the outcome of authorisations` }
      : { sureness: 0, why: 'no line names cards and the outcome of authorisations' };
  },
  read(source, member, sink) {
    const plan = (sample: Parameters<typeof findTable>[0]) => findTable(sample, find);
    let mark: '.' | ',' | undefined;
    readTable<Role>(source, member, sink, plan, (record, table) => {
      mark ??= decimalMark(table);
      return writeRecord(record, mark, sink);
    });
  },
} satisfies StatementFormat;

/** Decided by the column as a whole. */
function decimalMark(table: NamedTable<Role>): '.' | ',' {
  const values = table.values('amount');
  return values.some((value) => /,\d{1,3}$/.test(value)) && !values.some((value) => value.includes('.')) ? ',' : '.';
}

function writeRecord(
  record: TableRecord<Role>,
  mark: '.' | ',',
  sink: EntrySink,
): RecordFault<Role> | 'kept' | 'not booked' {
  const account = holderEnd(record, sink.ends);
  if (account === undefined) return { field: 'account', reason: 'neither an account nor a card is given' };
  const at = record.moment('at');
  if (at === undefined) return { field: 'at', reason: 'empty' };
  if (at === 'no day') return { field: 'at', reason: `${record.cell('at')} is no day` };
  const currency = packCurrency(record.cell('currency'));
  if (currency === 0) return { field: 'currency', reason: 'currency not known' };
  const amount = parseAmount(record.cell('amount'), currency, mark);
  if (typeof amount === 'string') return { field: 'amount', reason: amount };
  const mcc = /^\d{4}$/.test(record.cell('mcc')) ? Number(record.cell('mcc')) : 0;
  const channel = channelOf(record, mcc);
  const isApproved = isApprovedBy(record);
  const place = [record.cell('terminal'), record.cell('town')].filter((part) => part !== '').join(' ');
  const reference = record.cell('reference') || record.cell('authCode');
  sink.entry({
    record: record.record,
    offset: record.offset,
    length: record.length,
    account,
    other: merchantEnd(record, channel, sink.ends),
    direction: amount < 0 ? 'credit' : 'debit',
    amount: Math.abs(amount),
    currency,
    booking: at.day,
    ...(at.time === NO_TIME ? {} : { time: at.time }),
    ...(at.zone === NO_OFFSET ? {} : { zone: at.zone }),
    channel,
    status: isApproved ? 'booked' : 'informational',
    ...(mcc === 0 ? {} : { mcc }),
    ...(place === '' ? {} : { place: /^\d/.test(place) ? `T${place}` : place }),
    ...(reference === '' ? {} : { reference }),
  });
  return isApproved ? 'kept' : 'not booked';
}

function holderEnd(record: TableRecord<Role>, ends: EndTable): EndId | undefined {
  const account = accountKey(record.cell('account'));
  if (account) {
    const end = ends.intern('account', account.key);
    if (account.country !== undefined) ends.setCountry(end, account.country);
    return end;
  }
  const card = cardKey(record.cell('card'));
  return card === undefined ? undefined : ends.intern('card', card);
}

function merchantEnd(record: TableRecord<Role>, channel: Channel, ends: EndTable): EndId {
  if (channel === 'cash-machine') return CASH_END;
  const name = record.cell('merchant');
  const country = countryOf(record.cell('country'));
  const key = nameKey(name, country);
  if (key === '' || key.startsWith('|')) return UNKNOWN_END;
  const end = ends.intern('merchant', key);
  ends.addName(end, name);
  ends.setCountry(end, country);
  return end;
}

function channelOf(record: TableRecord<Role>, mcc: number): Channel {
  const words = `${record.cell('kind')} ${record.cell('entryMode')}`;
  // ISO 18245: 6010 at a counter, 6011 at a machine.
  if (mcc === 6011 || mcc === 6010 || /\b(atm|cash|withdrawal)\b|bargeld|retrait|retiro|prelievo/i.test(words))
    return 'cash-machine';
  return /e-?com|internet|online|moto|not present|absent|keyed|^.* (81|01)$/i.test(words)
    ? 'card-absent'
    : 'card-present';
}

/** Response `00` of ISO 8583, or a word; a reversal (0400, 0420) undid what was approved. */
function isApprovedBy(record: TableRecord<Role>): boolean {
  if (/revers|storno|^04[0-3]0$|void|refund/i.test(record.cell('kind'))) return false;
  const result = record.cell('result');
  if (result === '') return record.cell('authCode') !== '';
  return /^(0{1,3}|08|10|11|85|approved?|accepted?|ok|success(ful)?|yes|y|true|1|genehmigt|autorisiert|accepte?e?|aprobad[ao]|approvat[ao]|authori[sz]ed)$/i.test(
    result,
  );
}
