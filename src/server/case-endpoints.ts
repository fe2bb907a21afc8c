/** `GET /api/case`, `GET /api/files`: what is in the case and whether it adds up. */
import { isoDate, NO_DAY } from '../days.ts';
import { caseSummary, filesReport } from './api.ts';
import { coverageReport } from './api-intake.ts';
import { endpoint } from './endpoint.ts';
import { revealStateOf } from './reveal-endpoints.ts';

export const caseEndpoints = [
  endpoint('get', '/api/case', {
    summary: 'The case in numbers',
    answer: caseSummary,
    handle(desk) {
      const ledger = desk.case.loadLedger();
      const scored = desk.case.scored();
      const { files } = desk.files();
      const statements = files.flatMap((file) => file.statements);
      const decisions = [...desk.case.decisions().values()];
      const victims = new Set(scored?.leads.flatMap((lead) => lead.possibleVictims));
      return {
        name: desk.name,
        files: files.length,
        records: files.reduce((sum, { records }) => sum + records.read, 0),
        transactions: ledger.count,
        reconciles: {
          yes: statements.filter(({ reconciles }) => reconciles === true).length,
          no: statements.filter(({ reconciles }) => reconciles === false).length,
          unknown: statements.filter(({ reconciles }) => reconciles === undefined).length,
        },
        ...(ledger.from === NO_DAY ? {} : { period: { from: isoDate(ledger.from), to: isoDate(ledger.to) } }),
        currencies: [...new Set(files.flatMap(({ totals }) => Object.keys(totals)))].sort(),
        scored: scored !== undefined,
        leads: scored?.leads.length ?? 0,
        possibleVictims: victims.size,
        setAside: decisions.filter(({ decision }) => decision === 'set-aside').length,
        reveal: revealStateOf(desk),
      };
    },
  }),
  endpoint('get', '/api/files', {
    summary: 'What became of every file: records, totals per currency, statements against their balances',
    answer: filesReport,
    handle: (desk) => desk.files(),
  }),
  endpoint('get', '/api/coverage', {
    summary: 'What the files cover, account by month, and which indicators can run on them',
    answer: coverageReport,
    handle: (desk) => desk.coverage(),
  }),
];
