/**
 * What banks call their columns, in English, German, French, Spanish, Italian, Dutch, Polish,
 * Romanian and Russian. Phrases are compared after folding (small letters, no diacritics, marks
 * as blanks); the table holds one phrase per comma. `iban?` and the like are settled later, by
 * the other columns and by the values.
 */
import { foldText } from '../text-words.ts';

const phrases = {
  booking:
    'date, booking date, bookingdate, transaction date, transactiondate, trans date, txn date, tx date, posting date, post date, posted date, date posted, entry date, book date, completed date, date completed, operation date, process date, processing date, timestamp, datetime, date time, date and time, time stamp, created, created at, completed date utc, buchungstag, buchungsdatum, buchung, bu tag, buch tag, bu datum, datum, datum der buchung, umsatzdatum, transaktionsdatum, buchungszeitpunkt, date operation, date d operation, date de l operation, date de comptabilisation, date comptable, date ecriture, date de transaction, dateop, fecha, fecha operacion, fecha de operacion, fecha de la operacion, fecha contable, f contable, f operacion, fecha movimiento, data, data contabile, data operazione, data registrazione, data movimento, data di contabilizzazione, boekdatum, boekingsdatum, transactiedatum, datum transactie, data operacji, data ksiegowania, data transakcji, data zaksiegowania, data tranzactiei, data inregistrarii, data procesarii, data operatiunii, data tranzactie, дата, дата операции, дата проводки, дата транзакции, дата платежа, дата и время, дата совершения операции, дата документа',
  value:
    'value date, valuedate, effective date, date value, settlement date, valuta, valutadatum, valuta datum, wertstellung, wertstellungsdatum, wertstellungstag, wert, datum wertstellung, valutatag, date valeur, date de valeur, valeur, dateval, fecha valor, fecha de valor, f valor, data valuta, data di valuta, valuta data, rentedatum, data waluty, data waluta, data valutei, дата валютирования, started date, дата обработки',
  time: 'time, uhrzeit, zeit, buchungszeit, transaction time, heure, heure operation, hora, ora, ora operazione, tijd, tijdstip, godzina, czas, czas transakcji, ora tranzactiei, время, время операции, time of day, posting time',
  account:
    'auftragskonto, iban auftragskonto, eigenes konto, eigene iban, own account, own account number, own iban, my account, account of statement, konto nr, account iban, accountid, account id, rekening, iban bban, numero de compte, no compte, compte numero, mon compte, numero de cuenta, numero cuenta, mi cuenta, numero conto, conto numero, numero di conto, rapporto, numer rachunku klienta, moj rachunek, rachunek wlasny, cont propriu, iban cont, numar cont, мой счет, счет клиента, номер счета клиента, account holder iban',
  accountMaybe:
    'account, account number, account no, accountnumber, acct, acct no, iban, kontonummer, konto, konto iban, iban kontonummer, compte, n compte, iban compte, cuenta, conto, rachunek, numer rachunku, nr rachunku, cont, rekeningnummer, счет, номер счета, card number, card no, card, kartennummer, karte, numero de carte, numero de tarjeta, numero carta, kaartnummer, numer karty, номер карты',
  accountName:
    'account name, account holder, account holder name, kontoinhaber, own name, titulaire du compte, titular de la cuenta, intestatario conto, intestatario del conto, naam rekeninghouder, posiadacz rachunku, name auftragskonto, bezeichnung auftragskonto, titulaire, titular, intestatario, rekeninghouder, wlasciciel rachunku, titular cont, владелец счета',
  otherAccount:
    'counterparty account, counterparty account number, counterparty iban, counter account, contra account, other account, other iban, beneficiary account, beneficiary iban, beneficiary account number, payee account, payee account number, payee iban, payer account, partner account, partner account number, partner iban, account of counterparty, account number of counterparty, iban of counterparty, correspondent account, gegenkonto, gegenkonto iban, iban gegenkonto, konto gegenpartei, empfaengerkonto, kontonummer iban, iban zahlungsbeteiligter, iban zahlungspflichtiger, iban zahlungsempfaenger, kontonummer zahlungsbeteiligter, konto empfaenger, iban des zahlungspartners, iban beguenstigter, iban partner, partnerkonto, kontonummer des beguenstigten, iban beguenstigter auftraggeber, tegenrekening, tegenrekening iban bban, iban tegenpartij, rekening tegenpartij, tegenrekeningnummer, compte contrepartie, compte de contrepartie, iban contrepartie, compte beneficiaire, compte tiers, iban beneficiaire, iban tiers, cuenta contraparte, cuenta beneficiario, cuenta del beneficiario, iban beneficiario, iban contraparte, cuenta cargo abono, conto controparte, iban controparte, conto beneficiario, rachunek kontrahenta, numer rachunku kontrahenta, nr rachunku kontrahenta, konto kontrahenta, rachunek przeciwstawny, numer konta, cont beneficiar, cont partener, iban partener, cont contrapartida, iban beneficiar, cont corespondent, счет контрагента, счет получателя, расчетный счет контрагента, счет корреспондента',
  otherName:
    'counterparty, counterparty name, counter party, name, payee, payer, payee name, payer name, payee payer, beneficiary, beneficiary name, partner name, partner, name of counterparty, recipient, recipient name, sender or recipient, transaction partner, other party, beguenstigter zahlungspflichtiger, auftraggeber empfaenger, auftraggeber beguenstigter, beguenstigter auftraggeber, name zahlungsbeteiligter, zahlungsbeteiligter, zahlungsempfaenger, zahlungspflichtiger, zahlungspflichtige r, zahlungsempfaenger in, zahlungspartner, empfaenger, empfaenger auftraggeber, partnername, name des partners, gegenpartei, name gegenpartei, name des zahlungspartners, empfaenger zahlungspflichtiger, auftraggeber zahlungsempfaenger, naam tegenpartij, naam omschrijving, tegenpartij, naam, naam begunstigde, begunstigde, tiers, contrepartie, nom contrepartie, nom de la contrepartie, beneficiaire, nom du beneficiaire, nom du tiers, nom, emetteur beneficiaire, contraparte, nombre, beneficiario, nombre contraparte, ordenante beneficiario, beneficiario ordenante, nombre del beneficiario, controparte, beneficiario ordinante, ordinante beneficiario, nominativo, nome controparte, nazwa kontrahenta, kontrahent, dane kontrahenta, nadawca odbiorca, odbiorca nadawca, nazwa odbiorcy, partener, nume partener, beneficiar, nume beneficiar, beneficiar ordonator, ordonator beneficiar, контрагент, наименование контрагента, получатель, имя контрагента, плательщик получатель, корреспондент',
  otherBank:
    'bic, swift, bic swift, bic swift code, swift bic, swift code, bic code, bank code, counterparty bank, counterparty bic, beneficiary bank, payee bank, partner bic, partner bank, bank of counterparty, blz, bankleitzahl, bic zahlungsbeteiligter, bic gegenkonto, bank gegenkonto, name der bank, bic tegenpartij, bic contrepartie, banque contrepartie, banco contraparte, banca controparte, bank kontrahenta, banca partener, banca beneficiar, бик, бик контрагента, банк контрагента, бик банка контрагента, банк получателя',
  otherCountry:
    'country, counterparty country, country of counterparty, beneficiary country, land, land zahlungsbeteiligter, laendercode, pays, pays contrepartie, pais, paese, kraj, tara, страна, country code, gegenland, land tegenpartij',
  merchant:
    'merchant, merchant name, card acceptor, haendler, haendlername, commercant, comercio, nombre comercio, esercente, winkel, sprzedawca, punkt sprzedazy, comerciant, торговая точка, продавец, мерчант, vendor, shop',
  city: 'merchant city, city, town, location, place, merchant location, ort, haendlerort, ville, ville commercant, ciudad, localidad, citta, localita, plaats, miasto, oras, localitate, город, место, atm location',
  merchantCountry:
    'merchant country, merchant country code, haendlerland, land haendler, pays commercant, pais comercio, paese esercente',
  terminal:
    'terminal, terminal id, terminalid, atm id, atm, terminal no, terminal number, automat, geldautomat, id terminal, id terminala, терминал, банкомат, automatennummer',
  mcc: 'mcc, merchant category code, merchant code, merchant category, mcc code, code mcc, branchencode, category code, codice mcc, codigo mcc, kod mcc, мсс, mcc код, код мсс',
  amount:
    'amount, betrag, umsatz, transaction amount, tx amount, txn amount, amt, sum, net amount, amount signed, booking amount, umsatzbetrag, buchungsbetrag, betrag in kontowaehrung, montant, montant operation, montant de l operation, importe, importe operacion, cantidad, monto, importo, importo operazione, bedrag, transactiebedrag, kwota, kwota operacji, kwota transakcji, kwota w walucie rachunku, suma, suma tranzactie, valoare, сумма, сумма операции, сумма платежа, сумма в валюте счета, сумма транзакции, amount in account currency, money',
  debit:
    'debit, debits, debit amount, amount debit, withdrawal, withdrawals, withdrawal amount, paid out, money out, out, payments out, spent, outflow, dr, dr amount, soll, sollbetrag, sollumsatz, belastung, belastungen, belastungsbetrag, lastschrift, lastschriften, ausgang, ausgaben, ausgabe, auszahlung, auszahlungen, abgang, debet, af, afschrijving, uitgaven, montant debit, debit euros, depense, depenses, sorties, retrait, debito, debiti, dare, uscite, addebiti, addebito, importo addebito, cargo, cargos, debe, adeudo, retiro, retiros, salidas, gastos, obciazenia, obciazenie, wyplaty, wydatki, suma debit, iesiri, plati, дебет, расход, списание, расходы, сумма списания, дебет сумма',
  credit:
    'credit, credits, credit amount, amount credit, deposit, deposits, deposit amount, paid in, money in, in, payments in, received, inflow, cr, cr amount, haben, habenbetrag, habenumsatz, gutschrift, gutschriften, gutschriftsbetrag, eingang, einnahmen, einnahme, einzahlung, einzahlungen, zugang, bij, bijschrijving, inkomsten, ontvangsten, montant credit, credit euros, recette, recettes, entrees, versement, credito, crediti, avere, entrate, accrediti, accredito, importo accredito, abono, abonos, haber, ingreso, ingresos, entradas, depositos, uznania, uznanie, wplaty, wplywy, suma credit, intrari, incasari, кредит, приход, зачисление, доходы, поступление, сумма зачисления, кредит сумма',
  sign: 'dc, d c, c d, cd, dr cr, cr dr, d k, debit credit, credit debit, debit or credit, credit or debit, debit credit indicator, credit debit indicator, credit debit mark, direction, soll haben, soll haben kennzeichen, haben soll, s h, sh, h s, kennzeichen, af bij, bij af, debet credit, code debit credit, sens, sens de l operation, signo, segno, dare avere, debe haber, cargo abono, znak, strona, sign, vorzeichen, debit credit flag, дебет кредит, направление, тип движения, приход расход, transaction direction, plus minus, +/-',
  currency:
    'currency, ccy, curr, currency code, transaction currency, account currency, waehrung, whg, wkz, waehrungscode, kontowaehrung, waehrung umsatz, devise, devise compte, monnaie, moneda, divisa, munt, muntsoort, waluta, waluta operacji, waluta rachunku, valuta conto, moneta, валюта, валюта счета, валюта операции',
  balance:
    'balance, running balance, account balance, balance after, balance after transaction, balance after booking, closing balance, ledger balance, new balance, book balance, saldo, saldo nach buchung, saldo nach umsatz, kontostand, kontosaldo, neuer saldo, solde, solde apres operation, nouveau solde, saldo contable, saldo disponible, saldo contabile, saldo progressivo, saldo na transactie, saldo na boeking, saldo na mutatie, saldo na trn, saldo po operacji, saldo po transakcji, saldo koncowe, sold, sold final, sold cont, sold dupa tranzactie, остаток, баланс, сальдо, остаток после операции, исходящий остаток',
  fee: 'fee, fees, charge, charges, commission, bank charges, gebuehr, gebuehren, spesen, entgelt, frais, commission frais, comision, comisiones, commissione, commissioni, kosten, prowizja, oplata, comision banca, комиссия, сумма комиссии',
  originalAmount:
    'original amount, foreign amount, local amount, foreign currency amount, amount in foreign currency, amount foreign currency, instructed amount, transaction amount original, originalbetrag, ursprungsbetrag, fremdwaehrungsbetrag, betrag in fremdwaehrung, betrag fremdwaehrung, betrag originalwaehrung, betrag in originalwaehrung, betrag original, montant devise, montant en devise, montant d origine, montant devise d origine, importe divisa, importe en divisa, importe original, importo in divisa, importo originale, importo valuta originale, oorspr bedrag, oorspronkelijk bedrag, kwota oryginalna, kwota w walucie operacji, suma originala, suma in valuta, сумма в валюте операции, сумма в валюте',
  originalCurrency:
    'original currency, foreign currency, local currency, instructed currency, originalwaehrung, fremdwaehrung, ursprungswaehrung, waehrung original, devise d origine, devise originale, divisa original, moneda original, divisa originale, valuta originale, oorspr munt, oorspr valuta, oorspronkelijke valuta, waluta oryginalna, moneda originala',
  status:
    'status, state, info, buchungsstatus, umsatzstatus, transaction status, booking status, entry status, statut, etat, estado, situacion, stato, stan, stare, статус, состояние, статус операции, payment status',
  purpose:
    'purpose code, purposecode, sepa purpose code, zweckcode, verwendungsschluessel, code motif, codice scopo, codigo de proposito, category purpose, doelcode, sepa purpose',
  reference:
    'reference, ref, reference number, ref no, bank reference, transaction id, transactionid, transaction reference, tx id, txn id, txid, entry reference, booking reference, journal number, id, referenz, referenznummer, buchungsreferenz, transaktions id, transaktionsnummer, umsatz id, umsatznummer, belegnummer, buchungsnummer, interne referenz, volgnr, volgnummer, transactiereferentie, kenmerk, reference banque, reference operation, n operation, numero operation, referencia, numero de operacion, n operacion, riferimento, numero operazione, id transazione, cro, numer referencyjny, nr ref, numer transakcji, id transakcji, referinta, nr tranzactie, numar tranzactie, номер документа, номер операции, референс, номер, id операции, transaction number',
  endToEnd:
    'end to end, ende zu ende referenz, ende zu ende id, ende zu ende, ende zu ende identifikation, end to end id, endtoendid, end to end reference, end to end identification, e2e, e2e id, end2end id, e2e reference, eref, kundenreferenz, kundenreferenz end to end, end to end referenz, end to end ref, reference de bout en bout, referencia de extremo a extremo, referencia cliente, identificativo end to end, kenmerk betaling, identyfikator end to end, customer reference',
  type: 'type, transaction type, txn type, transactiontype, tx type, trans type, transaction code, type of transaction, booking text, payment type, payment method, payment format, method, channel, category, kind, transaction category, buchungstext, umsatzart, umsatztyp, vorgang, buchungsart, art, art der buchung, geschaeftsvorfall, zahlungsart, transaktionsart, transaktionstyp, buchungsschluessel, type operation, type d operation, type de transaction, nature, nature operation, categorie, categorie operation, tipo, tipo operacion, tipo de operacion, tipo movimiento, tipo de movimiento, tipo transaccion, tipo operazione, tipo transazione, tipologia, categoria, mutatiesoort, soort, soort mutatie, transactietype, boekcode, rodzaj, rodzaj operacji, rodzaj transakcji, typ, typ operacji, typ transakcji, tip, tip tranzactie, tip operatiune, тип, тип операции, вид операции, категория, тип транзакции',
  text: 'description, details, detail, memo, narrative, narration, particulars, remittance information, remittance info, remittance, payment details, payment reference, purpose, purpose of payment, payment purpose, reason, reason for payment, message, transaction description, transaction details, additional information, additional info, notes, note, comment, comments, booking details, text, verwendungszweck, verwendungszweck zahlungsreferenz, zahlungsgrund, zahlungsreferenz, zahlungszweck, buchungsdetails, buchungsinformation, beschreibung, bemerkung, notiz, details zur buchung, kundennotiz, mitteilung, mitteilungen, buchungshinweis, vwz, libelle, libelle operation, libelle simplifie, libelle complementaire, motif, motif de paiement, objet, communication, informations complementaires, commentaire, intitule, detail operation, concepto, concepto operacion, descripcion, observaciones, mas datos, detalle, detalles, concepto ampliado, descrizione, descrizione operazione, descrizione estesa, causale, dettagli, informazioni aggiuntive, motivo, omschrijving, mededelingen, mededeling, toelichting, betalingskenmerk, opis, opis operacji, opis transakcji, tytul, tytulem, tytul operacji, tytul przelewu, szczegoly, descriere, detalii, detalii tranzactie, explicatii, explicatie, описание, описание операции, назначение платежа, назначение, примечание, комментарий, детали, основание',
  fromAccount:
    'from account, from account number, from iban, sender account, sender account number, sender account id, sender iban, originator account, orig acct, orig account, debtor account, debtor iban, source account, source account number, payer account number, ordering account, absenderkonto, von konto, konto von, auftraggeberkonto, iban auftraggeber, konto auftraggeber, zahlerkonto, compte emetteur, compte debiteur, compte source, compte donneur d ordre, cuenta origen, cuenta de origen, cuenta ordenante, conto ordinante, iban ordinante, conto di addebito, van rekening, rekening opdrachtgever, rachunek nadawcy, rachunek zrodlowy, cont ordonator, cont platitor, счет отправителя, счет плательщика, счет дебета, nameorig, from, source, sender id, from id',
  toAccount:
    'to account, to account number, to iban, receiver account, receiver account number, receiver account id, receiver iban, recipient account, recipient iban, bene acct, bene account, creditor account, creditor iban, destination account, dest account, target account, empfaenger konto, an konto, konto an, iban empfaenger, zielkonto, compte destinataire, compte crediteur, compte destination, cuenta destino, cuenta de destino, conto destinatario, conto di accredito, naar rekening, rekening begunstigde, rachunek odbiorcy, rachunek docelowy, cont destinatar, счет кредита, счет зачисления, namedest, to, target, destination, receiver id, to id',
  fromBank:
    'from bank, sender bank, originator bank, debtor bank, debtor bic, source bank, payer bank, ordering bank, debtor agent, absenderbank, bank auftraggeber, banque emettrice, banco origen, banca ordinante, bank nadawcy, sender bic',
  toBank:
    'to bank, receiver bank, recipient bank, creditor bank, creditor bic, destination bank, creditor agent, empfaengerbank, banque destinataire, banco destino, bank odbiorcy, receiver bic',
  fromName:
    'from name, sender, sender name, originator, originator name, debtor, debtor name, ordering customer, absender, auftraggeber, name auftraggeber, emetteur, donneur d ordre, ordenante, ordinante, opdrachtgever, nadawca, nazwa nadawcy, ordonator, отправитель, плательщик',
  toName:
    'to name, receiver, receiver name, creditor, creditor name, name empfaenger, name des empfaengers, destinataire, destinatario, ontvanger, odbiorca, destinatar',
  paidAmount: 'amount paid, amount sent, sent amount, debited amount, amount debited, source amount',
  paidCurrency: 'payment currency, paid currency, sent currency, sending currency, debit currency, source currency',
  receivedAmount:
    'amount received, received amount, amount credited, credited amount, destination amount, target amount',
  receivedCurrency: 'receiving currency, received currency, credit currency, destination currency, target currency',
  ignored:
    'is laundering, islaundering, laundering, is fraud, isfraud, is sar, issar, sar, label, typology, alert id, isflaggedfraud, lastschrift ursprungsbetrag, auslagenersatz ruecklastschrift, glaeubiger id, mandatsreferenz, sammlerreferenz, creditor id, mandate reference, mandate id, exchange rate, rate, wechselkurs, kurs, taux de change, cours, tipo de cambio, cambio, koers, kurs wymiany, curs, курс, available balance',
} as const satisfies Record<string, string>;

