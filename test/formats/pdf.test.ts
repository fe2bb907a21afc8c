/**
 * PDF statements: one printed by Chromium, one by ReportLab, and pages written here
 * (`test/fixtures/pdf/write-pdf.ts`), totals worked out by hand.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import pdf from '../../src/formats/pdf.ts';
import { CodedError } from '../../src/errors.ts';
import { memorySource } from '../../src/intake/byte-source.ts';
import { packageRoot } from '../../src/package-root.ts';
import { fileOf, pdfOf, row, streamOf, type Placed } from '../fixtures/pdf/write-pdf.ts';
import { memberOf, readRows, thrownBy, type Reading } from '../fixtures/read-rows.ts';

const fixture = (name: string): Uint8Array => readFileSync(join(packageRoot, 'test/fixtures/pdf', name));
const read = (bytes: Uint8Array): Reading =>
  readRows(bytes, (source, member, sink) => {
    pdf.read(source, member, sink);
  });
const textOf = (bytes: Uint8Array): string => Buffer.from(pdf.derive(memorySource(bytes), memberOf(bytes))).toString();
const signed = ({ rows }: Reading): string[] => rows.map(({ from, amount }) => (from === OWN ? `-${amount}` : amount));
const OWN = 'account:DE89370400440532013000';

/** English: debit and credit columns, a balance at the end of each day, the day printed once. */
const columns = [40, 110, -380, -450, -540];
const names = row(140, columns, ['Date', 'Description', 'Money out', 'Money in', 'Balance']);
const english: Placed[] = [
  ...row(60, [40], ['IBAN: DE89 3704 0044 0532 0130 00']),
  ...row(74, [40, 300], ['Statement period 1 March 2026 to 31 March 2026', 'Currency: EUR']),
  ...names,
  ...row(154, columns, ['01 Mar 2026', 'Balance brought forward', '', '', '1,000.00']),
  ...row(168, columns, ['02 Mar 2026', 'Card payment BAKER (MAIN ST)', '23.50', '', '']),
  ...row(182, columns, ['', 'Direct debit COUNCIL', '120.00', '', '856.50']),
  ...row(196, columns, ['04 Mar 2026', 'Faster payment ACME LTD', '', '1,500.00', '']),
  ...row(207, columns, ['', 'ref SALARY MARCH']),
  ...row(221, columns, ['', 'Transfer to J SMITH', '250.00', '', '2,106.50']),
  ...row(235, columns, ['', 'Balance carried forward', '', '', '2,106.50']),
  ...row(800, [40], ['Midshire Bank plc, registered in England 0123456.']),
  ...row(812, [270], ['Page 1 of 2']),
];
const second: Placed[] = [
  ...names,
  ...row(154, columns, ['', 'Balance brought forward', '', '', '2,106.50']),
  ...row(168, columns, ['06 Mar 2026', 'Cash deposit', '', '40.00', '2,146.50']),
  ...row(182, columns, ['', 'Totals', '393.50', '1,540.00', '']),
  ...row(196, columns, ['31 Mar 2026', 'Closing balance', '', '', '2,146.50']),
  ...row(800, [40], ['Midshire Bank plc, registered in England 0123456.']),
  ...row(812, [270], ['Page 2 of 2']),
];

