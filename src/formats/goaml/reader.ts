/**
 * Reads goAML reports (UNODC; XML schema 4.x and 5.x, each FIU with its own codes): transactions give
 * rows, accounts give register rows, and the parties of an activity report are records of their own.
 * `reason` and `action` of a report, and `reason` and `comments` of a party, are sealed: they are
 * passed over unread, so that no row, word, log or record holds them; of the first two a warning
 * tells that they exist and which bytes they are.
 */
import { NO_OFFSET, NO_TIME } from '../../days.ts';
import { detached } from '../../intake/text-feeds.ts';
import { UNKNOWN_CURRENCY, packCurrency, type PackedCurrency } from '../../money.ts';
import type { XmlFile } from '../xml/read.ts';
import { readRecords, rejectDamaged, unreadable, unreadableAt, type RecordReader } from '../xml/record-file.ts';
import { XmlNode, type XmlPlace } from '../xml/tree.ts';
import type { ByteSource, EntrySink, Head, Member, Recognition } from '../format.ts';
import { registerOf } from './account.ts';
import { bindFields, bindParty, given, type RawParty } from './party.ts';
import { writeTransaction, type RawSide, type RawTransaction } from './transaction.ts';

/** Of the parties of one transaction; more are counted. */
const MOST_PARTIES = 500;
/** `<reason></reason>` and shorter holds nothing. */
const EMPTY_ELEMENT = 17;
const MOST_INDICATORS = 50;

/** How sure a head is of being such a report. */
export function recogniseGoaml(head: Head): Recognition {
  const has = (element: string): boolean => new RegExp(`<(?:[\\w.-]+:)?${element}[\\s/>]`).test(head.text);
  if (has('report') && (has('rentity_id') || has('submission_code') || has('report_code')))
    return { sureness: 99, why: 'XML with a report to an FIU (goAML)' };
  if (has('transactionnumber') && (has('amount_local') || has('transmode_code')))
    return { sureness: 95, why: 'XML with goAML transactions' };
  return { sureness: 0, why: 'no report to an FIU' };
}

/** Reads a whole member. @param contactKey of the case's hashes; chunk: bytes to a read, for tests */
export function readGoaml(
  source: ByteSource,
  member: Member,
  sink: EntrySink,
  contactKey: string,
  chunk?: number,
): void {
  const reader = new GoamlReader(sink, contactKey);
  const fault = readRecords(source, member, sink, reader, chunk);
  if (fault && reader.records === 0) throw unreadableAt(member, fault);
  if (!fault && !reader.hasReport) throw unreadable(member, 'it holds no report');
  reader.finish();
  if (!fault) return;
  rejectDamaged(sink, reader.isInRecord ? reader.records : reader.records + 1, fault);
  sink.warn(`Line ${fault.line}: the file is damaged (${fault.reason}); what follows could not be read`);
}

const transactionFields = {
  transactionnumber: 'number',
  internal_ref_number: 'internal',
  transaction_location: 'place',
  'transaction_address/city': 'city',
  transaction_description: 'description',
  date_transaction: 'happened',
  date_posting: 'posted',
  value_date: 'value',
  transmode_code: 'mode',
  transmode_comment: 'modeComment',
  amount_local: 'amount',
  transaction_status: 'status',
} as const;

class GoamlReader implements RecordReader {
  readonly root = new XmlNode('');
  file: XmlFile = { line: () => 0 };
  /** Transactions and parties of activities begun. */
  records = 0;
  hasReport = false;
  isInRecord = false;
  private readonly sink: EntrySink;
  private readonly contactKey: string;
  private local: PackedCurrency = UNKNOWN_CURRENCY;
  private hasCurrency = false;
  private code: string | undefined;
  private indicators: string[] = [];
  private transaction: RawTransaction = empty(0, 0, 0);
  private party: RawParty = {};
  private partyLine = 0;
  private readonly told = new Set<string>();
  private readonly timed = { rows: [] as number[], times: new Set<number>() };

  constructor(sink: EntrySink, contactKey: string) {
    this.sink = sink;
    this.contactKey = contactKey;
    this.bindReport();
    this.bindTransaction(this.root.at('transaction'));
    const party = this.root.at('activity').at('report_parties/report_party');
    bindParty(party, { person: 'person', entity: 'entity', account: 'account' }, () => this.party);
    party.open = (place) => {
      this.begin();
      this.party = {};
      this.partyLine = this.lineAt(place);
    };
    party.close = () => {
      this.closeParty();
    };
  }

  /** The report's own elements stand before its transactions, wherever it stands in the document. */
  private bindReport(): void {
    const { root } = this;
    root.at('rentity_id').open = () => {
      this.hasReport = true;
      this.endReport();
      this.local = UNKNOWN_CURRENCY;
      this.hasCurrency = false;
    };
    root.at('report_code').text = (text) => {
      this.hasReport = true;
      this.code = detached(text);
    };
    root.at('currency_code_local').text = (text) => {
      this.local = packCurrency(text) || UNKNOWN_CURRENCY;
      this.hasCurrency = this.local !== UNKNOWN_CURRENCY;
    };
    // Their persons and addresses are the reporter's own.
    root.at('reporting_person').open = () => undefined;
    root.at('location').open = () => undefined;
    root.at('additional_information').open = () => undefined;
    for (const name of ['reason', 'action']) {
      const node = root.at(name);
      let start = 0;
      node.open = (place) => {
        start = place.tagStart();
      };
      node.close = (place) => {
        const end = place.tagEnd();
        if (end - start <= EMPTY_ELEMENT) return;
        this.sink.warn(
          `Line ${this.lineAt(place)}: the report’s ${name} is sealed: bytes ${start} to ${end} were not read`,
        );
      };
    }
    root.at('report_indicators/indicator').text = (text) => {
      const code = given(text.trim());
      if (code !== undefined && this.indicators.length < MOST_INDICATORS)
        this.indicators.push(/^[\w.:/-]{1,24}$/.test(code) ? detached(code) : '…');
    };
  }

