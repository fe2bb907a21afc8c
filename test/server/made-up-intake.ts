/** Made-up previews and coverage for drawing the page: a file whose columns nobody knows, and three accounts. */
import type { CoverageReport, Inspection, InspectionReport, MatchesReport } from '../../src/server/api-intake.ts';

const names = ['Dyddiad', 'Swm', 'Pwy', 'Cyfrif Pwy', 'Nodyn', 'Gweddill'];
const shapes = ['dates', 'amounts', 'words', 'accounts', 'words', 'amounts'] as const;
const cells = [
  ['03/04/2026', '05/04/2026', '06/04/2026'],
  ['-12,50', '100,00', '-7,05'],
  ['•••', '•••', '•••'],
  ['•••', '', '•••'],
  ['•••', '•••', '•••'],
  ['1.212,50', '1.312,50', '1.305,45'],
];

interface Asked {
  readonly columns?: Readonly<Record<string, string>>;
  readonly currency?: string;
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
  readonly account?: string;
}

const file = (path: string): Pick<Inspection, 'name' | 'sha256' | 'bytes'> => ({
  name: path.split('/').at(-1) ?? path,
  sha256: '5d'.repeat(32),
  bytes: 18_204,
});

/** A file with `bank-` in its name is clear; others have column names that nobody knows. */
export function madeUpInspection(path: string, asked: Asked = {}): InspectionReport {
  if (path.includes('bank-'))
    return {
      files: [{ ...file(path), format: 'camt053', why: 'made up', doubts: [], rows: [], masked: true }],
      leftOut: [],
    };
  const roles = asked.columns ?? {};
  const has = (role: string): boolean => Object.values(roles).includes(role);
  const canRead = has('booking') && has('amount');
  const table: Inspection['table'] = {
    encoding: 'utf-8',
    delimiter: ';',
    headerLine: 1,
    fingerprint: '0123456789abcdef',
    ...(canRead
      ? {
          kind: 'statement',
          dateOrder: asked.dateOrder ?? 'dmy',
          decimal: ',',
          sign: 'signed',
          currency: asked.currency ?? 'XXX',
          account: asked.account === undefined ? 'made for this file' : 'set by hand',
        }
      : {}),
    columns: names.map((name, at) => ({
      number: at + 1,
      name,
      key: name,
      ...(roles[name] === undefined ? {} : { role: roles[name] }),
      why: roles[name] === undefined ? 'its name is not known' : 'set by hand',
      byHand: roles[name] !== undefined,
      look: shapes[at] ?? 'words',
      samples: (cells[at] ?? []).map((value) => ({ value, masked: value === '•••' })),
    })),
    reasons: ['line 1 is the first with 6 fields, as most lines have'],
  };
  const problem = 'no line has two known column names';
  if (!canRead)
    return {
      files: [
        {
          ...file(path),
          why: 'no format knows its content',
          table,
          doubts: [{ kind: 'column', text: problem }],
          problem,
          rows: [],
          masked: true,
        },
      ],
      leftOut: [],
    };
  const currency = asked.currency ?? 'XXX';
  const doubts: Inspection['doubts'] = [
    ...(asked.dateOrder === undefined
      ? [
          {
            kind: 'date-order' as const,
            text: 'Dyddiad: no value proves the order; day first, as everywhere outside the United States',
          },
        ]
      : []),
    ...(asked.currency === undefined
      ? [
          {
            kind: 'currency' as const,
            text: 'the file names no currency; amounts have the unknown currency XXX with two decimals',
          },
        ]
      : []),
    ...(asked.account === undefined
      ? [{ kind: 'account' as const, text: 'the file does not name its account; one account is made for this file' }]
      : []),
  ];
  const day = (text: string): string => (asked.dateOrder === 'mdy' ? `2026-${text}-04` : `2026-04-${text}`);
  const row = (date: string, direction: 'credit' | 'debit', amount: string, other: string): Inspection['rows'][number] => ({
    booking: day(date), direction, amount, currency, account: 'Account-0001', other, channel: 'other', status: 'booked',
  }); // prettier-ignore
  return {
    files: [
      {
        ...file(path),
        format: 'csv',
        why: 'read as delimited text, as it was decided',
        table,
        doubts,
        file: {
          ...file(path),
          format: 'csv',
          encoding: 'utf-8',
          records: { read: 214, kept: 212, rejected: 2, duplicate: 0, notBooked: 0, transactions: 212 },
          totals: { [currency]: { count: 212, credits: '18402.10', debits: '17110.95' } },
          statements: [],
          rejects: [{ record: 77, line: 78, field: 'Swm', reason: '-1x0,00 is not an amount' }],
          warnings: [],
        },
        rows: [
          row('03', 'debit', '12.50', 'Person-0002'),
          row('05', 'credit', '100.00', 'Company-0003'),
          row('06', 'debit', '7.05', 'Person-0002'),
        ],
        masked: true,
      },
    ],
    leftOut: [],
  };
}

