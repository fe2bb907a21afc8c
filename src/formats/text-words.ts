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

export interface TextSigns {
  words: number;
  textKey: number;
  textHash: number;
}

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const WORD_SEED = 7;

function fnv(text: string, seed: number, from = 0, to = text.length): number {
  let hash = (FNV_START ^ seed) >>> 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return mixed(hash);
}

function mixed(hash: number): number {
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Known words by their hash: open addressing, so that no word of a text is cut out to be looked up. */
const SLOTS = 4096;
const slotHashes = new Uint32Array(SLOTS);
const slotBits = new Uint32Array(SLOTS);
const slotWords: string[] = new Array<string>(SLOTS).fill('');

function learn(word: string, bits: number): void {
  const hash = fnv(word, WORD_SEED);
  let slot = hash & (SLOTS - 1);
  while (slotWords[slot] !== '' && slotWords[slot] !== word) slot = (slot + 1) & (SLOTS - 1);
  slotWords[slot] = word;
  slotHashes[slot] = hash;
  slotBits[slot] = (slotBits[slot] as number) | bits;
}

for (const word of COMMON.split(' ')) learn(word, 0);
for (const [bit, name] of classNames.entries()) for (const word of wordClasses[name].split(' ')) learn(word, 1 << bit);

/** Bits of the classes of text[from, to), 0 for a common word of none, -1 for an unknown one. */
function bitsOf(text: string, from: number, to: number, hash: number): number {
  for (let slot = hash & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
    const word = slotWords[slot] as string;
    if (word === '') return -1;
    if (slotHashes[slot] === hash && word.length === to - from && isAt(text, from, word))
      return slotBits[slot] as number;
  }
}

function isAt(text: string, from: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (small(text.charCodeAt(from + i)) !== word.charCodeAt(i)) return false;
  return true;
}

/** Capitals as small letters, anything else as it is. */
function small(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/** German vowels as people type them without a German keyboard; everything else by any-ascii. */
export function foldText(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  const german = text.replace(/[äöüßÄÖÜ]/g, (letter) => GERMAN[letter] ?? letter);
  return (/^[\x20-\x7e\s]*$/.test(german) ? german : anyAscii(german)).toLowerCase();
}
const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/** Printable ASCII and white space only. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 126 || (code < 32 && !(code >= 9 && code <= 13))) return false;
  }
  return true;
}

const cache = new Map<string, TextSigns>();

/** Word classes and hashes of a text; absent text gives zeros. Results of texts that are dear to fold are kept. */
export function textSigns(text: string): TextSigns {
  // Working it out again costs less than keeping it.
  if (isPlain(text)) return signsOf(text, true);
  const held = cache.get(text);
  if (held) return held;
  const folded = foldText(text);
  const signs = signsOf(folded, isPlain(folded));
  if (cache.size > 20000) cache.clear();
  cache.set(detached(text), signs);
  return signs;
}

/** @param text folded but for its capitals */
function signsOf(text: string, isAscii: boolean): TextSigns {
  let words = 0;
  let textKey = 0;
  for (let i = 0; i < text.length;) {
    let code = small(text.charCodeAt(i));
    if (!isLetter(code)) {
      i++;
      continue;
    }
    const from = i;
    let hash = (FNV_START ^ WORD_SEED) >>> 0;
    do {
      hash = Math.imul(hash ^ code, FNV_PRIME);
      code = ++i < text.length ? small(text.charCodeAt(i)) : 0;
    } while (isLetter(code) || code === APOSTROPHE || code === HYPHEN);
    if (i - from < 2) continue;
    hash = mixed(hash);
    const found = bitsOf(text, from, i, hash);
    if (found >= 0) words |= found;
    else if (i - from > 2) textKey = (textKey + hash) >>> 0;
  }
  return { words, textKey, textHash: isAscii ? wholeHash(text) : slowWholeHash(text) };
}

const APOSTROPHE = 39;
const HYPHEN = 45;
const BLANK = 32;

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** Of ASCII text in small letters, trimmed, each run of white space as one blank; 0 for no text. */
function wholeHash(text: string): number {
  let hash = FNV_START;
  let isEmpty = true;
  let isAfterBlank = false;
  for (let i = 0; i < text.length; i++) {
    const code = small(text.charCodeAt(i));
    if (code <= BLANK) {
      isAfterBlank = true;
      continue;
    }
    if (isAfterBlank && !isEmpty) hash = Math.imul(hash ^ BLANK, FNV_PRIME);
    isAfterBlank = false;
    isEmpty = false;
    hash = Math.imul(hash ^ code, FNV_PRIME);
  }
  return isEmpty ? 0 : mixed(hash) || 1;
}

function slowWholeHash(folded: string): number {
  const whole = folded.trim().replace(/\s+/g, ' ');
  return whole === '' ? 0 : fnv(whole, 0) || 1;
}

/** Hash of a reference such as an end-to-end id, 32 bits; 0 for what says that there is none. */
export function referenceHash(reference: string, seed = 0): number {
  const trimmed = reference.trim();
  if (trimmed === '') return 0;
  if (trimmed.length <= 12 && /^(NOTPROVIDED|NOT PROVIDED|NONREF|N\/A|-)$/i.test(trimmed)) return 0;
  return fnv(trimmed, seed) || 1;
}