export type Role = keyof typeof phrases;
export const allRoles = Object.keys(phrases) as Role[];

const roles = new Map<string, Role>();
for (const [role, list] of Object.entries(phrases) as [Role, string][]) {
  for (const phrase of list.split(', ')) {
    const folded = foldHeader(phrase);
    if (!roles.has(folded)) roles.set(folded, role);
  }
}

/** Less certain: a word anywhere in the header. Used where no exact phrase took the role. */
const hints: readonly (readonly [RegExp, Role])[] = [
  [
    /\b(vwz|verwendungszweck|remittance|omschrijving|libelle|descri\w+|opis|detail\w*|memo|narrative|mededeling\w*)\b/,
    'text',
  ],
  [
    /\b(valuta|value|wertstellung|valeur|valor)\b.*\b(date|datum|dat|tag)\b|\b(date|fecha|data)\b.*\b(valuta|valeur|valor|value)\b/,
    'value',
  ],
  [/\b(date|datum|fecha|data|buchungs\w*tag)\b/, 'booking'],
  [
    /\b(original|foreign|fremd\w*|origine|divisa|devise)\b.*\b(amount|betrag|montant|importe|importo|bedrag|kwota)\b/,
    'originalAmount',
  ],
  [/\b(balance|saldo|kontostand|solde|sold)\b/, 'balance'],
  [/\b(debit|withdraw\w*|paid out|belastung\w*|ausgaben?)\b/, 'debit'],
  [/\b(credit|deposit\w*|paid in|gutschrift\w*|einnahmen?)\b/, 'credit'],
  [/\b(amount|betrag|montant|importe|importo|bedrag|kwota|suma|summa)\b/, 'amount'],
  [/\b(currency|waehrung|devise|divisa|moneda|waluta|valyuta)\b/, 'currency'],
  [
    /\b(counterpart\w*|partner|gegen\w*|beneficia\w*|payee|tegen\w*|kontrahent\w*|empfaenger\w*)\b.*\b(iban|account|konto\w*|rekening|rachun\w*|cont|compte|cuenta|conto)\b/,
    'otherAccount',
  ],
  [/\b(iban|account|kontonummer|rekening\w*)\b/, 'accountMaybe'],
  [
    /\b(counterpart\w*|payee|empfaenger\w*|beguenstigt\w*|beneficia\w*|tegenpartij|kontrahent\w*|zahlungspflicht\w*)\b/,
    'otherName',
  ],
  [/\b(bic|swift)\b/, 'otherBank'],
  [/\bend to end\b/, 'endToEnd'],
];

/** Small letters without diacritics, every mark a blank. */
export function foldHeader(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9+]+/g, ' ')
    .trim();
}

export interface HeaderMatch {
  readonly role: Role;
  readonly isExact: boolean;
}

/**
 * What a header most likely means. A currency in it (`Betrag (EUR)`) and a number at its end
 * (`VWZ3`, `Omschrijving-2`) are passed over.
 */
export function matchHeader(text: string, isCurrency: (word: string) => boolean): HeaderMatch | undefined {
  const folded = foldHeader(text.replace(/^\ufeff/, ''));
  if (folded === '') return undefined;
  const words = folded.split(' ');
  const plain = words.filter((word) => !isCurrency(word) && !/^(eur|usd|gbp|chf|lei|zl|euro|euros)$/.test(word));
  const bare = plain.join(' ').replace(/ (in|en|w|v)$/, '');
  for (const candidate of [folded, bare, bare.replace(/ ?\d+$/, '')]) {
    const role = roles.get(candidate);
    if (role) return { role, isExact: true };
  }
  const hint = hints.find(([pattern]) => pattern.test(folded));
  return hint ? { role: hint[1], isExact: false } : undefined;
}
