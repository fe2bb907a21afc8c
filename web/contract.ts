/** The server's answers as types, from the zod schemas of `src/server/api.ts`; nothing of it is in the bundle. */
import type { z } from 'zod';
import type * as api from '../src/server/api.ts';
import type * as intake from '../src/server/api-intake.ts';

export type {
  CaseSummary,
  EntryDetail,
  FileReport,
  FilesReport,
  LeadDetail,
  LeadReport,
  LeadSummary,
  TransactionRow,
} from '../src/server/api.ts';
export type { CoverageReport, Inspection, InspectionReport, MatchesReport } from '../src/server/api-intake.ts';
export type { Form, Role } from '../src/indicators/vocabulary.ts';

export type NetworkNode = z.infer<typeof api.networkNode>;
export type NetworkEdge = z.infer<typeof api.networkEdge>;
export type LeadIndicator = z.infer<typeof api.leadIndicator>;
export type LeadAccount = z.infer<typeof api.leadAccount>;
export type TransactionsPage = z.infer<typeof api.transactionsPage>;
export type Job = z.infer<typeof api.job>;
export type Problem = z.infer<typeof api.problem>;
export type Decision = z.infer<typeof api.decisionRequest>['decision'];
export type TimelineDay = z.infer<typeof api.leadDetail>['timeline'][number];
export type NotTested = z.infer<typeof api.leadsReport>['notTested'];
/** `GET /api/leads`. */
export interface LeadsList {
  leads: z.infer<typeof api.leadSummary>[];
  notTested?: NotTested;
  period?: { from: string; to: string };
}
export type Overrides = z.infer<typeof intake.csvOverrides>;
export type ColumnReport = z.infer<typeof intake.columnReport>;
export type TableReport = z.infer<typeof intake.tableReport>;
