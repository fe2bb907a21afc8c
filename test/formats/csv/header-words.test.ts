/** Names that banks give their columns, by language; each row is one bank's or one country's usual set. */
import { describe, expect, test } from 'vitest';
import { matchHeader, type Role } from '../../../src/formats/csv/header-words.ts';
import { isCurrencyWord } from '../../../src/formats/csv/layout.ts';
import { monthOf } from '../../../src/formats/csv/month-words.ts';

const roleOf = (name: string): Role | undefined => matchHeader(name, isCurrencyWord)?.role;

// Valuta is a date or a currency: its values decide, so its name alone says the former.
describe('column names', () => {
  test.each([
    ['English', 'Posting Date|Value Date|Narrative|Money Out|Money In|Running Bal.', 'booking|value|text|debit|credit|balance'],
    ['German', 'Buchungstag|Wertstellung|Empfänger|Verwendungszweck|Soll|Haben|Kontostand', 'booking|value|otherName|text|debit|credit|balance'],
    ['French', 'Date de comptabilisation|Date de valeur|Libellé|Débit|Crédit|Solde', 'booking|value|text|debit|credit|balance'],
    ['Spanish', 'F. Contable|Fecha valor|Concepto|Importe|Divisa|Saldo', 'booking|value|text|amount|currency|balance'],
    ['Portuguese', 'Data mov.|Data valor|Descrição|Débito|Crédito|Saldo contabilístico', 'booking|value|text|debit|credit|balance'],
    ['Italian', 'Data contabile|Data valuta|Causale|Dare|Avere|Saldo', 'booking|value|text|debit|credit|balance'],
    ['Romanian', 'Data tranzacției|Data valutei|Detalii tranzacție|Suma debit|Suma credit|Sold contabil', 'booking|value|text|debit|credit|balance'],
    ['Dutch', 'Boekdatum|Rentedatum|Naam tegenpartij|Tegenrekening|Bedrag|Saldo na mutatie', 'booking|value|otherName|otherAccount|amount|balance'],
    ['Polish', 'Data księgowania|Data waluty|Nadawca / Odbiorca|Tytułem|Obciążenia|Uznania|Saldo', 'booking|value|otherName|text|debit|credit|balance'],
    ['Czech', 'Datum zaúčtování|Valuta|Protiúčet|Název protiúčtu|Částka|Měna|Zůstatek', 'booking|value|otherAccount|otherName|amount|currency|balance'],
    ['Slovak', 'Dátum zaúčtovania|Suma|Mena|Protiúčet|Názov protiúčtu|Popis transakcie|Zostatok', 'booking|amount|currency|otherAccount|otherName|text|balance'],
    ['Slovene', 'Datum knjiženja|Datum valute|Breme|Dobro|Naziv prejemnika/plačnika|Namen|Stanje', 'booking|value|debit|credit|otherName|text|balance'],
    ['Croatian', 'Datum izvršenja|Opis plaćanja|Platitelj/Primatelj|Isplata|Uplata|Stanje', 'booking|text|otherName|debit|credit|balance'],
    ['Serbian', 'Датум књижења|Сврха плаћања|Дугује|Потражује|Стање', 'booking|text|debit|credit|balance'],
    ['Bulgarian', 'Дата на осчетоводяване|Вальор|Основание|Контрагент|Дебит|Кредит|Салдо', 'booking|value|text|otherName|debit|credit|balance'],
    ['Ukrainian', 'Дата операції|Призначення платежу|Рахунок контрагента|Сума|Залишок', 'booking|text|otherAccount|amount|balance'],
    ['Russian', 'Дата проводки|Назначение платежа|Счет контрагента|Дебет|Кредит|Остаток', 'booking|text|otherAccount|debit|credit|balance'],
    ['Swedish', 'Bokföringsdag|Valutadag|Beskrivning|Belopp|Bokfört saldo', 'booking|value|text|amount|balance'],
    ['Swedish without dots', 'Bokforingsdag|Mottagare|Insattning|Uttag', 'booking|toName|credit|debit'],
    ['Norwegian', 'Bokføringsdato|Rentedato|Forklaring|Ut fra konto|Inn på konto', 'booking|value|text|debit|credit'],
    ['Danish', 'Bogføringsdato|Valørdato|Tekst|Beløb|Saldo', 'booking|value|text|amount|balance'],
    ['Finnish', 'Kirjauspäivä|Arvopäivä|Määrä EUROA|Saaja/Maksaja|Viesti', 'booking|value|amount|otherName|text'],
    ['Icelandic', 'Dagsetning|Upphæð|Staða|Skýring', 'booking|amount|balance|text'],
    ['Lithuanian', 'Operacijos data|Gavėjas|Mokėjimo paskirtis|Suma|Valiuta|Likutis', 'booking|otherName|text|amount|currency|balance'],
    ['Latvian', 'Datums|Saņēmējs/Maksātājs|Maksājuma mērķis|Summa|Valūta|Atlikums', 'booking|otherName|text|amount|value|balance'],
    ['Estonian', 'Kuupäev|Saaja/maksja nimi|Saaja/maksja konto|Selgitus|Deebet/Kreedit (D/C)|Jääk', 'booking|otherName|otherAccount|text|sign|balance'],
    ['Hungarian', 'Könyvelés dátuma|Értéknap|Partner neve|Partner számlaszáma|Összeg|Egyenleg|Közlemény', 'booking|value|otherName|otherAccount|amount|balance|text'],
    ['Greek', 'Ημερομηνία Συναλλαγής|Ημερομηνία Αξίας|Περιγραφή|Χρέωση|Πίστωση|Υπόλοιπο', 'booking|value|text|debit|credit|balance'],
    ['Turkish', 'İşlem Tarihi|Valör|Açıklama|Borç|Alacak|Bakiye', 'booking|value|text|debit|credit|balance'],
    ['Azerbaijani', 'Tarix|Təyinat|Məbləğ|Valyuta|Qalıq', 'booking|text|amount|currency|balance'],
    ['Albanian', 'Data e transaksionit|Përshkrimi|Debi|Kredi|Gjendja', 'booking|text|debit|credit|balance'],
    ['Georgian', 'თარიღი|დანიშნულება|თანხა|ვალუტა|ნაშთი', 'booking|text|amount|currency|balance'],
    ['Armenian', 'Ամսաթիվ|Նպատակ|Գումար|Արժույթ|Մնացորդ', 'booking|text|amount|currency|balance'],
  ])('%s', (_, names, roles) => {
    expect(names.split('|').map(roleOf).join('|')).toBe(roles);
  }); // prettier-ignore

  test('decorated: camel case, paths, two languages, brackets, lost letters, a currency alone', () => {
    expect(
      [
        'transactionAmount.amount',
        'BookingDate',
        'remittanceInformationUnstructured',
        'Buchungsdatum / Date de comptabilisation',
        'Importo ( € )',
        'Kwota transakcji (waluta rachunku)',
        'Bel?b',
        'W\ufffdhrung',
        'CAD$',
        '#Saldo po operacji',
        'Сомасы (amount)',
      ].map(roleOf),
    ).toEqual([
      'amount',
      'booking',
      'text',
      'booking',
      'amount',
      'ownAmount',
      'amount',
      'currency',
      'amount',
      'balance',
      'amount',
    ]);
  });

  test('words of something else are no columns', () => {
    expect(['Sepal length', 'Temperature', 'Quux', '???', '?a?a?a?a?a?a?a?a?a?'].map(roleOf)).toEqual(
      Array(5).fill(undefined),
    );
  });
});

test.each([
  ['Czech', 'ledna února března dubna května června července srpna září října listopadu prosince'],
  ['Ukrainian', 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня'],
  ['Finnish', 'tammikuuta helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu'],
  ['Turkish', 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık'],
  ['Lithuanian', 'sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio'],
  ['Greek', 'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου'],
  ['Portuguese', 'janeiro fev março abril maio junho julho ago setembro out nov dezembro'],
  ['Bulgarian', 'януари февруари март април май юни юли август септември октомври ноември декември'],
  ['Austrian', 'Jänner Feber März April Mai Juni Juli August September Oktober November Dezember'],
])('months in %s', (_, months) => {
  expect(months.split(' ').map(monthOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
}); // prettier-ignore

test('marks of a lossy name are letters, never a pattern', () => {
  for (const name of ['a?+b', 'x?*y(', '?[a', 'Date?{2}', 'a?\\b', 'Bel?b+']) {
    expect(() => matchHeader(name, isCurrencyWord), name).not.toThrow();
  }
});
