/**
 * Small readers for the four demo files, written apart from the writers and from the product, so that
 * the tests see what a stranger would see. They know nothing beyond what the files need.
 */
import { parse } from 'csv-parse/sync';

export interface ReadRow {
  readonly account: string;
  readonly currency: string;
  readonly amount: number;
  readonly booking: string;
  readonly value: string;
  readonly other: string;
  readonly endToEnd: string;
  readonly balance?: number;
  readonly isReversal: boolean;
}

export interface ReadFile {
  readonly rows: readonly ReadRow[];
  readonly bad: number;
  readonly notBooked: number;
  /** Account → opening and closing as the file states them. */
  readonly balances: ReadonlyMap<string, { opening: number; closing: number }>;
}

const minor = (text: string): number => {
  const match = /^(-?)(\d+)\.(\d\d)$/.exec(text);
  if (match === null) return Number.NaN;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 100 + Number(match[3]));
};

const german = (text: string): number => minor(text.replaceAll('.', '').replace(',', '.'));

const isDate = (text: string): boolean => {
  const [year, month, date] = text.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return false;
  const made = new Date(Date.UTC(year, month - 1, date));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
};

export function readBankA(bytes: Uint8Array): ReadFile & { footer: { debits: number; credits: number } } {
  const lines = new TextDecoder('windows-1252').decode(bytes).split('\r\n');
  const body = lines.slice(7).filter((line) => line !== '' && !line.startsWith('Summe;'));
  const footer = lines.find((line) => line.startsWith('Summe;'))?.split(';') ?? [];
  const records: string[][] = parse(body.join('\n'), { delimiter: ';', relax_column_count: true });
  const rows: ReadRow[] = [];
  let bad = 0;
  let notBooked = 0;
  for (const cells of records) {
    if (cells[15] === 'Umsatz vorgemerkt') {
      notBooked++;
      continue;
    }
    const booking = (cells[1] ?? '').split('.').reverse().join('-');
    const debit = cells[9] ?? '';
    const amount = debit === '' ? german(cells[10] ?? '') : -german(debit);
    if (cells.length !== 16 || !isDate(booking) || Number.isNaN(amount)) {
      bad++;
      continue;
    }
    rows.push({
      account: cells[0] ?? '',
      currency: cells[11] ?? '',
      amount,
      booking,
      value: (cells[3] ?? '').split('.').reverse().join('-'),
      other: cells[7] ?? '',
      endToEnd: cells[13] ?? '',
      balance: german(cells[12] ?? ''),
      isReversal: /STORNO|RUECK|KARTENGUTSCHRIFT/.test(cells[4] ?? ''),
    });
  }
  return {
    rows,
    bad,
    notBooked,
    balances: new Map(),
    footer: { debits: german(footer[9] ?? ''), credits: german(footer[10] ?? '') },
  };
}

export function readBankB(bytes: Uint8Array): ReadFile {
  const records: string[][] = parse(new TextDecoder('utf-8').decode(bytes), {
    bom: true,
    relax_column_count: true,
    from: 2,
  });
  const rows: ReadRow[] = [];
  let bad = 0;
  for (const cells of records) {
    const amount = minor(cells[7] ?? '');
    if (cells.length !== 15 || !isDate(cells[1] ?? '') || Number.isNaN(amount)) {
      bad++;
      continue;
    }
    rows.push({
      account: cells[0] ?? '',
      currency: cells[8] ?? '',
      amount,
      booking: cells[1] ?? '',
      value: cells[1] ?? '',
      other: cells[6] ?? '',
      endToEnd: cells[14] ?? '',
      balance: minor(cells[9] ?? ''),
      isReversal: /refund|Reversal/.test(cells[3] ?? ''),
    });
  }
  return { rows, bad, notBooked: 0, balances: new Map() };
}

const first = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';