describe('English, debit and credit columns on two pages', () => {
  const reading = read(pdfOf([english, second], true));

  it('an amount without a day takes the day above; carried balances, sums and footers are no entries', () => {
    expect(reading.rows.map(({ booking }) => booking)).toEqual([
      '2026-03-02', '2026-03-02', '2026-03-04', '2026-03-04', '2026-03-06',
    ]); // prettier-ignore
    expect(signed(reading)).toEqual(['-23.50 EUR', '-120.00 EUR', '1500.00 EUR', '-250.00 EUR', '40.00 EUR']);
    expect(reading.segment.records).toEqual({ read: 5, kept: 5, rejected: 0, notBooked: 0 });
  });

  it('balances that are printed once a day follow', () => {
    // 1000.00 − 23.50 − 120.00 + 1500.00 − 250.00 + 40.00
    expect(reading.segment.statements).toMatchObject([
      { opening: 100000, closing: 100000 - 2350 - 12000 + 150000 - 25000 + 4000 },
    ]);
    expect(reading.segment.warnings).toEqual(['2 rows have no day of their own and take that of the row above']);
  });

  it('a row shows its text, its page and its box', () => {
    const lines = textOf(pdfOf([english, second])).split('\n');
    expect(lines).toContain('04 Mar 2026,Faster payment ACME LTD ref SALARY MARCH,,"1,500.00",,1,40 187 450 209');
    expect(lines).toContain('06 Mar 2026,Cash deposit,,40.00,"2,146.50",2,40 159 540 170');
  });

  it('a balance that does not follow is named with its row', () => {
    const wrong = english.map((placed) => (placed.text === '250.00' ? { ...placed, text: '260.00' } : placed));
    expect(read(pdfOf([wrong, second])).segment.warnings).toContain(
      'the running balance does not follow in 1 rows, first in line 10',
    );
  });
});

it('German, printed by Chromium: three pages, sign column, days without a year', () => {
  const reading = read(fixture('german-chromium.pdf'));
  const { segment, rows } = reading;
  expect(segment.records).toEqual({ read: 45, kept: 45, rejected: 0, notBooked: 0 });
  // Each ninth of 45 entries is a credit of 1000.00, the others are debits of 12.34.
  expect(signed(reading).filter((amount) => amount === '1000.00 EUR')).toHaveLength(45 / 9);
  expect(signed(reading).filter((amount) => amount === '-12.34 EUR')).toHaveLength(45 - 45 / 9);
  expect(segment.statements).toMatchObject([{ opening: 50000, closing: 50000 + 5 * 100000 - 40 * 1234 }]);
  expect([rows[0]?.booking, rows[0]?.value, rows[44]?.booking]).toEqual(['2026-01-01', '2026-01-01', '2026-01-23']);
  expect(segment.warnings).toEqual([
    'days are printed without a year; it is taken from the latest date of the statement',
  ]);
  const lines = textOf(fixture('german-chromium.pdf')).split('\n');
  expect(lines.find((line) => line.includes('Beleg 10 '))).toMatch(
    /^05\.01\.2026,05\.01\.2026,"Kartenzahlung Bäckerei Kern, Beleg 10 Filiale am Alten Markt mit sehr langem Namen, der umbricht","12,34",S,"1\.388,94 H",1,/,
  );
});

it('a table by ReportLab: wrapped cells, names repeated on each page', () => {
  const reading = read(fixture('table-reportlab.pdf'));
  expect(reading.segment.records).toEqual({ read: 40, kept: 40, rejected: 0, notBooked: 0 });
  // Entry n of 40 is n.00, every other one a debit: 20 × 1.00 more in than out.
  expect(reading.segment.statements).toMatchObject([{ opening: 50000, closing: 50000 + 20 * 100 }]);
  expect(reading.segment.warnings).toEqual([]);
});

