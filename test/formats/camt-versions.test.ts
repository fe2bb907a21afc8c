/** The same statement as each version of camt.053 writes it, and what banks put around and into it. */
import { describe, expect, it } from 'vitest';
import camt052 from '../../src/formats/camt052.ts';
import camt053 from '../../src/formats/camt053.ts';
import { recognise } from '../../src/formats/recognise.ts';
import { readRows } from '../fixtures/read-rows.ts';

/** One credit of 10.50 and one debit of 4.00 in the words of a version. */
function statement(version: number): string {
  const isNew = version >= 8;
  const status = (code: string): string => `<Sts>${version >= 7 ? `<Cd>${code}</Cd>` : code}</Sts>`;
  const party = (name: string): string => (isNew ? `<Pty><Nm>${name}</Nm></Pty>` : `<Nm>${name}</Nm>`);
  const bic = version >= 3 ? 'BICFI' : 'BIC';
  const amount = version >= 3 ? '<Amt Ccy="EUR">10.50</Amt>' : '';
  const charge = '<Amt Ccy="EUR">0.30</Amt>';
  return (
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${String(version).padStart(2, '0')}"><BkToCstmrStmt>` +
    '<GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>S</Id><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy>' +
    `<Ownr>${party('Wohnbau eG')}</Ownr><Svcr><FinInstnId><${bic}>COBADEFF</${bic}></FinInstnId></Svcr></Acct>` +
    '<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></Bal>' +
    '<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">5.50</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>' +
    `<Ntry><Amt Ccy="EUR">10.50</Amt><CdtDbtInd>CRDT</CdtDbtInd>${status('BOOK')}<BookgDt><DtTm>2025-01-07T10:00:00Z</DtTm></BookgDt>` +
    `<NtryDtls><TxDtls><Refs><EndToEndId>E-1</EndToEndId></Refs>${amount}<AmtDtls><TxAmt><Amt Ccy="EUR">10.50</Amt></TxAmt></AmtDtls>` +
    `<Chrgs>${version >= 4 ? `<Rcrd>${charge}</Rcrd>` : charge}</Chrgs>` +
    `<RltdPties><Dbtr>${party('Anna Berger')}</Dbtr><DbtrAcct><Id><IBAN>AT611904300234573201</IBAN></Id></DbtrAcct></RltdPties>` +
    `<RltdAgts><DbtrAgt><FinInstnId><${bic}>BKAUATWW</${bic}></FinInstnId></DbtrAgt></RltdAgts></TxDtls></NtryDtls></Ntry>` +
    `<Ntry><Amt Ccy="EUR">4.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>${status('BOOK')}<ValDt><Dt>2025-01-08</Dt></ValDt></Ntry>` +
    '</Stmt></BkToCstmrStmt></Document>'
  );
}

const read = (text: string | Uint8Array): ReturnType<typeof readRows> => readRows(text, camt053.read);

describe('each version of camt.053', () => {
  const versions = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
  it.each(versions)('001.%i', (version) => {
    const { rows, segment, names } = read(statement(version));
    expect(segment.records).toEqual({ read: 2, kept: 2, rejected: 0, notBooked: 0 });
    expect(segment.statements).toMatchObject([{ opening: -1_00, closing: 5_50 }]);
    expect(-1_00 + 10_50 - 4_00).toBe(5_50);
    expect(rows).toMatchObject([
      {
        from: 'account:AT611904300234573201',
        to: 'account:DE89370400440532013000',
        amount: '10.50 EUR',
        booking: '2025-01-07',
        time: 10 * 3600,
        hasEndToEndId: true,
      },
      { amount: '4.00 EUR', value: '2025-01-08' },
    ]);
    expect(names['account:AT611904300234573201']).toEqual(['Anna Berger']);
    expect(names['account:DE89370400440532013000']).toEqual(['Wohnbau eG']);
    expect([...segment.charges.minor]).toEqual([30]);
  });

  it('001.01, with other names', () => {
    const { rows, segment } = read(
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.01"><BkToCstmrStmtV01><Stmt><Id>S</Id>' +
        '<Acct><Id><PrtryAcct><Id>12-34</Id></PrtryAcct></Id><Ccy>EUR</Ccy></Acct>' +
        '<Bal><Tp><Cd>OPBD</Cd></Tp><Amt Ccy="EUR">2.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>' +
        '<Ntry><Amt Ccy="EUR">3.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2009-03-02</Dt></BookgDt>' +
        '<TxDtls><RltdPties><Dbtr><Nm>Anna Berger</Nm></Dbtr></RltdPties></TxDtls></Ntry></Stmt></BkToCstmrStmtV01></Document>',
    );
    expect(segment.statements).toMatchObject([{ opening: 2_00 }]);
    expect(rows).toMatchObject([{ from: 'name:anna berger|', to: 'account:12-34', amount: '3.00 EUR' }]);
  });
});

