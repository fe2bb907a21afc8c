/**
 * What banks call the columns of a customer or account file. Names in camel case are taken apart
 * (`openedAtBranch`), then compared like statement headers.
 */
import { foldHeader, matchHeader } from './csv/header-words.ts';

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
    'opened on, opening date, opened, open date, account opened, date opened, eroeffnet, eroeffnet am, eroeffnungsdatum, kontoeroeffnung, date d ouverture, fecha de apertura, data apertura, geopend op, data otwarcia, data deschiderii, дата открытия',
  openedAtBranch:
    'opened at branch, branch, opening branch, branch name, filiale, geschaeftsstelle, agence, sucursal, agenzia, filiaal, oddzial, sucursala, отделение',
  introducerId:
    'introducer id, introducer, introduced by, referrer, referrer id, vermittler, apporteur, referred by, agent id',
  currency: 'currency, account currency, waehrung, kontowaehrung, devise, moneda, divisa, munt, waluta, валюта, ccy',
} as const satisfies Record<string, string>;

export type RegisterRole = keyof typeof phrases;

const roles = new Map<string, RegisterRole>();
for (const [role, list] of Object.entries(phrases) as [RegisterRole, string][]) {
  for (const phrase of list.split(', ')) {
    const folded = foldHeader(phrase);
    if (!roles.has(folded)) roles.set(folded, role);
  }
}
const MONEY = new Set(['amount', 'debit', 'credit', 'balance', 'paidAmount', 'receivedAmount']);

/** Columns of a register, or undefined where the header lacks an account or speaks of money. */
export function findRegisterRoles(header: readonly string[]): ReadonlyMap<RegisterRole, number> | undefined {
  const found = new Map<RegisterRole, number>();
  for (const [column, raw] of header.entries()) {
    const name = raw.replace(/^\ufeff/, '').replace(/([a-z])([A-Z])/g, '$1 $2');
    const folded = foldHeader(name);
    const role = roles.get(folded) ?? roles.get(folded.replace(/ (id|band|code|hash)$/, ''));
    if (role && !found.has(role)) found.set(role, column);
    else if (!role) {
      const money = matchHeader(name, () => false);
      if (money?.isExact && MONEY.has(money.role)) return undefined;
    }
  }
  const hasPerson = found.has('customerId') || found.has('holderName');
  return found.has('account') && hasPerson && found.size >= 4 ? found : undefined;
}
