/**
 * camt.053 (ISO 20022 BankToCustomerStatement), versions 001.02 on; read by `camt/reader.ts`.
 * The statement of a day or longer, with the balances that its entries must lead from and to.
 */
import { readCamt, recogniseCamt } from './camt/reader.ts';
import type { StatementFormat } from './format.ts';

export default {
  id: 'camt053',
  title: 'ISO 20022 camt.053, statement',
  recognise: (head) => recogniseCamt(head, 'camt053'),
  read: (source, member, sink) => {
    readCamt(source, member, sink);
  },
} satisfies StatementFormat;
