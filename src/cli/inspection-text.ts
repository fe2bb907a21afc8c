/** A preview as a person reads it: what it is, what is in doubt, columns, first rows, rejects and totals. */
import type { Inspection, InspectionReport } from '../server/api-intake.ts';
import { filesText } from './files-table.ts';
import { table } from './table.ts';

const names: Readonly<Record<string, string>> = { '\t': 'tab', '\u001f': 'unit separator', ' ': 'blank' };
const SAMPLES = 3;

export function inspectionText({ files, leftOut }: InspectionReport): string {
  return files.map(fileText).join('\n') + leftOut.map((note) => `${note}\n`).join('');
}

function fileText(file: Inspection): string {
  const { name, format, why, profile, table: found, doubts, problem, rows } = file;
  return [
    `${name}\n`,
    `  format: ${format ?? 'unknown'} (${why})\n`,
    ...(profile === undefined ? [] : [`  profile: ${profile}\n`]),
    ...(problem === undefined ? [] : [`  cannot be read: ${problem}\n`]),
    ...(doubts.length === 0
      ? [problem === undefined ? '  nothing is in doubt\n' : '']
      : doubts.map(({ kind, text }) => `  in doubt, ${kind}: ${text}\n`)),
    ...(found ? [`\n${tableText(found)}`] : []),
    ...(rows.length === 0 ? [] : [`\n${rowsText(rows)}`]),
    ...(file.file ? [`\nif it were imported:\n${filesText({ files: [file.file] })}`] : []),
  ].join('');
}

function tableText(found: Inspection['table'] & object): string {
  const { encoding, delimiter, headerLine, dateOrder, decimal, sign, currency, account, columns, reasons } = found;
  const settled = [
    `encoding ${encoding}`,
    `fields parted by ${names[delimiter] ?? delimiter}`,
    headerLine === 0 ? 'no line names the columns' : `columns named in line ${headerLine}`,
    ...(dateOrder === undefined ? [] : [`dates ${dateOrder}`]),
    ...(decimal === undefined ? [] : [`decimal ${decimal === '.' ? 'point' : 'comma'}`]),
    ...(sign === undefined ? [] : [`sign rule ${sign}`]),
    ...(currency === undefined ? [] : [`currency ${currency === 'XXX' ? 'in each row or unknown' : currency}`]),
    ...(account === undefined ? [] : [`account ${account}`]),
  ];
  const grid = table(
    [
      { title: '#', align: 'right' },
      { title: 'column' },
      { title: 'role' },
      { title: 'looks like' },
      { title: 'why' },
      { title: 'first cells' },
    ],
    columns.map(({ number, name, role, look, why, samples }) => [
      String(number),
      name,
      role ?? '–',
      look,
      why,
      samples
        .slice(0, SAMPLES)
        .map(({ value }) => value)
        .join(' | '),
    ]),
  );
  return `${settled.map((line) => `  ${line}\n`).join('')}\n${grid}\n${reasons.map((reason) => `  ${reason}\n`).join('')}`;
}

function rowsText(rows: Inspection['rows']): string {
  return table(
    [
      { title: 'booked' },
      { title: 'value' },
      { title: 'time' },
      { title: 'direction' },
      { title: 'amount', align: 'right' },
      { title: 'currency' },
      { title: 'account' },
      { title: 'other' },
      { title: 'channel' },
      { title: 'status' },
    ],
    rows.map((row) => [
      row.booking ?? '',
      row.value ?? '',
      row.time ?? '',
      row.direction,
      row.amount,
      row.currency,
      row.account,
      row.other,
      row.channel,
      row.status,
    ]),
  );
}
