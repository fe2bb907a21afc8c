/**
 * BAI2 (Bank Administration Institute, Cash Management Balance Reporting, version 2): balance and
 * transaction reports of banks in North America; read by `bai2/reader.ts`.
 */
import { readBai2 } from './bai2/reader.ts';
import type { StatementFormat } from './format.ts';

export default {
  id: 'bai2',
  title: 'BAI2 balance and transaction report',
  recognise: ({ text }) => {
    const body = text.replace(/^\ufeff/, '');
    if (!/^\s*01,[^,\r\n]*,[^,\r\n]*,\d{6,8},\d{0,4},/.test(body)) return { sureness: 0, why: 'no record 01 first' };
    return /(^|[\r\n/])\s*02,[^,\r\n]*,/.test(body)
      ? { sureness: 97, why: 'records 01 and 02 of BAI2' }
      : { sureness: 60, why: 'a record 01 of BAI2' };
  },
  read: (source, member, sink) => {
    readBai2(source, member, sink);
  },
} satisfies StatementFormat;