describe('other writers', () => {
  it('pdf-lib: objects in streams, names over two lines, American days without a year', () => {
    const reading = read(fixture('american-pdf-lib.pdf'));
    expect(reading.rows.map(({ booking, amount }) => [booking, amount])).toEqual([
      ['2024-01-02', '1200.00 USD'],
      ['2024-01-15', '2500.00 USD'],
      ['2024-01-31', '12.00 USD'],
    ]);
    // 5000.00 − 1200.00 + 2500.00 − 12.00
    expect(reading.segment.statements).toMatchObject([{ opening: 500000, closing: 500000 - 120000 + 250000 - 1200 }]);
    expect(textOf(fixture('american-pdf-lib.pdf'))).toContain(
      'Date,Description,Withdrawals / Debits,Deposits / Credits,Balance,page,box',
    );
  });

  it('pdfkit: blanks for thousands, balances above and below', () => {
    const reading = read(fixture('french-pdfkit.pdf'));
    expect(reading.rows.map(({ amount }) => amount)).toEqual(['650.00 EUR', '1900.50 EUR', '4.20 EUR']);
    // 1000.00 − 650.00 + 1900.50 − 4.20
    expect(reading.segment.statements).toMatchObject([{ opening: 100000, closing: 100000 - 65000 + 190050 - 420 }]);
    expect(textOf(fixture('french-pdfkit.pdf'))).toContain('Closing balance,"2 246,30"');
  });

  it('jsPDF: debits and credits in Spanish, a text over two lines, a line of totals', () => {
    const reading = read(fixture('spanish-jspdf.pdf'));
    expect(reading.rows.map(({ amount }) => amount)).toEqual(['50.25 EUR', '20.25 EUR']);
    // 100.00 + 50.25 − 20.25
    expect(reading.segment.statements).toMatchObject([{ opening: 10000, closing: 13000 }]);
    expect(textOf(fixture('spanish-jspdf.pdf'))).toContain('Compra supermercado Tarjeta 1234');
  });
});

it('without a balance column a warning says that nothing proves the reading', () => {
  const at = [40, 110, -380];
  const page = [
    ...row(60, [40], ['IBAN: DE89 3704 0044 0532 0130 00 EUR']),
    ...row(140, at, ['Datum', 'Text', 'Betrag']),
    ...row(154, at, ['02.03.2026', 'Miete', '-700,00']),
    ...row(168, at, ['28.03.2026', 'Gehalt', '1.234,56']),
  ];
  const reading = read(pdfOf([page]));
  expect(signed(reading)).toEqual(['-700.00 EUR', '1234.56 EUR']);
  expect(reading.segment.warnings).toContain(
    'no running balance proves the reading of this PDF; compare the rows with the pages',
  );
  const closed = read(
    pdfOf([[...row(74, [40], ['Alter Kontostand: 10,00']), ...page, ...row(220, [40], ['Neuer Kontostand: 544,56'])]]),
  );
  // 10.00 − 700.00 + 1234.56
  expect(closed.segment.statements).toMatchObject([{ opening: 1000, closing: 54456 }]);
  expect(closed.segment.warnings).toContain(
    'no running balance proves the reading of this PDF row by row, only its opening and closing balance',
  );
});

