/**
 * Accounts that a register or a report says exist and whose statement the case does not hold: what
 * there is to ask a bank for. Ends leave as texts of `Disclosure`; of the people around an account
 * only their number is told.
 */
import { NO_DAY, isoDate, type Day } from '../days.ts';
import type { Segment } from '../formats/format.ts';
import type { RegisterRow } from '../formats/register-row.ts';
import type { Disclosure } from '../leads/disclosure.ts';
import { countryOf } from '../ledger/end-facts.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { UnobtainedAccount } from '../server/api.ts';

interface Known {
  opened?: Day;
  closed?: Day;
  exists: boolean;
  readonly people: Map<string, 'holders' | 'proxies' | 'beneficialOwners'>;
}

const groups: Readonly<Partial<Record<NonNullable<RegisterRow['role']>, 'holders' | 'proxies' | 'beneficialOwners'>>> =
  {
    holder: 'holders',
    signatory: 'proxies',
    'power-of-attorney': 'proxies',
    'additional-cardholder': 'proxies',
    guardian: 'proxies',
    'beneficial-owner': 'beneficialOwners',
  };

/** Gathers what the files say, then tells it. */
export class UnobtainedAccounts {
  private readonly known = new Map<string, Known>();

  add({ register }: Pick<Segment, 'register'>): void {
    for (const row of register) {
      let known = this.known.get(row.account);
      if (!known) this.known.set(row.account, (known = { exists: false, people: new Map() }));
      if (row.exists) known.exists = true;
      if (row.openedOn !== undefined) known.opened ??= row.openedOn;
      if (row.closedOn !== undefined) known.closed ??= row.closedOn;
      const group = groups[row.role ?? 'holder'];
      const who = row.customerId ?? row.holderName;
      if (group && who !== undefined) known.people.set(`${group} ${who}`, group);
    }
  }

  /** In the ledger's order of ends. */
  report(ledger: Ledger, disclosure: Disclosure): UnobtainedAccount[] {
    const found: { readonly end: number; readonly known: Known }[] = [];
    for (const [account, known] of this.known) {
      const end = known.exists ? ledger.ends.find('account', account) : -1;
      if (end >= 0 && !ledger.ends.isOwn(end)) found.push({ end, known });
    }
    return found
      .sort((a, b) => a.end - b.end)
      .map(({ end, known: { opened = NO_DAY, closed = NO_DAY, people } }) => {
        const bank = disclosure.bank(end);
        const country = countryOf(ledger.facts, end);
        const count = (group: string): number => [...people.values()].filter((one) => one === group).length;
        return {
          account: disclosure.end(end),
          state: 'exists, not obtained',
          ...(bank === undefined ? {} : { bank }),
          ...(country === undefined ? {} : { country }),
          ...(opened === NO_DAY ? {} : { opened: isoDate(opened) }),
          ...(closed === NO_DAY ? {} : { closed: isoDate(closed) }),
          holders: count('holders'),
          proxies: count('proxies'),
          beneficialOwners: count('beneficialOwners'),
        };
      });
  }
}
