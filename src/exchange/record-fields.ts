/**
 * Splits one record, as the bank wrote it, into named fields: CSV by the file's own column names,
 * camt by element paths, MT940 by tags and their subfields. A format without a splitter of its own
 * shows whole lines. `plain` says what a field's place makes of it; unknown places have none.
 */
import type { PlainKind } from './field-masks.ts';

export interface RecordField {
  readonly name: string;
  readonly value: string;
  readonly plain?: PlainKind;
}

const camtPlain: Readonly<Record<string, PlainKind>> = {
  Amt: 'amount',
  TtlAmt: 'amount',
  CdtDbtInd: 'code',
  RvslInd: 'code',
  Sts: 'code',
  'Sts/Cd': 'code',
  'BookgDt/Dt': 'date',
  'BookgDt/DtTm': 'date',
  'ValDt/Dt': 'date',
  'ValDt/DtTm': 'date',
  'Domn/Cd': 'code',
  'Fmly/Cd': 'code',
  'Fmly/SubFmlyCd': 'code',
  'Purp/Cd': 'code',
  'Btch/NbOfTxs': 'count',
  NbOfTxs: 'count',
  'PstlAdr/Ctry': 'country',
  BICFI: 'bank',
  BIC: 'bank',
  '@Ccy': 'currency',
};

/** By the element alone; a day of birth, papers and nationality have no place here and stay masked. */
const goamlPlain: Readonly<Record<string, PlainKind>> = {
  amount_local: 'amount',
  foreign_amount: 'amount',
  date_transaction: 'date',
  date_posting: 'date',
  value_date: 'date',
  late_deposit: 'code',
  transmode_code: 'code',
  from_funds_code: 'code',
  to_funds_code: 'code',
  funds_code: 'code',
  foreign_currency_code: 'currency',
  currency_code: 'currency',
  from_country: 'country',
  to_country: 'country',
  swift: 'bank',
};
/** What a filer writes to the FIU in confidence: no field of the record, whoever looks. */
const goamlSealed = /(^|\/)(reason|action|comments)$/;

/** Elements of a goAML transaction, without those that are sealed. */
export function goamlFields(record: string): RecordField[] {
  return elementFields(record, goamlPlain).filter(({ name }) => !goamlSealed.test(name));
}

/** Elements with text and their currency attributes, each under its path below the entry. */
export function camtFields(record: string): RecordField[] {
  return elementFields(record, camtPlain);
}

type PlainTable = Readonly<Record<string, PlainKind>>;

function elementFields(record: string, plain: PlainTable): RecordField[] {
  const fields: RecordField[] = [];
  const path: string[] = [];
  const token = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w.:-]+)([^>]*?)(\/?)>|([^<]+)/g;
  let text = '';
  for (const [, cdata, close, tag = '', attributes = '', empty, run] of record.matchAll(token)) {
    if (cdata !== undefined) text += cdata;
    else if (run !== undefined) text += decoded(run);
    else if (close === '/') {
      if (text.trim() !== '') fields.push(elementField(path, text.trim(), plain));
      text = '';
      path.pop();
    } else if (tag !== '') {
      text = '';
      path.push(tag.replace(/^.*:/, ''));
      const currency = /\bCcy\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
      if (currency !== undefined) fields.push(elementField([...path, '@Ccy'], currency, plain));
      if (empty === '/') path.pop();
    }
  }
  return fields;
}

function elementField(path: readonly string[], value: string, plain: PlainTable): RecordField {
  const kind = plain[path.slice(-2).join('/')] ?? plain[path.at(-1) ?? ''];
  return field(path.slice(1).join('/') || path.join('/'), value, kind);
}

function decoded(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole;
    const code = name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** MT940 and MT942: `:61:` by its parts (SWIFT, Category 9), `:86:` by its `?nn` subfields. */
export function mtFields(record: string): RecordField[] {
  return record
    .split(/\r?\n(?=:\d\d[A-Z]?:)/)
    .flatMap((line) => {
      const [, tag = '', value = ''] = /^:(\d\d[A-Z]?):([\s\S]*)$/.exec(line.trim()) ?? [undefined, '', line];
      if (tag === '61') return statementLine(value);
      if (tag === '86') return information(value);
      return [field(tag === '' ? 'line' : `:${tag}:`, value.trim())];
    })
    .filter(({ value }) => value !== '');
}

function statementLine(value: string): RecordField[] {
  const match =
    /^(\d{6})(\d{4})?(R?[CD])([A-Z])?(\d[\d,.]*)([A-Z][A-Z0-9]{3})([^\r\n/]*(?:\/(?!\/)[^\r\n/]*)*)(?:\/\/([^\r\n]*))?(?:\r?\n([\s\S]*))?$/.exec(
      value,
    );
  if (!match) return [field(':61:', value)];
  const [
    ,
    valueDate = '',
    entryDate = '',
    mark = '',
    funds = '',
    amount = '',
    type = '',
    owner = '',
    bank = '',
    rest = '',
  ] = match;
  return [
    field(':61: value date', valueDate, 'date'),
    field(':61: entry date', entryDate, 'code'),
    field(':61: debit or credit', mark, 'code'),
    field(':61: funds code', funds, 'code'),
    field(':61: amount', amount, 'amount'),
    field(':61: type', type, 'code'),
    field(':61: reference of the owner', owner),
    field(':61: reference of the bank', bank),
    field(':61: supplementary', rest.trim()),
  ];
}

function information(value: string): RecordField[] {
  const separator = /^\d{3}([?<+~^|])\d\d/.exec(value)?.[1];
  if (separator === undefined) return [field(':86:', value.trim())];
  const [code = '', ...parts] = value.split(separator);
  return [
    field(':86: code', code, 'code'),
    ...parts.map((part) => field(`:86: ${separator}${part.slice(0, 2)}`, part.slice(2).replace(/\r?\n/g, ''))),
  ];
}

/** Whole lines, for what has no splitter. */
export function lineFields(record: string): RecordField[] {
  return record
    .split(/\r\n|\r|\n/)
    .map((value, index) => field(`line ${index + 1}`, value))
    .filter(({ value }) => value.trim() !== '');
}

function field(name: string, value: string, plain?: PlainKind): RecordField {
  return plain === undefined ? { name, value } : { name, value, plain };
}
