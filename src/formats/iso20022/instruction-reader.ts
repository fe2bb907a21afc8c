/**
 * pacs.008, pacs.009, pacs.004, pain.001 and pain.008 are read alike: a message holds transactions,
 * in batches or not, each of which is a record. Nothing but the transaction at hand is kept.
 */
import { Particulars, bind, bindCharges } from '../camt/particulars.ts';
import { bindParty, partyPaths } from '../camt/party-paths.ts';
import type { ByteSource, EntrySink, Head, Member, Recognition } from '../format.ts';
import type { XmlFile } from '../xml/read.ts';
import { XmlNode } from '../xml/tree.ts';
import { DeclaredTotals } from './declared-totals.ts';
import {
  instructionFields,
  instructionKinds,
  type InstructionKind,
  type InstructionKindId,
} from './instruction-kinds.ts';
import { writeInstruction } from './instruction-row.ts';
import { readMessages, recogniseMessage, type MessageReader } from './message-file.ts';

/** How sure a head is of this kind of message. */
export function recogniseInstruction(head: Head, id: InstructionKindId): Recognition {
  const { name, elements } = instructionKinds[id];
  return recogniseMessage(head, name, elements);
}

/** Reads a whole member, whichever of these messages it holds. @param chunk bytes to a read, for tests */
export function readInstructions(source: ByteSource, member: Member, sink: EntrySink, chunk?: number): void {
  readMessages(source, member, sink, new InstructionReader(sink), chunk);
}

class InstructionReader implements MessageReader {
  readonly root = new XmlNode('');
  file: XmlFile = { line: () => 0 };
  records = 0;
  hasMessage = false;
  isComplete = false;
  isInRecord = false;
  private readonly sink: EntrySink;
  private readonly order = new Particulars();
  private readonly batch = new Particulars();
  private readonly group = new Particulars();
  private messageTotals = new DeclaredTotals();
  private batchTotals: DeclaredTotals | undefined;
  private batches = 0;
  private start = 0;

  constructor(sink: EntrySink) {
    this.sink = sink;
    for (const kind of Object.values<InstructionKind>(instructionKinds)) {
      for (const element of kind.elements) this.bindMessage(this.root.at(element), kind);
    }
  }

  private bindMessage(message: XmlNode, kind: InstructionKind): void {
    message.open = () => {
      this.hasMessage = true;
      this.isComplete = false;
      this.messageTotals = new DeclaredTotals();
      this.batchTotals = undefined;
      this.batches = 0;
      this.batch.clear();
      this.group.clear();
    };
    message.close = () => {
      this.isComplete = true;
      this.messageTotals.compare('The message', this.sink);
    };
    const header = message.at('GrpHdr');
    bind(header, [['IntrBkSttlmDt', 'value'], ...instructionFields], () => this.group);
    bindTotals(header, () => this.messageTotals);
    if (kind.batch === undefined) {
      this.bindTransaction(message.at(kind.transaction), kind);
      return;
    }
    const batch = message.at(kind.batch);
    batch.open = () => {
      this.batches++;
      this.batch.clear();
      this.batchTotals = new DeclaredTotals();
    };
    batch.close = () => {
      this.batchTotals?.compare(`Batch ${this.batches}`, this.sink);
    };
    bindOrder(batch, kind, () => this.batch);
    bindTotals(batch, () => this.batchTotals);
    this.bindTransaction(batch.at(kind.transaction), kind);
  }

  private bindTransaction(node: XmlNode, kind: InstructionKind): void {
    bindOrder(node, kind, () => this.order);
    node.open = (place) => {
      this.records++;
      this.isInRecord = true;
      this.order.clear();
      this.start = place.tagStart();
    };
    node.close = (place) => {
      this.isInRecord = false;
      const { records: record, start: offset, order, batch, group } = this;
      const length = place.tagEnd() - offset;
      const amount = writeInstruction({ kind, record, offset, length, order, batch, group }, this.sink, (at) =>
        this.file.line(at),
      );
      for (const totals of [this.messageTotals, this.batchTotals]) totals?.add(amount?.currency ?? 0, amount?.minor);
    };
  }
}

function bindOrder(node: XmlNode, kind: InstructionKind, target: () => Particulars): void {
  bind(node, [...kind.fields, ...instructionFields], target);
  bindCharges(node, ['ChrgsInf'], target);
  for (const prefix of kind.parties) {
    bindParty(node, partyPaths('Dbtr', prefix, prefix), () => target().debtor);
    bindParty(node, partyPaths('Cdtr', prefix, prefix), () => target().creditor);
  }
  for (const prefix of kind.turned ?? []) {
    bindParty(node, partyPaths('Dbtr', prefix, prefix), () => target().creditor);
    bindParty(node, partyPaths('Cdtr', prefix, prefix), () => target().debtor);
  }
}

function bindTotals(node: XmlNode, target: () => DeclaredTotals | undefined): void {
  const set = (path: string, field: 'count' | 'sum' | 'settled'): void => {
    node.at(path).text = (text) => {
      const totals = target();
      if (totals) totals[field] = text;
    };
  };
  set('NbOfTxs', 'count');
  set('CtrlSum', 'sum');
  for (const path of ['TtlIntrBkSttlmAmt', 'TtlRtrdIntrBkSttlmAmt']) {
    set(path, 'settled');
    node.at(path).attribute('Ccy', (currency) => {
      const totals = target();
      if (totals) totals.settledCurrency = currency;
    });
  }
}
