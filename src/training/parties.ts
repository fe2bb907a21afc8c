/**
 * Makes the customers: people and firms with the contact data that a bank's customer file holds,
 * gaps included. Blanks fall on everybody alike, as does the choice of a name.
 */
import type { Random } from '../random.ts';
import { NameSource, type Name } from './names.ts';
import type { LevelParameters } from './level.ts';
import { HOME_TOWNS, HOME_WEIGHTS, type City } from './places.ts';
import type { Business, Person } from './model.ts';

export interface PersonSpec {
  home?: City;
  kinOf?: Person;
  birthYear?: number;
  occupation?: string;
  incomeBand?: string;
  address?: string;
  phone?: string;
  email?: string;
  isProtected?: boolean;
}

export interface BusinessSpec {
  sector: string;
  home?: City;
  name?: string;
  owner?: Person;
  licence?: string;
  staffBand?: string;
  turnoverBand?: string;
  address?: string;
  phone?: string;
  email?: string;
  isProtected?: boolean;
}

const STREETS: Readonly<Record<string, readonly string[]>> = {
  DE: 'Lindenstraße,Am Mühlbach,Goethering,Bahnhofstraße,Kirchweg,Tulpenweg,Hafenallee,Schillerplatz,Gartenstraße,Rosengasse'.split(
    ',',
  ),
  AT: 'Praterzeile,Hauptstraße,Linzer Gasse,Weinbergweg,Annenweg,Donaulände,Schlossgasse,Murkai'.split(','),
  PL: 'ul. Lipowa,ul. Młyńska,ul. Długa,al. Słoneczna,ul. Kościelna,ul. Krótka,os. Zielone,ul. Wiślana'.split(','),
  GB: 'Mill Lane,Station Road,Church Street,Albert Terrace,Orchard Close,Quay Street,Hollow Way,Foundry Row'.split(','),
  NL: 'Molenstraat,Kerklaan,Havenkade,Tulpstraat,Dorpsweg,Spoorlaan'.split(','),
};

const DIAL: Readonly<Record<string, string>> = { DE: '+49 15', AT: '+43 66', PL: '+48 5', GB: '+44 74', NL: '+31 6' };

const OCCUPATIONS: readonly string[] =
  'warehouse,office,cleaner,nurse,driver,teacher,cook,engineer,sales,carer,electrician,housekeeper,laboratory technician,student,self-employed,factory,waiter,accountant'.split(
    ',',
  );
const INCOME_BANDS: readonly string[] = ['under 1000', '1000-2000', '2000-4000', 'over 4000'];

const FIRM_WORDS: readonly string[] =
  'Aurum,Borealis,Castor,Delphin,Evergreen,Falke,Gletscher,Horizont,Iskra,Jantar,Kompas,Lumen,Meridian,Nova,Orion,Perun,Quarz,Rhombus,Sirius,Tatra,Ursus,Vistula,Wega,Xenon,Zenit,Alba,Brise,Cirrus,Dryada,Elbe'.split(
    ',',
  );
const FIRM_FORMS: Readonly<Record<string, readonly string[]>> = {
  DE: ['GmbH', 'GmbH & Co. KG', 'UG (haftungsbeschränkt)', 'e.K.'],
  AT: ['GmbH', 'KG', 'e.U.'],
  PL: ['Sp. z o.o.', 's.c.', 'Sp.j.'],
  GB: ['Ltd', 'Limited', 'LLP'],
  NL: ['B.V.', 'V.O.F.'],
};
const TRADE_WORDS: Readonly<Record<string, string>> = {
  cleaning: 'Cleaning',
  construction: 'Bau',
  agriculture: 'Agrar',
  care: 'Care',
  restaurant: 'Gastro',
  retail: 'Handel',
  logistics: 'Logistik',
  it: 'Systems',
  consulting: 'Consult',
  'medical-travel': 'MedTravel',
  clinic: 'Klinik',
  charity: 'Hilfe',
  massage: 'Wellness',
  recruitment: 'Personal',
  property: 'Immobilien',
  finance: 'Kredit',
  manufacturing: 'Werk',
  hairdresser: 'Salon',
  hotel: 'Hotel',
  staffing: 'Work',
  wholesale: 'Trade',
  school: 'Schule',
};

/** A home country by the weights, then a town. */
export function drawHome(random: Random): City {
  let ticket = random.integer(1, 100);
  for (const [country, weight] of HOME_WEIGHTS) {
    ticket -= weight;
    if (ticket <= 0) return random.pick(HOME_TOWNS[country] ?? []);
  }
  return random.pick(HOME_TOWNS['DE'] ?? []);
}

