/**
 * Revolut's words in the languages that it translates its personal export to: columns, states,
 * transaction types and the phrases that stand before a name. Compared folded.
 */
import { phrases } from '../labelled-table.ts';
import { foldText } from '../text-words.ts';

/** English, German, French, Spanish, Italian, Polish; `State` often stays English. */
export const personalColumn = phrases({
  type: 'type, art, tipo, rodzaj',
  product: 'product, produkt, produit, producto, prodotto',
  started: 'started date, datum des beginns, date de debut, fecha de inicio, data di inizio, data rozpoczecia',
  completed:
    'completed date, datum des abschlusses, date de fin, date d achevement, fecha de finalizacion, data di completamento, data zrealizowania, data ukonczenia',
  description: 'description, beschreibung, descripcion, descrizione, opis',
  amount: 'amount, betrag, montant, importe, importo, kwota',
  fee: 'fee, gebuehr, frais, comision, tarifa, costo, commissione, oplata',
  currency: 'currency, waehrung, devise, divisa, moneda, valuta, waluta',
  state: 'state, status, etat, estado, stato, stan',
  balance: 'balance, kontostand, saldo, solde',
});
export type PersonalColumn = NonNullable<ReturnType<typeof personalColumn>>;

export const businessColumn = phrases({
  started: 'date started utc',
  completed: 'date completed utc',
  id: 'id',
  type: 'type',
  state: 'state',
  description: 'description',
  reference: 'reference',
  originalCurrency: 'orig currency',
  originalAmount: 'orig amount',
  currency: 'payment currency, currency',
  amount: 'amount',
  total: 'total amount',
  fee: 'fee',
  feeCurrency: 'fee currency',
  balance: 'balance',
  account: 'account',
  accountNumber: 'international account number, account iban, iban',
  beneficiaryAccount: 'beneficiary account number',
  beneficiaryIban: 'beneficiary iban',
  beneficiaryBic: 'beneficiary bic',
  beneficiary: 'beneficiary name',
  senderAccount: 'sender account',
  sender: 'sender name',
  mcc: 'mcc',
  related: 'related transaction id',
});
export type BusinessColumn = NonNullable<ReturnType<typeof businessColumn>>;

export type Kind =
  'card' | 'cash' | 'exchange' | 'fee' | 'interest' | 'reward' | 'refund' | 'topup' | 'transfer' | 'other';

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['refund', /\b(refund|card credit|chargeback( reversal)?|erstattung|rueckerstattung|kartenerstattung|remboursement|reembolso|devolucion|rimborso|zwrot)\b/],
  ['cash', /\b(atm|cash withdrawal|bargeldabhebung|geldautomat|retrait|distributeur|cajero|retirada|prelievo|bancomat|bankomat|wyplata)\b/],
  ['card', /\b(card payment|kartenzahlung|kartenbezahlung|paiement par carte|pago con tarjeta|pagamento con carta|platnosc karta)\b/],
  ['exchange', /\b(exchange|umtausch|geldwechsel|wechsel|change|cambio|wymiana)\b/],
  ['fee', /\b(fees?|charge|gebuehr|frais|comision|tarifa|commissione|costo|oplata)\b/],
  ['interest', /\b(interest|zinsen|interets|intereses|interessi|odsetki)\b/],
  ['reward', /\b(reward|cashback|praemie|belohnung|recompense|recompensa|ricompensa|premio|nagroda)\b/],
  ['topup', /\b(top ?up|deposit|einzahlung|aufladung|recharge|ajout de fonds|depot|recargas?|ricarica|zasilenie|doladowanie)\b/],
  ['transfer', /\b(transfer|ueberweisung|virement|transferencia|transferir|bonifico|pagamento|przelew|payment)\b/],
]; // prettier-ignore

export function kindOf(type: string): Kind {
  const folded = foldText(type).replace(/[^a-z]+/g, ' ');
  return kinds.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'other';
}

const DONE =
  /^(completed|abgeschlossen|terminee?|effectuee?|executee?|completad[oa]|completat[oa]|zakonczon[oeay]|zrealizowan[oeay]|booked)$/;
const PENDING =
  /^(pending|created|ausstehend|en attente|pendiente|in sospeso|in attesa|oczekuj[ae]|oczekujac[aey]|w toku)$/;
const UNDONE =
  /^(reverted|declined|failed|cancell?ed|deleted|expired|zurueckgesetzt|rueckgaengig gemacht|rueckgaengig|storniert|zurueckgebucht|abgelehnt|fehlgeschlagen|annulee?|retournee?|reverti|refusee?|echouee?|revertid[oa]|devuelt[oa]|rechazad[oa]|fallid[oa]|anulad[oa]|cancelad[oa]|stornat[oa]|rifiutat[oa]|annullat[oa]|non riuscit[oa]|cofniet[oaey]|odrzucon[oaey]|anulowan[oaey]|nieudan[aey])$/;

/** The entry status of a state; undefined where the word is unknown. */
export function statusOf(state: string): 'booked' | 'pending' | 'informational' | undefined {
  const folded = foldText(state).trim().replace(/\s+/g, ' ');
  if (DONE.test(folded)) return 'booked';
  if (PENDING.test(folded)) return 'pending';
  return UNDONE.test(folded) ? 'informational' : undefined;
}

const NAMED = new RegExp(
  [
    /(?:transfer |payment |money added |sent )?(?:to|from) (?:revolut user )?/,
    /(?:überweisung |zahlung |transfer )(?:an|von) /,
    /(?:virement |transfert |paiement |ajout |argent )?(?:à|de la part de|vers|de) /,
    /(?:transferencia |pago |recarga |dinero añadido )?(?:para|de|a) /,
    /(?:bonifico |pagamento |trasferimento |ricarica )(?:a|da|verso) /,
    /(?:przelew |płatność |zasilenie )?(?:do|od|na rzecz) /,
  ]
    .map(({ source }) => `^${source}`)
    .join('|'),
  'i',
);
/** One's own pockets and vaults, a card's last digits, and what names nobody. */
const OWN_OR_NOBODY =
  /\b(pocket|vault|savings?|flexible|spar\w*|epargne|coffre|bolsillo|ahorros?|salvadanaio|risparmi\w*|sejf|skarbonk\w*|oszczedno\w*|main|hauptkonto|deposito|current|apple pay|google pay|card|karte|carte|tarjeta|carta|karta)\b|\*\d{2,4}|^(eur|usd|gbp|chf|pln|czk|huf|ron|sek|nok|dkk|aud|cad|jpy)\b|\d{4}/i;

/** Who a transfer's description names behind `To`, `From` and the like; '' where it names nobody. */
export function namedIn(description: string): string {
  const start = NAMED.exec(description);
  const name = start === null ? '' : description.slice(start[0].length).trim();
  return name === '' || OWN_OR_NOBODY.test(foldText(name)) ? '' : name;
}
