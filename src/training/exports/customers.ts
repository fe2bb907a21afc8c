/**
 * The customer file that came with the statements: one row for every account and person or firm on
 * it, with contact and opening data. Refuges are marked so that their address is never shown.
 */
import { isoDate } from '../calendar.ts';
import type { Account, Party } from '../model.ts';

const HEADER =
  'accountId,customerId,type,holderName,birthYear,residenceCountry,homeRegion,address,phone,email,occupation,declaredIncomeBand,sector,staffCountBand,declaredTurnoverBand,licence,protectedAddress,openedOn,openedAtBranch,introducerId,currency,role';

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function row(account: Account, party: Party, role: string): string {
  const isPerson = party.kind === 'person';
  return [
    account.iban,
    party.customerId,
    party.kind,
    party.name,
    isPerson ? String(party.birthYear) : '',
    party.country,
    party.home.name,
    party.address,
    party.phone,
    party.email,
    isPerson ? party.occupation : '',
    isPerson ? party.incomeBand : '',
    isPerson ? '' : party.sector,
    isPerson ? '' : party.staffBand,
    isPerson ? '' : party.turnoverBand,
    isPerson ? '' : party.licence,
    party.isProtected ? 'true' : 'false',
    isoDate(account.opened),
    account.branch,
    account.introducer,
    account.currency,
    role,
  ]
    .map(field)
    .join(',');
}

/** Writes the customer file. */
export function writeCustomers(accounts: readonly Account[]): { name: string; bytes: Uint8Array; rows: number } {
  const rows = accounts
    .flatMap((account) => [
      row(account, account.holder, 'holder'),
      ...account.others.map((other) => row(account, other.party, other.role)),
    ])
    .sort();
  return {
    name: 'customers.csv',
    bytes: new TextEncoder().encode(`${HEADER}\n${rows.join('\n')}\n`),
    rows: rows.length,
  };
}
