/**
 * Draws a small graph by hand for an indicator's test: a dozen accounts, each payment a line.
 * Amounts in whole units or with cents (`12.5`), turned into minor units exactly.
 */
import { NO_DAY, NO_OFFSET, NO_TIME, parseIsoDate, parseTime, type Day } from '../../src/days.ts';
import { ByteDictionary } from '../../src/formats/byte-dictionary.ts';
import { BANK_END, CASH_END, EndTable, UNKNOWN_END, type EndId, type EndKind } from '../../src/formats/end-table.ts';
import { EntryColumns, channelCode, packPurpose, type Channel } from '../../src/formats/entry-columns.ts';
import { LoginColumns, type Login } from '../../src/formats/login-columns.ts';
import type { RegisterRow } from '../../src/formats/register-row.ts';
import { textSigns } from '../../src/formats/text-words.ts';
import { buildAdjacency } from '../../src/graph/adjacency.ts';
import type { Finding, Indicator, Settings } from '../../src/indicators/indicator.ts';
import { loadPriceLevels } from '../../src/indicators/price-levels.ts';
import { defaultValues } from '../../src/indicators/settings.ts';
import { buildView, type View } from '../../src/indicators/view.ts';
import { buildEndFacts } from '../../src/ledger/end-facts.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { packCurrency } from '../../src/money.ts';

export interface PaymentWords {
  readonly time?: string;
  readonly text?: string;
  readonly purpose?: string;
  readonly channel?: Channel;
  readonly mcc?: number;
  readonly place?: string;
  readonly currency?: string;
}

interface Payment extends PaymentWords {
  readonly day: Day;
  readonly from: EndId;
  readonly to: EndId;
  readonly minor: number;
}

const prices = loadPriceLevels();

/** `cash`, `bank` and `?` are the reserved ends; `m:Name` a merchant, `n:Name` a bare name, else an account. */
export class Drawing {
  readonly ends = new EndTable();
  private readonly payments: Payment[] = [];
  private readonly register: RegisterRow[] = [];
  private readonly logins = new LoginColumns();

  /** Statements are held of these accounts. */
  own(...accounts: string[]): this {
    for (const account of accounts) this.ends.markOwn(this.end(account));
    return this;
  }

  country(account: string, country: string): this {
    this.ends.setCountry(this.end(account), country);
    return this;
  }

  holder(account: string, row: Omit<RegisterRow, 'account'>): this {
    this.end(account);
    this.register.push({ account, ...row });
    return this;
  }

  /** Somebody logged in to the account. */
  login(account: string, date: string, words: Pick<Login, 'device' | 'ip' | 'time'> = {}): this {
    this.logins.add({ account: this.end(account), day: parseIsoDate(date), ...words });
    return this;
  }

  pay(date: string, from: string, to: string, amount: number, words: PaymentWords = {}): this {
    const day = parseIsoDate(date);
    if (day === NO_DAY) throw new Error(`${date} is no day`);
    this.payments.push({ day, from: this.end(from), to: this.end(to), minor: Math.round(amount * 100), ...words });
    return this;
  }

  end(name: string): EndId {
    if (name === 'cash') return CASH_END;
    if (name === 'bank') return BANK_END;
    if (name === '?') return UNKNOWN_END;
    const [, prefix, rest] = /^(?:([mn]):)?(.*)$/.exec(name) as unknown as [string, string | undefined, string];
    const kind: EndKind = prefix === 'm' ? 'merchant' : prefix === 'n' ? 'name' : 'account';
    return this.ends.intern(kind, rest);
  }

  view(): View {
    const sorted = this.payments
      .map((payment, order) => ({ payment, order }))
      .sort((a, b) => a.payment.day - b.payment.day || a.order - b.order)
      .map(({ payment }) => payment);
    const rows = new EntryColumns(Math.max(16, sorted.length));
    const places = new ByteDictionary(64);
    for (const payment of sorted) {
      const row = rows.add();
      rows.set('record', row, row + 1);
      rows.need('debtor')[row] = payment.from;
      rows.need('creditor')[row] = payment.to;
      rows.setAmount(row, payment.minor);
      rows.set('currency', row, packCurrency(payment.currency ?? 'EUR'));
      rows.set('booking', row, payment.day);
      rows.set('value', row, payment.day);
      rows.set('time', row, payment.time ? parseTime(payment.time) : NO_TIME);
      rows.set('zone', row, NO_OFFSET);
      rows.set('channel', row, channelCode[payment.channel ?? 'credit-transfer']);
      if (payment.purpose) rows.set('purpose', row, packPurpose(payment.purpose));
      if (payment.mcc) rows.set('mcc', row, payment.mcc);
      if (payment.place) rows.set('place', row, places.internText(payment.place) + 1);
      if (payment.text) {
        const signs = textSigns(payment.text);
        rows.set('words', row, signs.words);
        rows.set('textKey', row, signs.textKey);
        rows.set('textHash', row, signs.textHash);
      }
    }
    const set = rows.finish();
    const empty = new Uint32Array(0);
    const days = set.booking ?? new Int32Array(0);
    const columns = {
      ...set,
      debtor: set.debtor ?? empty,
      creditor: set.creditor ?? empty,
      debtorDay: days,
      creditorDay: days,
    };
    const ledger: Ledger = {
      count: sorted.length,
      columns,
      ends: this.ends,
      places,
      facts: buildEndFacts(
        this.ends,
        this.register,
        NO_DAY,
        this.logins.count === 0
          ? []
          : [{ logins: this.logins.parts(), ends: Uint32Array.from({ length: this.ends.count }, (_, end) => end) }],
      ),
      segments: [],
      from: sorted[0]?.day ?? NO_DAY,
      to: sorted.at(-1)?.day ?? NO_DAY,
      second: new Map(),
      withheld: new Set(),
      details: new Map(),
      id: 'drawn',
    };
    return buildView(ledger, buildAdjacency(columns, sorted.length, this.ends.count), prices);
  }

  /** Every finding of an indicator over all ends, with settings changed as given. */
  find<S extends Settings>(indicator: Indicator<S>, changed: Partial<Record<keyof S, number>> = {}): Finding[] {
    const view = this.view();
    const found: Finding[] = [];
    const values = { ...defaultValues(indicator), ...changed } as ReturnType<typeof defaultValues<S>>;
    for (let end = 3; end < this.ends.count; end++) {
      const kind = this.ends.kind(end);
      const reach = indicator.anchors ?? 'accounts';
      if (reach === 'accounts' && !['account', 'card', 'wallet'].includes(kind)) continue;
      if (reach === 'accounts-and-names' && !['account', 'card', 'wallet', 'name'].includes(kind)) continue;
      indicator.find(view, values, end, { spend: () => true }, (finding) => found.push(finding));
    }
    return found;
  }
}