describe('what stands around a statement', () => {
  const bare = statement(8);
  const wrappers = {
    'no namespace': bare.replace(/ xmlns="[^"]*"/, ''),
    'a default namespace elsewhere': `<Envelope xmlns="urn:x"><Body>${bare}</Body></Envelope>`,
    'a business message with header': `<BizMsg><AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><MsgDefIdr>camt.053.001.08</MsgDefIdr></AppHdr>${bare}</BizMsg>`,
    'blanks before the declaration': `\n  <?xml version="1.0" encoding="UTF-8"?>\n${bare}`,
    'a DataPDU': `<Saa:DataPDU xmlns:Saa="urn:swift:saa:xsd:saa.2.0"><Saa:Header/><Saa:Body>${bare}</Saa:Body></Saa:DataPDU>`,
  };
  it.each(Object.entries(wrappers))('%s', (_, text) => {
    expect(read(text).segment.records.kept).toBe(2);
    const bytes = Buffer.from(text);
    expect(recognise({ name: 'x', bytes, text })?.format.id).toBe('camt053');
  });

  it('is one file of several documents, in UTF-16 too', () => {
    const two = `<?xml version="1.0" encoding="UTF-16"?>${bare}\r\n<?xml version="1.0" encoding="UTF-16"?>${bare}`;
    for (const bytes of [Buffer.from(two), Buffer.from(`\ufeff${two}`, 'utf16le')]) {
      const { segment, rows } = read(bytes);
      expect(segment.records).toEqual({ read: 4, kept: 4, rejected: 0, notBooked: 0 });
      expect(segment.statements).toHaveLength(2);
      expect(rows.map((row) => row.statement)).toEqual([0, 0, 1, 1]);
    }
  });

  it('keeps the first document where the second is damaged', () => {
    const { segment } = read(bare + bare.slice(0, bare.indexOf('4.00')));
    expect(segment.records).toEqual({ read: 4, kept: 3, rejected: 1, notBooked: 0 });
  });
});

