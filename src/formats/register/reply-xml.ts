/**
 * An account register's reply as XML. Every country has elements of its own, so that they are told by
 * their names alone, spelled out in the words of `register-words.ts`: an element for an account holds
 * its number and days, and elements for persons, which hold a name or are one.
 */
import { NO_DAY, parseIsoDate, type Day } from '../../days.ts';
import { detached } from '../../intake/text-feeds.ts';
import type { XmlFile } from '../xml/read.ts';
import { readRecords, rejectDamaged, unreadableAt, type RecordReader } from '../xml/record-file.ts';
import { XmlNode, type XmlPlace } from '../xml/tree.ts';
import { inferDateOrder } from '../csv/date-order.ts';
import { DateReader } from '../csv/dates.ts';
import { textReader } from '../csv/sample.ts';
import type { ByteSource, EntrySink, Member } from '../format.ts';
import type { AccountRole } from '../register-row.ts';
import { phrasesOf, type RegisterRole } from '../register-words.ts';
import { birthYearOf, roleOf, statusOf } from './row.ts';
import { writeReply, type ReplyPerson } from './reply.ts';

const MOST_PEOPLE = 500;
/** Accounts are held until the order of day and month is known from all dates; beyond this many it is settled. */
const MOST_WAITING = 5000;

const accountElements =
  'account, bank account, konto, kontodaten, compte, cuenta, conto, rapporto, rekening, rachunek, cont, account record, account information';
const personElements: Readonly<Partial<Record<AccountRole, string>>> = {
  holder: 'holder, account holder, kontoinhaber, inhaber, titulaire, titular, intestatario, rekeninghouder, wlasciciel',
  'power-of-attorney':
    'proxy, authorised person, authorized person, attorney, verfuegungsberechtigter, bevollmaechtigter, mandataire, apoderado, autorizado, delegato, gemachtigde, pelnomocnik, imputernicit',
  'beneficial-owner':
    'beneficial owner, ubo, wirtschaftlich berechtigter, beneficiaire effectif, titular real, titolare effettivo, uiteindelijk begunstigde, beneficjent rzeczywisty, beneficiar real',
  other: 'person, party, related person, related party, personne, persona, persoon, osoba',
};
const listElements =
  'holders, account holders, proxies, authorised persons, beneficial owners, persons, parties, related persons, related parties, inhaber liste, kontoinhaber liste, berechtigte, verfuegungsberechtigte, wirtschaftlich berechtigte, titulaires, mandataires, beneficiaires effectifs, titulares, intestatari, delegati, titolari effettivi, owners, roles, identification, dates, details';
const firstNames = 'first name, given name, vorname, prenom, prenoms, nombre, nome, voornaam, imie, prenume';
const lastNames =
  'last name, surname, family name, nachname, familienname, nom, nom de famille, apellidos, cognome, achternaam, nazwisko, nume';
const numbers =
  'national id, id number, identification number, tax id, steuer id, idnr, codice fiscale, nif, bsn, pesel, cnp, ssn, fiscal code';

/** The ways in which documents spell a phrase as an element's name. */
function spellings(list: string): string[] {
  return list.split(', ').flatMap((phrase) => {
    const words = phrase.split(' ');
    const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
    const pascal = words.map(capital).join('');
    const forms = [
      pascal,
      pascal.charAt(0).toLowerCase() + pascal.slice(1),
      words.join(''),
      words.join('_'),
      words.join('-'),
      words.map(capital).join('_'),
      words.join('').toUpperCase(),
      words.join('_').toUpperCase(),
    ];
    const marked = forms.map((form) => form.replace(/ae/g, 'ä').replace(/oe/g, 'ö').replace(/ue/g, 'ü'));
    return [...new Set([...forms, ...marked])];
  });
}

type Cells = Partial<Record<RegisterRole | 'first' | 'last' | 'number', string>>;
interface RawReply {
  readonly record: number;
  readonly line: number;
  readonly cells: Cells;
  readonly people: { readonly role: AccountRole; readonly cells: Cells }[];
}

/** Reads a whole member. */
export function readReplyXml(source: ByteSource, member: Member, sink: EntrySink, key: string): void {
  const reader = new ReplyReader(sink, key);
  const fault = readRecords(source, member, sink, reader);
  reader.finish();
  if (!fault) return;
  if (reader.records === 0) throw unreadableAt(member, fault);
  rejectDamaged(sink, reader.records + 1, fault);
}

class ReplyReader implements RecordReader {
  readonly root = new XmlNode('');
  file: XmlFile = { line: () => 0 };
  records = 0;
  private readonly sink: EntrySink;
  private readonly key: string;
  private reply: RawReply = { record: 0, line: 0, cells: {}, people: [] };
  private person: RawReply['people'][number] = { role: 'other', cells: {} };
  private waiting: RawReply[] = [];
  private dates: DateReader | undefined;

