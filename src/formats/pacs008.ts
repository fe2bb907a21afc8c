/**
 * pacs.008 (ISO 20022 FIToFICustomerCreditTransfer), versions 001.01 on; read by `iso20022/instruction-reader.ts`.
 * An instruction from bank to bank: what it orders is not booked, its value date is the day of settlement.
 */
import type { StatementFormat } from './format.ts';
import { readInstructions, recogniseInstruction } from './iso20022/instruction-reader.ts';

export default {
  id: 'pacs008',
  title: 'ISO 20022 pacs.008, customer credit transfer between banks',
  recognise: (head) => recogniseInstruction(head, 'pacs008'),
  read: (source, member, sink) => {
    readInstructions(source, member, sink);
  },
} satisfies StatementFormat;
