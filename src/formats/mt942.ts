/**
 * MT942 interim transaction report (SWIFT FIN, category 9); read by `mt/reader.ts`. It has a floor
 * limit and declared sums instead of balances, and its entries come again in the day's MT940.
 */
import type { StatementFormat } from './format.ts';
import { readMt } from './mt/reader.ts';

export default {
  id: 'mt942',
  title: 'SWIFT MT942, interim transaction report',
  recognise: ({ text }) => {
    const isInterim = /^:(34F|90[CD]):/m.test(text) && !/^:60[FM]:/m.test(text);
    return isInterim && /^:(20|25P?|28C?):/m.test(text)
      ? { sureness: 97, why: 'fields of MT942: a floor limit or declared sums, and no balance' }
      : { sureness: 0, why: 'no :34F: or :90C:' };
  },
  read: (source, member, sink) => {
    readMt(source, member, sink);
  },
} satisfies StatementFormat;
