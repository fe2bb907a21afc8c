/**
 * Rows of a statement that are no entries: what was brought forward, a closing balance, a month's
 * turnover. Told by a cell that says nothing else; `Opening balance correction` is an entry.
 */
import { foldHeader } from './header-words.ts';

const OPENING = [
  'opening balance|balance brought forward|balance b f|brought forward|balance forward|beginning balance|starting balance|start balance|previous balance|bal b f|b f balance|balance bf|opening bal|brought fwd',
  'anfangssaldo|alter saldo|alter kontostand|saldovortrag|anfangsbestand|anfangskontostand|uebertrag|saldo vortrag|vortrag|kontostand alt|eroeffnungssaldo',
  'solde initial|solde precedent|ancien solde|solde d ouverture|solde de depart|report a nouveau|solde anterieur|solde debut de periode',
  'saldo inicial|saldo anterior|saldo previo|saldo de apertura|saldo iniziale|saldo precedente|saldo de partida|saldo do mes anterior',
  'beginsaldo|begin saldo|vorig saldo|startsaldo|saldo poczatkowe|bilans otwarcia|pocatecni zustatek|pocatecni stav|pociatocny stav|pociatocny zostatok|zaciatocny zostatok|pocetno stanje|zacetno stanje|prethodno stanje',
  'sold initial|sold precedent|sold anterior|ingaende saldo|inngaende saldo|primo saldo|primosaldo|startsaldo|alkusaldo|saldo alussa|aloitussaldo',
  'likutis pradziai|pradinis likutis|likutis laikotarpio pradziai|sakuma atlikums|sakuma bilance|atlikums perioda sakuma|algsaldo|algjaeaek|algjaak|perioodi algsaldo|nyitoegyenleg|nyito egyenleg',
  'vkhodyashchiy ostatok|vhodyashchiy ostatok|nachalnyy ostatok|ostatok na nachalo|vkhidnyy zalyshok|nachalno saldo|pochatkove saldo|devir|devreden bakiye|acilis bakiyesi|onceki bakiye|gjendja fillestare|archiko ypoloipo|proigoymeno ypoloipo',
];
const CLOSING = [
  'closing balance|balance carried forward|balance c f|carried forward|ending balance|end balance|final balance|new balance|bal c f|closing bal|balance at end|statement balance',
  'endsaldo|neuer saldo|neuer kontostand|schlusssaldo|schlussbestand|kontostand neu|abschlusssaldo|endbestand|neuer saldo',
  'solde final|nouveau solde|solde de cloture|solde en fin de periode|solde fin de periode',
  'saldo final|s a l d o|saldo actual|saldo finale|saldo de cierre|nuevo saldo|saldo attuale|saldo disponivel final',
  'eindsaldo|eind saldo|nieuw saldo|saldo koncowe|bilans zamkniecia|konecny zustatek|konecny stav|konecny zostatok|konacno stanje|koncno stanje|novo stanje',
  'sold final|utgaende saldo|ultimo saldo|ultimosaldo|loppusaldo|saldo lopussa',
  'likutis pabaigai|galutinis likutis|likutis laikotarpio pabaigai|beigu atlikums|beigu bilance|atlikums perioda beigas|lopp saldo|loppsaldo|loppjaeaek|loppjaak|perioodi loppsaldo|zaroegyenleg|zaro egyenleg',
  'iskhodyashchiy ostatok|ishodyashchiy ostatok|konechnyy ostatok|ostatok na konets|vykhidnyy zalyshok|krayno saldo|kapanis bakiyesi|gjendja perfundimtare|teliko ypoloipo|neo ypoloipo',
];
const TURNOVER = [
  'turnover|total turnover|total debits|total credits|umsatzsumme|zwischensumme|total mouvements|total des mouvements|sous total|razem|obroty|total general|total turnover debit|total turnover credit',
  'apyvarta|apgrozijums|kaeive|kaive|perioodi kaive|obrat|obraty|oborot|oboroty|obigy|forgalom osszesen|omsaettning|omsattning|omsetning|omsaetning|toplam|total rulaj|rulaj|itogo|vsego|razom|obshcho',
];
const words = (lists: readonly string[]): ReadonlySet<string> => new Set(lists.flatMap((list) => list.split('|')));
const opening = words(OPENING);
const closing = words(CLOSING);
const turnover = words(TURNOVER);
const LONGEST = 60;

export type SummaryKind = 'opening' | 'closing' | 'turnover';

/** What a cell or a text states instead of an entry; dates and numbers in it are passed over. */
export function summaryOf(text: string): SummaryKind | undefined {
  if (text.length > LONGEST || text.length < 3) return undefined;
  const folded = foldHeader(text.replace(/\d[\d.,/-]*/g, ' ')).replace(
    / (am|on|au|al|per|vom|der|eur|usd|gbp|chf|as at|as of|du|del|dne|na|pr|den)$/,
    '',
  );
  if (opening.has(folded)) return 'opening';
  if (closing.has(folded)) return 'closing';
  return turnover.has(folded) ? 'turnover' : undefined;
}

export function isSummary(text: string): boolean {
  return summaryOf(text) !== undefined;
}
