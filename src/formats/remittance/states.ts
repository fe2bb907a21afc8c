/** States of a remittance in agents' ledgers, and what they mean for the money; compared folded. */
import { foldText } from '../text-words.ts';

export type State = 'paid' | 'pending' | 'cancelled' | 'refunded';

const states: readonly (readonly [State, RegExp])[] = [
  ['refunded', /\b(refund(ed)?|reimbursed|returned|rembours\w+|reembols\w+|devuelt[oa]|rimborsat[oa]|restituit[oa]|zwrocon\w+|zwrot|returnat)\b|erstattet|rueckgezahlt|zurueckgezahlt/],
  ['cancelled', /\b(cancel\w*|void(ed)?|annul\w+|anulad[oa]|anulowan\w+|anulat|rejected|declined|failed|rejet\w+|rechazad[oa]|rifiutat[oa]|odrzucon\w+|respins|purged|expired|expire|vencid[oa]|scadut[oa])\b|storniert|abgebrochen|abgelehnt|verfallen/],
  ['pending', /\b(pending|unpaid|not paid|available|will call|waiting|awaiting|in transit|processing|hold|held|en attente|non payee?|en cours|a payer|disponible|pendiente|no pagad[oa]|por pagar|in attesa|in sospeso|da pagare|non pagat[oa]|oczekuj\w*|niewyplacon\w*|do wyplaty|in asteptare|neplatit\w*|disponibil)\b|ausstehend|abholbereit|offen|nicht ausgezahlt|bereit/],
  ['paid', /\b(paid( out)?|pay ?out|payed|picked up|picked|received|completed?|complet|collected|delivered|settled|closed|success\w*|ok|payee?|termine|retire|pagad[oa]|cobrad[oa]|completad[oa]|entregad[oa]|pagat[oa]|completat[oa]|riscoss[oa]|ritirat[oa]|wyplacon\w*|odebran\w*|zrealizowan\w*|zakonczon\w*|platit\w*|ridicat\w*|sent|envoye|enviad[oa]|inviat[oa]|wyslan\w*|trimis)\b|ausgezahlt|abgeholt|bezahlt|abgeschlossen/],
]; // prettier-ignore

/** The state that a word says, or undefined. The exact WU codes of two letters are not guessed. */
export function stateOf(text: string): State | undefined {
  const folded = foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return states.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** What a row's own kind says: a refund or cancellation of an earlier transfer that stands in another row. */
export function isReversalKind(text: string): boolean {
  const state = stateOf(text);
  return state === 'refunded' || state === 'cancelled' || /\breversal\b/i.test(text);
}
