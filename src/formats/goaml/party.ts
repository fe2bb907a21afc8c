/**
 * Persons, entities and accounts of a goAML report (XML schema 4.x and 5.x, types t_person, t_entity,
 * t_account and their `_my_client` twins) as they stand in the file. What Clew must not know has no
 * field here and is passed over unread: gender, nationality, place of birth, passports, mother's
 * name, wealth, political exposure, sanctions, employers, relatives and every comment.
 */
import { detached } from '../../intake/text-feeds.ts';
import type { XmlNode } from '../xml/tree.ts';

/** Of the persons around one account or entity; more are passed over. */
const MOST_PEOPLE = 500;

const personFields = {
  first_name: 'first',
  middle_name: 'middle',
  prefix: 'prefix',
  last_name: 'last',
  birthdate: 'birth',
  ssn: 'ssn',
  id_number: 'idNumber',
  residence: 'residence',
  'phones/phone/tph_country_prefix': 'phonePrefix',
  'phones/phone/tph_number': 'phone',
  'addresses/address/address': 'address',
  'addresses/address/city': 'city',
  email: 'email',
  'emails/email': 'email',
  occupation: 'occupation',
  is_protected: 'isProtected',
} as const;
const entityFields = {
  name: 'name',
  commercial_name: 'commercialName',
  incorporation_number: 'number',
  business: 'business',
  incorporation_country_code: 'country',
  'phones/phone/tph_country_prefix': 'phonePrefix',
  'phones/phone/tph_number': 'phone',
  'addresses/address/address': 'address',
  'addresses/address/city': 'city',
  email: 'email',
  'emails/email': 'email',
} as const;
const accountFields = {
  swift: 'swift',
  institution_code: 'institution',
  institution_country: 'institutionCountry',
  branch: 'branch',
  account: 'number',
  iban: 'iban',
  currency_code: 'currency',
  account_name: 'name',
  client_number: 'client',
  opened: 'opened',
  closed: 'closed',
  balance: 'balance',
  date_balance: 'balanceOn',
  status_code: 'status',
} as const;

type Fields<F extends Readonly<Record<string, string>>> = { [K in F[keyof F]]?: string };

export type RawPerson = Fields<typeof personFields>;
/** A person beside an account or an entity. */
export interface RawRelated {
  readonly person: RawPerson;
  /** `signatory` and `director` are what the element itself says. */
  readonly as: 'signatory' | 'related' | 'director';
  fields: { role?: string; isPrimary?: string; from?: string; to?: string };
}
export interface RawEntity extends Fields<typeof entityFields> {
  readonly people: RawRelated[];
}
export interface RawAccount extends Fields<typeof accountFields> {
  entity?: RawEntity;
  readonly people: RawRelated[];
}
/** One side of a transaction, or a party of a report: one of the three. */
export interface RawParty {
  person?: RawPerson;
  entity?: RawEntity;
  account?: RawAccount;
  /** The reporter's own client, of whom it knows most. */
  isClient?: boolean;
}

/** What a required field holds where there is nothing to say. */
const NOTHING = /^(?:[-–—_.*\s]*|n\/?a|nil|none|null|unknown|not (?:available|provided|applicable))$/i;

/** The text, or undefined where it only fills a required field. */
export function given(text: string | undefined): string | undefined {
  return text === undefined || NOTHING.test(text) ? undefined : text;
}

/** Texts of the elements at these paths; the first that is given holds. */
export function bindFields<K extends string>(
  node: XmlNode,
  fields: Readonly<Record<string, K>>,
  target: () => { [F in K]?: string },
): void {
  for (const [path, key] of Object.entries(fields) as [string, K][]) {
    node.at(path).text = (text) => {
      const said = given(text);
      const to = target();
      if (said !== undefined && to[key] === undefined) to[key] = detached(said) as (typeof to)[K];
    };
  }
}

/** Reads the parties below a node. @param names of their elements, with or without `_my_client` */
export function bindParty(
  node: XmlNode,
  names: { readonly person: string; readonly entity: string; readonly account: string },
  party: () => RawParty,
): void {
  for (const suffix of ['', '_my_client'] as const) {
    const mark = (): RawParty => {
      const to = party();
      if (suffix !== '') to.isClient = true;
      return to;
    };
    bindPerson(node.at(names.person + suffix), (person) => (mark().person ??= person));
    bindEntity(node.at(names.entity + suffix), (entity) => (mark().entity ??= entity));
    bindAccount(node.at(names.account + suffix), (account) => (mark().account ??= account));
  }
}

function bindPerson(node: XmlNode, take: (person: RawPerson) => void): void {
  let person: RawPerson = {};
  node.open = () => {
    take((person = {}));
  };
  bindFields(node, personFields, () => person);
}

function bindEntity(node: XmlNode, take: (entity: RawEntity) => void): void {
  let entity: RawEntity = { people: [] };
  const people = (): RawRelated[] => entity.people;
  node.open = () => {
    take((entity = { people: [] }));
  };
  bindFields(node, entityFields, () => entity);
  bindRelated(node.at('director_id'), '', 'director', people);
  bindRelated(node.at('related_persons/entity_related_person'), 'person', 'related', people);
}

function bindAccount(node: XmlNode, take: (account: RawAccount) => void): void {
  let account: RawAccount = { people: [] };
  const people = (): RawRelated[] => account.people;
  node.open = () => {
    take((account = { people: [] }));
  };
  bindFields(node, accountFields, () => account);
  for (const name of ['t_entity', 't_entity_my_client'])
    bindEntity(node.at(name), (entity) => (account.entity ??= entity));
  bindRelated(node.at('signatory'), 't_person', 'signatory', people);
  bindRelated(node.at('related_persons/account_related_person'), 't_person', 'related', people);
}

function bindRelated(node: XmlNode, path: string, as: RawRelated['as'], people: () => RawRelated[]): void {
  let related: RawRelated = { person: {}, as, fields: {} };
  node.open = () => {
    related = { person: {}, as, fields: {} };
    if (people().length < MOST_PEOPLE) people().push(related);
  };
  bindFields(path === '' ? node : node.at(path), personFields, () => related.person);
  bindFields(
    node,
    {
      role: 'role',
      is_primary: 'isPrimary',
      'relation_date_range/valid_from': 'from',
      'relation_date_range/valid_to': 'to',
    },
    () => related.fields,
  );
}

/** First, middle and last names with the prefix before the last. */
export function nameOfPerson({ first, middle, prefix, last }: RawPerson): string | undefined {
  return [first, middle, prefix, last].filter((part) => part !== undefined).join(' ') || undefined;
}
