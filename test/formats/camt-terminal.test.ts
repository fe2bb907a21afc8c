import { describe, expect, it } from 'vitest';
import camt053 from '../../src/formats/camt053.ts';
import { readRows } from '../fixtures/read-rows.ts';

/** One card entry with what stands in its `TxDtls`. */
function placeOf(subFamily: string, details: string): string | undefined {
  const entry =
    '<Ntry><Amt Ccy="EUR">40.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt>' +
    `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>CCRD</Cd><SubFmlyCd>${subFamily}</SubFmlyCd></Fmly></Domn></BkTxCd>` +
    `<NtryDtls><TxDtls>${details}</TxDtls></NtryDtls></Ntry>`;
  const text =
    '<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>' +
    `<Stmt><Id>1</Id><Acct><Id><IBAN>AT611904300234573201</IBAN></Id><Ccy>EUR</Ccy></Acct>${entry}</Stmt></BkToCstmrStmt></Document>`;
  return readRows(Buffer.from(text), camt053.read).rows[0]?.place;
}

const machine = '<CardTx><POI><Id><Id>70160099</Id></Id></POI></CardTx>';

describe('where a card was used or cash drawn', () => {
  it('is the terminal’s number with the town that AddtlTxInf gives', () =>
    expect(placeOf('CWDL', `${machine}<AddtlTxInf>Bad Ischl AT</AddtlTxInf>`)).toBe('T70160099 Bad Ischl'));
  it('is the number alone where no town is given', () => expect(placeOf('CWDL', machine)).toBe('T70160099'));
  it('is the town alone at a shop', () =>
    expect(placeOf('POSD', `${machine}<AddtlTxInf>Wien AT</AddtlTxInf>`)).toBe('Wien'));
  it('is not read out of other words', () => {
    for (const text of ['AT', 'Thank you for 2 tickets AT', 'rent March', 'Wien'])
      expect(placeOf('POSD', `<AddtlTxInf>${text}</AddtlTxInf>`)).toBeUndefined();
  });
});
