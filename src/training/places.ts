/**
 * Where the synthetic world happens: home towns of the four banks' customers, towns that people
 * travel to, and countries that money is sent to. Town names are real so that a gazetteer finds them;
 * corridors are one list for every role, because a destination must never tell a role.
 */
export interface City {
  readonly name: string;
  readonly country: string;
  readonly region: string;
}

const towns = (country: string, list: string): readonly City[] =>
  list.split('|').map((entry) => {
    const [name = '', region = ''] = entry.split(':');
    return { name, country, region };
  });

const GERMANY = towns(
  'DE',
  'München:Bayern|Nürnberg:Bayern|Passau:Bayern|Regensburg:Bayern|Augsburg:Bayern|Berlin:Berlin|Leipzig:Sachsen|Dresden:Sachsen|Köln:Nordrhein-Westfalen|Düsseldorf:Nordrhein-Westfalen|Hamburg:Hamburg|Frankfurt am Main:Hessen|Stuttgart:Baden-Württemberg|Freiburg im Breisgau:Baden-Württemberg|Hannover:Niedersachsen',
);
const AUSTRIA = towns(
  'AT',
  'Wien:Wien|Graz:Steiermark|Linz:Oberösterreich|Salzburg:Salzburg|Innsbruck:Tirol|Villach:Kärnten|Wels:Oberösterreich',
);
const POLAND = towns(
  'PL',
  'Kraków:małopolskie|Warszawa:mazowieckie|Wrocław:dolnośląskie|Katowice:śląskie|Łódź:łódzkie|Rzeszów:podkarpackie|Poznań:wielkopolskie|Gdańsk:pomorskie',
);
const BRITAIN = towns(
  'GB',
  'London:Greater London|Manchester:Greater Manchester|Leeds:West Yorkshire|Bristol:Bristol|Birmingham:West Midlands|Glasgow:Glasgow City',
);
const NETHERLANDS = towns(
  'NL',
  'Amsterdam:Noord-Holland|Rotterdam:Zuid-Holland|Utrecht:Utrecht|Eindhoven:Noord-Brabant',
);

/** Home towns by country. */
export const HOME_TOWNS: Readonly<Record<string, readonly City[]>> = {
  DE: GERMANY,
  AT: AUSTRIA,
  PL: POLAND,
  GB: BRITAIN,
  NL: NETHERLANDS,
};

/** Countries that held customers send money to and get money from, one list for every role. */
export const CORRIDORS: readonly string[] = [
  'RO',
  'BG',
  'PL',
  'ES',
  'IT',
  'FR',
  'BE',
  'CZ',
  'PH',
  'TH',
  'NG',
  'VN',
  'IN',
  'CO',
  'KE',
  'BR',
  'GE',
  'MD',
];

/** Share of customers by home country, out of 100. */
export const HOME_WEIGHTS: ReadonlyArray<readonly [string, number]> = [
  ['DE', 48],
  ['AT', 13],
  ['PL', 25],
  ['GB', 9],
  ['NL', 5],
];

/** The money that a country's people are paid in. */
export function currencyOf(country: string): string {
  return country === 'PL' ? 'PLN' : country === 'GB' ? 'GBP' : 'EUR';
}

/** The language that people of a country write on transfers, as far as this world goes. */
export function languageOf(country: string): 'de' | 'en' | 'pl' {
  return country === 'DE' || country === 'AT' ? 'de' : country === 'PL' ? 'pl' : 'en';
}
