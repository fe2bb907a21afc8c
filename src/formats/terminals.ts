/**
 * Terminals (`indicators.md` section 2): delimited text that says where each cash machine or point of
 * sale stands. Rows of other files that name a terminal by its id get its town and merchant code.
 */
import { countryOf } from './country-code.ts';
import { ColumnWords, findTable, readTable, sampleOfHead, type Columns } from './csv/named-table.ts';
import type { StatementFormat } from './format.ts';
import type { TerminalRow } from './terminal-row.ts';

const words = new ColumnWords({
  id: 'terminal id, terminal, terminal no, terminal number, tid, atm id, atm, machine id, device id, automat, automatennummer, geldautomat, id terminal, id terminale, id cajero, numero terminal, terminalnummer, id terminala, терминал, банкомат',
  town: 'town, city, place, location, ort, stadt, standort, ville, lieu, ciudad, localidad, citta, luogo, plaats, miasto, oras, localitate, город, municipality',
  region: 'region, state, province, bundesland, departement, provincia, wojewodztwo, judet, область',
  country: 'country, country code, land, pays, pais, paese, kraj, tara, страна',
  kind: 'type, kind, terminal type, art, typ, tipo, soort, тип, device type',
  mcc: 'mcc, merchant code, merchant category code, merchant category, haendlercode, code mcc',
  latitude: 'latitude, lat, breite, breitengrad',
  longitude: 'longitude, lon, lng, long, laenge, laengengrad',
  busy: 'is busy, busy, busy terminal',
});
type TerminalRole = 'id' | 'town' | 'region' | 'country' | 'kind' | 'mcc' | 'latitude' | 'longitude' | 'busy';

function find(header: readonly string[]): Columns<TerminalRole> | undefined {
  const found = words.find(header);
  if (!found?.has('id') || !(found.has('town') || found.has('region') || found.has('mcc'))) return undefined;
  // A list of terminals is about little else: a table of payments or logins has columns of its own.
  return found.size * 2 > header.length && !header.some((name) => /account|iban|konto|compte|cuenta|card/i.test(name))
    ? found
    : undefined;
}

export default {
  id: 'terminals',
  title: 'Terminals',
  recognise(head) {
    const table = findTable(sampleOfHead(head), find);
    return table
      ? { sureness: 80, why: `line ${table.header.line} names terminals and where they stand` }
      : { sureness: 0, why: 'no line names a terminal and where it stands' };
  },
  read(source, member, sink) {
    const plan = (sample: Parameters<typeof findTable>[0]) => findTable(sample, find);
    readTable<TerminalRole>(source, member, sink, plan, (record) => {
      const id = record.cell('id').toUpperCase();
      if (id === '') return { field: 'id', reason: 'empty' };
      const mcc = record.cell('mcc');
      if (mcc !== '' && !/^\d{1,4}$/.test(mcc)) return { field: 'mcc', reason: `${mcc} is no merchant code` };
      const town = record.cell('town') || record.cell('region');
      const country = countryOf(record.cell('country'));
      const kind = kindOf(record.cell('kind'));
      sink.terminal({
        id,
        ...(town === '' ? {} : { town }),
        ...(/^[A-Z]{2}$/.test(country) ? { country } : {}),
        ...(kind === undefined ? {} : { kind }),
        ...(mcc === '' ? {} : { mcc: Number(mcc) }),
      });
      return 'kept';
    });
  },
} satisfies StatementFormat;

function kindOf(text: string): TerminalRow['kind'] {
  if (/atm|cash|automat|bankomat|dab|cajero|банкомат|gab\b/i.test(text)) return 'cash-machine';
  return /pos|point of sale|kasse|tpe|tpv|eft/i.test(text) ? 'point-of-sale' : undefined;
}
