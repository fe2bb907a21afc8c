/**
 * What people and firms write on payments, by topic, in the payer's language. Schemes and decoys
 * share these lists on purpose: the words of a sweep are the words of a household.
 * `{m}` is the month's name, `{y}` the year, `{n}` a number.
 */
import type { Random } from '../random.ts';

export type Language = 'de' | 'en' | 'pl';
type Wording = Readonly<Record<Language, string>>;

const PHRASES = {
  wage: {
    de: 'Lohn/Gehalt {m} {y}|LOHN {m} {y} PNR {n}|Gehalt {m}|Bezüge {m} {y}',
    en: 'Salary {m} {y}|Wages {m} ref {n}|Payroll {m}|Pay {m} {y}',
    pl: 'Wynagrodzenie {m} {y}|Pensja za {m}|WYNAGRODZENIE NR {n}|Wypłata {m}',
  },
  rent: {
    de: 'Miete {m}|Miete Whg. {n}|Warmmiete {m} {y}|Miete inkl. NK',
    en: 'Rent {m}|rent flat {n}|Monthly rent|Rent {m} {y}',
    pl: 'Czynsz {m}|Najem mieszkania {n}|Czynsz za {m} {y}|czynsz + media',
  },
  energy: {
    de: 'Abschlag Strom VK {n}|Strom/Gas {m} Vertrag {n}|Stadtwerke Abschlag {m}',
    en: 'Energy DD acct {n}|Electricity {m}|Gas and power {n}',
    pl: 'Faktura za energię {n}|Prąd {m}|Gaz i prąd {n}',
  },
  phone: {
    de: 'Mobilfunk Rechnung {n}|Rg. {n} Festnetz/Internet',
    en: 'Mobile bill {n}|Broadband {m} {n}',
    pl: 'Faktura {n} telefon|Abonament {m}',
  },
  insurance: {
    de: 'Beitrag Haftpflicht {n}|Kfz-Versicherung VS {n}|Versicherung Beitrag {m}',
    en: 'Policy {n} premium|Home insurance {n}|Car insurance {m}',
    pl: 'Składka polisa {n}|Ubezpieczenie OC {n}',
  },
  invoice: {
    de: 'RG {n} vom {m}|Rechnung Nr. {n}|Re. {n} / Kd. 10{n}|Rechnung {n} abzgl. Skonto',
    en: 'Invoice {n}|INV-{n} {m}|Inv {n} thank you|Payment invoice {n}',
    pl: 'FV {n}/{y}|Faktura nr {n}|Zapłata za fakturę {n}|FV/{n} {m}',
  },
  socialInsurance: {
    de: 'SV-Beiträge {m} BBNR {n}|Beitragsnachweis {m} {n}',
    en: 'PAYE/NIC {m} {n}|NIC {m} ref {n}',
    pl: 'Składki ZUS {m} NIP {n}|DRA {m} {y}',
  },
  tax: {
    de: 'Umsatzsteuer {m} StNr {n}|LSt {m} {n}|USt-VA {m} {y}',
    en: 'VAT {m} {n}|Tax payment {n}',
    pl: 'VAT-7 {m} {n}|PIT-4 {m} {y}',
  },
  pension: {
    de: 'Rente {m} {n}|Rentenzahlung {m} {y}',
    en: 'State pension {n}|Pension {m}',
    pl: 'Emerytura {m}|Świadczenie emerytalne {n}',
  },
  benefit: {
    de: 'Bürgergeld {m} BG {n}|Leistung SGB II {m}|Kindergeld {n}|Wohngeld {m}',
    en: 'Universal credit {m} {n}|Child benefit {n}|Housing support {m}',
    pl: 'Świadczenie wychowawcze {n}|Zasiłek {m}|Świadczenie rodzinne {n}',
  },
  cardSettlement: {
    de: 'Kartenabrechnung {m} Term. {n}|Händlerabrechnung {n}',
    en: 'Card takings {n}|Merchant settlement {n}',
    pl: 'Rozliczenie kart {n}|Utarg terminal {n}',
  },
  friend: {
    de: 'danke!|Pizza|Kino|Anteil Geschenk|fürs Wochenende|Schulden :)|Tickets|Grillen|Geburtstag|Auslage zurück|Essen gestern',
    en: 'thanks!|pizza|cinema|drinks|for the weekend|tickets|gift share|lunch|your share|IOU|birthday',
    pl: 'dzięki!|pizza|kino|za bilety|na prezent|zwrot|składka|obiad|urodziny|za wczoraj',
  },
  household: {
    de: 'Haushalt {m}|Haushaltskasse|fürs Konto|Umbuchung|Einkauf|für uns|Haushaltsgeld',
    en: 'household {m}|joint bills|for home|transfer|shopping|house money|bits',
    pl: 'na dom {m}|wspólne rachunki|przelew własny|zakupy|na życie|dom',
  },
  family: {
    de: 'Unterstützung Familie|für Mama|für die Kinder|Familie|Hilfe {m}|Schule Kinder',
    en: 'family support|for mum|for the kids|family|help {m}|school things',
    pl: 'dla rodziny|dla mamy|dla dzieci|pomoc {m}|na szkołę',
  },
  saving: {
    de: 'Sparen {m}|Sparrate|Rücklage|Urlaub',
    en: 'savings {m}|pot|rainy day|holiday fund',
    pl: 'oszczędności {m}|lokata|na wakacje',
  },
  loan: {
    de: 'Rate {m}|Darlehen Rate {n}|Ratenzahlung|Rückzahlung Darlehen|Rate wie vereinbart',
    en: 'Instalment {m}|loan repayment|repayment {n}|as agreed|instalment {n}',
    pl: 'Rata {m}|spłata pożyczki|rata {n}|zgodnie z umową',
  },
  debt: {
    de: 'Rate|Schulden {m}|Ticket + Papiere|Rückzahlung|wie besprochen|Rest Vermittlung',
    en: 'what I owe|debt {m}|ticket and papers|repayment|as we said|balance fee',
    pl: 'dług {m}|za bilet i papiery|spłata|jak ustalono|reszta za pośrednictwo',
  },
  fee: {
    de: 'Vermittlung {n}|Gebühr Unterlagen|Anzahlung Stelle|Vermittlungsgebühr|Visum und Unterlagen',
    en: 'placement fee|agency fee {n}|deposit job|documents and visa|placement {n}',
    pl: 'opłata za pośrednictwo|prowizja {n}|zaliczka praca|dokumenty i wiza',
  },
  perHead: {
    de: 'Vermittlung {n} Pers. {m}|RG {n} Personalvermittlung',
    en: 'Placement {n} staff {m}|Invoice {n} recruitment',
    pl: 'FV {n} rekrutacja {m}|Pośrednictwo {n} os.',
  },
  charity: {
    de: 'Spende|Spende {m}|Patenschaft {n}|Mitgliedsbeitrag {y}',
    en: 'donation|donation {m}|sponsorship {n}|membership {y}',
    pl: 'darowizna|darowizna {m}|składka członkowska {y}',
  },
  event: {
    de: 'Teilnahme {n}|Anmeldung Fahrt|Beitrag Turnier|Kostenanteil Fahrt',
    en: 'entry {n}|trip contribution|tournament fee|share of trip',
    pl: 'udział w wyjeździe|wpisowe {n}|składka na turniej',
  },
  lesson: {
    de: 'Nachhilfe {m}|Unterricht {n}x|Klavierstunden|Haarschnitt|Termin {n}',
    en: 'lessons {m}|tutoring {n}x|piano lessons|hair appointment|session {n}',
    pl: 'korepetycje {m}|lekcje {n}x|fryzjer|wizyta {n}',
  },
  meeting: {
    de: 'danke|Termin|bis bald|.|heute|Massage|wie besprochen|',
    en: 'thanks|appointment|.|x|today|massage|as agreed|',
    pl: 'dzięki|termin|.|dziś|masaż|jak ustalono|',
  },
  remit: {
    de: 'Unterstützung|Familie {m}|Schulsachen|Arzt|Unterkunft|Geschenk|Hilfe|',
    en: 'support|family {m}|uniform|medical bills|accommodation|gift|help|',
    pl: 'wsparcie|rodzina {m}|na szkołę|lekarz|prezent|pomoc|',
  },
  club: {
    de: 'Sparverein {m}|Runde {n}|Beitrag Kasse {m}',
    en: 'susu {m}|round {n}|savings circle {m}',
    pl: 'kasa {m}|runda {n}|składka {m}',
  },
  treasury: {
    de: 'Liquiditätsausgleich {m}|Konzerndarlehen {n}|Intercompany {n}|Cash-Pool {m}',
    en: 'Cash pool {m}|Intercompany loan {n}|Treasury sweep {m}|IC settlement {n}',
    pl: 'Cash pooling {m}|Pożyczka wewn. {n}|Rozliczenie IC {n}',
  },
  consulting: {
    de: 'Beratung {m} RG {n}|Projekt {n} Abschlag|Dienstleistung {m}|Material RG {n}',
    en: 'Consulting {m} inv {n}|Project {n} stage|Services {m}|Goods inv {n}',
    pl: 'Doradztwo {m} FV {n}|Projekt {n}|Usługi {m}|Towar FV {n}',
  },
  treatment: {
    de: 'Behandlung {n}|Kostenvoranschlag {n}|Anzahlung Behandlung|Reha und Behandlung',
    en: 'treatment {n}|quote {n}|treatment deposit|care package {n}',
    pl: 'leczenie {n}|zaliczka na leczenie|kosztorys {n}',
  },
  allowance: {
    de: 'Essen|Taschengeld|für die Woche|Handy',
    en: 'food|pocket money|for the week|phone',
    pl: 'na jedzenie|kieszonkowe|na tydzień|telefon',
  },
  withheld: {
    de: 'Unterkunft {m}|Kost und Logis|Fahrtkosten {m}|Zimmer + Fahrt|Abzug {m}',
    en: 'accommodation {m}|board and room|transport {m}|room + van|deduction {m}',
    pl: 'kwatera {m}|nocleg i dojazd|transport {m}|potrącenie {m}',
  },
  school: {
    de: 'Schulgeld {m} {n}|Kita-Beitrag {m}',
    en: 'school fees {n}|nursery {m}',
    pl: 'czesne {m}|przedszkole {m}',
  },
  kindly: {
    de: 'Trinkgeld|danke schön|super Abend|Prost',
    en: 'tip|cheers|great night|thank you!',
    pl: 'napiwek|super wieczór|na zdrowie',
  },
  ride: {
    de: 'Fahrten KW {n}|Auszahlung {n}',
    en: 'Driver payout {n}|trips week {n}',
    pl: 'Wypłata przejazdy {n}|kursy tydz. {n}',
  },
} as const satisfies Record<string, Wording>;

export type Topic = keyof typeof PHRASES;

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  de: 'Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember'.split(','),
  en: 'January,February,March,April,May,June,July,August,September,October,November,December'.split(','),
  pl: 'styczeń,luty,marzec,kwiecień,maj,czerwiec,lipiec,sierpień,wrzesień,październik,listopad,grudzień'.split(','),
};

/** One wording of a topic. */
export function phrase(
  random: Random,
  topic: Topic,
  language: Language,
  when: { year: number; month: number },
): string {
  return random
    .pick(PHRASES[topic][language].split('|'))
    .replace('{m}', MONTHS[language][when.month - 1] ?? '')
    .replace('{y}', String(when.year))
    .replace('{n}', String(random.integer(2, 9999)));
}
