/** Column names in Swedish, Norwegian, Danish, Finnish and Icelandic. */
import type { HeaderPhrases } from '../roles.ts';

export const scandinavianPhrases = {
  booking:
    'bokföringsdag, bokföringsdatum, bokförd, bokfört, bokf datum, bokförd datum, transaktionsdag, transaktionsdatum, reskontradatum, köpdatum, datum bokförd, inköpsdatum, betaldatum, dato, bokføringsdato, bokført, bokført dato, bokføringsdag, transaksjonsdato, utført dato, dato utført, kjøpsdato, betalingsdato, dato bokført, bogføringsdato, bogført, bogført dato, posteringsdato, transaktionsdato, handelsdato, købsdato, bogføringsdag, posteret, dato og tid, dato for bogføring, forfallsdato',
  value:
    'valutadag, valutadatum, valörsdatum, räntedatum, rentedato, valuteringsdato, valutadato, valuteringsdag, valørdato, valør, valør dato, ränteavräkningsdatum',
  time: 'tid, tidspunkt, klokkeslett, klockslag, klokkeslæt',
  account: 'eget konto, egen konto, mit konto, mitt konto, egna konto, kontohaver konto, kundekonto, kontonummer eget',
  accountMaybe:
    'konto, kontonummer, konto nr, kontonr, kontonummer iban, kort, kortnummer, kortnr, registreringsnummer kontonummer, kontonavn nummer',
  accountName:
    'kontonamn, kontonavn, kontoinnehavare, kontohaver, produkt, kortholder, kortinnehavare, kortinnehaver, kontoeier',
  otherAccount:
    'motkonto, modkonto, mottagarens konto, motpartens konto, motparts konto, mottagarkonto, mottagarens kontonummer, mottagarens clearing och kontonummer, motpart konto, modpartens konto, modtagers konto, modtagerkonto, mottakerkonto, mottakers konto, motpartskonto, modkontonummer, motpart kontonummer, til fra konto, fra til konto, konto modtager afsender',
  otherName:
    'motpart, modpart, mottagare avsändare, avsändare mottagare, avsändare och mottagare, namn, navn, mottakernavn, motpartens namn, modpartens navn, motpartnavn, avsender mottaker, mottaker avsender, afsender modtager, modtager afsender, modtager navn, navn på modpart, butik, betalningsmottagare, betaler mottaker, mottakers navn, modtagers navn, motpartsnavn, navn modtager',
  otherBank: 'clearingnummer, clearing, bank navn, mottagarens bank, modtagers bank, mottakerbank',
  merchant: 'försäljningsställe, forretning, brukersted, brukerstedsnavn, säljställe, brugersted, inköpsställe',
  city: 'ort, by, sted, stad, poststed',
  amount:
    'belopp, belopp sek, belopp i sek, summa, beløp, beløp nok, beløp i nok, sum, beløb, beløb dkk, beløb i dkk, beløb i kr, insättning uttag, in ut, inn ut, beløp inn ut, bevegelse, debet kredit belopp, transaktionsbelopp, betalt beløp, betalt belopp',
  ownAmount:
    'belopp i kontots valuta, beløp i kontovaluta, beløb i kontovaluta, belopp i kontovaluta, bokfört belopp, bokført beløp, bogført beløb',
  ownCurrency: 'kontovaluta, kontots valuta, bokført valuta',
  debit:
    'uttag, ut, utgift, utgifter, debet, utbetalning, utbetalningar, uttag belopp, beløp ut, ut fra konto, ut av konto, uttak, utgående, utbetaling, belastet, beløp ut av konto, hævet, hævning, udgift, udgifter, ud, udbetaling, udbetalinger, beløb ud, debiteret, belastning, køb',
  credit:
    'insättning, insättningar, in, inkomst, inkomster, kredit, inbetalning, inbetalningar, beløp inn, inn på konto, inn, innskudd, inntekt, innbetaling, godskrevet, beløp inn på konto, indsat, indsætning, indtægt, indtægter, ind, indbetaling, indbetalinger, beløb ind, krediteret, godskrivning',
  sign: 'debet kredit, kredit debet, debit kredit, plus minus, tegn, fortegn, inn ut kode, typ debet kredit, d k',
  currency: 'valuta, valutakode, valutakod, valutasort, beløpsvaluta, mynt',
  balance:
    'saldo, bokfört saldo, bokført saldo, bogført saldo, saldo efter, saldo etter, kontosaldo, saldo efter transaktion, saldo etter transaksjon, ny saldo, aktuell saldo, aktuel saldo, kontobalance, saldo nok, saldo sek, saldo dkk, balance, behållning',
  fee: 'avgift, avgifter, gebyr, gebyrer, omkostninger',
  originalAmount:
    'ursprungsbelopp, originalbelopp, utländskt belopp, belopp i utländsk valuta, belopp i lokal valuta, opprinnelig beløp, originalt beløp, utenlandsk beløp, beløp i valuta, valutabeløp, oprindeligt beløb, beløb i valuta, valutabeløb, beløb i fremmed valuta, beløp i utenlandsk valuta, belopp i valuta',
  originalCurrency:
    'ursprungsvaluta, originalvaluta, utländsk valuta, opprinnelig valuta, oprindelig valuta, fremmed valuta, utenlandsk valuta',
  status: 'betalningsstatus, tilstand, bokföringsstatus',
  type: 'transaktionstyp, typ, kategori, underkategori, transaksjonstype, undertype, hovedkategori, betalingstype, betalingsart, transaktionstype, posteringstype, transaktionskod, transaktion, overførselstype, undertype kode, bokföringstyp',
  text: 'text, beskrivning, rubrik, meddelande, specifikation, ytterligare detaljer, transaktionstext, bokföringstext, transaktionsinformation, anteckning, notering, egen notering, referens meddelande, beskrivelse, forklaring, tekst, transaksjonstekst, melding, melding kid fakt nr, egen notat, notat, informasjon, posteringstekst, besked, kommentar, egen note, note, supplerende tekst, supplerende oplysninger, meddelelse, fritekst, egen beskrivelse, egne notater, detaljer, tekst til modtager, besked til modtager, besked til dig selv, referensnummer ocr eller meddelande',
  reference:
    'referens, referensnummer, verifikationsnummer, verifikation, ocr, transaktionsreferens, referanse, referansenummer, kid, kid nummer, arkivref, arkivreferanse, numref, referencenummer, bilagsnummer, bilag, arkivnummer, arkivreference, transaktionsid, id nummer, verifikatnr, løbenummer, bankens reference, numeriskref',
  fromAccount:
    'avsändarkonto, från konto, fra konto, fra kontonummer, frakonto, avsenderkonto, afsenderkonto, från kontonummer, avsenders konto, betalerkonto, afsenders konto',
  toAccount: 'till konto, til konto, til kontonummer, tilkonto, till kontonummer, til kontonr',
  fromName: 'avsändare, avsender, afsender, betalare, betaler, avsendernavn, avsändarens namn, afsenders navn',
  toName: 'mottagare, mottaker, modtager, mottagarens namn',
  ignored:
    'radnummer, rad, afstemt, tillgängligt belopp, disponibelt belopp, disponibel saldo, kurs, valutakurs, ränta, uppskjuten betalning, uppskjuten period, flag, postnummer, adresse, adress',
} as const satisfies HeaderPhrases;

