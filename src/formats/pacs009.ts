/**
 * pacs.009 (ISO 20022 FinancialInstitutionCreditTransfer), versions 001.01 on; read by `iso20022/instruction-reader.ts`.
 * Banks are both parties, also where the transfer covers a customer's (`COV`), whose remittance is read.
 */
import type { StatementFormat } from './format.ts';
import { readInstructions, recogniseInstruction } from './iso20022/instruction-reader.ts';

export default {
  id: 'pacs009',
  title: 'ISO 20022 pacs.009, transfer between banks',
  recognise: (head) => recogniseInstruction(head, 'pacs009'),
  read: (source, member, sink) => {
    readInstructions(source, member, sink);
  },
} satisfies StatementFormat;
