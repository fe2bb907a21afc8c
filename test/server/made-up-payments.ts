/** Who pays whom in the made-up case: 14 accounts, a leaf and a hub, about 300 payments over 39 weeks. */
import { parseIsoDate, type Day } from '../../src/days.ts';
import { decimalText, packCurrency } from '../../src/money.ts';
import { seededRandom } from '../../src/random.ts';
import type { LeadDetail } from '../../src/server/api.ts';

export const EUR = packCurrency('EUR');
export const START = parseIsoDate('2025-10-06');
export const WEEKS = 39;
export const END = (START + WEEKS * 7 - 1) as Day;
export const euro = (minor: number): string => decimalText(minor, EUR);

type Node = LeadDetail['nodes'][number];
type Role = Node['role'];

interface Actor {
  readonly key: string;
  readonly pseudonym: string;
  readonly real: string;
  readonly role: Role;
  readonly kind: Node['kind'];
  readonly holder: Node['holder'];
  readonly country?: string;
  readonly community: number;
  readonly own: boolean;
  readonly note?: string;
}

export const COLLECTOR = 'n4';
export const FRONT = 'n11';
export const CONDUIT = 'n12';
const FAR = 'n13';

export const actors: readonly Actor[] = [
  {
    key: COLLECTOR,
    pseudonym: 'Person-04',
    real: 'AT401200000000000004',
    role: 'possible-collector',
    kind: 'account',
    holder: 'person',
    country: 'AT',
    community: 0,
    own: true,
  },
  {
    key: FRONT,
    pseudonym: 'Company-11',
    real: 'AT401200000000000011',
    role: 'front-business',
    kind: 'account',
    holder: 'business',
    country: 'AT',
    community: 1,
    own: true,
  },
  {
    key: CONDUIT,
    pseudonym: 'Person-12',
    real: 'AT401400000000000012',
    role: 'conduit',
    kind: 'account',
    holder: 'person',
    country: 'AT',
    community: 0,
    own: false,
  },
  {
    key: FAR,
    pseudonym: 'Person-13',
    real: 'RO49AAAA1B31007593840000',
    role: 'undetermined',
    kind: 'account',
    holder: 'person',
    country: 'RO',
    community: 2,
    own: false,
  },
  ...Array.from({ length: 9 }, (_, i): Actor => {
    const number = String(21 + i);
    return {
      key: `n${number}`,
      pseudonym: `Person-${number}`,
      real: `AT4012000000000000${number}`,
      role: 'possible-victim',
      kind: 'account',
      holder: 'person',
      country: 'AT',
      community: i % 2,
      own: i < 6,
    };
  }),
  {
    key: 'n31',
    pseudonym: 'Person-31',
    real: 'AT401200000000000031',
    role: 'possible-facilitator',
    kind: 'account',
    holder: 'person',
    country: 'AT',
    community: 1,
    own: false,
  },
  {
    key: 'leaf4',
    pseudonym: 'Cash',
    real: 'Cash',
    role: 'undetermined',
    kind: 'leaf',
    holder: 'unknown',
    community: 0,
    own: false,
  },
  {
    key: 'hub1',
    pseudonym: 'Hub-1',
    real: 'Hub-1',
    role: 'undetermined',
    kind: 'hub',
    holder: 'business',
    country: 'AT',
    community: 1,
    own: false,
    note: 'Paid by 1,204 accounts of the case; not walked through',
  },
];
export const workers = actors.filter((actor) => actor.role === 'possible-victim');

export interface Payment {
  readonly id: string;
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  readonly minor: number;
  readonly channel: string;
  readonly purpose?: string;
  readonly time?: string;
  readonly indicators: readonly string[];
}

function makePayments(): Payment[] {
  const random = seededRandom(7, 'made-up case');
  const list: Omit<Payment, 'id'>[] = [];
  for (let month = 0; month < 9; month++) {
    const payday = (START + 25 + month * 30) as Day;
    for (const worker of workers) {
      const wage = random.integer(142_000, 171_000);
      const isSwept = random.chance(0.94);
      list.push({
        day: payday,
        from: FRONT,
        to: worker.key,
        minor: wage,
        channel: 'credit-transfer',
        purpose: 'SALA',
        indicators: isSwept ? ['wage-star'] : [],
      });
      if (isSwept)
        list.push({
          day: (payday + random.integer(0, 1)) as Day,
          from: worker.key,
          to: COLLECTOR,
          minor: Math.round(wage * 0.82),
          channel: 'credit-transfer',
          time: '06:4' + String(random.integer(0, 9)),
          indicators: ['wage-star', 'one-controller-many-accounts'],
        });
      if (random.chance(0.5))
        list.push({
          day: (payday + random.integer(3, 20)) as Day,
          from: worker.key,
          to: 'hub1',
          minor: random.integer(500, 6000),
          channel: 'card-present',
          indicators: [],
        });
    }
    list.push({
      day: (payday + 3) as Day,
      from: COLLECTOR,
      to: 'leaf4',
      minor: random.integer(2, 9) * 100_000,
      channel: 'cash-machine',
      indicators: ['rapid-pass-through'],
    });
    list.push({
      day: (payday + 4) as Day,
      from: COLLECTOR,
      to: CONDUIT,
      minor: random.integer(300_000, 700_000),
      channel: 'credit-transfer',
      indicators: ['rapid-pass-through'],
    });
    list.push({
      day: (payday + 5) as Day,
      from: CONDUIT,
      to: FAR,
      minor: random.integer(280_000, 640_000),
      channel: 'wire',
      indicators: ['rapid-pass-through'],
    });
    list.push({
      day: (payday + 8) as Day,
      from: COLLECTOR,
      to: 'n31',
      minor: 95_000,
      channel: 'credit-transfer',
      purpose: 'RENT',
      indicators: ['shared-lodging'],
    });
  }
  while (list.length < 300) {
    const worker = random.pick(workers);
    list.push({
      day: (START + random.integer(0, WEEKS * 7 - 1)) as Day,
      from: worker.key,
      to: 'hub1',
      minor: random.integer(300, 9000),
      channel: 'card-present',
      time: '12:' + String(random.integer(10, 59)),
      indicators: [],
    });
  }
  return list
    .filter((payment) => payment.day <= END)
    .map((payment, order) => ({ payment, order }))
    .sort((a, b) => a.payment.day - b.payment.day || a.order - b.order)
    .map(({ payment }, index) => ({ ...payment, id: `0123456789ab-${String(index + 1)}` }));
}

export const payments = makePayments();
export const labelOf = (key: string, revealed: boolean): string => {
  const actor = actors.find((one) => one.key === key);
  return actor ? (revealed ? actor.real : actor.pseudonym) : 'Unknown';
};
export const evidenceOf = (indicator: string): string[] =>
  payments.filter((one) => one.indicators.includes(indicator)).map((one) => one.id);
export const total = (list: readonly Payment[]): number => list.reduce((sum, one) => sum + one.minor, 0);