type Month = CoverageReport['accounts'][number]['months'][number];
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
const month = (at: number, status: Month['status'], entries: number, notes: string[] = [], more: Partial<Month> = {}): Month => ({
  month: months[at] ?? '', status, entries, notes, ...more,
}); // prettier-ignore
const gap = 'no file covers this month, though earlier and later ones are there';
const seen = '3 payments of this account stand in files of others';

export const madeUpCoverage: CoverageReport = {
  months,
  accounts: [
    {
      account: 'Person-0004', key: 'n4', own: true, currencies: ['EUR'],
      months: [
        month(0, 'partial', 12, ['the file names no period: its days are those of its first and last row'], { from: '2026-01-05', to: '2026-01-31' }),
        month(1, 'covered', 31), month(2, 'missing', 0, [gap, seen]), month(3, 'covered', 28),
        month(4, 'covered', 0, ['no entry in this month; the statement covers it']), month(5, 'covered', 19),
      ],
    },
    {
      account: 'Company-0011', key: 'n11', own: true, currencies: ['EUR', 'RON'],
      months: [
        month(0, 'covered', 210), month(1, 'overlapping', 190), month(2, 'covered', 220),
        month(3, 'does-not-reconcile', 201, ['the balance at which one statement ends and the next begins differ by 250.00 EUR: entries are missing between']),
        month(4, 'does-not-reconcile', 188), month(5, 'missing', 0, ['no file of this account reaches this month']),
      ],
    },
    {
      account: 'Account-0042', key: 'n42', own: false, currencies: [],
      months: [month(0, 'not-open', 0), ...[1, 2, 3, 4, 5].map((at) => month(at, 'not-obtained', 0, at === 3 ? [seen] : []))],
    },
  ],
  total: 3,
  statuses: { covered: 7, partial: 1, missing: 2, overlapping: 1, 'does-not-reconcile': 2, 'not-open': 1, 'not-obtained': 5 },
  indicators: {
    all: 39, run: 27,
    more: [{ kind: 'card', count: 8, lacking: ['mcc', 'place', 'time-of-day'] }, { kind: 'register', count: 4, lacking: ['register', 'contacts'] }],
    withSeveral: 0,
    text: '27 of 39 indicators can run on these files, 8 more with a card file, 4 more with a customer register',
  },
}; // prettier-ignore

type MatchEntry = MatchesReport['proposed'][number]['debit'];
const entry = (id: string, file: string, account: string, other: string, day: string, amount: string): MatchEntry => ({
  id, file, account, other, day, amount, currency: 'EUR',
}); // prettier-ignore

export function madeUpMatches(decided: MatchesReport['decided']): MatchesReport {
  const proposed: MatchesReport['proposed'] = [
    {
      id: '111111111111-7+222222222222-9',
      debit: entry('111111111111-7', 'donaubank.csv', 'Person-0004', 'Company-0011', '2026-02-13', '500.00'),
      credits: [entry('222222222222-9', 'karpatbank.sta', 'Company-0011', 'Person-0004', '2026-02-16', '495.00')],
      reasons: [
        'the amounts differ by 5.00 EUR, which is the fee that a bank states',
        'the days of both banks are 3 days apart',
      ],
    },
    {
      id: '111111111111-12+222222222222-20+222222222222-21',
      debit: entry('111111111111-12', 'donaubank.csv', 'Company-0011', 'unknown', '2026-03-02', '2400.00'),
      credits: [
        entry('222222222222-20', 'karpatbank.sta', 'Person-0021', 'Company-0011', '2026-03-02', '1200.00'),
        entry('222222222222-21', 'karpatbank.sta', 'Person-0022', 'Company-0011', '2026-03-02', '1200.00'),
      ],
      reasons: ['2 single credits add up to the debit'],
    },
  ];
  const open = proposed.filter(({ id }) => !decided.some((one) => one.id === id));
  return { proposed: open, total: open.length, decided };
}
