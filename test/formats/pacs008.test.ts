import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sideCode } from '../../src/formats/entry-columns.ts';
import { readInstructions } from '../../src/formats/iso20022/instruction-reader.ts';
import pacs008 from '../../src/formats/pacs008.ts';
import { textSigns } from '../../src/formats/text-words.ts';
import { packageRoot } from '../../src/package-root.ts';
import { readRows, thrownBy } from '../fixtures/read-rows.ts';

const bytes = readFileSync(join(packageRoot, 'test/fixtures/pacs008/envelope.xml'));
const { rows, segment, names, countries } = readRows(bytes, pacs008.read);

/** A message of one transfer of so many euros. */
const message = (euros: string): string =>
  `<Document><FIToFICstmrCdtTrf><GrpHdr><NbOfTxs>1</NbOfTxs></GrpHdr><CdtTrfTxInf><IntrBkSttlmAmt Ccy="EUR">${euros}` +
  '</IntrBkSttlmAmt><IntrBkSttlmDt>2025-06-02</IntrBkSttlmDt></CdtTrfTxInf></FIToFICstmrCdtTrf></Document>';
const amounts = (text: string | Uint8Array): string[] => readRows(text, pacs008.read).rows.map((row) => row.amount);

describe('pacs.008 in an envelope with prefixes', () => {
  it('counts every transaction once, as not booked', () => {
    expect(segment.records).toEqual({ read: 4, kept: 0, rejected: 1, notBooked: 3 });
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set(['instructed']));
    expect(segment.statements).toEqual([]);
  });

  it('names both sides as equals', () => {
    expect(rows[0]).toMatchObject({
      from: 'account:AT611904300234573201',
      to: 'account:NL91ABNA0417164300',
      amount: '250.50 EUR',
      booking: undefined,
      value: '2025-06-03',
      time: 9 * 3600 + 15 * 60 + 30,
      zone: 120,
      channel: 'wire',
      purpose: 'GDDS',
      hasEndToEndId: true,
      textHash: textSigns('Invoice 77 & 78 RF18539007547034').textHash,
    });
    expect([...(segment.columns.side ?? [])]).toEqual([sideCode.both, sideCode.both, sideCode.both]);
    expect(names['account:NL91ABNA0417164300']).toEqual(['Fietsen BV']);
    expect(names['account:77-1']).toEqual(['Sato Trading']);
    expect(countries['name:horvat ivan|HR']).toBe('HR');
  });

  it('reads what was instructed and the sum of the charges', () => {
    expect([...segment.instructed.rows, ...segment.instructed.minor]).toEqual([0, 280_00]);
    expect([...segment.charges.rows, ...segment.charges.minor]).toEqual([0, 1_25 + 75]);
  });

  it('takes the day of the message and the UETR where a transaction has none of its own', () => {
    expect(rows[1]).toMatchObject({ value: '2025-06-02', hasEndToEndId: true, channel: 'credit-transfer' });
    expect(rows[2]).toMatchObject({ value: '2025-06-04', amount: '1000 JPY', to: 'account:77-1' });
  });

  it('rejects a day that is none, and compares the declared totals', () => {
    expect(segment.rejects).toEqual([
      { record: 4, line: 50, field: 'CdtTrfTxInf/IntrBkSttlmDt', reason: 'no such date' },
    ]);
    // 250.50 + 100 + 10 are in euros; the control sum of all four, 1360.50, is right.
    expect(segment.warnings).toEqual([
      'The message declares a settled total of 350.50, its transactions sum to 360.50',
    ]);
  });

  it('points at whole transactions, whatever the chunk', () => {
    for (const chunk of [1, 7, 1000]) {
      const read = readRows(bytes, (source, member, sink) => {
        readInstructions(source, member, sink, chunk);
      });
      for (const row of read.rows) expect(row.bytes).toMatch(/^<p:CdtTrfTxInf>[^]*<\/p:CdtTrfTxInf>$/);
    }
  });
});

describe('pacs.008 as it comes', () => {
  it('is read from several documents one after the other', () => {
    const declared = `<?xml version="1.0"?>${message('1.00')}`;
    expect(amounts(`${declared}\n${declared.replace('1.00', '2.00')}${message('4.00')}`)).toEqual([
      '1.00 EUR',
      '2.00 EUR',
      '4.00 EUR',
    ]);
  });

  it('is read from SWIFT’s DataPDU with the header of Alliance Access', () => {
    const pdu = `\u001f000321${'x'.repeat(24)}<?xml version="1.0"?><Saa:DataPDU xmlns:Saa="urn:swift:saa:xsd:saa.2.0"><Saa:Body>${message('3.00')}</Saa:Body></Saa:DataPDU>`;
    expect(amounts(pdu + pdu)).toEqual(['3.00 EUR', '3.00 EUR']);
  });

  it('is read from a SOAP envelope and in UTF-16', () => {
    const soap = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${message('5.00')}</s:Body></s:Envelope>`;
    expect(amounts(soap)).toEqual(['5.00 EUR']);
    expect(amounts(Buffer.from(`\ufeff${soap}`, 'utf16le'))).toEqual(['5.00 EUR']);
  });

  it('is read in its first version, whose element has the message’s name', () => {
    expect(amounts(message('6.00').replaceAll('FIToFICstmrCdtTrf', 'pacs.008.001.01'))).toEqual(['6.00 EUR']);
  });

  it('keeps what stood before damage', () => {
    const text = bytes.toString();
    const cut = readRows(text.slice(0, text.indexOf('Ivan Horvat')), pacs008.read).segment;
    expect(cut.records).toEqual({ read: 2, kept: 0, rejected: 1, notBooked: 1 });
    expect(cut.rejects[0]).toMatchObject({ record: 2, field: 'FIToFICstmrCdtTrf/CdtTrfTxInf/Cdtr/Nm' });
    const crossed = readRows(text.replace('</p:Purp>', '</p:Porp>'), pacs008.read).segment;
    expect(crossed.records).toEqual({ read: 1, kept: 0, rejected: 1, notBooked: 0 });
    expect(crossed.rejects[0]?.reason).toContain('unexpected close tag');
    expect(crossed.warnings.join()).toContain('what follows could not be read');
  });

  it('is refused without a message', () => {
    expect(thrownBy(() => amounts('<Document><FIToFIPmtStsRpt/></Document>'))).toMatchObject({
      code: 'CLEW_FILE_UNREADABLE',
    });
  });
});
