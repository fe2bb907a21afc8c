/**
 * Lines of a statement that are no entries: the balance that it opens or closes with or carries over
 * to the next page, sums, and page numbers. Words after folding (`foldHeader`), in nine languages.
 */
import { foldHeader } from '../csv/header-words.ts';

export type BalanceLine = 'opening' | 'closing' | 'sum' | undefined;

const OPENING =
  /^(opening balance|balance (brought|b) ?(forward|fwd|f)\b|brought forward|previous balance|beginning balance|start(ing)? balance|balance (at|from) (start|previous)|anfangssaldo|anfangs(konto)?stand|alter (konto)?(saldo|stand)|saldovortrag|vortrag|uebertrag von|uebertrag (aus )?(blatt|seite)|letzter kontostand|solde (initial|precedent|anterieur|au debut|d ouverture|reporte)|ancien solde|report (de|du)\b|saldo (inicial|anterior|iniziale|precedente)|begin ?saldo|vorig saldo|oud saldo|saldo (poczatkowe|otwarcia)|sold (initial|precedent)|vhodyashchi\w* (ostatok|saldo)|ostatok na nachalo)/;
const CLOSING =
  /^(closing balance|balance (carried|c) ?(forward|fwd|f|down)\b|carried forward|new balance|ending balance|end balance|balance at (end|close)|endsaldo|neuer (konto)?(saldo|stand)|kontostand (am|per|zum|in)\b|schlusssaldo|abschlusssaldo|saldo per|uebertrag (auf|nach)|uebertrag$|zwischensaldo|solde (final|nouveau|au|en fin|crediteur|debiteur|de cloture)|nouveau solde|a reporter|saldo (final|finale|actual|a cuenta nueva|al)\b|eind ?saldo|nieuw saldo|saldo (koncowe|zamkniecia)|sold (final|curent)|ishodyashchi\w* (ostatok|saldo)|ostatok na konec)/;
const SUM =
  /^(totals?|total(es|i|en)|grand total|sub ?total|page total|sum(me|a|y)?|gesamt(summe|umsatz|umsaetze)?|umsatzsumme|summe der|summen|zwischensumme|gesamtbetrag|sous total|total des|totaux|somme|totale|totaal|totalen|razem|suma|itogo|vsego|obroty|rulaj)\b/;
const PAGE =
  /^(page|seite|blatt|pagina|pag|strona|blad|stranica|p) ?\d+( ?(of|von|de|di|van|z|sur|din|iz|\/)? ?\d+)?$|^\d+ (of|von|de|di|van|z|sur|din|iz) \d+$/;

export function balanceLine(text: string): BalanceLine {
  const folded = foldHeader(text);
  if (OPENING.test(folded)) return 'opening';
  if (CLOSING.test(folded)) return 'closing';
  return SUM.test(folded) ? 'sum' : undefined;
}

export function isPageNumber(text: string): boolean {
  return PAGE.test(foldHeader(text));
}
