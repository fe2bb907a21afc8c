/**
 * PayPal's own words in English, German, French, Spanish, Italian, Dutch and Polish: columns of the
 * activity download and of the account statement, transaction types and states. Everything is
 * compared folded (small letters, no diacritics).
 */
import { phrases } from '../labelled-table.ts';
import { foldText } from '../text-words.ts';

export const columnOf = phrases({
  date: 'date, datum, fecha, data',
  time: 'time, uhrzeit, heure, hora, orario, ora, tijd, godzina, czas',
  zone: 'time zone, timezone, zeitzone, fuseau horaire, zona horaria, huso horario, fuso orario, tijdzone, strefa czasowa',
  name: 'name, nom, nombre, nome, naam, nazwa, imie i nazwisko',
  type: 'type, typ, tipo, rodzaj',
  description: 'description, beschreibung, descripcion, descrizione, omschrijving, opis',
  status: 'status, etat, estado, stato, statut, stan',
  currency: 'currency, waehrung, devise, divisa, moneda, valuta, waluta',
  gross:
    'gross, brutto, avant commission, brut, bruto, lordo, importe bruto, amount, betrag, montant, importe, importo, bedrag, kwota',
  fee: 'fee, fees, gebuehr, entgelt, commission, tarifa, comision, tariffa, kosten, oplata, prowizja',
  net: 'net, netto, neto',
  fromEmail:
    'from email address, absender e mail adresse, de l adresse email, remitente, correo electronico del remitente, direccion de correo electronico del remitente, indirizzo email mittente, van e mailadres, adres e mail nadawcy, z adresu e mail',
  toEmail:
    'to email address, empfaenger e mail adresse, a l adresse email, destinatario, correo electronico del destinatario, direccion de correo electronico del destinatario, indirizzo email destinatario, naar e mailadres, adres e mail odbiorcy, na adres e mail',
  id: 'transaction id, transaktionscode, numero de transaction, id de transaccion, identificador de transaccion, codice transazione, transactie id, transactiereferentie, identyfikator transakcji, numer transakcji',
  reference:
    'reference txn id, zugehoeriger transaktionscode, referenztransaktionscode, numero de la transaction de reference, id de referencia de la transaccion, codice transazione di riferimento, referentie transactie id',
  invoice:
    'invoice number, invoice id, rechnungsnummer, numero de facture, numero de factura, n ordine commerciante, factuurnummer',
  balance: 'balance, guthaben, solde, saldo, kontostand',
  impact:
    'balance impact, auswirkung auf guthaben, impact sur le solde, impacto en el saldo, impatto sul saldo, invloed op saldo, wplyw na saldo',
  subject: 'subject, betreff, objet, asunto, oggetto, onderwerp',
  note: 'note, hinweis, remarque, nota, notitie, opmerking, uwaga',
  item: 'item title, artikelbezeichnung, titre de l objet, nombre del articulo, titolo oggetto, objectnaam',
  country: 'country code, laendervorwahl, laendercode, code pays, codigo de pais, codice paese, landcode',
});
export type Column = NonNullable<ReturnType<typeof columnOf>>;

/** What a transaction type means for the account. */
export type Kind = 'hold' | 'bank' | 'card' | 'conversion' | 'fee' | 'refund' | 'payment';

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['hold', /\b(holds?|authori[sz]ation|order|einbehaltung\w*|einbehalten\w*|autorisierung\w*|bestellung|blocage|retenue|autorisation|retencion\w*|autorizacion|trattenuta|trattenute|sospensione|autorizzazione|inhouding\w*|autorisatie|blokad\w*|autoryzacj\w*)\b/],
  ['conversion', /\b(currency conversion|waehrungsumrechnung|conversion de devises?|conversion de (divisas?|moneda)|cambio de divisas?|conversione (di )?valut[ae]|valuta-?omrekening|przewalutowanie)\b/],
  ['card', /\b(card (deposit|withdrawal)|(gutschrift auf|abbuchung von) kreditkarte|kreditkarten(gutschrift|abbuchung)|versamento generico con carta|prelievo (generico )?(su|con) carta|(depot|retrait) (general )?par carte|deposito (general )?con tarjeta)\b/],
  ['bank', /\b(ach (deposit|withdrawal|funding)|ach-gutschrift|withdrawals?|withdraw funds|bank deposits?|transfer to bank|add funds from a bank account|\w*abbuchung|bankgutschrift|bankueberweisung auf|ueberweisung als zahlungsquelle|virement (standard|bancaire)|virement vers|retrait|retiro|retirada|deposito bancario|prelievo|bonifico bancario|algemene opname|opname|bankstorting|wyplata|doladowanie)\b/],
  ['refund', /\b(refunds?|refunded|reversal|chargeback|rueckzahlung|rueckerstattung|rueckbuchung|remboursement|annulation|retrofacturation|reembolso|devolucion|contracargo|rimborso|storno|chargeback|terugbetaling|terugboeking|zwrot)\b/],
  ['fee', /\b(fee|fees|gebuehr|gebuehren|entgelt|frais|commission|tarifa|comision|tariffa|commissione|kosten|oplata|prowizja)\b/],
]; // prettier-ignore

export function kindOf(type: string): Kind {
  const folded = foldText(type);
  // The fee that a chargeback costs is a fee, and a hold that is reversed is a hold.
  if (/\b(chargeback fee|rueckbuchungsgebuehr|dispute fee)\b/.test(folded)) return 'fee';
  return kinds.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'payment';
}

/** How PayPal marks what moves no money: `Memo`, and states of what did not, or not yet, happen. */
export function isMemo(impact: string): boolean {
  return /^(memo|memorandum|nota|notitie|notiz|promemoria)$/.test(foldText(impact).trim());
}

const PENDING =
  /^(pending|uncleared|unclaimed|on hold|held|placed|active|processing|ausstehend|offen|nicht eingeloest|in bearbeitung|en attente|pendiente|in sospeso|in attesa|in behandeling|oczekujac[ae])$/;
const UNDONE =
  /^(denied|declined|failed|cancell?ed|expired|removed|returned|voided|void|abgelehnt|fehlgeschlagen|storniert|abgebrochen|abgelaufen|entfernt|verfallen|refuse|refusee|echoue|annule|annulee|expire|expiree|denegado|rechazado|fallido|cancelado|caducado|vencido|rifiutat[ao]|non riuscit[ao]|annullat[ao]|scadut[ao]|geweigerd|mislukt|geannuleerd|verlopen|odrzucon[ae]|anulowan[ae]|wygasl[ae])$/;
const DONE =
  /^(completed|complete|cleared|paid|refunded|partially refunded|reversed|closed|abgeschlossen|erstattet|teilweise erstattet|zurueckgezahlt|teilweise zurueckgezahlt|storniert und erstattet|rueckgaengig gemacht|termine|terminee|effectue|effectuee|rembourse|remboursee|partiellement rembourse|completad[ao]|completo|reembolsad[ao]|reembolsado parcialmente|completat[ao]|rimborsat[ao]|parzialmente rimborsat[ao]|voltooid|terugbetaald|gedeeltelijk terugbetaald|zakonczon[ae]|zrealizowan[ae]|zwrocon[ae])$/;

/** The entry status that a state says, or undefined where the state is unknown. What was paid and later refunded was paid. */
export function statusOf(state: string): 'booked' | 'pending' | 'informational' | undefined {
  const folded = foldText(state).trim().replace(/\s+/g, ' ');
  if (folded === '' || DONE.test(folded)) return 'booked';
  if (PENDING.test(folded)) return 'pending';
  return UNDONE.test(folded) ? 'informational' : undefined;
}
