/**
 * Who stands in the text of a record 16. BAI2 has no fields for it; banks use tags on lines of their
 * own (`DBNM: name`), or words within the text (`ORIG:name ID:account`, `BNF:`, `IND NAME:`, `From:`).
 */
import { detached } from '../../intake/text-feeds.ts';
import { accountKey } from '../account-key.ts';
import type { Party } from '../camt/parties.ts';

export interface BaiText {
  readonly text: string;
  readonly party?: Party;
  readonly endToEndId?: string;
}

const TAG = /^([A-Z]{4}):\s*(.*)$/;
/** Debtor's and creditor's name, account and BIC. */
const sides = { credit: ['DBNM', 'DACT', 'DBIC'], debit: ['CRNM', 'CACT', 'CBIC'] } as const;

const named = {
  credit: [
    /\bORIG(?:INATOR)?[:=]\s*(.+?)\s+ID[:=]\s*(\S+)/,
    /\bORG=\/?(\d\S*)?\s*(.+?)(?=\s+(?:OGB|OBI|BNF|SRF|TRN)=|;|$)/,
    /\bORIG CO NAME:\s*(.+?)\s+(?:ORIG ID|DESC DATE|CO ENTRY)\b/,
    /^(.+?)\s+DES:/,
    /\bFrom:\s*([^,]+)/,
  ],
  debit: [
    /\bBNF[:=]\s*(.+?)\s+ID[:=]\s*(\S+)/,
    /\bBNF=\/?(\d\S*)?\s*(.+?)(?=\s+(?:BBK|OBI|ORG|SRF|TRN)=|;|$)/,
    /\bORIG CO NAME:\s*(.+?)\s+(?:ORIG ID|DESC DATE|CO ENTRY)\b/,
    /^(.+?)\s+DES:/,
    /\bTo:\s*([^,]+)/,
  ],
} as const;

/** Reads the lines of text of an entry with the given direction. */
export function readText(lines: readonly string[], direction: 'credit' | 'debit'): BaiText {
  const tags = new Map<string, string>();
  const free: string[] = [];
  for (const line of lines) {
    const [, tag, value = ''] = TAG.exec(line) ?? [];
    if (tag !== undefined && /^(CREF|REMI|EREF|CRNM|DBNM|DACT|CACT|DABA|CABA|DBIC|CBIC|CHKN|IDNM)$/.test(tag)) {
      if (value !== '' && !tags.has(tag)) tags.set(tag, value);
    } else if (line !== '') free.push(line);
  }
  const text = [...free, ...(tags.has('REMI') ? [tags.get('REMI') ?? ''] : [])].join(' ').replace(/\s+/g, ' ').trim();
  const party = partyIn(tags, text, direction);
  const endToEndId = tags.get('EREF');
  return {
    text: detached(text),
    ...(party === undefined ? {} : { party }),
    ...(endToEndId === undefined ? {} : { endToEndId: detached(endToEndId) }),
  };
}

function partyIn(tags: ReadonlyMap<string, string>, text: string, direction: 'credit' | 'debit'): Party | undefined {
  const [nameTag, accountTag, bicTag] = sides[direction];
  let name = tags.get(nameTag);
  let number = tags.get(accountTag);
  for (const pattern of name === undefined ? named[direction] : []) {
    const match = pattern.exec(text);
    if (!match) continue;
    const isNumberFirst = pattern.source.includes('ORG=') || pattern.source.startsWith('\\bBNF=\\/');
    name = (isNumberFirst ? match[2] : match[1])?.trim();
    number ??= isNumberFirst ? match[1] : match[2];
    break;
  }
  const account = number === undefined || !/\d{4}/.test(number) ? undefined : accountKey(detached(number.trim()));
  const bank = tags.get(bicTag);
  if (name === undefined && account === undefined) return undefined;
  return {
    ...(name === undefined || name === '' ? {} : { name: detached(name) }),
    ...(account === undefined ? {} : { account: account.key }),
    ...(account?.country === undefined ? {} : { country: account.country }),
    ...(bank !== undefined && /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bank) ? { bank: detached(bank) } : {}),
  };
}
