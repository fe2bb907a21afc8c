// The peer: csv-parse and a graphology multigraph with one edge per payment, nothing scored.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { MultiDirectedGraph } from 'graphology';

const [path] = process.argv.slice(2);
const digits = new Map([
  ['US Dollar', 2],
  ['Euro', 2],
  ['UK Pound', 2],
  ['Yen', 0],
  ['Yuan', 2],
]);
/** The calendar's own days only, as ours. */
const isDay = (text) => {
  const [year, month, day] = text.slice(0, 10).split('/').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};
const start = performance.now();
const graph = new MultiDirectedGraph();
let rows = 0;
let sum = 0n;
const parser = createReadStream(path).pipe(parse({ from_line: 2, relax_column_count: true }));
for await (const record of parser) {
  const [time, fromBank, from, toBank, to, , , paid, currency] = record;
  const exponent = digits.get(currency);
  if (record.length !== 11 || exponent === undefined || !/^\d+(\.\d+)?$/.test(paid) || !isDay(time)) continue;
  const debtor = `${fromBank}/${from}`;
  const creditor = `${toBank}/${to}`;
  graph.mergeNode(debtor);
  graph.mergeNode(creditor);
  const [whole, fraction = ''] = paid.split('.');
  const minor = Number(whole + fraction.padEnd(exponent, '0'));
  graph.addDirectedEdge(debtor, creditor, { time, minor, currency });
  rows++;
  sum += BigInt(minor);
}
console.log(
  JSON.stringify({
    rows,
    sum: sum.toString(),
    nodes: graph.order,
    ms: Math.round(performance.now() - start),
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
