/**
 * The least that a bank hands over: one bank's rows with account, day, amount, currency, a name and
 * words. No counterparty account, no balance, no channel, no time, no customer file. For measuring
 * how leads degrade where there is little to go on.
 */
import { isoDate } from '../calendar.ts';
import type { BankId } from '../model.ts';
import type { Statement } from '../statement.ts';
import { decimal } from './bank-export.ts';
import { counterparty, remittance } from './counterparty.ts';

const HEADER = 'account,date,amount,currency,counterparty,text';

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One bank's file of minimal columns. */
export function writeMinimal(statements: readonly Statement[], bank: BankId): { name: string; bytes: Uint8Array } {
  const rows = statements
    .filter(({ account }) => account.bank === bank)
    .flatMap(({ account, booked }) =>
      booked.map((line) =>
        [
          account.iban,
          isoDate(line.booking),
          decimal(line.amount),
          account.currency,
          counterparty(line).name,
          remittance(line),
        ]
          .map(field)
          .join(','),
      ),
    );
  return { name: `minimal-${bank}.csv`, bytes: new TextEncoder().encode(`${HEADER}\n${rows.join('\n')}\n`) };
}
