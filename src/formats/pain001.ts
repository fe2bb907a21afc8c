/**
 * pain.001 (ISO 20022 CustomerCreditTransferInitiation), versions 001.01 on, national ones as `001.003.03` too; read
 * by `iso20022/instruction-reader.ts`. Each transaction is a record; what its batch says holds for it.
 */
import type { StatementFormat } from './format.ts';
import { readInstructions, recogniseInstruction } from './iso20022/instruction-reader.ts';

export default {
  id: 'pain001',
  title: 'ISO 20022 pain.001, credit transfers ordered',
  recognise: (head) => recogniseInstruction(head, 'pain001'),
  read: (source, member, sink) => {
    readInstructions(source, member, sink);
  },
} satisfies StatementFormat;
