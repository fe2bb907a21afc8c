/**
 * What banks call the columns of a customer or account file. Names in camel case are taken apart
 * (`openedAtBranch`), then compared like statement headers.
 */
import { ColumnWords, type Columns } from './csv/named-table.ts';

const phrases = {
  account:
    'account id, account, account number, account no, accountid, iban, kontonummer, konto, account iban, compte, numero de compte, cuenta, conto, rekening, rekeningnummer, rachunek, numer rachunku, cont, счет, номер счета',
  customerId:
    'customer id, customer, customer number, customer no, client id, client number, kundennummer, kunde, kunden id, kundenid, numero client, id cliente, cif, klantnummer, numer klienta, номер клиента, party id',
  holderName:
    'holder name, holder, customer name, account holder, client name, name, full name, kontoinhaber, kundenname, inhaber, titulaire, titular, intestatario, rekeninghouder, wlasciciel, titular cont, владелец, фио',
  holderType:
    'type, customer type, holder type, client type, party type, kundenart, kundentyp, person type, legal form type',
  role: 'role, account role, party role, rolle, relationship, relation, function, funktion, berechtigung',
  birthYear:
    'birth year, year of birth, birthyear, date of birth, birth date, birthdate, dob, geburtsjahr, geburtsdatum, date de naissance, fecha de nacimiento, data di nascita, geboortedatum, data urodzenia, data nasterii, дата рождения',
  residenceCountry:
    'residence country, country of residence, country, residence, wohnsitzland, land, pays, pais, paese, kraj, tara, страна',
  homeRegion:
    'home region, region, home city, city, ort, wohnort, ville, ciudad, citta, plaats, woonplaats, miasto, oras, город, bundesland, province, county',
  address:
    'address, street address, home address, residential address, adresse, anschrift, strasse, direccion, domicilio, indirizzo, adres, adresa, адрес, street',
  phone:
    'phone, phone number, telephone, mobile, mobile number, telefon, telefonnummer, handy, mobiltelefon, telephone mobile, telefono, telefoon, telefoonnummer, телефон, msisdn',
  email:
    'email, e mail, mail, email address, e mail adresse, courriel, correo, correo electronico, indirizzo email, эл почта',
  protectedAddress:
    'protected address, address protected, auskunftssperre, protected, refuge, safe house, adresse protegee, geschuetzte adresse',
  occupation:
    'occupation, profession, job, beruf, beschaeftigung, metier, profesion, ocupacion, professione, beroep, zawod, ocupatie, профессия, employment',
  declaredIncome:
    'declared income, declared income band, income, income band, annual income, yearly income, monthly income, einkommen, jahreseinkommen, monatseinkommen, nettoeinkommen, revenu, ingresos, reddito, inkomen, dochod, venit, доход, salary band',
  sector:
    'sector, sector code, industry, nace, nace code, sic, branche, branchencode, secteur, settore, branza, sectie, отрасль, line of business',
  staffCount:
    'staff count, staff count band, employees, number of employees, headcount, mitarbeiter, mitarbeiterzahl, effectif, empleados, dipendenti, pracownicy, angajati, персонал',
  declaredTurnover:
    'declared turnover, declared turnover band, turnover, annual turnover, revenue, jahresumsatz, chiffre d affaires, facturacion, fatturato, omzet, obrot, cifra de afaceri, оборот',
  licence:
    'licence, licences, license, licenses, licence ids, licence id, licence type, konzession, lizenz, licencia, licenza, vergunning, licencja',
  openedOn:
    'opened on, opening date, opened, open date, account opened, date opened, eroeffnet, eroeffnet am, eroeffnungsdatum, kontoeroeffnung, tag der errichtung, errichtungsdatum, errichtung, date ouverture, data inizio rapporto, data di apertura, date d ouverture, fecha de apertura, data apertura, geopend op, data otwarcia, data deschiderii, дата открытия',
  closedOn:
    'closed on, closing date, closed, close date, account closed, date closed, closure date, date of closure, aufgeloest, aufgeloest am, aufloesungsdatum, kontoaufloesung, tag der aufloesung, geschlossen am, schliessungsdatum, date de cloture, date cloture, fecha de cierre, fecha cierre, fecha de cancelacion, data chiusura, data di chiusura, data fine rapporto, gesloten op, sluitingsdatum, data zamkniecia, data inchiderii, дата закрытия',
  validFrom:
    'valid from, role from, authorised from, authorized from, gueltig ab, gueltig von, berechtigt ab, beginn, depuis, valable du, valido desde, valido da, valido dal, geldig van, wazny od, valabil de la, действует с',
  validTo:
    'valid to, valid until, role to, authorised until, authorized until, gueltig bis, berechtigt bis, ende, jusqu au, valable au, valido hasta, valido fino al, geldig tot, wazny do, valabil pana la, действует по',
  status:
    'status, account status, state, kontostatus, statut, estado, stato, stato rapporto, stan rachunku, stare cont, статус',
  bank: 'bank, bic, bank bic, swift, institution, credit institution, kreditinstitut, institut, blz, bankleitzahl, etablissement, banque, code etablissement, entidad, banco, intermediario, banca, instelling, banca emitenta, банк',
  proxyName:
    'proxy, proxies, proxy name, authorised person, authorised persons, authorized person, authorised signatory, power of attorney holder, verfuegungsberechtigter, verfuegungsberechtigte, verfuegungsberechtigte person, bevollmaechtigter, bevollmaechtigte, mandataire, mandataires, nom du mandataire, apoderado, apoderados, autorizado, autorizados, delegato, delegati, delegato ad operare, gemachtigde, gemachtigden, pelnomocnik, pelnomocnicy, imputernicit, imputerniciti, уполномоченное лицо',
  proxyBirth:
    'proxy birth date, proxy date of birth, proxy birth year, geburtsdatum verfuegungsberechtigter, geburtsdatum bevollmaechtigter, date de naissance du mandataire, fecha de nacimiento apoderado, data di nascita delegato',
  ownerName:
    'beneficial owner, beneficial owners, beneficial owner name, ubo, wirtschaftlich berechtigter, wirtschaftlich berechtigte, abweichend wirtschaftlich berechtigter, beneficiaire effectif, beneficiaires effectifs, titular real, titulares reales, titolare effettivo, titolari effettivi, uiteindelijk begunstigde, beneficjent rzeczywisty, beneficiar real, бенефициарный владелец',
  ownerBirth:
    'beneficial owner birth date, beneficial owner date of birth, geburtsdatum wirtschaftlich berechtigter, date de naissance du beneficiaire effectif, data di nascita titolare effettivo',
  openedAtBranch:
    'opened at branch, branch, opening branch, branch name, filiale, geschaeftsstelle, agence, sucursal, agenzia, filiaal, oddzial, sucursala, отделение',
  introducerId:
    'introducer id, introducer, introduced by, referrer, referrer id, vermittler, apporteur, referred by, agent id',
  currency: 'currency, account currency, waehrung, kontowaehrung, devise, moneda, divisa, munt, waluta, валюта, ccy',
} as const satisfies Record<string, string>;

