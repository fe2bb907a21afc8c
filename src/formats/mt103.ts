/**
 * MT103 single customer credit transfer (SWIFT FIN, category 1), also MT103+ and REMIT; read by
 * `mt/payment.ts`. It orders a payment and books none.
 */
import type { StatementFormat } from './format.ts';
import { readPayments } from './mt/payment.ts';

export default {
  id: 'mt103',
  title: 'SWIFT MT103, customer credit transfer',
  recognise: ({ text }) => {
    if (!/:32[AB]:/.test(text) || /^:(60[FM]|61|34F):/m.test(text))
      return { sureness: 0, why: 'no :32A:, or a statement' };
    const first = /\{2:[IO](\d{3})/.exec(text)?.[1];
    if (first === '103') return { sureness: 98, why: 'a message of type 103 in its envelope' };
    if (first !== undefined) return { sureness: 0, why: `a message of type ${first}` };
    return /^:20:/m.test(text) && /^:32A:\d{6}[A-Z]{3}/m.test(text) && /^:59[AF]?:/m.test(text)
      ? { sureness: 95, why: 'fields of MT103: an amount in :32A: and a beneficiary in :59:' }
      : { sureness: 0, why: 'no beneficiary in :59:' };
  },
  read: (source, member, sink) => {
    readPayments(source, member, sink);
  },
} satisfies StatementFormat;
