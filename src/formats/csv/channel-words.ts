/**
 * How money moved, told from the bank's booking text, and words for debit, credit and status, in
 * nine languages. Rules are tried in order on folded text; the first that fits holds. A small
 * table per question: one more language is a few more words in a line.
 */
import { channelCode, statusCode, type Channel } from '../entry-columns.ts';
import { foldText } from '../text-words.ts';

const rules: readonly (readonly [Channel, RegExp])[] = [
  [
    'interest',
    /\b(interest|(haben|soll|guthaben|kredit)?zins(en|gutschrift|belastung|abschluss|ertrag|zahlung)?|interets?|intereses|interessi|creditrente|debetrente|odsetki|dobanda|dobanzi|protsenty?)\b/,
  ],
  [
    'fee',
    /\b(fees?|commissions?|\w*entgelt\w*|\w*gebuehr\w*|kontofuehrung\w*|\w*abschluss|frais|cotisation|comision\w*|commission[ei]|spese|bankkosten|kosten|prowizj\w*|oplat[ay]|komissi\w*|service charge|bank charges?|account charges?|account maintenance)\b|^charges?$/,
  ],
  [
    'cash-machine',
    /\b(atm|gaa|geldautomat\w*|bankomat\w*|cashpoint|cash ?machine|dab|distributeur|gab|cajero\w*|bancomat|atm withdrawal|geldautomaat|geldopname|ga)\b/,
  ],
  [
    'cash',
    /\b(cash|bargeld\w*|bar(ein|aus)zahlung\w*|(ein|aus)zahlung|especes|retrait|efectivo|contant[ei]|versamento|prelievo|numerar|retragere|depunere|gotowk\w*|wplata|wyplata|nalichn\w*|storting|opname|kasse|over the counter|branch deposit|counter)\b/,
  ],
  ['cheque', /\b(cheques?|checks?|chq|\w*scheck\w*|assegn[oi]|czek\w*|cecuri|chek)\b/],
  [
    'direct-debit',
    /\b(\w*lastschrift\w*|lastschr|direct debits?|dd|prelevement\w*|prlv|domiciliacion|domiciliaciones|recibos?|addebito diretto|sdd|rid|\w*incasso|polecenie zaplaty|debit direct|debitare directa|\w*einzug\w*|direct withdrawal)\b/,
  ],
  [
    'card-absent',
    /\b(kart\w+|cards?|cb|carte|carta|tarjeta|visa|mastercard|maestro)\b.*\b(online|internet|e ?-?commerce|ecom|web|cnp|not present|moto)\b|\b(online|internet|e-?commerce|card not present|cnp)\b.*\b(kart\w*|cards?|carte|tarjeta|carta|purchase|payment|achat|compra)\b/,
  ],
  [
    'card-present',
    /\b(cards?|kart\w+|\w+karten?|\w*kartenzahlung\w*|debitk|girocard|maestro|visa|mastercard|pos|eftpos|carte|cb|tarjeta|carta|pagobancomat|pinpas|pin|betaalautomaat|bea|betaalpas|contactless|kontaktlos|point of sale|purchase|achat|compra|acquisto|zakup|pokupka|payment at merchant)\b/,
  ],
  ['wallet', /\b(wallet|e-?wallet|paypal|crypto\w*|bitcoin|blockchain|mobile money|m-?pesa|top-?up|e-?money)\b/],
  [
    'wire',
    /\b(wire|swift|international (transfer|payment)|foreign (transfer|payment)|auslands\w*|virement (international|etranger)|transferencia internacional|bonifico estero|buitenland\w*|przelew zagraniczny|cross-?border)\b/,
  ],
  [
    'credit-transfer',
    /\b(transfers?|transfer[a-z]*|\w*ueberweisung\w*|gutschrift\w*|gutschr|dauerauftrag\w*|da-?gutschrift|standing order|faster payments?|bacs|chaps|sepa|ach|virement\w*|vir|traspaso|bonifico|giroconto|\w*boeking|overschrijving|przelew\w*|perevod\w*|zachislenie|salary|payroll|lohn|gehalt|rente|bezuege|echtzeit\w*|instant|giro|fps|fpi|fpo|so|bgc|bp|nomina|salaire|stipendio|salaris|plata|zahlung\w*|payment|deposit|withdrawal|debit|credit|online banki\w*|mobile banking|mobiel bankieren|telebanking|verguetung)\b/,
  ],
];