export type RegisterRole = keyof typeof phrases;

export const registerWords = new ColumnWords<RegisterRole>(phrases);

/** The phrases of a role, one per comma. */
export function phrasesOf(role: RegisterRole): string {
  return phrases[role];
}

/** Columns of a register, or undefined where the header lacks an account or speaks of money. */
export function findRegisterRoles(header: readonly string[]): Columns<RegisterRole> | undefined {
  const found = registerWords.find(header);
  if (!found) return undefined;
  const hasPerson = found.has('customerId') || found.has('holderName');
  // These stand in statements as well.
  const common = ['bank', 'status'].filter((role) => found.has(role as RegisterRole)).length;
  return found.has('account') && hasPerson && found.size - common >= 4 ? found : undefined;
}

/**
 * Columns of an account register's reply (Directive (EU) 2015/849, article 32a): accounts with their
 * holder, and when they were closed or who else may act or is behind them.
 */
export function findReplyRoles(header: readonly string[]): Columns<RegisterRole> | undefined {
  const found = registerWords.find(header);
  if (!found?.has('account')) return undefined;
  const has = (...roles: readonly RegisterRole[]): boolean => roles.some((role) => found.has(role));
  const isReply = has('proxyName', 'ownerName') || (has('closedOn') && has('openedOn') && has('holderName'));
  return isReply && has('holderName', 'proxyName', 'ownerName') && has('openedOn', 'closedOn') ? found : undefined;
}
