/**
 * Apache Parquet files of payments or registers, as research sets are kept: the rows under their
 * column names, decimals and days exact (`columnar/`).
 */
import { columnarText, readColumnar } from './columnar/columnar-text.ts';
import { parquetFile } from './columnar/parquet-file.ts';
import { CodedError } from '../errors.ts';
import type { StatementFormat } from './format.ts';

export default {
  id: 'parquet',
  title: 'Apache Parquet',
  recognise({ bytes }) {
    const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
    if (magic === 'PAR1' || magic === 'PARE') return { sureness: 95, why: `begins with ${magic}` };
    return { sureness: 0, why: 'does not begin with PAR1' };
  },
  read(source, member, sink) {
    if (Buffer.from(source.read(0, 4)).toString('latin1') === 'PARE') {
      throw new CodedError('CLEW_FILE_REFUSED', { file: member.name, reason: 'it is an encrypted Parquet file' });
    }
    readColumnar(parquetFile, source, member, sink);
  },
  derive: (source, member) => columnarText(parquetFile, source, member).text,
} satisfies StatementFormat;
