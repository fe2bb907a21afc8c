/**
 * MT940 customer statement (SWIFT FIN, category 9; DFÜ agreement annex 3 for German banks); read by
 * `mt/reader.ts`. Banks differ in `:86:` only, and never say which layout they use.
 */
import type { StatementFormat } from './format.ts';
import { readMt } from './mt/reader.ts';

export default {
  id: 'mt940',
  title: 'SWIFT MT940, customer statement',
  recognise: ({ text }) => {
    const isInterim = /^:(34F|90[CD]):/m.test(text) && !/^:60[FM]:/m.test(text);
    if (isInterim || !/^:(20|25P?|28C?):/m.test(text)) return { sureness: 0, why: 'no field :20: or :25:' };
    if (/^:60[FM]:[CD]\d{6}[A-Z]{3}/m.test(text))
      return { sureness: 97, why: 'fields of MT940, with an opening balance in :60F:' };
    if (/^:61:\d{6}/m.test(text)) return { sureness: 70, why: 'fields of MT940, without an opening balance' };
    return { sureness: 0, why: 'neither :60F: nor :61:' };
  },
  read: (source, member, sink) => {
    readMt(source, member, sink);
  },
} satisfies StatementFormat;