export class PartySource {
  private random: Random;
  private readonly names: NameSource;
  private readonly gaps: Pick<LevelParameters, 'noPhone' | 'noEmail'>;
  private readonly given = new Map<Person, Name>();
  private readonly customerIds = new Set<string>();

  constructor(random: Random, gaps: Pick<LevelParameters, 'noPhone' | 'noEmail'>) {
    this.random = random;
    this.gaps = gaps;
    this.names = new NameSource(random.stream('names'));
  }

  /** Draws from another stream from now on; the bag of names stays. */
  enter(random: Random): void {
    this.random = random;
  }

  person(spec: PersonSpec = {}): Person {
    const random = this.random;
    const kin = spec.kinOf === undefined ? undefined : this.given.get(spec.kinOf);
    const name = kin === undefined ? this.names.next() : this.names.kin(kin);
    const home = spec.home ?? drawHome(random);
    const birthYear = spec.birthYear ?? random.integer(1948, 2004);
    const person: Person = {
      kind: 'person',
      customerId: this.customerId(),
      name: `${name.given} ${name.family}`,
      pool: name.pool,
      ...(spec.kinOf === undefined ? {} : { kinOf: spec.kinOf }),
      birthYear,
      home,
      country: home.country,
      address: spec.address ?? (random.chance(0.03) ? '' : this.address(home)),
      phone: spec.phone ?? (random.chance(this.gaps.noPhone) ? '' : this.phone(home.country)),
      email: spec.email ?? (random.chance(this.gaps.noEmail) ? '' : this.email()),
      occupation: spec.occupation ?? (random.chance(0.15) ? '' : random.pick(OCCUPATIONS)),
      incomeBand: spec.incomeBand ?? (random.chance(0.2) ? '' : random.pick(INCOME_BANDS)),
      isProtected: spec.isProtected ?? false,
    };
    this.given.set(person, name);
    return person;
  }

  business(spec: BusinessSpec): Business {
    const random = this.random;
    const home = spec.home ?? drawHome(random);
    return {
      kind: 'business',
      ...(spec.owner === undefined ? {} : { owner: spec.owner }),
      customerId: this.customerId(),
      name: spec.name ?? this.firmName(spec.sector, home.country, spec.owner),
      home,
      country: home.country,
      address: spec.address ?? this.address(home),
      phone: spec.phone ?? (random.chance(0.05) ? '' : this.phone(home.country)),
      email: spec.email ?? (random.chance(0.1) ? '' : this.email()),
      sector: spec.sector,
      licence: spec.licence ?? '',
      staffBand: spec.staffBand ?? random.pick(['1', '2-5', '6-10', '11-50']),
      turnoverBand:
        spec.turnoverBand ??
        (random.chance(0.15) ? '' : random.pick(['under 100k', '100k-500k', '500k-2m', 'over 2m'])),
      isProtected: spec.isProtected ?? false,
    };
  }

  /** A name without a customer behind it, for ends at other banks. */
  strangerName(): string {
    const name = this.names.next();
    return `${name.given} ${name.family}`;
  }

  firmName(sector: string, country: string, owner?: Person): string {
    const random = this.random;
    const form = random.pick(FIRM_FORMS[country] ?? ['S.A.', 'Ltd', 'SRL']);
    const trade = TRADE_WORDS[sector] ?? 'Service';
    const family = owner === undefined ? undefined : this.given.get(owner)?.family;
    if (random.chance(0.35)) return `${family ?? this.names.next().family} ${trade} ${form}`;
    return `${random.pick(FIRM_WORDS)}${random.chance(0.5) ? ' ' : '-'}${random.pick(FIRM_WORDS)} ${trade} ${form}`;
  }

  address(home: City): string {
    const street = this.random.pick(STREETS[home.country] ?? STREETS['DE'] ?? []);
    const number = this.random.integer(1, 240);
    return home.country === 'GB' ? `${number} ${street}, ${home.name}` : `${street} ${number}, ${home.name}`;
  }

  phone(country: string): string {
    return `${DIAL[country] ?? '+49 15'}${this.random.integer(1000000, 9999999)}${this.random.integer(0, 9)}`;
  }

  email(): string {
    const words =
      'amsel,birke,cedar,dune,ember,fjord,grove,heron,iris,jasmin,koala,larch,maple,nimbus,opal,panda,quill,raven,sable,thyme';
    return `${this.random.pick(words.split(','))}.${this.random.pick(words.split(','))}${this.random.integer(10, 9999)}@${this.random.pick(['mailhaus.example', 'poczta.example', 'postbox.example'])}`;
  }

  private customerId(): string {
    for (;;) {
      const id = `K${this.random.integer(1000000, 9999999)}`;
      if (this.customerIds.has(id)) continue;
      this.customerIds.add(id);
      return id;
    }
  }
}