  private lineAt(place: XmlPlace): number {
    return this.file.line(place.tagStart());
  }

  private bindTransaction(node: XmlNode): void {
    const current = (): RawTransaction => this.transaction;
    node.open = (place) => {
      this.begin();
      this.transaction = empty(this.records, this.lineAt(place), place.tagStart());
    };
    bindFields(node, transactionFields, () => current().fields);
    for (const [path, key] of [
      ['amount_local', 'amount'],
      ['date_transaction', 'happened'],
    ] as const) {
      node.at(path).open = (place) => {
        current().lines[key] = this.lineAt(place);
      };
    }
    for (const side of ['from', 'to'] as const) {
      for (const suffix of ['', '_my_client'] as const) {
        const element = node.at(`t_${side}${suffix}`);
        element.open = () => {
          current()[side] = { fields: {}, ...(suffix === '' ? {} : { isClient: true }) };
        };
        const of = (): RawSide => (current()[side] ??= { fields: {} });
        bindParty(element, { person: `${side}_person`, entity: `${side}_entity`, account: `${side}_account` }, of);
        bindSideFields(element, `${side}_`, of);
      }
    }
    const party = node.at('involved_parties/party');
    let side: RawSide = { fields: {} };
    party.open = () => {
      side = { fields: {} };
      if (++current().given <= MOST_PARTIES) current().parties.push(side);
    };
    bindParty(party, { person: 'person', entity: 'entity', account: 'account' }, () => side);
    bindSideFields(party, '', () => side);
    node.close = (place) => {
      this.closeTransaction(place);
    };
  }

  private begin(): void {
    this.hasReport = true;
    this.records++;
    this.isInRecord = true;
  }

  private closeTransaction(place: XmlPlace): void {
    this.isInRecord = false;
    const raw = this.transaction;
    const { sink } = this;
    const rows = sink.rows.count;
    writeTransaction(raw, place.tagEnd() - raw.offset, this.local, sink);
    if (!this.hasCurrency && sink.rows.count > rows) {
      this.hasCurrency = true;
      sink.warn(`Line ${raw.line}: no known local currency stands before the transactions; amounts are in XXX`);
    }
    if (raw.given > MOST_PARTIES)
      sink.warn(`Record ${raw.record}: of its ${raw.given} parties ${MOST_PARTIES} were read`);
    if (sink.rows.count > rows) {
      const time = sink.rows.get('time', rows);
      if (time !== NO_TIME) {
        this.timed.rows.push(rows);
        this.timed.times.add(time);
      }
    }
    for (const side of [raw.from, raw.to, ...raw.parties]) if (side) this.register(side);
  }

  private closeParty(): void {
    this.isInRecord = false;
    const { party, sink, records: record } = this;
    if (!party.account && !party.person && !party.entity) {
      sink.reject({
        record,
        line: this.partyLine,
        field: 'report_party',
        reason: 'it names no account, person or entity',
      });
      return;
    }
    this.register(party);
    sink.kept();
  }

  /** The same account stands in many transactions; what is said of it is told once. */
  private register({ account, isClient = false }: RawParty): void {
    if (!account) return;
    for (const row of registerOf(account, isClient, this.contactKey)) {
      const facts = JSON.stringify(row);
      if (this.told.has(facts)) continue;
      this.told.add(facts);
      if (row.exists) this.sink.ends.intern('account', row.account);
      this.sink.register(row);
    }
  }

  private endReport(): void {
    if (this.indicators.length > 0)
      this.sink.warn(
        `The filer of report ${this.code ?? '?'} set the indicators ${this.indicators.join(', ')}; they are not scored`,
      );
    this.indicators = [];
    this.code = undefined;
  }

  /** Where every row has one and the same time of day, it fills the field and says nothing. */
  finish(): void {
    this.endReport();
    const { rows, times } = this.timed;
    if (rows.length < 2 || times.size > 1) return;
    for (const row of rows) {
      this.sink.rows.set('time', row, NO_TIME);
      this.sink.rows.set('zone', row, NO_OFFSET);
    }
    this.sink.warn('Every transaction has the same time of day; it is taken for none');
  }
}

function bindSideFields(node: XmlNode, prefix: 'from_' | 'to_' | '', side: () => RawSide): void {
  bindFields(
    node,
    {
      [`${prefix}funds_code`]: 'funds',
      [`${prefix}funds_comment`]: 'fundsComment',
      [`${prefix}foreign_currency/foreign_currency_code`]: 'currency',
      [`${prefix}foreign_currency/foreign_amount`]: 'amount',
      [`${prefix}country`]: 'country',
      ...(prefix === '' ? { role: 'role' } : {}),
    } as Readonly<Record<string, keyof RawSide['fields']>>,
    () => side().fields,
  );
}

function empty(record: number, line: number, offset: number): RawTransaction {
  return { record, line, offset, fields: {}, lines: {}, parties: [], given: 0 };
}
