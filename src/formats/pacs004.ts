/**
 * pacs.004 (ISO 20022 PaymentReturn), versions 001.01 on; read by `iso20022/instruction-reader.ts`.
 * Money goes back: the original creditor is the debtor, and the end-to-end id is that of the original.
 */
import type { StatementFormat } from './format.ts';
import { readInstructions, recogniseInstruction } from './iso20022/instruction-reader.ts';

export default {
  id: 'pacs004',
  title: 'ISO 20022 pacs.004, payment return',
  recognise: (head) => recogniseInstruction(head, 'pacs004'),
  read: (source, member, sink) => {
    readInstructions(source, member, sink);
  },
} satisfies StatementFormat;
