/** Further German, Dutch, French, Spanish, Italian and Romanian phrases, and those of Portuguese and Catalan. */
import type { HeaderPhrases } from '../roles.ts';

export const germanPhrases = {
  booking:
    'buchungsdat, buchungs datum, datum buchung, belegdatum, kaufdatum, datum des umsatzes, bu tag, butag, tag, abschlussdatum, zahlungsdatum, transaktionszeit, transaktionsdatum uhrzeit, datum uhrzeit, datum und uhrzeit, ausfuehrungsdatum, bezahlt am, einkaufsdatum, buch datum',
  value: 'valuta dat, wert datum, val, datum valuta, wertst, valutierung, wertstellung datum, valutierungsdatum',
  time: 'umsatzzeit, abschlusszeit, uhrzeit buchung',
  account: 'referenzkonto, bezeichnung konto, iban kontonummer eigen, kontoverbindung, kundenkonto, eigenes konto iban',
  accountMaybe:
    'kto, kto nr, ktonr, iban nummer, kartennr, karten nr, kreditkartennummer, kreditkarte, iban konto, kontonr, konto iban nr, iban kto nr',
  accountName: 'bezeichnung, kontobezeichnung, name kontoinhaber, karteninhaber, kontoname',
  otherAccount:
    'gegenkonto nummer, gegenkontonummer, gegen iban, iban bic, kontonummer gegenkonto, konto auftraggeber empfaenger, iban auftraggeber empfaenger, empfaenger iban, empfaenger kontonummer, partner iban kto nr, partner kontonummer, zahlungsempfaenger iban, iban zahlungsempfaenger in, iban zahlungspartner, kontonr empfaenger auftraggeber, bankverbindung, iban oder kontonummer, iban gegenseite, gegenkonto iban kontonummer, konto gegenseite, beguenstigter konto, konto partner',
  otherName:
    'auftraggeber zahlungsempfaenger, name empfaenger auftraggeber, name des beguenstigten, name zahlungspartner, name auftraggeber beguenstigter, gegenkonto inhaber, gegenkonto name, gegenkontoinhaber, gegenseite, empfaenger name, name des zahlungsempfaengers, name des beguenstigten zahlungspflichtigen, beguenstigter, empfaengername, partner name, name sender empfaenger, auftraggeber beguenstigter name, haendler empfaenger, name zahlungspflichtiger, empfaenger absender, absender empfaenger, sender empfaenger, zahlungsempfaenger zahlungspflichtiger, name verwendungszweck',
  otherBank: 'bic code, bankname, bank des empfaengers, bic blz, partner bic blz, kreditinstitut, bank blz',
  merchant: 'haendler name, unternehmen, geschaeft, verkaeufer, bezeichnung haendler',
  city: 'ort haendler, transaktionsort, umsatzort, ort stadt',
  mcc: 'branche code, haendlerkategorie code',
  amount:
    'wert, betrag eur, betrag euro, umsatz eur, umsatz in eur, einzelbetrag, belastung gutschrift, gutschrift belastung, umsaetze, gesamtbetrag, abrechnungsbetrag, betrag in abrechnungswaehrung, einnahmen ausgaben, betrag brutto, zahlungsbetrag, betrag soll haben, betrag in eur, summe',
  ownAmount: 'betrag in kontowaehrung, betrag kontowaehrung, abrechnungsbetrag, betrag in abrechnungswaehrung',
  ownCurrency: 'kontowaehrung, abrechnungswaehrung, waehrung konto, waehrung des kontos',
  debit:
    'belastung in chf, lastschrift betrag, soll betrag, zu lasten, zahlungsausgang, abbuchung, abbuchungen, abgaenge',
  credit:
    'gutschrift in chf, gutschrift betrag, haben betrag, zu gunsten, zugunsten, zahlungseingang, eingaenge, zugaenge',
  sign: 'soll haben kz, sh kz, s h kz, s h kennz, soll haben kennung, haben soll kennzeichen, hs, lastschrift gutschrift, eingang ausgang, plus minus zeichen, kennzeichen soll haben, vz, ein ausgang',
  currency: 'waehr, waehrung betrag, isowaehrung, iso waehrung, wae, waehrung des umsatzes',
  balance:
    'saldo nach buchungen, buchsaldo, buchungssaldo, kontostand nach buchung, aktueller saldo, saldo neu, saldo in eur, zwischensaldo, laufender saldo, kto stand, endsaldo',
  fee: 'spesen gebuehren, bearbeitungsentgelt, auslandseinsatzentgelt, gebuehr betrag, transaktionsgebuehr',
  originalAmount:
    'betrag originalwaehrung, fremdwaehrung betrag, betrag in fremdwaehrung, transaktionsbetrag, betrag der transaktion, betrag detail, urspruenglicher betrag, umsatz in fremdwaehrung',
  originalCurrency: 'transaktionswaehrung, waehrung fremd, ursprungliche waehrung, waehrung der transaktion',
  status: 'buchungs status, gebucht, buchungsinfo',
  reference:
    'zkb referenz, transaktions nr, transaktionsnr, transaktions nummer, beleg nr, beleg, belegnr, lfd nr, buchungs nr, umsatz referenz, auftragsnummer, primanota, pn, auszugsnummer, bankreferenz, ref nr, umsatzreferenz, archivierungsreferenz',
  endToEnd: 'e2e referenz, end2end referenz, end to end identifikation, endtoend id, ende zu ende ref',
  type: 'umsatz art, art des umsatzes, buchungs text, geschaeftsart, gvc, gv code, kategorie, hauptkategorie, unterkategorie, umsatzkategorie, transaktion, bewegungsart, transaktions art, zahlungstyp, typ der transaktion, textschluessel, geschaeftsvorfallcode',
  text: 'verw zweck, vwz text, zahlungsdetails, umsatztext, umsatzbeschreibung, umsatzinformationen, info text, transaktionsdetails, mitteilung an empfaenger, kundenreferenztext, informationen, nachricht, avisierungstext, buchungstext details, beschreibung1, beschreibung2, beschreibung3, fussnoten, details zur transaktion, angaben, zusatzinformationen, zahlungsinformation, vermerk, umsatz details, betreff, verwendung, verwendungszweckzeile',
  fromAccount:
    'auftraggeber iban, auftraggeber konto, auftraggeber iban kto nr, auftraggeber kontonummer, iban absender, iban sender, belastungskonto, kontonummer auftraggeber, debitorkonto',
  toAccount:
    'empfaenger iban kto nr, empfaenger konto iban, iban des empfaengers, gutschriftskonto, gutschriftkonto, kontonummer empfaenger, kreditorkonto',
  fromBank: 'auftraggeber bic, auftraggeber bic blz, bic auftraggeber',
  toBank: 'empfaenger bic, empfaenger bic blz, bic empfaenger',
  fromName: 'auftraggebername, auftraggeber name, name absender, sender, name des auftraggebers',
  toName: 'empfaenger name, empfaengername, name des empfaengers, name zahlungsempfaenger',
  ignored: 'karte gesperrt, saldo verfuegbar, verfuegbarer saldo, umrechnungskurs, einzugsbank, steuer, kest',
} as const satisfies HeaderPhrases;

