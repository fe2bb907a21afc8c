/**
 * A made-up case for drawing the page against: one rich lead and six smaller ones beside it. Every
 * answer passes its schema in `src/server/api.ts`; no number here says anything about the product.
 */
import { isoDate, type Day } from '../../src/days.ts';
import { decimalText, packCurrency } from '../../src/money.ts';
import { seededRandom } from '../../src/random.ts';
import type {
  EntryDetail,
  FilesReport,
  LeadDetail,
  LeadReport,
  LeadSummary,
  TransactionRow,
} from '../../src/server/api.ts';
import {
  actors,
  COLLECTOR,
  CONDUIT,
  END,
  euro,
  evidenceOf,
  FRONT,
  labelOf,
  payments,
  START,
  total,
  WEEKS,
  workers,
  type Payment,
} from './made-up-payments.ts';

/** The rich lead's report; the smaller ones are cut from it. */
export function madeUpLead(revealed: boolean): LeadReport {
  const window = { from: isoDate(START), to: isoDate(END) };
  const evidence = payments.filter((one) => one.indicators.length > 0);
  const indicator = (
    id: string,
    title: string,
    family: LeadReport['indicators'][number]['family'],
    points: number,
    statement: string,
  ): LeadReport['indicators'][number] => ({
    id,
    title,
    family,
    points,
    counted: points > 0 ? 'counted' : 'same-rows',
    statement,
    observed: [
      { name: 'accounts', unit: 'count', value: 9, text: '9 accounts' },
      { name: 'share swept', unit: 'share', value: 0.82, text: '82 %' },
      {
        name: 'moved',
        unit: 'money',
        value: euro(total(evidence)),
        currency: 'EUR',
        text: `€ ${euro(total(evidence))}`,
      },
    ],
    threshold: [
      { name: 'accounts', unit: 'count', value: 4, text: 'at least 4 accounts' },
      { name: 'share swept', unit: 'share', value: 0.6, text: 'at least 60 %' },
    ],
    window,
    evidence: evidenceOf(id),
    guards: [
      {
        id: 'family-remittance',
        outcome: 'failed',
        points: 0,
        text: 'Payers share no name-independent tie to the receiver',
      },
      ...(id === 'wage-star'
        ? [
            {
              id: 'pays-their-rent',
              outcome: 'held' as const,
              points: -2,
              text: 'The receiver pays rent for the payers: an agreed deduction is possible',
            },
          ]
        : []),
      { id: 'declared-payroll-bureau', outcome: 'untestable', points: 0, text: 'No register of licences in the files' },
    ],
    citations: ['FinCEN FIN-2020-A008, section I.2'],
    cut: false,
  });
  const indicators = [
    indicator(
      'wage-star',
      'Wages of several people reach one account',
      'earnings-control',
      10,
      'Wages of nine people reach one account within a day of pay day.',
    ),
    indicator(
      'one-controller-many-accounts',
      'Several accounts worked from one place at one time',
      'account-control',
      9,
      'Nine accounts are emptied within minutes of each other at about 06:45.',
    ),
    indicator(
      'rapid-pass-through',
      'Money goes on within days',
      'laundering-flow',
      7,
      'What comes in leaves as cash and abroad within five days.',
    ),
    indicator(
      'shared-lodging',
      'One rent for many',
      'travel-and-lodging',
      3,
      'One rent is paid for people whose wages arrive together.',
    ),
    indicator('fan-in', 'Many pay one', 'laundering-flow', 0, 'Nine accounts pay one account month after month.'),
  ];
  return {
    id: 'l4-labour-exploitation',
    rank: 1,
    points: 27,
    form: 'labour-exploitation',
    headline: 'Wages of nine people reach one account within a day of pay day',
    accounts: actors
      .filter((actor) => actor.kind === 'account')
      .map((actor) => ({
        account: revealed ? actor.real : actor.pseudonym,
        role: actor.role,
        why:
          actor.role === 'possible-victim'
            ? 'Wages leave within a day; the account may be used by others.'
            : 'Nine sweeps come in; against: pays rent for all nine.',
        hypotheses: [
          { role: actor.role, for: ['Nine sweeps come in'], against: ['Pays rent for all nine'] },
          ...(actor.key === CONDUIT
            ? [{ role: 'possible-victim' as const, for: ['Keeps 2 % of what passes'], against: [] }]
            : []),
        ],
      })),
    accountsOfInterest: [COLLECTOR, FRONT, 'n31'].map((key) => labelOf(key, revealed)),
    possibleVictims: workers.map((actor) => labelOf(actor.key, revealed)),
    indicators,
    amounts: { EUR: euro(total(evidence)) },
    from: window.from,
    to: window.to,
    countries: ['AT', 'RO'],
  };
}

