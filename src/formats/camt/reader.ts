/**
 * camt.052, 053 and 054 (ISO 20022 cash management, 001.02 on) are read alike: a message holds
 * reports, statements or notifications, and those hold entries. Nothing but the entry at hand is
 * kept. What a damaged file held before its fault is kept, the rest is one reject.
 */
import { UNKNOWN_END } from '../end-table.ts';
import type { ByteSource, EntrySink, Head, Member, Recognition } from '../format.ts';
import type { RawEntry } from './batch.ts';
import { writeEntry, type EntryContext } from './entry.ts';
import { Particulars, bindEntry, bindTransaction } from './particulars.ts';
import type { OwnAccount } from './parties.ts';
import { RawStatement, bindStatement, isPaged, ownAccount, statementInfo } from './statement.ts';
import { EntryTotals } from './summary.ts';
import { readMessages, recogniseMessage, type MessageReader } from '../iso20022/message-file.ts';
import type { XmlFile } from '../xml/read.ts';
import { XmlNode } from '../xml/tree.ts';

/** A batch is held whole until its sum is known; a larger one is kept as one row. */
const MOST_TRANSACTIONS = 200_000;

/** Transactions whose places are used again. */
const REUSED = 16;

const messages = {
  camt052: { elements: ['BkToCstmrAcctRpt', 'BkToCstmrAcctRptV01'], statement: 'Rpt' },
  camt053: { elements: ['BkToCstmrStmt', 'BkToCstmrStmtV01'], statement: 'Stmt' },
  camt054: { elements: ['BkToCstmrDbtCdtNtfctn', 'BkToCstmrDbtCdtNtfctnV01'], statement: 'Ntfctn' },
} as const;
export type CamtKind = keyof typeof messages;

/** How sure a head is of this kind of message. */
export function recogniseCamt(head: Head, kind: CamtKind): Recognition {
  return recogniseMessage(head, `camt.${kind.slice(4)}`, messages[kind].elements);
}

/** Reads a whole member. @param chunk bytes to a read, for tests */
export function readCamt(source: ByteSource, member: Member, sink: EntrySink, chunk?: number): void {
  readMessages(source, member, sink, new CamtReader(sink), chunk);
}

class CamtReader implements MessageReader {
  readonly root = new XmlNode('');
  file: XmlFile = { line: () => 0 };
  /** Entries begun. */
  records = 0;
  hasMessage = false;
  isComplete = false;
  isInRecord = false;
  private readonly sink: EntrySink;
  private page: { number?: string; isLast?: string } = {};
  private raw = new RawStatement();
  private own: OwnAccount = { end: UNKNOWN_END };
  private statement = -1;
  private context: EntryContext;
  private readonly entry = new Particulars();
  private transaction = new Particulars();
  private transactions: Particulars[] = [];
  private readonly used: Particulars[] = [];
  private given = 0;
  private batch: { counts: string[]; totals: string[] } = { counts: [], totals: [] };
  private start = 0;

  constructor(sink: EntrySink) {
    this.sink = sink;
    this.context = { sink, own: this.own, statement: -1, totals: new EntryTotals(0), line: () => 0 };
    for (const { elements, statement } of Object.values(messages)) {
      for (const element of elements) this.bindMessage(this.root.at(element), statement);
    }
  }

  private bindMessage(message: XmlNode, name: string): void {
    message.open = () => {
      this.hasMessage = true;
      this.isComplete = false;
      this.page = {};
    };
    message.close = () => {
      this.isComplete = true;
    };
    message.at('GrpHdr/MsgPgntn/PgNb').text = (text) => {
      this.page.number = text;
    };
    message.at('GrpHdr/MsgPgntn/LastPgInd').text = (text) => {
      this.page.isLast = text;
    };
    const statement = message.at(name);
    bindStatement(statement, () => this.raw);
    statement.open = () => {
      this.raw = new RawStatement();
      this.statement = -1;
    };
    statement.close = () => {
      if (this.statement < 0) this.openStatement();
      else this.sink.amend(this.statement, statementInfo(this.raw, this.own));
      // The summary of a page may be that of the whole.
      if (isPaged(this.raw)) return;
      this.context.totals.compare(this.raw.fields, `Statement ${this.raw.fields.id ?? this.statement + 1}`, this.sink);
    };
    this.bindEntry(statement.at('Ntry'));
  }

  /** All that describes a statement stands before its entries; what does not is amended at its end. */
  private openStatement(): void {
    const { fields } = this.raw;
    if (fields.page === undefined && this.page.number !== undefined) {
      fields.page = this.page.number;
      if (this.page.isLast !== undefined) fields.isLastPage = this.page.isLast;
    }
    this.own = ownAccount(this.raw, this.sink.ends);
    if (this.own.end === UNKNOWN_END) this.sink.warn('A statement names no account');
    const info = statementInfo(this.raw, this.own);
    this.statement = this.sink.statement(info);
    const { sink, own, statement } = this;
    const totals = new EntryTotals(info.currency);
    this.context = { sink, own, statement, totals, line: (offset) => this.file.line(offset) };
  }

  /** An entry's first transactions are kept in the same places as those of the entry before. */
  private fresh(number: number): Particulars {
    const held = this.used[number];
    if (held) return held.clear();
    const made = new Particulars();
    if (number < REUSED) this.used.push(made);
    return made;
  }

  private bindEntry(node: XmlNode): void {
    bindEntry(node, () => this.entry);
    node.open = (place) => {
      if (this.statement < 0) this.openStatement();
      this.records++;
      this.isInRecord = true;
      this.entry.clear();
      this.transactions = [];
      this.given = 0;
      this.batch = { counts: [], totals: [] };
      this.start = place.tagStart();
    };
    node.close = (place) => {
      this.isInRecord = false;
      const raw: RawEntry = {
        record: this.records,
        offset: this.start,
        entry: this.entry,
        transactions: this.transactions,
        given: this.given,
        batchCounts: this.batch.counts,
        batchTotals: this.batch.totals,
      };
      const length = place.tagEnd() - this.start;
      writeEntry(raw, length, this.context);
    };
    node.at('NtryDtls/Btch/NbOfTxs').text = (text) => {
      this.batch.counts.push(text);
    };
    node.at('NtryDtls/Btch/TtlAmt').text = (text) => {
      this.batch.totals.push(text);
    };
    // The first version has no `NtryDtls` between.
    for (const path of ['NtryDtls/TxDtls', 'TxDtls']) {
      const transaction = node.at(path);
      bindTransaction(transaction, () => this.transaction);
      transaction.open = () => {
        this.transaction = this.fresh(this.given);
        if (++this.given <= MOST_TRANSACTIONS) this.transactions.push(this.transaction);
      };
    }
  }
}