export const dutchPhrases = {
  booking:
    'datum verrichting, uitvoeringsdatum, verrichtingsdatum, datum van verrichting, datum verwerking, verwerkingsdatum, dag, betaaldatum, transactie datum, boek datum, journaaldatum, datum uitvoering, datum verrichtingen',
  value: 'valutadatum, valuta dag, rente datum, interestdatum',
  time: 'tijd transactie',
  account:
    'eigen rekening, eigen rekeningnummer, opdrachtgeversrekening, mijn rekening, rekeningnummer klant, rekeningnummer opdrachtgever, iban rekening',
  accountMaybe: 'rekening nummer, creditcard nummer, creditcardnummer, kaart, pasnummer',
  accountName: 'rubrieknaam, naam rekening, rekeninghouder naam, productnaam, naam kaarthouder',
  otherAccount:
    'rekening tegenpartij bevat, tegen rekening, rekening van tegenpartij, rekening begunstigde opdrachtgever, rekeningnummer tegenpartij, iban tegenrekening, tegenrekening iban, tegenpartij rekening, tegenpartij van de verrichting, tegenpartijrekening',
  otherName:
    'naam tegenpartij bevat, naam tegenrekening, tegenrekeninghouder, tegenpartij naam, naam van de tegenpartij, naam begunstigde opdrachtgever, naam ontvanger, naam van tegenpartij, naam tegenpartij omschrijving',
  amount: 'transactie bedrag, bedrag in eur, bedrag eur, boekbedrag, mutatiebedrag, bedrag in euro',
  debit: 'bedrag af, uit, uitgave, debet bedrag, afgeschreven',
  credit: 'bedrag bij, ontvangst, credit bedrag, bijgeschreven, inkomst, bijschrijvingen',
  sign: 'creditdebet, credit debet, debit credit, d c code, dc code, cd code, plus min, bij of af, af of bij, teken, debet of credit, boeking dc',
  currency: 'valuta rekening, valutacode, munteenheid, munt van de rekening, devies',
  balance:
    'saldo na transactie eur, eindsaldo, nieuw saldo, boeksaldo, saldo na verrichting, resterend saldo, saldo voor boeking',
  type: 'mutatie soort, type verrichting, type betaling, betaalwijze, code mutatiesoort, globale transactiecode, verrichting, transactie soort',
  text: 'omschrijving verrichting, vrije mededeling, gestructureerde mededeling, gestructureerde mededelingen, bericht, opmerking, transactieomschrijving, commentaar, details van de verrichting, betalingsomschrijving, transacties',
  reference:
    'afschriftnummer, uittrekselnummer, uittreksel, transactienummer, volgnr boeking, journaalnummer, referentie, referentienummer, transactie id, volg nummer, afschrift',
  endToEnd: 'end to end identificatie, eind tot eind referentie',
  ignored:
    'machtigingsnummer, machtigingskenmerk, incassant id, adres, resultaat, reden van weigering, reden retour, straat en nummer, postcode en plaats',
} as const satisfies HeaderPhrases;