  constructor(sink: EntrySink, key: string) {
    this.sink = sink;
    this.key = key;
    const account = new XmlNode('account');
    this.leaves(account, () => this.reply.cells, ['account', 'openedOn', 'closedOn', 'status', 'bank', 'currency']);
    const list = new XmlNode('list');
    for (const [role, names] of Object.entries(personElements) as [AccountRole, string][]) {
      const person = this.personNode(role);
      for (const parent of [account, list]) name(parent, names, person);
    }
    for (const [at, leaf] of account.children) if (!list.children.has(at)) list.children.set(at, leaf);
    name(account, listElements, list);
    account.open = (place: XmlPlace) => {
      this.reply = { record: ++this.records, line: this.file.line(place.tagStart()), cells: {}, people: [] };
    };
    account.close = () => {
      this.waiting.push(this.reply);
      if (this.waiting.length >= MOST_WAITING) this.flush();
    };
    name(this.root, accountElements, account);
  }

  private personNode(role: AccountRole): XmlNode {
    const node = new XmlNode(role);
    const cells = (): Cells => this.person.cells;
    node.open = () => {
      this.person = { role, cells: {} };
      if (this.reply.people.length < MOST_PEOPLE) this.reply.people.push(this.person);
    };
    const setName = put(cells, 'holderName');
    node.text = setName;
    this.leaves(node, cells, [
      'holderName',
      'holderType',
      'role',
      'birthYear',
      'residenceCountry',
      'validFrom',
      'validTo',
    ]);
    for (const [key, names] of [
      ['first', firstNames],
      ['last', lastNames],
      ['number', numbers],
    ] as const) {
      const leaf = new XmlNode(key);
      leaf.text = put(cells, key);
      name(node, names, leaf);
    }
    return node;
  }

  private leaves(node: XmlNode, cells: () => Cells, roles: readonly RegisterRole[]): void {
    for (const role of roles) {
      const leaf = new XmlNode(role);
      leaf.text = put(cells, role);
      name(node, phrasesOf(role), leaf);
    }
  }

  finish(): void {
    this.flush();
  }

  private flush(): void {
    if (!this.dates) {
      const days = ['openedOn', 'closedOn', 'validFrom', 'validTo', 'birthYear'] as const;
      const all = this.waiting.flatMap(({ cells, people }) => [cells, ...people.map((person) => person.cells)]);
      const values = all.flatMap((cells) => days.map((role) => cells[role] ?? '')).filter((text) => /\D/.test(text));
      this.dates = new DateReader(inferDateOrder(values).order ?? 'ymd', textReader('utf-8'));
    }
    for (const reply of this.waiting) this.write(reply);
    this.waiting = [];
  }

  private write({ record, line, cells, people }: RawReply): void {
    const fault = (['openedOn', 'closedOn'] as const).find((role) => this.day(cells[role]) === 'no day');
    const written =
      fault === undefined &&
      writeReply(
        {
          account: cells.account ?? '',
          bank: cells.bank,
          currency: cells.currency,
          status: statusOf(cells.status ?? ''),
          openedOn: this.dayOf(cells.openedOn),
          closedOn: this.dayOf(cells.closedOn),
          people: people.map((person) => this.personOf(person)),
        },
        this.key,
        this.sink,
      );
    if (written) this.sink.kept();
    else if (fault === undefined) this.sink.reject({ record, line, field: 'account', reason: 'no account is given' });
    else this.sink.reject({ record, line, field: fault, reason: `${cells[fault] ?? ''} is no day` });
  }

  private personOf({ role, cells }: RawReply['people'][number]): ReplyPerson {
    const said = cells.role === undefined ? undefined : roleOf(cells.role);
    const names = [cells.first, cells.last].filter((part) => part !== undefined).join(' ');
    return {
      role: said !== undefined && said !== 'other' ? said : role,
      name: names || cells.holderName,
      number: cells.number,
      born: this.dayOf(cells.birthYear),
      birthYear: birthYearOf(cells.birthYear ?? ''),
      country: /^[A-Z]{2}$/.test(cells.residenceCountry ?? '') ? cells.residenceCountry : undefined,
      type: cells.holderType,
      validFrom: this.dayOf(cells.validFrom),
      validTo: this.dayOf(cells.validTo),
    };
  }

  private dayOf(text: string | undefined): Day | undefined {
    const day = this.day(text);
    return day === 'no day' ? undefined : day;
  }

  private day(text: string | undefined): Day | 'no day' | undefined {
    if (text === undefined) return undefined;
    const iso = parseIsoDate(text);
    if (iso !== NO_DAY) return iso;
    const bytes = Buffer.from(text);
    return this.dates?.read(bytes, 0, bytes.length) ? this.dates.day : 'no day';
  }
}

function put(cells: () => Cells, key: keyof Cells): (text: string) => void {
  return (text) => {
    cells()[key] ??= detached(text);
  };
}

/** Puts one node under every spelling of its names; a name that is taken stays. */
function name(parent: XmlNode, names: string, node: XmlNode): void {
  for (const spelling of spellings(names)) if (!parent.children.has(spelling)) parent.children.set(spelling, node);
}
