/**
 * ISO 20022 messages that order a payment and book none: where each has its transactions, amounts,
 * days and parties, from its first version on (whose element is the message's own name).
 */
import type { Channel } from '../entry-columns.ts';
import type { Field } from '../camt/particulars.ts';

export interface InstructionKind {
  /** As in the namespace. */
  readonly name: string;
  readonly elements: readonly string[];
  /** The element that groups transactions of one party, where there is one. */
  readonly batch?: string;
  readonly transaction: string;
  /** Fields of a transaction besides those that all have. */
  readonly fields: readonly (readonly [string, Field])[];
  /** What stands before `Dbtr` and its account and agent, the closest first. */
  readonly parties: readonly string[];
  /** As `parties`, in the roles of the payment that comes back. */
  readonly turned?: readonly string[];
  readonly channel: Channel;
  readonly isReturn?: boolean;
}

const money = (path: string, amount: Field, currency: Field): readonly (readonly [string, Field])[] => [
  [path, amount],
  [`${path}@Ccy`, currency],
];
const settled: InstructionKind['fields'] = [
  ...money('IntrBkSttlmAmt', 'amount', 'currency'),
  ...money('InstdAmt', 'instructed', 'instructedCurrency'),
  ['IntrBkSttlmDt', 'value'],
];

export const instructionKinds = {
  pacs008: {
    name: 'pacs.008',
    elements: ['FIToFICstmrCdtTrf', 'pacs.008.001.01'],
    transaction: 'CdtTrfTxInf',
    fields: settled,
    parties: [''],
    channel: 'credit-transfer',
  },
  pacs009: {
    name: 'pacs.009',
    elements: ['FICdtTrf', 'FinInstnCdtTrf', 'pacs.009.001.01'],
    transaction: 'CdtTrfTxInf',
    fields: [...settled, ['UndrlygCstmrCdtTrf/RmtInf/Ustrd', 'text']],
    parties: [''],
    channel: 'wire',
  },
  pacs004: {
    name: 'pacs.004',
    elements: ['PmtRtr', 'pacs.004.001.01'],
    transaction: 'TxInf',
    fields: [
      ...money('RtrdIntrBkSttlmAmt', 'amount', 'currency'),
      ...money('RtrdInstdAmt', 'instructed', 'instructedCurrency'),
      ['IntrBkSttlmDt', 'value'],
      ['RtrId', 'reference'],
      ['OrgnlEndToEndId', 'endToEndId'],
      ['OrgnlUETR', 'uetr'],
      ['RtrRsnInf/Rsn/Cd', 'returnReason'],
      ['RtrRsnInf/AddtlInf', 'text'],
      ['OrgnlTxRef/RmtInf/Ustrd', 'text'],
      ['OrgnlTxRef/RmtInf/Strd/CdtrRefInf/Ref', 'text'],
      ['OrgnlTxRef/Purp/Cd', 'purpose'],
    ],
    parties: ['RtrChain/'],
    turned: ['OrgnlTxRef/'],
    channel: 'credit-transfer',
    isReturn: true,
  },
  pain001: {
    name: 'pain.001',
    elements: ['CstmrCdtTrfInitn', 'pain.001.001.02', 'pain.001.001.01'],
    batch: 'PmtInf',
    transaction: 'CdtTrfTxInf',
    fields: [
      ...money('Amt/InstdAmt', 'amount', 'currency'),
      ...money('Amt/EqvtAmt/Amt', 'amount', 'currency'),
      ['ReqdExctnDt', 'value'],
      ['ReqdExctnDt/Dt', 'value'],
      ['ReqdExctnDt/DtTm', 'value'],
    ],
    parties: [''],
    channel: 'credit-transfer',
  },
  pain008: {
    name: 'pain.008',
    elements: ['CstmrDrctDbtInitn', 'pain.008.001.01'],
    batch: 'PmtInf',
    transaction: 'DrctDbtTxInf',
    fields: [...money('InstdAmt', 'amount', 'currency'), ['ReqdColltnDt', 'value']],
    parties: [''],
    channel: 'direct-debit',
  },
} as const satisfies Record<string, InstructionKind>;
export type InstructionKindId = keyof typeof instructionKinds;

/** What every transaction, or the batch or group around it, may say. */
export const instructionFields: InstructionKind['fields'] = [
  ['PmtId/InstrId', 'entryReference'],
  ['PmtId/TxId', 'reference'],
  ['PmtId/EndToEndId', 'endToEndId'],
  ['PmtId/UETR', 'uetr'],
  ['Purp/Cd', 'purpose'],
  ['PmtTpInf/CtgyPurp/Cd', 'category'],
  ['PmtMtd', 'method'],
  ['AccptncDtTm', 'happened'],
  ['RmtInf/Ustrd', 'text'],
  ['RmtInf/Strd/CdtrRefInf/Ref', 'text'],
  ['RmtInf/Strd/CdtrRefInf/CdtrRef', 'text'],
  ['RmtInf/Strd/RfrdDocInf/Nb', 'text'],
  ['RmtInf/Strd/AddtlRmtInf', 'text'],
];