export const frenchPhrases = {
  booking:
    'date comptabilisation, date de la transaction, date transaction, date mouvement, date du mouvement, date d execution, date execution, date d ecriture, date de l ecriture, date de l achat, date d achat, date de comptabilite, jour, date de paiement, date de reglement, date heure, date et heure, date d enregistrement, date de traitement, date d inscription',
  value: 'date val, dateval, valeur le, date de la valeur',
  time: 'heure de transaction, heure de l operation',
  account:
    'compte donneur d ordre, numero du compte, n de compte, iban du compte, compte bancaire, votre compte, numero compte, accountnum',
  accountMaybe: 'numero de carte bancaire, n carte, carte',
  accountName: 'accountlabel, libelle compte, libelle du compte, nom du compte, intitule du compte, intitule compte',
  otherAccount:
    'compte contrepartie iban, numero de compte contrepartie, compte de la contrepartie, compte beneficiaire iban, compte du beneficiaire, iban du beneficiaire, iban de la contrepartie, rib beneficiaire, contrepartie de la transaction, compte de tiers, numero de compte de la contrepartie, compte partie adverse',
  otherName:
    'nom de la contrepartie bancaire, nom contrepartie contient, nom beneficiaire, beneficiaire emetteur, donneur d ordre beneficiaire, nom du donneur d ordre, nom de l emetteur, nom de la contre partie, contre partie, debiteur crediteur, nom partie adverse, supplierfound, payeur, tiers beneficiaire',
  amount:
    'montant eur, montant en eur, montant en euros, montant euros, montant de la transaction, montant net, montant signe, somme, montant transaction, montant du mouvement',
  ownAmount: 'montant en devise du compte, montant dans la devise du compte, montant en monnaie du compte',
  ownCurrency: 'devise du compte',
  debit: 'debit eur, montant du debit, debit euro, depense eur, sortie, retraits, prelevements, au debit, debits eur',
  credit:
    'credit eur, montant du credit, credit euro, recette eur, entree, depots, versements, au credit, credits eur, depot',
  sign: 'debit ou credit, type debit credit, signe, debit credit d c, sens debit credit',
  currency: 'monn, code devise, devise de la transaction, devise transaction, dev',
  balance:
    'solde eur, solde apres l operation, solde progressif, solde du compte, accountbalance, solde comptable, solde courant, solde en euros',
  type: 'type d ecriture, type de mouvement, type mouvement, genre, sous categorie, sous categorie operation, categorie operation, type de l operation, nature de l operation, pointage operation, transaction, code operation',
  text: 'libelle de l operation, libelle d operation, libelle court, libelle long, libelles, libelle ecriture, detail de l ecriture, details de l operation, details du mouvement, description de la transaction, detail, designation, comment, label, mention, message, avis, avis libelle, texte de comptabilisation, texte comptable, information complementaire, infos complementaires, informations, communications, communication libre, communication structuree, reference du paiement, description1, description2, description3',
  reference:
    'reference, numero de reference, n de reference, numero d extrait, numero de transaction, no de transaction, numero de l operation, no operation, numero de cheque, n de cheque, numero de sequence, numero ecriture, extrait, reference de l operation',
  fromName: 'nom du debiteur, debiteur, nom emetteur',
  toName: 'nom du crediteur, crediteur, nom du destinataire',
  fromAccount: 'compte du debiteur, compte de l emetteur, iban emetteur',
  toAccount: 'compte du crediteur, compte du destinataire, iban destinataire',
  status: 'statut operation, etat de l operation, etat du paiement',
  ignored: 'pointee, categoryparent, accountnum parent, motif du refus, adresse',
} as const satisfies HeaderPhrases;