describe('what stands in a statement', () => {
  /** Entries in a report that declares a summary. */
  const report = (summary: string, entries: string): ReturnType<typeof readRows> =>
    readRows(
      '<Document><BkToCstmrAcctRpt><Rpt><Id>R</Id><Acct><Id><Othr><Id>1</Id></Othr></Id><Ccy>EUR</Ccy></Acct>' +
        `<TxsSummry>${summary}</TxsSummry>${entries}</Rpt></BkToCstmrAcctRpt></Document>`,
      camt052.read,
    );
  const entry = (amount: string, indicator: string, status: string, more = ''): string =>
    `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${indicator}</CdtDbtInd><Sts><Cd>${status}</Cd></Sts>${more}</Ntry>`;
  const three = entry('7.00', 'CRDT', 'BOOK') + entry('2.50', 'DBIT', 'BOOK') + entry('1.00', 'DBIT', 'PDNG');

  it('agrees with a summary of what is booked, or of everything', () => {
    const booked =
      '<TtlNtries><NbOfNtries>2</NbOfNtries><Sum>9.50</Sum><TtlNetNtry><Amt>4.50</Amt><CdtDbtInd>CRDT</CdtDbtInd></TtlNetNtry></TtlNtries>' +
      '<TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>7</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>1</NbOfNtries><Sum>2.5</Sum></TtlDbtNtries>';
    const all =
      '<TtlNtries><NbOfNtries>3</NbOfNtries><Sum>10.50</Sum><TtlNetNtryAmt>3.50</TtlNetNtryAmt><CdtDbtInd>CRDT</CdtDbtInd></TtlNtries>' +
      '<TtlDbtNtries><NbOfNtries>2</NbOfNtries><Sum>3.50</Sum></TtlDbtNtries>';
    expect([7_00 + 2_50, 7_00 - 2_50, 7_00 + 3_50, 7_00 - 3_50]).toEqual([9_50, 4_50, 10_50, 3_50]);
    for (const summary of [booked, all]) expect(report(summary, three).segment.warnings).toEqual([]);
    expect(report(booked, three).segment.statements[0]?.declared).toEqual({ entries: 2, credits: 7_00, debits: 2_50 });
  });

  it('says each number of a summary that does not agree', () => {
    const wrong =
      '<TtlNtries><NbOfNtries>4</NbOfNtries><Sum>9.00</Sum><TtlNetNtry><Amt>4.50</Amt><CdtDbtInd>DBIT</CdtDbtInd></TtlNetNtry></TtlNtries>' +
      '<TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>7.01</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>0</NbOfNtries></TtlDbtNtries>';
    expect(report(wrong, three).segment.warnings).toEqual([
      'Statement R declares 4 entries, 2 booked of 3 are given',
      'Statement R declares 0 debit entries, 1 booked of 2 are given',
      'Statement R declares credits of 7.01, its entries sum to 7.00',
      'Statement R declares a total of 9.00, its entries sum to 9.50',
      'Statement R declares a net amount of 4.50, its entries sum to -4.50',
    ]);
  });

  it('counts credits and debits where the number of entries is left out', () => {
    const summary =
      '<TtlCdtNtries><NbOfNtries>1</NbOfNtries></TtlCdtNtries><TtlDbtNtries><NbOfNtries>2</NbOfNtries></TtlDbtNtries>';
    expect(report(summary, three).segment.statements[0]?.declared).toEqual({ entries: 1 + 2 });
  });

  it('does not book what was refused, whatever day it has', () => {
    const { segment, rows } = report('', entry('5.00', 'DBIT', 'RJCT', '<BookgDt><Dt>2025-01-07</Dt></BookgDt>'));
    expect(segment.records).toEqual({ read: 1, kept: 0, rejected: 0, notBooked: 1 });
    expect(rows).toMatchObject([{ status: 'informational' }]);
  });

  it('takes the day of settlement between banks where no value date is given', () => {
    const details =
      '<NtryDtls><TxDtls><RltdDts><IntrBkSttlmDt>2025-01-09</IntrBkSttlmDt></RltdDts></TxDtls></NtryDtls>';
    expect(report('', entry('5.00', 'DBIT', 'BOOK', details)).rows).toMatchObject([{ value: '2025-01-09' }]);
  });

  it('keeps a batch as one row where some of its details have no amount', () => {
    const details =
      '<NtryDtls><TxDtls><Amt Ccy="EUR">2.00</Amt></TxDtls></NtryDtls><NtryDtls><TxDtls/><TxDtls><Purp/></TxDtls></NtryDtls>';
    const { rows, segment } = report('', entry('5.00', 'DBIT', 'BOOK', details));
    expect(rows.map((row) => row.amount)).toEqual(['5.00 EUR']);
    expect(segment.warnings.join()).toContain('not all have an amount in its currency');
  });
});
