/**
 * The columns of a remittance agent's ledger, by what the words of their names say: whose side
 * (sending or paying out) and what of it. So the order of columns, the order of words and most
 * wordings in English, German, French, Spanish, Italian, Polish and Romanian are free.
 */

export type Column =
  | 'control'
  | `${'sender' | 'receiver'}${'Name' | 'First' | 'Last' | 'Country' | 'Town' | 'Agent' | 'Date' | 'Time' | 'Amount' | 'Currency'}`
  | 'date'
  | 'time'
  | 'agent'
  | 'fee'
  | 'status'
  | 'kind'
  | 'text';

const SENDER =
  /\b(senders?|sending|send|sent|remitt[eo]r|remitting|originat\w+|origin|source|expediteur|emetteur|envoi|envoyes?|envoyee?|envoyeur|creation|created|remitente|ordenante|enviad[oa]|envio|origen|mittente|invio|inviat[oa]|nadawc[ay]|nadania|wyslan\w+|expeditor\w*|trimis\w*|trimiter\w*)\b|absender|auftraggeber|einzahl|\bsende|gesendet/;
const RECEIVER =
  /\b(receivers?|receiving|receive[ds]?|recipients?|benefi[ct]iar\w*|payees?|payout|paid|pay|paying|payment|pickup|picked|destination|dest|destinataire|beneficiaire|paiement|payee?s?|payeur|destinatario|destino|beneficiario|pago|pagad[oa]|pagador|a pagar|a payer|da pagare|cobro|pagamento|pagat[oa]|destinazione|odbiorc[ay]|odbioru|wyplat\w*|wyplacon\w*|beneficiar\w*|plata|plati\w*)\b|empfaenger|beguenstigt|auszahl|ausgezahlt/;

const STRONG_CONTROL =
  /^(mtcn|mtcn (number|no|nr)|control (number|no|nr|code)|money transfer control number|pin|pin (number|no|code)|folio|clave|(numero|n|no) de control(e)?|numero di controllo|kontrollnummer|numer kontrolny|nr kontrolny|numar de control|code d envoi|code envoi)$/;
const WEAK_CONTROL =
  /^(reference|ref|reference (number|no|id|code)|ref (number|no)|confirmation( number| no| code)?|transaction (number|no|id|reference|ref|code)|transfer (number|no|id|reference)|tracking (number|no|id)|(num|numero|n) (de )?ref(erence)?|numero de (referencia|envio|transferencia|transaction|transfert)|referenznummer|transaktionsnummer|codice (transazione|riferimento)|numero (operazione|riferimento|transazione)|numer (referencyjny|transakcji|przekazu)|numar (tranzactie|referinta))$/;

/** What is never read: documents, contacts, dates of birth, staff, taxes, totals, rates. */
const LEFT_OUT =
  /\b(id|ids|passport|document\w*|doc|identification|licen[sc]e|ssn|cnp|pesel|nif|dni|nie|cni|pasaporte|passaporto|paszport\w*|dowod\w*|identite|piece|phones?|mobile|telephone|telefon\w*|tel|address|adresse|indirizzo|direccion|domicilio|adres|birth\w*|dob|naissance|nacimiento|nascita|urodzenia|email|mail|occupation|profession|nationality|gender|sex|zip|postal|postcode|plz|relationship|users?|utilisateur|usuario|utente|operator\w*|operateur|teller|clerk|cashier|tax|taxe|taxes|impuesto|iva|total|totale|gesamt\w*|rate|kurs|taux|cambio|tasso|fx|tipo de cambio|points?|card)\b|ausweis|reisepass|geburt|wechselkurs|gesamtbetrag/;

const attributes: readonly (readonly [string, RegExp])[] = [
  ['Date', /\b(date|dates|day|fecha|data|datetime)\b|datum/],
  ['Time', /\b(time|heure|hora|ora|godzina)\b|uhrzeit|zeit$/],
  ['Currency', /\b(currency|ccy|devise|moneda|divisa|valuta|waluta)\b|waehrung/],
  ['Fee', /\b(fees?|charges?|commissions?|commissioni|frais|comision|comisiones|spese|oplata|prowizja|tarifa|tariff)\b|gebuehr/],
  ['Amount', /\b(amount|amt|principal|montant|importe|monto|importo|kwota|suma|value)\b|betrag/],
  ['Status', /\b(status|statut|etat|estado|stato|stan|stare)\b/],
  ['Country', /\b(country|pays|pais|paese|kraj|tara)\b|land$|laendercode/],
  ['Town', /\b(city|town|ville|ciudad|citta|miasto|oras|locality|localite|place)\b|stadt|ort$/],
  ['Agent', /\b(agents?|agente|agence|agencia|agenzia|agencja|agentie|branch|office|outlet|location|shop)\b|agentur|filiale|annahmestelle|zahlstelle/],
  ['First', /\b(first|given|forename|prenoms?|imie|prenume)\b|vorname/],
  ['Last', /\b(last|family|surname|apellidos?|cognome|nazwisko)\b|nachname|familienname/],
]; // prettier-ignore

