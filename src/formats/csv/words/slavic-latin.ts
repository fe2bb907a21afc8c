/** Column names in Polish (further ones), Czech, Slovak, Slovene, Croatian, Bosnian and Serbian in Latin letters. */
import type { HeaderPhrases } from '../roles.ts';

export const polishPhrases = {
  booking:
    'data rozliczenia, data obciazenia, data wykonania, data i godzina, data realizacji, data zlecenia, data wpisu, data dokonania operacji, data operacji ksiegowej',
  value: 'data waluty operacji, data efektywna',
  account:
    'nr rachunku klienta, rachunek klienta, konto klienta, nazwa rachunku, moje konto, numer rachunku karty, numer rachunku wlasnego',
  accountMaybe: 'konto, rachunek karta, nr karty, karta, nr konta, rachunek bankowy',
  accountName: 'nazwa konta, produkt, wlasciciel konta, nazwa posiadacza',
  otherAccount:
    'na konto z konta, rachunek nadawcy odbiorcy, numer rachunku nadawcy odbiorcy, nr rachunku nadawcy odbiorcy, nr konta kontrahenta, konto nadawcy odbiorcy, konto przeciwstawne, rachunek strony, numer konta kontrahenta, numer rachunku przeciwnego, nr rachunku przeciwstawnego, konto odbiorcy nadawcy, rachunek drugiej strony',
  otherName:
    'odbiorca zleceniodawca, zleceniodawca odbiorca, nazwa nadawcy odbiorcy, nadawca lub odbiorca, dane nadawcy odbiorcy, nazwa adres kontrahenta, nazwa i adres kontrahenta, nazwa odbiorcy nadawcy, druga strona, strona transakcji, dane strony operacji, nazwa drugiej strony',
  otherBank: 'nazwa banku, bank odbiorcy nadawcy, bank nadawcy odbiorcy',
  amount: 'kwota pln, kwota w pln, kwota przelewu, wartosc, kwota ksiegowa, kwota transakcji waluta',
  ownAmount:
    'kwota w walucie rachunku, kwota transakcji waluta rachunku, kwota transakcji w walucie rachunku, kwota operacji w walucie rachunku',
  ownCurrency: 'waluta rachunku, waluta konta',
  debit: 'kwota obciazenia, kwota debet, wyplata, wydatek, kwota wn, wn, winien, ciezar, obroty wn, strona wn',
  credit: 'kwota uznania, kwota kredyt, wplata, wplyw, kwota ma, ma, obroty ma, strona ma, przychod',
  sign: 'wn ma, strona ksiegowania, typ ksiegowania, obciazenie uznanie, uznanie obciazenie, debet kredyt, dt ct, kierunek',
  balance: 'saldo po, saldo rachunku, saldo ksiegowe, saldo biezace, saldo po ksiegowaniu, saldo po operacji pln',
  originalAmount: 'kwota platnosci w walucie, kwota w walucie, kwota waluty obcej, kwota w walucie transakcji',
  originalCurrency: 'waluta transakcji, waluta platnosci',
  type: 'kategoria, typ, kod operacji, opis operacji skrocony',
  text: 'szczegoly transakcji, szczegoly operacji, tytul transakcji, tytul platnosci, uwagi, komentarz, informacje dodatkowe, dodatkowe informacje, dodatkowy opis',
  reference:
    'nr transakcji, nr referencyjny, numer operacji, nr operacji, referencje, id operacji, numer dokumentu, numer ref',
  fromAccount:
    'numer rachunku nadawcy, nr rachunku nadawcy, rachunek zrodlowy, rachunek obciazany, konto nadawcy, rachunek zleceniodawcy',
  toAccount:
    'numer rachunku odbiorcy, nr rachunku odbiorcy, rachunek docelowy, rachunek uznawany, konto odbiorcy, rachunek beneficjenta',
  fromName: 'dane nadawcy, zleceniodawca, imie nazwisko nadawcy',
  toName: 'dane odbiorcy, nazwa i adres odbiorcy, beneficjent',
  ignored: 'adres nadawcy odbiorcy, kwota blokady zwolnienie blokady, saldo dostepne, adres nadawcy, adres odbiorcy',
} as const satisfies HeaderPhrases;

