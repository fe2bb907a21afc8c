/** Small made-up bank files whose numbers are worked out by hand in the tests that read them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const giroHeader =
  'Buchungstag;Valuta;IBAN Auftragskonto;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;Verwendungszweck;Betrag;Waehrung\n';

/** Names, accounts and texts in them; none may leave while names are masked. */
export const secrets = [
  'Berta',
  'Beispiel',
  'Arbeit GmbH',
  'Carl',
  'Muster',
  'Dora',
  'Emil',
  'Erfunden',
  'Frida',
  'Gerda',
  'Geheim',
  'Miete',
  'Spende',
  'AT611904300234573201',
  'AT483200000012345864',
  'DE89370400440532013000',
  'NL91ABNA0417164300',
  'A-100',
];

export const bankFiles: Readonly<Record<string, string>> = {
  'giro-1.csv':
    giroHeader +
    '02.03.2026;02.03.2026;AT611904300234573201;Berta Beispiel;AT483200000012345864;Miete März;-700,00;EUR\n' +
    '03.03.2026;03.03.2026;AT611904300234573201;Arbeit GmbH;AT022011100003429660;Lohn Feber;1.850,50;EUR\n' +
    '04.03.2026;04.03.2026;AT611904300234573201;;;Bargeld Automat 12;-1x0,00;EUR\n' +
    '05.03.2026;05.03.2026;AT611904300234573201;Carl Muster;AT483200000012345864;"Danke; bis bald";-20,00;EUR\n',
  'giro-2.csv':
    giroHeader +
    '03.03.2026;03.03.2026;AT611904300234573201;Arbeit GmbH;AT022011100003429660;Lohn Feber;1.850,50;EUR\n' +
    '05.03.2026;05.03.2026;AT611904300234573201;Carl Muster;AT483200000012345864;"Danke; bis bald";-20,00;EUR\n' +
    '09.03.2026;09.03.2026;AT611904300234573201;Dora Demo;AT483200000012345864;Kino;-9,80;EUR\n',
  'transfers.csv':
    'Date,From account,To account,Amount,Currency\n2026-03-02,A-100,A-200,50.00,USD\n2026-03-03,A-200,A-300,25.25,USD\n',
  'statement.xml': `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-03-31T00:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><CreDtTm>2026-03-31T00:00:00</CreDtTm>
<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-01</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1210.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-31</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">250.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-05</Dt></BookgDt><ValDt><Dt>2026-03-05</Dt></ValDt><AcctSvcrRef>R1</AcctSvcrRef><NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>
<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">100.00</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>Emil Erfunden</Nm></Dbtr><DbtrAcct><Id><IBAN>AT483200000012345864</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>Spende A &amp; B</Ustrd></RmtInf></TxDtls>
<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">150.00</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>Frida Falsch</Nm></Dbtr></RltdPties></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">40.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-10</Dt></BookgDt><ValDt><Dt>2026-03-10</Dt></ValDt></Ntry>
<Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>PDNG</Sts><BookgDt><Dt>2026-03-31</Dt></BookgDt></Ntry>
</Stmt></BkToCstmrStmt></Document>
`,
  'statement.sta': [
    ':20:S1',
    ':25:NL91ABNA0417164300',
    ':28C:1/1',
    ':60F:C260301EUR500,00',
    ':61:2603020302D120,50NTRFREF1//BANK1',
    ':86:Huur maart',
    ':61:2603030303C20,NTRFNONREF',
    ':86:166?00GUTSCHRIFT?20Terug?32Gerda Geheim',
    ':62F:C260331EUR399,50',
    '-',
    '',
  ].join('\r\n'),
};

/** A new folder with some of the files; `remove` takes all of it away. */
export function bankFolder(names: readonly string[] = Object.keys(bankFiles)): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'clew-files-'));
  for (const name of names) writeFileSync(join(path, name), bankFiles[name] ?? '');
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