const others: readonly {
  form: LeadReport['form'];
  points: number;
  headline: string;
  victims: number;
  countries: string[];
}[] = [
  {
    form: 'sexual-exploitation',
    points: 24,
    headline: 'Late card income of six people is paid on to one account every night',
    victims: 6,
    countries: ['AT', 'HU'],
  },
  {
    form: 'forced-criminality',
    points: 19,
    headline: 'Four new accounts receive strangers’ money and are emptied within minutes',
    victims: 4,
    countries: ['AT'],
  },
  {
    form: 'debt-bondage',
    points: 15,
    headline: 'A recruitment fee comes back as a share of every wage',
    victims: 5,
    countries: ['AT', 'NP'],
  },
  {
    form: 'domestic-servitude',
    points: 11,
    headline: 'One household, one wage, nothing kept',
    victims: 1,
    countries: ['AT', 'PH'],
  },
  {
    form: 'child-sexual-exploitation',
    points: 9,
    headline: 'Small payments to many receivers in one region, at night',
    victims: 0,
    countries: ['PH'],
  },
  {
    form: 'laundering-pattern',
    points: 6,
    headline: 'Cash below the reporting limit at five branches',
    victims: 0,
    countries: ['AT', 'DE'],
  },
];

/** Seven rows for the list. */
export function madeUpSummaries(decisions: ReadonlyMap<string, NonNullable<LeadSummary['decision']>>): LeadSummary[] {
  const first = madeUpLead(false);
  const spark = (list: readonly Payment[]): number[] => {
    const weeks = new Array<number>(WEEKS).fill(0);
    for (const one of list) weeks[Math.floor((one.day - START) / 7)]! += 1;
    return weeks;
  };
  const evidence = payments.filter((one) => one.indicators.length > 0);
  const random = seededRandom(3, 'sparks');
  const rows: LeadSummary[] = [
    {
      id: first.id,
      rank: 1,
      points: first.points,
      form: first.form,
      headline: first.headline,
      amounts: first.amounts,
      from: first.from,
      to: first.to,
      countries: first.countries,
      accounts: first.accounts.length,
      possibleVictims: first.possibleVictims.length,
      spark: spark(evidence),
    },
    ...others.map(({ form, points, headline, victims, countries }, i): LeadSummary => ({
      id: `l${String(50 + i)}-${form}`,
      rank: i + 2,
      points,
      form,
      headline,
      amounts:
        i === 0
          ? {
              EUR: euro(random.integer(900_000, 9_000_000)),
              HUF: decimalText(random.integer(90_000_000, 900_000_000), packCurrency('HUF')),
            }
          : { EUR: euro(random.integer(90_000, 9_000_000)) },
      from: isoDate(START),
      to: isoDate(END),
      countries,
      accounts: 4 + victims,
      possibleVictims: victims,
      spark: Array.from({ length: WEEKS }, (_, week) =>
        random.chance(0.4) ? random.integer(0, 6 + (week % 4) * 3) : 0,
      ),
    })),
  ];
  return rows.map((row) => {
    const decision = decisions.get(row.id);
    return decision ? { ...row, decision } : row;
  });
}

export function madeUpDetail(summary: LeadSummary, revealed: boolean): LeadDetail {
  const rich = madeUpLead(revealed);
  const { accounts: _accounts, possibleVictims: _victims, spark: _spark, decision, ...common } = summary;
  const lead: LeadReport = { ...rich, ...common };
  const edges = new Map<string, { from: string; to: string; list: Payment[] }>();
  for (const one of payments) {
    const key = `${one.from}>${one.to}`;
    const edge = edges.get(key) ?? { from: one.from, to: one.to, list: [] };
    edge.list.push(one);
    edges.set(key, edge);
  }
  const days = new Map<Day, { in: number; out: number; count: number }>();
  for (const one of payments) {
    const sums = days.get(one.day) ?? { in: 0, out: 0, count: 0 };
    if (one.to.startsWith('n')) sums.in += one.minor;
    if (one.from.startsWith('n')) sums.out += one.minor;
    sums.count++;
    days.set(one.day, sums);
  }
  return {
    lead,
    decision,
    nodes: actors.map(({ pseudonym, real, ...node }) => ({ ...node, label: revealed ? real : pseudonym })),
    edges: [...edges].map(([key, { from, to, list }]) => ({
      key,
      from,
      to,
      count: list.length,
      amounts: { EUR: euro(total(list)) },
      weight: total(list),
      first: isoDate(list[0]!.day),
      last: isoDate(list.at(-1)!.day),
      evidence: list.filter((one) => one.indicators.length > 0).length,
    })),
    hubs: ['Hub-1: paid by 1,204 accounts of the case; not walked through'],
    timeline: [...days].map(([day, sums]) => ({ day: isoDate(day), ...sums })),
    period: { from: isoDate(START), to: isoDate(END) },
    limits: ['Days only in 2 of 4 files', '2 hubs summarised', 'All files reconcile'],
    transactions: payments.length,
  };
}

