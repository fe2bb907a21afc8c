/**
 * pain.008 (ISO 20022 CustomerDirectDebitInitiation), versions 001.01 on, national ones too; read by
 * `iso20022/instruction-reader.ts`. Each transaction is a record; what its batch says holds for it.
 */
import type { StatementFormat } from './format.ts';
import { readInstructions, recogniseInstruction } from './iso20022/instruction-reader.ts';

export default {
  id: 'pain008',
  title: 'ISO 20022 pain.008, direct debits ordered',
  recognise: (head) => recogniseInstruction(head, 'pain008'),
  read: (source, member, sink) => {
    readInstructions(source, member, sink);
  },
} satisfies StatementFormat;