export const iberianPhrases = {
  booking:
    'f operativa, fecha ope, fecha transaccion, fecha de la transaccion, fecha movimientos, fecha de movimiento, fecha registro, fecha mov, fecha hora, fecha y hora, fecha proceso, fecha de proceso, fecha aplicacion, dia, fecha de cargo, data mov, data movimento, data do movimento, data movim, data lancamento, data do lancamento, data de lancamento, data operacao, data da operacao, data de operacao, data transacao, data da transacao, data de transacao, data contabilistica, data hora, data e hora, data de registo, data de pagamento, data operacio, data de l operacio, data comptable, f contable',
  value:
    'f val, fec valor, fecha vlr, valor fecha, data valor, data do valor, data valor dd mm aaaa, data de valor, dt valor',
  time: 'hora operacion, hora de la operacion, hora da operacao',
  account:
    'cuenta propia, numero de la cuenta, n cuenta, cuenta iban, iban cuenta, n de cuenta, producto, numero da conta, n da conta, no da conta, conta numero, minha conta, compte propi',
  accountMaybe:
    'iban de la cuenta, no cuenta, n tarjeta, tarjeta, numero tarjeta, conta, n conta, no conta, numero de conta, cartao, numero do cartao',
  accountName: 'titular cuenta, nombre titular, titular da conta, nome do titular',
  otherAccount:
    'cuenta destino origen, cuenta origen destino, cuenta de contrapartida, cuenta abono cargo, cuenta contrapartida, iban contrapartida, iban del beneficiario, cuenta tercero, conta beneficiario, conta do beneficiario, conta de destino origem, iban do beneficiario, iban contraparte, conta contraparte, conta contrapartida',
  otherName:
    'nombre del ordenante beneficiario, beneficiario u ordenante, ordenante o beneficiario, remitente destinatario, nombre del tercero, tercero, nombre beneficiario, emisor receptor, razon social, nome do beneficiario, nome beneficiario, favorecido, beneficiario favorecido, ordenante beneficiario, remetente destinatario, destinatario remetente, entidade, interveniente, nome contraparte, nom del beneficiari',
  amount:
    'importe eur, importe euros, importe de la operacion, importe movimiento, importe transaccion, valor, movimiento, movimientos, montante, montante eur, montante da operacao, importancia, valor da transacao, valor do movimento, valor da operacao, valor r, quantia, valor eur, import, monto transaccion, importe en euros, monto de la transaccion, valor transacao, importe total',
  ownAmount:
    'importe en divisa de la cuenta, importe en moneda de la cuenta, montante na moeda da conta, valor na moeda da conta',
  ownCurrency: 'divisa de la cuenta, moneda de la cuenta, moeda da conta, divisa cuenta, moneda cuenta',
  debit:
    'cargos eur, importe cargo, importe debe, egreso, egresos, debitos, debito eur, a debito, saida, saidas, retiradas, pagos, monto debito, valor debito, debitos r, carrecs, levantamentos, despesa, despesas',
  credit:
    'abonos eur, importe abono, importe haber, creditos, credito eur, a credito, entrada, cobros, monto credito, valor credito, creditos r, abonaments, depositos creditos, receita, receitas',
  sign: 'cargo o abono, d h, debe o haber, debito credito, debito ou credito, d c movimento, natureza, tipo de movimento d c, natureza do lancamento, signo movimiento, tipo d c',
  currency: 'mon, divisa movimiento, moeda, divisa importe, divisa operacion, moeda da transacao, divisa del importe',
  balance:
    'saldo eur, saldo posterior, saldo tras operacion, saldo despues, saldo final, saldo actual, saldo cuenta, saldo contabilistico, saldo apos movimento, saldo apos, saldo r, saldo da conta, saldo do dia, saldo euros, saldo contabel, saldo resultante, saldo despues de la operacion',
  fee: 'gastos comision, importe comision, comissao, comissoes, tarifa, encargos',
  originalAmount:
    'importe moneda original, importe en moneda extranjera, monto original, valor original, valor em moeda estrangeira, montante original, montante na moeda original, valor na moeda original',
  originalCurrency: 'moneda extranjera, moeda original, moeda estrangeira, divisa moneda extranjera',
  status: 'estado movimiento, estado operacion, estado de la operacion, situacao, estado do movimento',
  type: 'tipo mov, operacion, clase, codigo operacion, codigo de operacion, concepto comun, subcategoria, tipo de transacao, tipo transacao, tipo de operacao, tipo operacao, tipo do lancamento, operacao, tipo de operacio, canal, clave',
  text: 'descripcion operacion, descripcion de la operacion, descripcion del movimiento, descripcion movimiento, detalle movimiento, detalle de la operacion, informacion adicional, comentario, comentarios, glosa, concepto movimiento, conceptos, texto, referencia 1, referencia 2, mensaje, motivo, descricao, descricao do movimento, descricao da operacao, descricao do lancamento, descritivo, historico, lancamento, detalhes, observacoes, observacao, descricao operacao, mensagem, concepte, concepto propio, movimento',
  reference:
    'num operacion, n de operacion, numero documento, documento, n documento, no documento, num documento, docto, numero movimiento, no movimiento, n mov, referencia 12, id transaccion, identificador, numero do documento, numero de documento, n doc, no doc, num doc, id da transacao, numero de referencia, n referencia, remesa, id movimiento, id operacion',
  fromName: 'ordenante del movimiento, nombre ordenante, remitente, remetente, nome do ordenante, pagador',
  toName: 'nombre destinatario, receptor, nome do destinatario, recebedor',
  fromAccount: 'cuenta del ordenante, cuenta emisora, iban ordenante, conta origem, conta de origem, conta ordenante',
  toAccount: 'cuenta receptora, cuenta destinataria, iban destino, iban destinatario, conta destino, conta de destino',
  ignored: 'oficina, saldo disponivel, sucursal, ag, agencia, oficina origen, dependencia origem, pais de la operacion',
} as const satisfies HeaderPhrases;