const REVERSAL =
  /\b(storno\w*|storniert|reversals?|reversed|rueck(lastschrift|buchung|ueberweisung|rechnung|gabe)\w*|chargeback|return(ed)? (item|payment|debit|transfer)|returned|extourne|rejet|impaye|anulacion|devolucion|stornering|storneren|zwrot|reversare|otmena)\b/;

/** Set on a channel code where the booking text says that an earlier booking is undone. */
export const REVERSAL_BIT = 64;

/** Channel code of a booking text, with `REVERSAL_BIT` where it is a reversal. */
export function channelOfType(text: string): number {
  const folded = foldText(text).replace(/[^a-z0-9-]+/g, ' ');
  const found = rules.find(([, pattern]) => pattern.test(folded));
  return (found ? channelCode[found[0]] : 0) | (REVERSAL.test(folded) ? REVERSAL_BIT : 0);
}

const plainText: readonly (readonly [Channel, RegExp])[] = [
  ['cash-machine', /^(atm|gaa|geldautomat|bankomat|cash ?machine|cash withdrawal|bargeldauszahlung|retrait|cajero|geldautomaat|wyplata z bankomatu|retragere|snyatie nalichnykh)\b/],
  ['cash', /^(cash (deposit|paid in)|bareinzahlung|einzahlung|versement especes|ingreso (en )?efectivo|versamento contanti|storting|wplata gotowk\w*|depunere numerar|vnesenie nalichnykh)\b/],
  ['interest', /\b(interest|(haben|soll|guthaben|kredit)?zins(en|gutschrift|belastung|abschluss|ertrag|zahlung)?|interets?|intereses|interessi|creditrente|debetrente|odsetki|dobanda|dobanzi|protsenty?)\b/],
  ['fee', /^(\w+ )?(fee|charges?|\w*entgelt|\w*gebuehr\w*|frais|comision|commissione|prowizja|komissiya)\b/],
  ['direct-debit', /^(direct debit|lastschrift|sepa-?lastschrift|prlv|prelevement|addebito diretto|incasso|recibo)\b/],
  ['credit-transfer', /^((instant |sepa |bank )?transfer|\w*ueberweisung|gutschrift|dauerauftrag|virement|vir|bonifico|transferencia|traspaso|przelew|perevod|overboeking|faster payment|standing order|transfer bancar)\b/],
  ['card-present', /^(card (payment|purchase)|kartenzahlung|pos|paiement (par )?carte|achat cb|carte|compra|pago con tarjeta|pagamento (pos|carta)|betaalautomaat|platnosc karta|plata (la )?pos|pokupka)\b/],
]; // prettier-ignore

/** As `channelOfType` for free text: its first words only, and only where they are plain. */
export function channelOfText(text: string): number {
  const folded = foldText(text.slice(0, 60))
    .replace(/[^a-z0-9-]+/g, ' ')
    .trim();
  const found = plainText.find(([, pattern]) => pattern.test(folded));
  return found ? channelCode[found[0]] : 0;
}

const DEBIT_WORDS =
  'd dr db debit debits debited s soll lastschrift belastung abgang ausgang auszahlung af debet debit- dare debe cargo addebito uscita out outgoing sent withdrawal withdraw paid spent expense depense sortie gasto retiro obciazenie wydatek wyplata iesire plata rashod debet spisanie ishodyashchiy n - ausgabe crdtdbt-dbit dbit minus wn winien obciazenia odchozi odchadzajuca odchadzajuci vydej na vrub tartozik terheles t kimeno borc b giden cikan cikis uttag ut utgaende hevet ud tililta otto deebet debets debetas vidatok spisannya debit- duguje isplata zaduzenje odliv breme debito saida xreosi chreosi khreosi debi dalje withdrawn sale purchase charge dt uitgaven';
const CREDIT_WORDS =
  'c cr credit credits credited h haben gutschrift zugang eingang einzahlung bij avere haber abono accredito entrata in incoming received deposit income recette entree ingreso uznanie wplyw wplata intrare incasare prihod kredit zachislenie vhodyashchiy k p + einnahme crdt plus ma prichozi prichadzajuca prichadzajuci prijem ve prospech kovetel jovairas j bejovo alacak a gelen giren giris insattning insaettning in inkommande indsat ind pano tilille kreedit kredits kredits kreditas nadkhodzhennya zarakhuvannya potrazuje uplata odobrenje priliv dobro entrada pistosi kredi hyrje payment- refund ct kt inkomsten';
const debitWords = new Set(DEBIT_WORDS.split(' '));
const creditWords = new Set(CREDIT_WORDS.split(' '));

