/**
 * MT202 general transfer between financial institutions, and MT205 (SWIFT FIN, category 2), with or
 * without the details of a covered payment; read by `mt/payment.ts`. It orders a payment, books none.
 */
import type { StatementFormat } from './format.ts';
import { readPayments } from './mt/payment.ts';

export default {
  id: 'mt202',
  title: 'SWIFT MT202, transfer between banks',
  recognise: ({ text }) => {
    if (!/:32A:/.test(text) || /^:(60[FM]|61|34F):/m.test(text))
      return { sureness: 0, why: 'no :32A:, or a statement' };
    const first = /\{2:[IO](\d{3})/.exec(text)?.[1];
    if (first === '202' || first === '205') return { sureness: 98, why: `a message of type ${first} in its envelope` };
    if (first !== undefined) return { sureness: 0, why: `a message of type ${first}` };
    return /^:20:/m.test(text) && /^:32A:\d{6}[A-Z]{3}/m.test(text) && /^:58[AD]:/m.test(text)
      ? { sureness: 96, why: 'fields of MT202: an amount in :32A: and a beneficiary bank in :58A:' }
      : { sureness: 0, why: 'no beneficiary bank in :58A:' };
  },
  read: (source, member, sink) => {
    readPayments(source, member, sink);
  },
} satisfies StatementFormat;