export function readBankC(bytes: Uint8Array): ReadFile {
  const rows: ReadRow[] = [];
  const balances = new Map<string, { opening: number; closing: number }>();
  let notBooked = 0;
  for (const statement of new TextDecoder().decode(bytes).split('<Stmt>').slice(1)) {
    const account = first(statement, /<Acct><Id><IBAN>([^<]+)/);
    const currency = first(statement, /<Ccy>([A-Z]{3})/);
    const stated = [
      ...statement.matchAll(
        /<Bal><Tp><CdOrPrtry><Cd>(OPBD|CLBD)<\/Cd><\/CdOrPrtry><\/Tp><Amt Ccy="...">([\d.]+)<\/Amt><CdtDbtInd>(\w+)/g,
      ),
    ].map(([, kind, amount, sign]) => [kind, minor(amount ?? '') * (sign === 'DBIT' ? -1 : 1)] as const);
    balances.set(account, {
      opening: stated.find(([kind]) => kind === 'OPBD')?.[1] ?? Number.NaN,
      closing: stated.find(([kind]) => kind === 'CLBD')?.[1] ?? Number.NaN,
    });
    for (const entry of statement.split('<Ntry>').slice(1)) {
      if (first(entry, /<Sts><Cd>(\w+)/) === 'PDNG') {
        notBooked++;
        continue;
      }
      const sign = first(entry, /<CdtDbtInd>(\w+)/) === 'DBIT' ? -1 : 1;
      const total = sign * minor(first(entry, /^<Amt Ccy="...">([\d.]+)/));
      const parts = entry.split('<TxDtls>').slice(1);
      const isBatch = entry.includes('<Btch>');
      let sum = 0;
      for (const part of parts.length === 0 ? [''] : parts) {
        const amount = isBatch ? sign * minor(first(part, /<Amt Ccy="...">([\d.]+)/)) : total;
        sum += amount;
        rows.push({
          account,
          currency,
          amount,
          booking: first(entry, /<BookgDt><Dt>([^<]+)/),
          value: first(entry, /<ValDt><Dt>([^<]+)/),
          other: first(part, /<(?:Cdtr|Dbtr)Acct><Id><IBAN>([^<]+)/),
          endToEnd: first(part, /<EndToEndId>([^<]+)/),
          isReversal: entry.includes('<RvslInd>true'),
        });
      }
      if (sum !== total) throw new Error(`batch does not add up in ${account}`);
    }
  }
  return { rows, bad: 0, notBooked, balances };
}

export function readBankD(bytes: Uint8Array): ReadFile {
  const rows: ReadRow[] = [];
  const balances = new Map<string, { opening: number; closing: number }>();
  const text = new TextDecoder().decode(bytes);
  const signed = (mark: string, amount: string): number =>
    minor(amount.replace(',', '.')) * (mark === 'D' || mark === 'RC' ? -1 : 1);
  for (const statement of text.split('\r\n-\r\n')) {
    const account = first(statement, /:25:(\S+)/);
    if (account === '') continue;
    const opening = /:60[FM]:([CD])\d{6}([A-Z]{3})([\d,]+)/.exec(statement);
    const closing = /:62[FM]:([CD])\d{6}[A-Z]{3}([\d,]+)/.exec(statement);
    const currency = opening?.[2] ?? '';
    const from = signed(opening?.[1] ?? '', opening?.[3] ?? '');
    const to = signed(closing?.[1] ?? '', closing?.[2] ?? '');
    const known = balances.get(account);
    if (known !== undefined && known.closing !== from) throw new Error(`pages of ${account} do not join`);
    balances.set(account, { opening: known?.opening ?? from, closing: to });
    let standing = from;
    for (const entry of statement.split('\r\n:61:').slice(1)) {
      const match = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(R?[CD])(\d+,\d\d)N(\w{3})/.exec(entry);
      if (match === null) throw new Error(`unreadable :61: in ${account}: ${entry}`);
      const [, year, month, date, bookedMonth, bookedDate, mark, amount] = match;
      const value = signed(mark ?? '', amount ?? '');
      standing += value;
      const information = (entry.split(':86:')[1] ?? '').split('\r\n:62')[0]?.replaceAll('\r\n', '') ?? '';
      rows.push({
        account,
        currency,
        amount: value,
        booking: `20${year}-${bookedMonth}-${bookedDate}`,
        value: `20${year}-${month}-${date}`,
        other: first(information, /\?31([A-Z0-9]+)/),
        endToEnd: first(information, /EREF\+([^?]+)/),
        isReversal: mark === 'RC' || mark === 'RD',
      });
    }
    if (standing !== to) throw new Error(`page of ${account} does not add up`);
  }
  return { rows, bad: 0, notBooked: 0, balances };
}