export const czechSlovakPhrases = {
  booking:
    'datum zaúčtování, datum zaúčtovania, datum provedení, datum transakce, datum pohybu, datum operace, datum zpracování, datum účtování, datum platby, datum obchodu, zaúčtováno, datum uskutečnění, datum odepsání, datum a čas, datum splatnosti, datum vykonání, dátum, dátum zaúčtovania, dátum účtovania, dátum transakcie, dátum pohybu, dátum operácie, dátum spracovania, dátum realizácie, dátum platby, účtovanie',
  value: 'datum valuty, datum valuta, valuta datum, dátum valuty, dátum valuta, dátum hodnoty',
  time: 'čas, čas transakce, čas provedení, čas transakcie',
  account:
    'vlastní účet, můj účet, číslo vlastního účtu, číslo účtu klienta, vlastní číslo účtu, účet klienta, číslo mého účtu, vlastný účet, môj účet, z účtu, číslo účtu majitele',
  accountMaybe: 'účet, číslo účtu, iban účtu, číslo karty, karta, účet číslo, konto',
  accountName:
    'název účtu majitele, vlastní název účtu, název vlastního účtu, majitel účtu, majiteľ účtu, názov vlastného účtu, název mého účtu',
  otherAccount:
    'protiúčet, číslo účtu protiúčtu, číslo protiúčtu, protiúčet číslo, číslo účtu protistrany, účet protistrany, iban protiúčtu, iban protistrany, protiúčet iban, účet protistrany číslo, protiúčet a kód banky, číslo účtu příjemce, účet příjemce, účet partnera, partnerské číslo účtu, partner account number, číslo partnerského účtu, číslo účtu plátce příjemce, protistrana účet, účet príjemcu, účet prijemcu platiteľa, protiúčet iban číslo účtu, číslo účtu protistrany iban, na účet z účtu, účet plátce příjemce, účet protivstrany',
  otherName:
    'protistrana, název protiúčtu, název účtu protistrany, název účtu protiúčtu, název protistrany, jméno protistrany, jméno protiúčtu, název účtu, partner name, název partnera, jméno plátce příjemce, plátce příjemce, příjemce plátce, název obchodníka plátce příjemce, názov protistrany, názov protiúčtu, názov účtu protistrany, meno protistrany, názov partnera, platiteľ príjemca, príjemca platiteľ, názov účtu, protistrana názov, název příjemce, obchodní partner',
  otherBank:
    'kód banky, banka, název banky, kód banky protistrany, banka protiúčtu, banka protistrany, kód banky protiúčtu, názov banky, bic protiúčtu, bic protistrany, swift protistrany',
  otherCountry: 'země, stát, krajina, štát',
  merchant: 'obchodník, název obchodníka, názov obchodníka, místo obchodu obchodník, predajca',
  city: 'místo, město, místo transakce, mesto, miesto, místo obchodu, obec',
  amount:
    'částka, částka transakce, částka platby, částka kč, částka v kč, částka czk, objem, objem transakce, hodnota, výše, čiastka, suma transakcie, suma v eur, suma eur, objem operácie, čiastka v eur, zaúčtovaná částka',
  ownAmount:
    'částka v měně účtu, částka v účetní měně, zaúčtovaná částka v měně účtu, suma v mene účtu, čiastka v mene účtu',
  ownCurrency: 'měna účtu, mena účtu, účetní měna',
  debit:
    'na vrub, debet, odchozí, odchozí platby, výdaje, výdaj, výběr, má dáti, md, debetní obrat, odepsáno, vklad výběr, odchádzajúce, na ťarchu, výdavky, výber, odchozí částka',
  credit:
    've prospěch, kredit, příchozí, příchozí platby, příjmy, příjem, vklad, dal, kreditní obrat, připsáno, prichádzajúce, v prospech, príjmy, príjem, příchozí částka',
  sign: 'směr platby, směr úhrady, směr, typ obratu, debet kredit, kredit debet, md d, má dáti dal, smer, smer platby, znaménko, typ pohybu d c, příjem výdej, príjem výdaj',
  currency: 'měna, měna transakce, měna platby, mena, mena transakcie, kód měny, měna operace',
  balance:
    'zůstatek, zůstatek po transakci, zůstatek po operaci, konečný zůstatek, účetní zůstatek, zůstatek na účtu, zůstatek po pohybu, zostatok, zostatok po transakcii, zostatok na účte, zostatok po operácii, konečný zostatok',
  fee: 'poplatek, poplatky, poplatek za transakci, poplatok, poplatky spolu',
  originalAmount:
    'částka v cizí měně, původní částka, částka v měně transakce, částka v původní měně, původní částka platby, původní částka úhrady, pôvodná suma, suma v mene transakcie, pôvodná čiastka',
  originalCurrency: 'původní měna, měna v zahraničí, původní měna platby, původní měna úhrady, pôvodná mena',
  status: 'stav, stav platby, stav transakce, stav úhrady, stav transakcie',
  type: 'typ pohybu, označení operace, typ transakce, typ platby, typ úhrady, druh, druh pohybu, druh transakce, kategorie, kategorie transakce, kategorie plateb, skupina plateb, kód transakce, typ operácie, typ transakcie, kategória, druh operácie, operace, operácia, typ obratu transakcie',
  text: 'zpráva pro příjemce, zpráva, zpráva pro plátce, zpráva pro mě, poznámka, poznámka pro mě, vlastní poznámka, popis, popis transakce, popis operace, popis pohybu, detaily transakce, detail, detaily, účel platby, uživatelská identifikace, informace k platbě, popis pro mě, text zprávy, doplňující údaje, zpráva pro příjemce a moje poznámka, av pole, popis příkazce, popis pro příjemce, systémový popis, správa pre prijímateľa, správa pre príjemcu, informácia pre príjemcu, popis transakcie, popis operácie, poznámka pre mňa, účel, detaily transakcie, informácia, doplňujúce údaje',
  reference:
    'id operace, id pohybu, id transakce, id pokynu, číslo transakce, číslo pohybu, identifikace transakce, reference, referenční číslo, číslo dokladu, číslo výpisu, variabilní symbol, variabilný symbol, vs, v symbol, id transakcie, id operácie, číslo transakcie, referencia, referencia platby, pořadové číslo, poradové číslo',
  endToEnd: 'reference platby, referencia platiteľa, reference plátce, end to end referencia, e2e referencia',
  fromAccount:
    'účet plátce, číslo účtu plátce, účet odesílatele, účet platiteľa, zdrojový účet, účet příkazce, iban plátce',
  toAccount: 'účet adresáta, cílový účet, cieľový účet, iban příjemce, iban príjemcu',
  fromName: 'plátce, název plátce, jméno plátce, odesílatel, platiteľ, názov platiteľa, odosielateľ, příkazce',
  toName: 'příjemce, jméno příjemce, príjemca, názov príjemcu, prijímateľ',
  ignored:
    'konstantní symbol, specifický symbol, konštantný symbol, špecifický symbol, ks, ss, směnný kurz, kurz, konstatní kód, variabilní kód, specifický kód, provedl, upřesnění, adresa, k symbol, s symbol',
} as const satisfies HeaderPhrases;