export const italianRomanianPhrases = {
  booking:
    'data op, data oper, data e ora, data ora, data transazione, data della transazione, data contabilizzazione, data esecuzione, data operazione contabile, data reg, data mov, data inserimento, giorno, data acquisto, data tranz, data operatiei, data operatie, data contabila, data contabilizarii, data contabilizare, data inreg, data procesare, data decontarii, data si ora, data ora tranzactiei, data efectuarii',
  value: 'data val, valuta del, dt valuta, data valore, data de valuta, data valuta tranzactie',
  account:
    'numero rapporto, c c, n conto, conto corrente, coordinate iban, iban conto, codice conto, rapporto numero, numarul contului, nr cont, cont iban, contul meu, cont client',
  accountMaybe: 'n carta, carta, carta n, conto carta, conto o carta, numar card, card',
  accountName: 'intestazione, intestatario rapporto, nume titular, titularul contului, nume client, denumire cont',
  otherAccount:
    'conto corrente beneficiario, iban controparte beneficiario, iban ordinante beneficiario, iban del beneficiario, cont partener tranzactie, cont beneficiar ordonator, contul beneficiarului, contul partenerului, cont platitor beneficiar, cont contraparte, iban contraparte, iban platitor beneficiar, cont ordonator beneficiar',
  otherName:
    'nome beneficiario, nome controparte beneficiario, nominativo controparte, beneficiario o ordinante, ordinante, intestatario controparte, destinatario ordinante, mittente destinatario, nome esercente, nume beneficiar ordonator, platitor beneficiar, nume platitor beneficiar, beneficiar platitor, nume ordonator beneficiar, numele partenerului, partener de afaceri, contraparte, nume contraparte, denumire partener',
  amount:
    'importo eur, importo euro, importo in euro, importo movimento, importo transazione, ammontare, movimento, importo netto, suma tranzactiei, suma ron, suma lei, suma eur, valoare tranzactie, valoarea, suma operatiei, valoare lei',
  ownAmount:
    'importo in divisa conto, importo nella valuta del conto, suma in valuta contului, suma in moneda contului',
  ownCurrency: 'divisa del conto, valuta del conto, valuta contului, moneda contului, moneda cont',
  debit:
    'addebiti eur, importo dare, uscita, prelievi, importo a debito, a debito, addebiti euro, debitare, suma debitata, debit lei, plati debit, rulaj debitor, valoare debit, retrageri, cheltuieli',
  credit:
    'accrediti eur, importo avere, entrata, versamenti, importo a credito, a credito, accrediti euro, creditare, suma creditata, credit lei, incasari credit, rulaj creditor, valoare credit, depuneri, venituri',
  sign: 'd a, dare o avere, addebito accredito, tipo importo, entrata uscita, entrate uscite, d c tranzactie, debit credit tranzactie, sens tranzactie, sens',
  currency: 'div, divisa importo, cod valuta, valuta tranzactiei, valuta tranzactie, moneda tranzactiei',
  balance:
    'saldo eur, saldo contabile eur, saldo finale, saldo dopo operazione, saldo euro, saldo attuale, sold contabil, sold curent, sold dupa operatiune, sold ron, sold intermediar, soldul contului, sold disponibil dupa tranzactie',
  fee: 'commissione eur, spese commissioni, spese, comision tranzactie, comisioane',
  originalAmount:
    'importo valuta, importo divisa originaria, importo in valuta estera, importo in valuta originaria, suma in valuta originala, suma originala tranzactie',
  originalCurrency: 'divisa originaria, valuta originaria, valuta estera, valuta originala',
  status: 'stato operazione, stato movimento, stato contabile, starea tranzactiei, status tranzactie',
  type: 'causale abi, cod causale, codice causale, tipo movimento, tipo di operazione, operazione, categoria movimento, sottocategoria, tipologia operazione, tipul tranzactiei, tip operatie, tip plata, tranzactie, operatiune, categorie',
  text: 'descrizione completa, descrizione movimento, descrizione causale, dettaglio, dettagli operazione, dettaglio operazione, note, annotazioni, informazioni, causale descrizione, descrizione estratto, descrizione aggiuntiva, moneymap, messaggio, testo, descrierea tranzactiei, descriere tranzactie, descriere operatiune, detalii plata, detalii operatiune, informatii, informatii suplimentare, mesaj, observatii, scopul platii, detalii platii, detaliile platii, motivul platii',
  reference:
    'riferimento banca, numero assegno, n operazione, id operazione, codice riferimento, trn, numar referinta, referinta tranzactiei, numar referinta tranzactie, id tranzactie, numar document, nr document, nr crt, referinta bancii, nr operatiune',
  fromAccount:
    'iban ordinante conto, conto mittente, contul platitorului, cont debitor, iban platitor, cont sursa, cont expeditor',
  toAccount: 'iban destinatario, conto beneficiario iban, cont creditor, cont destinatie, contul destinatarului',
  fromName: 'mittente, nome ordinante, platitor, nume platitor, nume ordonator, expeditor',
  toName: 'nome destinatario, nume destinatar',
} as const satisfies HeaderPhrases;
