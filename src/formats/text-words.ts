/**
 * Word classes of remittance text, computed once at import: a bit per class, a hash of what the
 * text names, a hash of the whole. Works on UTF-8 bytes without making strings. Words are folded
 * to small letters without diacritics; the lists hold what banks' customers write in English,
 * German, French, Spanish, Italian, Dutch, Romanian, Polish and Russian.
 */
import anyAscii from 'any-ascii';
import { detached } from '../intake/text-feeds.ts';

export const wordClasses = {
  wage: 'salary wage wages payroll pay gehalt lohn lohnzahlung bezuege salaire paie salario nomina sueldo stipendio paga loon salaris salariu wynagrodzenie pensja zarplata',
  benefit:
    'benefit benefits allowance unemployment arbeitslosengeld kindergeld familienbeihilfe sozialhilfe mindestsicherung grundsicherung buergergeld allocations chomage prestacion subsidio indennita uitkering toeslag alocatie ajutor zasilek posobie ams',
  pension: 'pension rente pensionszahlung retraite jubilacion pensione pensioen emerytura',
  rent: 'rent miete mietzins wohnung loyer alquiler affitto huur chirie czynsz arenda kaution deposit unterkunft quartier lodging room',
  debt: 'debt debts owe owed loan repayment instalment installment rate schuld schulden darlehen raten kredit rueckzahlung dette pret remboursement deuda prestamo cuota debito prestito rata schuld lening aflossing datorie imprumut dlug pozyczka dolg',
  fee: 'fee fees placement agency recruitment visa permit vermittlung vermittlungsgebuehr gebuehr visum frais placement tasa tarifa agencia honorarios commissione agenzia bemiddeling taxa comision intermediere oplata posrednictwo',
  travel:
    'flight ticket tickets airline bus train flug flugticket fahrkarte billet vol vuelo billete volo biglietto vlucht zbor bilet lot passage transport',
  advert:
    'ad ads advert advertising listing anzeige inserat annonce anuncio annuncio advertentie anunt ogloszenie escort boost premium',
  medical:
    'hospital clinic surgery surgeon treatment transplant dialysis donor compatibility crossmatch klinik krankenhaus behandlung labor lab operation hopital clinique greffe hospital clinica cirugia trasplante ospedale trapianto ziekenhuis spital szpital',
  family:
    'family mother mum father son daughter school familie mutter eltern schule famille ecole familia escuela famiglia scuola gezin familie scoala rodzina szkola support help hilfe aide ayuda aiuto ajutor pomoc',
  donation:
    'donation donate charity spende spenden verein mitgliedsbeitrag membership dues don cotisation donacion cuota donazione contributie donatie darowizna',
  invoice: 'invoice inv rechnung rech facture factura fattura factuur faktura re-nr rg order',
  tax: 'tax vat finanzamt steuer ust umsatzsteuer lohnsteuer impot tva impuesto iva imposta belasting btw impozit podatek nalog',
  social:
    'insurance social sozialversicherung krankenkasse oegk gebietskrankenkasse urssaf seguridad inps contributi premie cas zus',
  refund:
    'refund reversal returned return chargeback erstattung rueckerstattung storno ruecklastschrift remboursement devolucion reembolso rimborso terugbetaling rambursare zwrot',
  saving:
    'savings saving sparen sparkonto epargne ahorro risparmio sparen economii oszczednosci lot round club tontine',
  cash: 'cash atm withdrawal deposit bargeld bankomat auszahlung einzahlung bareinzahlung barauszahlung gaa especes retrait versement efectivo retirada cajero contante contanti prelievo versamento geldautomaat numerar retragere depunere gotowka wyplata wplata',
  gift: 'gift present geschenk cadeau regalo cadou prezent birthday geburtstag anniversaire',
} as const;
export type WordClass = keyof typeof wordClasses;
const classNames = Object.keys(wordClasses) as WordClass[];
/** Bit of each class in the `words` column. */
export const wordBit = Object.fromEntries(classNames.map((name, bit) => [name, 1 << bit])) as Record<WordClass, number>;

/** Said on so many rows that they name nobody. */
const COMMON =
  'the and for from von vom fuer und der die das des dem den mit per sepa ueberweisung lastschrift gutschrift dauerauftrag transfer payment card debit credit zahlung kauf purchase iban bic ref end eref svwz kref mref notprovided txt nr no mr mrs herr frau jan feb mar apr may mai jun jul aug sep oct okt nov dec dez january february march april june july august september october november december januar februar maerz juni juli oktober dezember month monat week woche virement carte transferencia bonifico overboeking plata przelew';

const bits = new Map<string, number>();
for (const [bit, name] of classNames.entries()) {
  for (const word of wordClasses[name].split(' ')) bits.set(word, (bits.get(word) ?? 0) | (1 << bit));
}
const common = new Set(COMMON.split(' '));

export interface TextSigns {
  words: number;
  textKey: number;
  textHash: number;
}

function fnv(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = (hash ^ (hash >>> 15)) >>> 0;
  return hash;
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Small letters, `'` and `-`. */
function isInWord(code: number): boolean {
  return isLetter(code) || code === 39 || code === 45;
}

/** German vowels as people type them without a German keyboard; everything else by any-ascii. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const german = text.replace(/[äöüßÄÖÜ]/g, (letter) => GERMAN[letter] ?? letter);
  return (PLAIN.test(german) ? german : anyAscii(german)).toLowerCase();
}
const PLAIN = /^[\x20-\x7e\s]*$/;
const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

const cache = new Map<string, TextSigns>();

/** Word classes and hashes of a text; absent text gives zeros. Results of repeated texts are kept. */
export function textSigns(text: string): TextSigns {
  const held = cache.get(text);
  if (held) return held;
  const folded = foldText(text);
  let words = 0;
  let textKey = 0;
  for (let from = 0, to = 0; from < folded.length; from = to + 1) {
    to = from;
    if (!isLetter(folded.charCodeAt(from))) continue;
    while (to < folded.length && isInWord(folded.charCodeAt(to))) to++;
    if (to - from < 2) continue;
    const word = folded.slice(from, to);
    const found = bits.get(word);
    if (found !== undefined) words |= found;
    else if (word.length > 2 && !common.has(word)) textKey = (textKey + fnv(word, 7)) >>> 0;
  }
  const trimmed = folded.trim();
  const whole = /[^\S ]|  /.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
  const signs = { words, textKey, textHash: whole === '' ? 0 : fnv(whole, 0) || 1 };
  if (cache.size > 20000) cache.clear();
  // A text may be a slice of a whole piece of a file, which the cache must not keep.
  cache.set(detached(text), signs);
  return signs;
}

/** Hash of a reference such as an end-to-end id, 32 bits; 0 for what says that there is none. */
export function referenceHash(reference: string, seed = 0): number {
  const trimmed = reference.trim();
  if (trimmed === '') return 0;
  // Only what begins like one of these is compared with them.
  const first = trimmed.charCodeAt(0) | 32;
  if ((first === 110 || first === 45) && /^(NOTPROVIDED|NOT PROVIDED|NONREF|N\/A|-)$/i.test(trimmed)) return 0;
  return fnv(trimmed, seed) || 1;
}