it('another account’s pages are another statement', () => {
  const other = english.map((placed) =>
    placed.text.startsWith('IBAN') ? { ...placed, text: 'IBAN: GB33 BUKB 2020 1555 5555 55' } : placed,
  );
  const { segment, rows } = read(pdfOf([english, other]));
  expect(segment.statements).toMatchObject([
    { opening: 100000, closing: 210650 },
    { opening: 100000, closing: 210650 },
  ]);
  expect(rows.map(({ statement }) => statement)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
});

describe('what cannot be read', () => {
  const whole = pdfOf([english, second]);
  const page = '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 595 842] >>';
  const catalog = Buffer.from('<< /Type /Catalog /Pages 2 0 R >>');
  const pages = Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>');
  const reasonOf = (bytes: Uint8Array): unknown => {
    const thrown = thrownBy(() => read(bytes));
    expect(thrown).toBeInstanceOf(CodedError);
    const { code, parameters } = thrown as CodedError;
    return `${code}: ${String(parameters['reason'])}`;
  };

  it('is told by content', () => {
    expect(pdf.recognise({ name: 'a.csv', bytes: whole, text: '' }).sureness).toBeGreaterThan(90);
    expect(pdf.recognise({ name: 'a.pdf', bytes: Buffer.from('a letter about %PDF'), text: '' }).sureness).toBe(0);
  });

  it('a scan', () => {
    const scan = fileOf([catalog, pages, Buffer.from(page), streamOf(Buffer.from('q 595 0 0 842 0 0 cm /Im0 Do Q'))]);
    expect(reasonOf(scan)).toMatch(/^CLEW_FILE_UNREADABLE: the PDF has no text: it is a scan/);
  });

  it('an encrypted file', () => {
    const locked = fileOf(
      [catalog, pages, Buffer.from(page), streamOf(Buffer.from(''))],
      '/Encrypt << /Filter /Standard >>',
    );
    expect(reasonOf(locked)).toBe(
      'CLEW_FILE_REFUSED: it is encrypted; ask for it without a password, or print it to a new PDF',
    );
  });

  it('a letter', () => {
    expect(reasonOf(pdfOf([row(60, [40], ['Dear customer, thank you for your amount of trust.'])]))).toMatch(
      /^CLEW_FORMAT_UNKNOWN/,
    );
  });

  it('a file without its table of objects is searched for them', () => {
    const cut = whole.subarray(0, Buffer.from(whole).indexOf('xref'));
    expect(read(cut).segment.records.kept).toBe(5);
  });

  it('tables of objects that lead to one another, and pages that hold themselves', () => {
    const loop = Buffer.from(
      Buffer.from(whole)
        .toString('latin1')
        .replace(/\/Root 1 0 R/, '/Root 1 0 R /Prev 0'),
      'latin1',
    );
    expect(read(loop).segment.records.kept).toBe(5);
    const own = fileOf([catalog, Buffer.from('<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>')]);
    expect(reasonOf(own)).toBe('CLEW_FILE_UNREADABLE: the PDF has no pages');
    const self = fileOf([Buffer.from('1 0 R'), pages]);
    expect(reasonOf(self)).toMatch(/^CLEW_FILE_UNREADABLE: the PDF is broken/);
  });

  it('objects that nest without end', () => {
    const deep = fileOf([Buffer.from(`<< /Type /Catalog /Pages ${'['.repeat(100000)} >>`)]);
    expect(reasonOf(deep)).toMatch(/^CLEW_FILE_UNREADABLE: the PDF is broken/);
  });

  it('streams that inflate to more than any statement', () => {
    const bomb = deflateSync(deflateSync(Buffer.alloc(64 << 20), { level: 9 }), { level: 9 });
    // Three pages of 64 MiB each from a few hundred bytes.
    const kids = Array.from({ length: 3 }, (_, i) => `${3 + 2 * i} 0 R`).join(' ');
    const objects: Uint8Array[] = [catalog, Buffer.from(`<< /Type /Pages /Kids [${kids}] >>`)];
    for (let i = 0; i < 3; i++) {
      objects.push(Buffer.from(`<< /Type /Page /Contents ${4 + 2 * i} 0 R >>`));
      objects.push(streamOf(bomb, '/Filter [/FlateDecode /FlateDecode]'));
    }
    expect(reasonOf(fileOf(objects))).toBe(
      'CLEW_FILE_UNREADABLE: the PDF is broken: its streams inflate to more than is allowed',
    );
  });

  it('forms that draw themselves are drawn a bounded number of times', () => {
    const resources = '/Resources << /XObject << /X 4 0 R >> >>';
    const twice = Buffer.from('/X Do '.repeat(40));
    const form = streamOf(twice, `/Type /XObject /Subtype /Form ${resources}`);
    const own = fileOf([catalog, pages, Buffer.from(`<< /Type /Page ${resources} /Contents 4 0 R >>`), form]);
    expect(reasonOf(own)).toBe(
      'CLEW_FILE_UNREADABLE: the PDF is broken: its pages have more operators than is allowed',
    );
  });

  it('any three bytes changed: rows or a coded error, never anything else', () => {
    let seed = 5;
    const below = (limit: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return Math.floor((seed / 2 ** 32) * limit);
    };
    for (let turn = 0; turn < 150; turn++) {
      const bytes = Uint8Array.from(turn % 3 === 0 ? fixture('table-reportlab.pdf') : whole);
      for (let i = 0; i < 3; i++) bytes[below(bytes.length)] = turn % 2 ? 40 + below(60) : below(256);
      const thrown = thrownBy(() => textOf(bytes));
      if (thrown !== undefined) expect(thrown).toBeInstanceOf(CodedError);
    }
  });
});