export function madeUpTransactions(revealed: boolean): TransactionRow[] {
  return payments.map((one) => ({
    id: one.id,
    entries: [one.id],
    debtorDay: isoDate(one.day),
    creditorDay: isoDate(one.day),
    valueDay: isoDate(one.day),
    ...(one.time ? { time: one.time } : {}),
    debtor: labelOf(one.from, revealed),
    debtorKey: one.from,
    creditor: labelOf(one.to, revealed),
    creditorKey: one.to,
    amount: euro(one.minor),
    currency: 'EUR',
    channel: one.channel,
    ...(one.purpose ? { purpose: one.purpose } : {}),
    indicators: [...one.indicators],
  }));
}

export function madeUpEntry(id: string, revealed: boolean): EntryDetail | undefined {
  const one = payments.find((payment) => payment.id === id);
  if (!one) return undefined;
  const record = Number(id.split('-')[1]);
  const secret = (value: string): { value: string; masked: boolean } =>
    revealed ? { value, masked: false } : { value: '•••', masked: true };
  const plain = (name: string, value: string): EntryDetail['fields'][number] => ({ name, value, masked: false });
  return {
    id,
    file: 'donaubank.csv',
    sha256: '0123456789ab'.padEnd(64, '0'),
    record,
    line: record + 1,
    offset: 120 + record * 96,
    length: 95,
    masked: !revealed,
    fields: [
      plain('Buchungsdatum', isoDate(one.day)),
      plain('Valutadatum', isoDate(one.day)),
      { name: 'Auftraggeber', ...secret(labelOf(one.from, true)) },
      { name: 'Empfänger', ...secret(labelOf(one.to, true)) },
      { name: 'Verwendungszweck', ...secret('made-up text') },
      plain('Betrag', euro(-one.minor).replace('.', ',')),
      plain('Währung', 'EUR'),
    ],
    ...(revealed
      ? { raw: `${isoDate(one.day)};${labelOf(one.from, true)};${labelOf(one.to, true)};${euro(-one.minor)};EUR` }
      : {}),
  };
}

export const madeUpFiles: FilesReport = {
  files: ['donaubank.csv', 'alpenkasse.xml', 'karpatbank.sta', 'wallet.csv'].map((name, i) => ({
    name,
    sha256: String(i).repeat(64),
    bytes: 1_204_112 + i * 77_000,
    format: ['csv', 'camt053', 'mt940', 'csv'][i]!,
    encoding: ['windows-1252', 'utf-8', 'utf-8', 'utf-8'][i]!,
    records: {
      read: 15_310 + i,
      kept: 15_301 + i - 4,
      rejected: i === 0 ? 2 : 0,
      duplicate: i === 0 ? 9 : 11,
      notBooked: i === 0 ? 2 : 2,
      transactions: 15_290 + i,
    },
    totals: {
      EUR: { count: 15_000, credits: '1204511.20', debits: '1190022.95' },
      ...(i === 2 ? { RON: { count: 301, credits: '90412.00', debits: '88000.50' } } : {}),
    },
    statements: [
      {
        account: 'Person-04',
        currency: 'EUR',
        opening: '1200.00',
        closing: '15688.25',
        from: isoDate(START),
        to: isoDate(END),
        reconciles: true,
      },
      ...(i === 3
        ? [
            {
              account: 'Person-21',
              currency: 'EUR',
              opening: '10.00',
              closing: '12.00',
              from: isoDate(START),
              to: isoDate(END),
              reconciles: false,
              difference: '-0.20',
            },
          ]
        : []),
    ],
    rejects:
      i === 0
        ? [
            { record: 77, line: 78, field: 'Betrag', reason: 'not a number' },
            { record: 912, line: 915, field: 'Buchungsdatum', reason: 'no such day' },
          ]
        : [],
    warnings: i === 2 ? ['Page 2 of statement 14 is missing'] : [],
  })),
};

export const madeUpPeriod = { from: isoDate(START), to: isoDate(END) };
