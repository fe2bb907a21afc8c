/**
 * camt.054 (ISO 20022 BankToCustomerDebitCreditNotification), versions 001.02 on; read by `camt/reader.ts`.
 * A notification has no balances and often gives the details of a batch that a statement shows as one entry.
 */
import { readCamt, recogniseCamt } from './camt/reader.ts';
import type { StatementFormat } from './format.ts';

export default {
  id: 'camt054',
  title: 'ISO 20022 camt.054, debit and credit notification',
  recognise: (head) => recogniseCamt(head, 'camt054'),
  read: (source, member, sink) => {
    readCamt(source, member, sink);
  },
} satisfies StatementFormat;
