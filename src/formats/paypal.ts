/**
 * PayPal's activity download and monthly statement (Gross, Fee, Net per row), in any language of
 * `paypal/words.ts`. The fee is a row of its own beside the payment, so that a payer's gross amount
 * and the account's net both stand. Holds, authorisations and memo rows are not booked.
 */
import { BANK_END, UNKNOWN_END, type EndId } from './end-table.ts';
import { columnOf, isMemo, kindOf, statusOf, type Column, type Kind } from './paypal/words.ts';
import type { Status } from './entry-columns.ts';
import { zoneMinutes } from './clock-zones.ts';
import { countryOf } from './country-code.ts';
import type { Row } from './labelled-row.ts';
import { rowFormat, rowLayout } from './labelled-format.ts';
import type { LabelledFile, Reading, RowEntry } from './labelled-rows.ts';
import { OWN_ACCOUNT_UNKNOWN, fileAccount, nameEnd, walletEnd } from './row-ends.ts';

const SERVICE = 'paypal';

/** Whose file it is: the address that pays what goes out and is paid what comes in. */
function ownAddress(file: LabelledFile<Column>): string | undefined {
  if (!file.table.columns.has('toEmail')) return undefined;
  const [from, to, gross] = [file.values('fromEmail'), file.values('toEmail'), file.values('gross')];
  const votes = new Map<string, number>();
  for (const [at, amount] of gross.entries()) {
    const address = (amount.startsWith('-') ? from[at] : to[at])?.toLowerCase() ?? '';
    if (address.includes('@')) votes.set(address, (votes.get(address) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

function open(file: LabelledFile<Column>): (row: Row<Column>) => Reading {
  const { sink, member, table } = file;
  const address = ownAddress(file);
  if (address === undefined) sink.warn(OWN_ACCOUNT_UNKNOWN);
  const own =
    address === undefined ? sink.ends.intern('wallet', fileAccount(member)) : walletEnd(sink.ends, SERVICE, address);
  const isStatement = !table.columns.has('toEmail');

  const otherEnd = (row: Row<Column>, kind: Kind, isCredit: boolean): EndId => {
    if (kind === 'conversion') return BANK_END;
    if (kind === 'bank' || kind === 'card') return UNKNOWN_END;
    const [name, country] = [row.text('name'), countryOf(row.text('country'))];
    // A statement has one address, the other side's.
    const other = row.text(isStatement || isCredit ? 'fromEmail' : 'toEmail');
    if (other.includes('@') && other.toLowerCase() !== address)
      return walletEnd(sink.ends, SERVICE, other, name, country);
    return kind === 'fee' ? BANK_END : nameEnd(sink.ends, name, country);
  };

  return (row: Row<Column>) => {
    const moment = row.moment('date');
    const time = row.time('time');
    const zone = zoneMinutes(row.text('zone'));
    const currency = row.currency('currency');
    const gross = row.amount('gross', currency);
    const fee = row.amountIf('fee', currency) ?? 0;
    const net = row.amountIf('net', currency) ?? gross + fee;
    if (net !== gross + fee) row.fault('net', 'gross and fee do not make the net amount');
    const type = row.first('type', 'description');
    const kind = kindOf(type);
    // Holds and memo rows have states of their own and move nothing in any of them.
    const isIdle = kind === 'hold' || isMemo(row.text('impact'));
    const state = statusOf(row.text('status')) ?? (isIdle ? 'informational' : undefined);
    if (state === undefined) row.fault('status', `${row.text('status').slice(0, 40)} is no known status`);
    const isNothing = gross === 0 && fee === 0;
    const status: Status = state === 'booked' && (isIdle || isNothing) ? 'informational' : state;
    const isCredit = gross > 0;
    const isReversal = kind === 'refund' || (kind === 'bank' && /^(reversal|rückbuchung)/i.test(type));
    const shared = {
      account: own,
      currency,
      booking: moment.day,
      ...(time === undefined ? {} : { time }),
      ...(time === undefined || zone === undefined ? {} : { zone }),
      status,
      ...(row.text('id') === '' ? {} : { reference: row.text('id') }),
    };
    const entries: RowEntry[] = [];
    if (gross !== 0 || fee === 0)
      entries.push({
        ...shared,
        other: otherEnd(row, kind, isCredit),
        direction: isCredit ? 'credit' : 'debit',
        amount: Math.abs(gross),
        channel: channelOf(kind),
        ...(isReversal ? { reversal: true } : {}),
        text: [type, row.text('subject'), row.text('note'), row.text('item'), row.text('invoice')]
          .filter((part) => part !== '')
          .join(' '),
      });
    if (fee !== 0)
      entries.push({
        ...shared,
        other: BANK_END,
        direction: fee > 0 ? 'credit' : 'debit',
        amount: Math.abs(fee),
        channel: 'fee',
        ...(isReversal ? { reversal: true } : {}),
      });
    // A hold changes the balance that PayPal prints, even while it is pending, though no money moves.
    const isPrinted = state === 'booked' || (state === 'pending' && kind === 'hold');
    const balance = isPrinted && !isMemo(row.text('impact')) ? row.amountIf('balance', currency) : undefined;
    return balance === undefined ? { entries } : { entries, balance, effect: net };
  };
}

function channelOf(kind: Kind): RowEntry['channel'] {
  switch (kind) {
    case 'bank':
      return 'credit-transfer';
    case 'card':
      return 'card-absent';
    case 'fee':
      return 'fee';
    case 'conversion':
      return 'other';
    default:
      return 'wallet';
  }
}

const layout = {
  columnOf,
  days: ['date'] as const,
  amounts: ['gross', 'fee', 'net', 'balance'] as const,
  /** PayPal writes the month first for American accounts, whose clocks run on American time. */
  prefersMonthFirst: (file: LabelledFile<Column>) =>
    file.values('zone').some((zone) => /^[PMCE][SD]T$/.test(zone)) && file.values('currency').includes('USD'),
  open,
};

export default rowFormat('paypal', 'PayPal activity and statement', [
  rowLayout<Column>({
    ...layout,
    needs: ['date', 'time', 'zone', ['type', 'description'], 'currency', 'gross', 'net'],
  }),
  rowLayout<Column>({ ...layout, needs: ['date', 'time', 'zone', 'name', 'type', 'status', 'currency', 'gross'] }),
]);