/** Words of letters that folding drops. */
const otherScripts: Readonly<Record<string, -1 | 1>> = {
  支出: -1, 收入: 1, 借: -1, 贷: 1, 貸: 1, 出金: -1, 入金: 1, חובה: -1, זכות: 1, ถอน: -1, ฝาก: 1,
}; // prettier-ignore

/** -1 debit, 1 credit, 0 neither. */
export function directionOf(text: string): number {
  const other = otherScripts[text.trim()];
  if (other !== undefined) return other;
  const folded = foldText(text)
    .replace(/[^a-z+-]+/g, ' ')
    .trim();
  // A letter with a number, such as T1, is a reference.
  if (folded.length === 1 && /\d/.test(text)) return 0;
  if (debitWords.has(folded)) return -1;
  if (creditWords.has(folded)) return 1;
  const first = folded.split(' ')[0] ?? '';
  if (debitWords.has(first)) return -1;
  return creditWords.has(first) ? 1 : 0;
}

/** As `directionOf` for booking texts, where the word may stand anywhere: `SEPA-Lastschrift`. */
export function directionOfType(text: string): number {
  const folded = foldText(text);
  const isDebit =
    /\b(debit|withdrawal|\w*lastschrift\w*|auszahlung\w*|\w*auszahlung|payment to|sent|purchase|card payment|\w*kartenzahlung\w*|fee|entgelt|prelevement|retrait|achat|cargo|compra|addebito|prelievo|pagamento|wyplata|zakup|spisanie|pokupka|atm|pos|outgoing)\b/.test(
      folded,
    );
  const isCredit =
    /\b(credit|deposit|gutschrift\w*|einzahlung\w*|\w*einzahlung|received|refund|versement|remise|abono|ingreso|accredito|versamento|wplata|uznanie|zachislenie|incoming|payment from|interest paid)\b/.test(
      folded,
    );
  return isDebit === isCredit ? 0 : isDebit ? -1 : 1;
}

/** Status code of a status word, or -1 where it is none that we know. */
export function statusOf(text: string): number {
  const folded = foldText(text).trim();
  if (
    /\b(vorgemerkt\w*|pending|authori[sz]ed|authori[sz]ation|en attente|en cours|a venir|pendiente|in sospeso|in attesa|non contabilizzat\w*|gereserveerd|in behandeling|oczekuj\w*|zablokowan\w*|blokada|in asteptare|v obrabotke|ozhida\w*|holds?|unposted|reserved|offen|in bearbeitung|noch nicht gebucht|nicht gebucht|ikke bokfoert|ikke bogfoert|reserveret|reservert|reserverad|preliminaer|preliminar|afventer|venter|vantar|odotetaan|varaus|katevaraus|blokace|blokovan\w*|cekajici|nezauctovan\w*|fuggo|zarolt|beklemede|provizyon|rezervirano|u obradi|broneeritud|rezervets|rezervuota|v ozhidanii|v obrabotke|ochikuye|processing|scheduled)\b/.test(
      folded,
    )
  )
    return statusCode.pending;
  if (
    /\b(reverted|declined|failed|rejected|cancell?ed|refused|abgelehnt|storniert|fehlgeschlagen|zurueckgewiesen|refuse|rejete|annule|rechazad\w*|anulad\w*|cancelad\w*|rifiutat\w*|annullat\w*|geweigerd|mislukt|odrzucon\w*|anulowan\w*|respins\w*|anulat\w*|otklonen\w*|otmenen\w*|expired|voided)\b/.test(
      folded,
    )
  )
    return statusCode.informational;
  if (
    /\b(gebucht\w*|booked|posted|completed|complete|settled|cleared|executed|comptabilise\w*|execute\w*|contabilizad\w*|realizad\w*|contabilizzat\w*|eseguit\w*|geboekt|verwerkt|uitgevoerd|zaksiegowan\w*|zrealizowan\w*|wykonan\w*|procesat\w*|efectuat\w*|ispolnen\w*|provedeno?|vypolnen\w*|ok|success\w*|ausgefuehrt|erledigt|final|processed|done|book|udfoert|udfort|utfoert|utfort|bokfoerd|bokford|bokfoert|bokfort|bogfoert|bogfort|geaccepteerd|zauctovan\w*|zuctovan\w*|provedeno|zrealizovan\w*|teljesult|konyvelt|koenyvelt|kirjattu|toteutunut|tamamlandi|gerceklesti|provedena?|izvrseno|izvrsena|izvedeno|knjizeno|kontabilizirano|ivykdyta|izpildits|teostatud|liquidad\w*|efetuad\w*|berechnet|abgerechnet|cleared|oloklirothike)\b/.test(
      folded,
    )
  )
    return statusCode.booked;
  return -1;
}
