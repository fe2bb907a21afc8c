/**
 * Logins to accounts (`indicators.md` section 2): delimited text that names an account, a moment and a
 * device or a network address. Devices and addresses are kept as hashes under the case's key.
 */
import { NO_TIME } from '../days.ts';
import { accountKey } from './account-key.ts';
import { STANDARD_CONTACT_KEY, contactHash } from './contact-hash.ts';
import { countryOf } from './country-code.ts';
import { ColumnWords, findTable, readTable, sampleOfHead, type Columns } from './csv/named-table.ts';
import type { StatementFormat } from './format.ts';

const words = new ColumnWords({
  account:
    'account id, account, account number, iban, kontonummer, konto, compte, numero de compte, cuenta, conto, rekeningnummer, rachunek, numer rachunku, cont, счет',
  at: 'at, login at, login time, logged in at, time, timestamp, date time, datetime, date, login date, zeitpunkt, anmeldezeit, anmeldung, anmeldung am, angemeldet am, date connexion, date de connexion, horodatage, fecha, fecha de acceso, data accesso, data e ora, tijdstip, data logowania, data autentificarii, дата входа',
  device:
    'device id, device, device hash, device fingerprint, fingerprint, geraet, geraete id, geraetekennung, appareil, identifiant appareil, dispositivo, id dispositivo, apparaat, urzadzenie, dispozitiv, устройство, imei, installation id, app instance id',
  ip: 'ip, ip address, ip hash, ip adresse, adresse ip, direccion ip, indirizzo ip, ip adres, adres ip, adresa ip, source ip, client ip',
  country: 'country, ip country, login country, land, pays, pais, paese, kraj, tara, страна, country code, geo country',
  network: 'network type, network, connection type, netz, netzwerk, reseau, red, rete',
  result: 'result, outcome, status, success, successful, login result, ergebnis, resultat, resultado, risultato',
  customer: 'customer id, customer, user id, user, client id, kunde, kundennummer',
});
type LoginRole = 'account' | 'at' | 'device' | 'ip' | 'country' | 'network' | 'result' | 'customer';

function find(header: readonly string[]): Columns<LoginRole> | undefined {
  const found = words.find(header);
  return found?.has('account') && found.has('at') && (found.has('device') || found.has('ip')) ? found : undefined;
}

/** The format under a case's own key for hashes of devices and addresses. */
export function loginsFormat(contactKey: string): StatementFormat {
  return {
    id: 'logins',
    title: 'Logins to accounts',
    recognise(head) {
      const table = findTable(sampleOfHead(head), find);
      return table
        ? { sureness: 85, why: `line ${table.header.line} names an account, a moment and a device or address` }
        : { sureness: 0, why: 'no line names an account and a device' };
    },
    read(source, member, sink) {
      const plan = (sample: Parameters<typeof findTable>[0]) => findTable(sample, find);
      readTable<LoginRole>(source, member, sink, plan, (record) => {
        const account = accountKey(record.cell('account'));
        if (!account) return { field: 'account', reason: 'no account is given' };
        const at = record.moment('at');
        if (at === undefined) return { field: 'at', reason: 'empty' };
        if (at === 'no day') return { field: 'at', reason: `${record.cell('at')} is no day` };
        if (at.day < 0) return { field: 'at', reason: `${record.cell('at')} is not within the years of logins` };
        // Somebody who did not get in saw nothing and moved nothing.
        if (/^(0|false|no|fail|denied|error|reject|abgelehnt|fehl|echec|fallid|fallit)/i.test(record.cell('result')))
          return 'not booked';
        const end = sink.ends.intern('account', account.key);
        if (account.country !== undefined) sink.ends.setCountry(end, account.country);
        const device = contactHash(contactKey, 'device', record.cell('device'));
        const ip = contactHash(contactKey, 'ip', record.cell('ip'));
        const country = countryOf(record.cell('country'));
        sink.login({
          account: end,
          day: at.day,
          ...(at.time === NO_TIME ? {} : { time: at.time }),
          ...(device === undefined ? {} : { device }),
          ...(ip === undefined ? {} : { ip }),
          ...(/^[A-Z]{2}$/.test(country) ? { country } : {}),
        });
        return 'kept';
      });
    },
  };
}

export default loginsFormat(STANDARD_CONTACT_KEY);
