/**
 * camt.052 (ISO 20022 BankToCustomerAccountReport), versions 001.02 on; read by `camt/reader.ts`.
 * An account report is made during the day: its entries come again in the day's statement.
 */
import { readCamt, recogniseCamt } from './camt/reader.ts';
import type { StatementFormat } from './format.ts';

export default {
  id: 'camt052',
  title: 'ISO 20022 camt.052, account report',
  recognise: (head) => recogniseCamt(head, 'camt052'),
  read: (source, member, sink) => {
    readCamt(source, member, sink);
  },
} satisfies StatementFormat;
