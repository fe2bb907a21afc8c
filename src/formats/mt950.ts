/**
 * MT950 statement message (SWIFT FIN, category 9): an MT940 without `:86:`, between banks; read by
 * `mt/reader.ts`. Without its envelope nothing but the missing information tells it from an MT940.
 */
import type { StatementFormat } from './format.ts';
import { readMt } from './mt/reader.ts';

export default {
  id: 'mt950',
  title: 'SWIFT MT950, statement between banks',
  recognise: ({ text, name }) => {
    const hasBalance = /^:60[FM]:[CD]\d{6}[A-Z]{3}/m.test(text);
    if (hasBalance && /\{2:[IO]950/.test(text)) return { sureness: 99, why: 'a message of type 950 in its envelope' };
    const isNamed = /(^|\D)950(\D|$)/.test(name) && !/^:86:/m.test(text);
    return isNamed && hasBalance
      ? { sureness: 98, why: 'fields of a statement without :86:, and 950 in its name' }
      : { sureness: 0, why: 'no message of type 950' };
  },
  read: (source, member, sink) => {
    readMt(source, member, sink);
  },
} satisfies StatementFormat;