export const finnishIcelandicPhrases = {
  booking:
    'päivämäärä, pvm, kirjauspäivä, kirjauspvm, tapahtumapäivä, maksupäivä, kirjauspäivämäärä, tapahtumapvm, pvm kirjaus, ostopäivä, maksupvm, päiväys, dagsetning, bókunardagur, bókunardags, dags, færsludagur, dagsetning færslu, greiðsludagur',
  value: 'arvopäivä, arvopvm, arvo pvm, vaxtadagur, gildisdagur',
  time: 'kellonaika, aika, tími',
  account: 'oma tili, oman tilin numero, tilin iban, minn reikningur',
  accountMaybe: 'tili, tilinumero, tilin numero, kortin numero, kortti, reikningur, reikningsnúmer, kortanúmer',
  accountName: 'tilin nimi, tilinomistaja, tilin omistaja, kortinhaltija, nafn reiknings',
  otherAccount:
    'vastatili, saajan tilinumero, saajan tili, saajan maksajan tili, vastapuolen tili, vastatilin numero, saajan tilinumero ja pankin bic, vastapuolen tilinumero, saajan iban, tilinumero saaja maksaja, mótreikningur, reikningur mótaðila',
  otherName:
    'saaja maksaja, maksaja saaja, saajan nimi, nimi, vastapuoli, saaja tai maksaja, saajan maksajan nimi, maksajan tai saajan nimi, maksaja tai saaja, saaja maksaja nimi, vastapuolen nimi, mótaðili, nafn mótaðila, nafn viðtakanda eða greiðanda, nafn, viðtakandi greiðandi, nafn viðtakanda',
  otherBank: 'saajan bic, saajan bic tunnus, pankki, pankin bic, bic tunnus, banki',
  merchant: 'kauppias, myyjä, ostopaikka, söluaðili, maksun saaja kauppias',
  city: 'paikkakunta, kaupunki, staður',
  amount:
    'summa, määrä, määrä eur, määrä euroa, määrä euroina, summa eur, euromäärä, rahamäärä, tapahtuman summa, upphæð, fjárhæð, upphæð í isk, hreyfing, maara euroa, maara',
  ownAmount: 'summa tilin valuutassa, upphæð í mynt reiknings',
  debit: 'otto, otot, veloitus, veloitukset, menot, tililtä, maksettu, úttekt, úttektir, gjöld, debet, út',
  credit: 'pano, panot, hyvitys, hyvitykset, tulot, tilille, talletus, innlegg, innlögn, tekjur, kredit, inn',
  sign: 'pano otto, otto pano, etumerkki, debet kredit, tapahtuman merkki, debet/kredit',
  currency: 'valuutta, valuuttakoodi, mynt, gjaldmiðill',
  balance:
    'saldo, tilin saldo, kirjanpitosaldo, saldo tapahtuman jälkeen, loppusaldo, staða, staða reiknings, staða eftir færslu',
  fee: 'palvelumaksu, kulut, kostnaður, þjónustugjald',
  originalAmount:
    'alkuperäinen summa, alkuperäinen määrä, summa valuutassa, upprunaleg upphæð, erlend upphæð, upphæð í erlendri mynt',
  originalCurrency: 'alkuperäinen valuutta, upprunaleg mynt, erlend mynt',
  status: 'tila, staða færslu',
  type: 'laji, tapahtumalaji, tapahtuma, tyyppi, tapahtumatyyppi, maksulaji, kirjauslaji, luokka, kategoria, tegund, tegund færslu, flokkur, textalykill, tapahtumakoodi',
  text: 'viesti, selite, selitys, kuvaus, viestin sisältö, maksun aihe, tapahtuman kuvaus, lisätiedot, muistiinpano, omat muistiinpanot, maksajan viite viesti, skýring, texti, lýsing, athugasemd, skýring greiðslu, viite viesti',
  reference:
    'viite, viitenumero, viitetieto, arkistointitunnus, tapahtumatunnus, tositenumero, kuittinumero, tilvísun, tilvísunarnúmer, seðilnúmer, færslunúmer, arkistotunnus, viite viestiviite',
  fromAccount: 'maksajan tili, maksajan tilinumero, maksajan iban, tililtä numero, af reikningi',
  toAccount: 'saajan tilille, á reikning, tilille numero',
  fromName: 'maksaja, maksajan nimi, greiðandi, nafn greiðanda',
  toName: 'saaja, viðtakandi, maksun saaja',
  ignored: 'kurssi, valuuttakurssi, gengi, kennitala, kennitala viðtakanda, kennitala mótaðila, käytettävissä, osoite',
} as const satisfies HeaderPhrases;