const KIND =
  /^(type|transaction type|transfer type|operation|operation type|type d operation|type operation|tipo|tipo de operacion|tipo operazione|vorgang|vorgangsart|art|rodzaj)$/;
const TEXT = /^(purpose|purpose of transfer|reason|message|motif|motivo|causale|verwendungszweck|zweck|cel)$/;

/** The column that a folded header names, or undefined for what is not read. */
export function columnOf(folded: string): Column | undefined {
  if (STRONG_CONTROL.test(folded) || WEAK_CONTROL.test(folded)) return 'control';
  if (KIND.test(folded)) return 'kind';
  if (TEXT.test(folded)) return 'text';
  if (LEFT_OUT.test(folded)) return undefined;
  const side = sideOf(folded);
  const attribute = attributes.find(([, pattern]) => pattern.test(folded))?.[0];
  switch (attribute) {
    case 'Date':
    case 'Time':
      return side === undefined ? (attribute === 'Date' ? 'date' : 'time') : `${side}${attribute}`;
    case 'Amount':
    case 'Currency':
      return `${side ?? 'sender'}${attribute}`;
    case 'Fee':
      return side === 'receiver' ? undefined : 'fee';
    case 'Status':
      return /\b(state|province)\b/.test(folded) ? undefined : 'status';
    case 'Country':
    case 'Town':
    case 'First':
    case 'Last':
      return side === undefined ? undefined : `${side}${attribute}`;
    case 'Agent':
      return side === undefined ? 'agent' : `${side}Agent`;
    default:
      if (folded === 'state') return 'status';
      return side !== undefined && isPerson(folded) ? `${side}Name` : undefined;
  }
}

function sideOf(folded: string): 'sender' | 'receiver' | undefined {
  const isSender = SENDER.test(folded);
  const isReceiver = RECEIVER.test(folded);
  if (isSender === isReceiver) return undefined;
  return isSender ? 'sender' : 'receiver';
}

/** `Sender`, `Beneficiary full name`, `Nom du bénéficiaire`: a person and, at most, words for a name. */
function isPerson(folded: string): boolean {
  return /^((full|complete|complet|completo|name|nom|nombre|nome|nazwa|nume|s|of|the|du|de|del|di|des|der|d|l|senders?|remitt[eo]r|originator|expediteur|emetteur|envoyeur|remitente|ordenante|mittente|nadawc[ay]|expeditor\w*|absenders?|auftraggeber\w*|einzahler\w*|receivers?|recipients?|benefi[ct]iar\w*|payees?|destinataire|beneficiaire|destinatario|beneficiario|odbiorc[ay]|\w*empfaengers?|beguenstigte\w*|absendername|empfaengername)( |$))+$/.test(
    folded,
  );
}

/** Whether a header with these names is an agent's ledger and not a bank's list of transfers between accounts. */
export function isLedger(folded: readonly string[], columns: ReadonlyMap<Column, number>): boolean {
  if (
    folded.some((name) =>
      /\b(accounts?|acct|iban|compte|cuenta|conto|rachun\w+|cont|balance|saldo|solde)\b|konto/.test(name),
    )
  )
    return false;
  if (folded.some((name) => STRONG_CONTROL.test(name))) return true;
  const signs: readonly (readonly Column[])[] = [
    ['senderAmount', 'receiverAmount'],
    ['senderCountry', 'receiverCountry'],
    ['senderDate', 'receiverDate'],
  ];
  const pairs = signs.filter((pair) => pair.every((name) => columns.has(name))).length;
  const others = (['receiverAgent', 'senderAgent', 'agent', 'fee', 'receiverTown'] as const).filter((name) =>
    columns.has(name),
  ).length;
  return pairs + others >= 2;
}