export const southSlavicPhrases = {
  booking:
    'datum knjiženja, datum transakcije, datum izvršenja, datum prometa, datum obrade, datum plaćanja, datum i vrijeme, datum i vreme, datum naloga, datum promene, datum promjene, datum plačila, datum izvedbe, datum bremenitve, datum poslovanja, dan knjiženja, datum realizacije, datum nastanka',
  value: 'datum valute, datum valutiranja, dan valute, datum valutacije',
  time: 'vrijeme, vreme, čas, ura, vrijeme transakcije',
  account:
    'moj račun, vlastiti račun, račun klijenta, broj računa klijenta, račun imetnika, iban računa, broj tekućeg računa, lastni račun, račun komitenta',
  accountMaybe:
    'račun, broj računa, broj racuna, partija, številka računa, št računa, broj kartice, kartica, številka kartice, konto',
  accountName: 'naziv računa, imetnik računa, vlasnik računa, imetnik',
  otherAccount:
    'račun primatelja platitelja, račun platitelja primatelja, račun primaoca platioca, račun platioca primaoca, račun partnera, broj računa partnera, iban primatelja, račun druge strane, proturačun, protivračun, račun prejemnika plačnika, račun prejemnika, račun plačnika prejemnika, račun nasprotne stranke, iban partnera, broj računa primaoca platioca, račun protustranke, račun nalogodavca primaoca, račun primatelja ili platitelja, račun udeleženca',
  otherName:
    'primatelj platitelj, platitelj primatelj, naziv primatelja platitelja, naziv platitelja primatelja, primalac platilac, platilac primalac, naziv primaoca platioca, naziv partnera, partner, prejemnik plačnik, plačnik prejemnik, naziv prejemnika plačnika, naziv, naziv nalogodavca primaoca, nalogodavac primalac, ime, naziv udeleženca, naziv i sjedište, naziv nasprotne stranke, ime partnera, primatelj uplatitelj, naziv primatelja, naziv primaoca',
  otherBank: 'banka partnera, banka primatelja, bic banke, bic banke prejemnika',
  merchant: 'trgovac, prodajno mjesto, prodajno mesto, trgovec',
  city: 'mjesto, grad, kraj, mesto prodaje',
  amount:
    'iznos, iznos transakcije, iznos u kn, iznos u eur, iznos eur, iznos rsd, iznos u rsd, iznos prometa, vrijednost, znesek, znesek v eur, znesek eur, znesek transakcije, vrednost, promet, iznos km, iznos u km',
  ownAmount: 'iznos u valuti računa, iznos u valuti racuna, znesek v valuti računa',
  ownCurrency: 'valuta računa, valuta racuna',
  debit:
    'isplata, isplate, duguje, zaduženje, zaduzenje, zaduženja, rashod, rashodi, na teret, odliv, odljev, dugovni promet, terećenje, tereti, dugovno, potrošeno, breme, v breme, promet v breme, breme eur, odlivi, izdatki, bremenitev, bremenitve, odhodki, iznos isplate',
  credit:
    'uplata, uplate, potražuje, potrazuje, odobrenje, odobrenja, prihod, prihodi, u korist, priliv, priljev, potražni promet, potražno, dobro, v dobro, promet v dobro, dobro eur, prilivi, prejemki, iznos uplate, uplaćeno',
  sign: 'duguje potražuje, oznaka knjiženja, d p, smjer, smer prometa, breme dobro, dobro breme, predznak, terećenje odobrenje',
  currency: 'valuta, oznaka valute, šifra valute, valuta transakcije, valuta plaćanja',
  balance:
    'stanje, stanje računa, stanje nakon transakcije, novo stanje, stanje po transakciji, stanje nakon, konačno stanje, saldo računa, stanje na računu, stanje po, trenutno stanje, stanje posle transakcije',
  fee: 'naknada, provizija, trošak, nadomestilo',
  originalAmount:
    'originalni iznos, iznos u izvornoj valuti, iznos u originalnoj valuti, izvorni iznos, izvirni znesek',
  originalCurrency: 'originalna valuta, izvorna valuta, izvirna valuta',
  type: 'vrsta, vrsta transakcije, tip transakcije, vrsta prometa, kategorija, vrsta posla, vrsta naloga, šifra transakcije, tip promene',
  text: 'opis, opis plaćanja, opis transakcije, opis prometa, svrha, svrha plaćanja, svrha doznake, svrha uplate, svrha uplate isplate, namen, namen nakazila, namen plačila, opis plačila, detalji, napomena, opomba, sporočilo',
  reference:
    'poziv na broj, referenca, broj naloga, broj transakcije, referentni broj, poziv na broj primatelja, poziv na broj odobrenja, id transakcije, številka transakcije, sklic, referenca prejemnika, broj dokumenta, rb, redni broj, br izvoda, broj izvoda, zap št',
  fromAccount:
    'račun platitelja, račun platioca, račun nalogodavca, račun plačnika, iban platitelja, sa računa, s računa, račun dužnika, račun na teret',
  toAccount:
    'račun primatelja, račun primaoca, na račun, račun u korist, račun korisnika, račun poverioca, v dobro računa',
  fromName:
    'platitelj, platilac, nalogodavac, nalogodavatelj, plačnik, uplatitelj, naziv platitelja, naziv platioca, naziv nalogodavca, naziv plačnika, dužnik, pošiljalac',
  toName: 'primatelj, primalac, prejemnik, korisnik, naziv korisnika, naziv prejemnika, poverilac',
  ignored: 'šifra plaćanja, model, raspoloživo stanje, raspoloživo, tečaj, kurs, šifra namena, adresa, sjedište',
} as const satisfies HeaderPhrases;
