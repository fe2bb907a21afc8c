/**
 * Shapes of what is said about files before and around their import: previews, profiles, what is
 * complete and what is not, and proposed matches between banks. As `api.ts`, of which it is a part.
 */
import { z } from 'zod';
import { columnRoles, dateOrders, decimalMarks, signRules } from '../formats/csv/overrides.ts';
import { looks } from '../formats/csv/look.ts';
import { monthStatuses } from '../ledger/coverage.ts';
import { decimal, endText, entryId, fileReport, isoDate } from './api.ts';
import { indicatorCount } from './api-indicators.ts';

/** Decisions of a person about delimited text; columns by header or by number, `#3`. */
export const csvOverrides = z.strictObject({
  columns: z.record(z.string().max(200), z.enum(columnRoles)).optional(),
  dateOrder: z.enum(dateOrders).optional(),
  decimal: z.enum(decimalMarks).optional(),
  sign: z.enum(signRules).optional(),
  currency: z.string().max(3).optional(),
  account: z.string().max(42).optional(),
  headerLine: z.int().min(0).max(10_000).optional(),
  delimiter: z.string().length(1).optional(),
  encoding: z.string().max(40).optional(),
});

export const columnReport = z.object({
  number: z.int(),
  name: z.string(),
  /** How overrides name it. */
  key: z.string(),
  role: z.string().optional(),
  why: z.string(),
  /** A person or a profile gave the role. */
  byHand: z.boolean(),
  /** What its values are by their shape. */
  look: z.enum(looks),
  /** First cells, masked unless they are plainly a day, an amount, a code. */
  samples: z.array(z.object({ value: z.string(), masked: z.boolean() })),
});

export const doubt = z.object({
  kind: z.enum(['date-order', 'currency', 'account', 'sign', 'column']),
  text: z.string(),
});

export const tableReport = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  /** Line of the column names; 0 = none. */
  headerLine: z.int(),
  fingerprint: z.string(),
  /** `transfers`: each row names both accounts. Absent where the file cannot be read. */
  kind: z.enum(['statement', 'transfers']).optional(),
  dateOrder: z.enum(dateOrders).optional(),
  decimal: z.enum(decimalMarks).optional(),
  sign: z.enum(signRules).optional(),
  /** Of rows that name none; `XXX` = unknown. */
  currency: z.string().optional(),
  account: z.enum(['in each row', 'above the column names', 'set by hand', 'made for this file']).optional(),
  columns: z.array(columnReport),
  reasons: z.array(z.string()),
});

export const previewRow = z.object({
  booking: isoDate.optional(),
  value: isoDate.optional(),
  time: z.string().optional(),
  direction: z.enum(['credit', 'debit', 'transfer']),
  amount: decimal,
  currency: z.string(),
  /** For a transfer, who pays. */
  account: endText,
  /** For a transfer, who is paid. */
  other: endText,
  channel: z.string(),
  status: z.string(),
});

/** What would come of a file, with nothing imported. */
export const inspection = z.object({
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  /** Absent where no format knows it. */
  format: z.string().optional(),
  why: z.string(),
  /** The profile that fits it or was named. */
  profile: z.string().optional(),
  /** Of delimited text. */
  table: tableReport.optional(),
  /** What a person should settle before the import. */
  doubts: z.array(doubt),
  /** Why it cannot be read as it stands. */
  problem: z.string().optional(),
  /** As `clew files` would tell it. */
  file: fileReport.optional(),
  rows: z.array(previewRow),
  masked: z.boolean(),
});
export type Inspection = z.infer<typeof inspection>;
export const inspectionReport = z.object({ files: z.array(inspection), leftOut: z.array(z.string()) });
export type InspectionReport = z.infer<typeof inspectionReport>;

export const profileSummary = z.object({
  name: z.string(),
  fingerprint: z.string(),
  delimiter: z.string(),
  overrides: csvOverrides,
});
export const profilesReport = z.object({ profiles: z.array(profileSummary) });
export const inspectRequest = z.object({
  path: z.string().min(1).max(4096),
  profile: z.string().max(60).optional(),
  overrides: csvOverrides.optional(),
});
/** Keeps decisions for the layout of the file at `path`. */
export const profileRequest = z.object({
  name: z.string().min(1).max(60),
  path: z.string().min(1).max(4096),
  overrides: csvOverrides,
});
/** An import with decisions for its delimited files. */
export const importRequest = z.object({
  paths: z.array(z.string()).min(1),
  purpose: z.string().min(3),
  origin: z.string(),
  profile: z.string().max(60).optional(),
  overrides: csvOverrides.optional(),
});

/** Account by month: what the files cover, and what they do not. */
export const coverageReport = z.object({
  /** `YYYY-MM`, without gaps. */
  months: z.array(z.string().regex(/^\d{4}-\d{2}$/)),
  accounts: z.array(
    z.object({
      account: endText,
      key: z.string(),
      /** Some statement of it is there. */
      own: z.boolean(),
      currencies: z.array(z.string()),
      /** One per month of `months`. */
      months: z.array(
        z.object({
          month: z.string(),
          status: z.enum(monthStatuses),
          /** Booked entries of its own statements. */
          entries: z.int(),
          /** First and last covered day, where the month is not covered whole. */
          from: isoDate.optional(),
          to: isoDate.optional(),
          notes: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** Accounts in all; at most 5,000 are told. */
  total: z.int(),
  /** Months of accounts by status. */
  statuses: z.record(z.string(), z.int()),
  indicators: indicatorCount,
});
export type CoverageReport = z.infer<typeof coverageReport>;

/** An entry of a proposed match. */
export const matchEntry = z.object({
  id: entryId,
  file: z.string(),
  account: endText,
  /** What its bank says of the other side. */
  other: endText,
  day: isoDate,
  amount: decimal,
  currency: z.string(),
});
/** Entries of two banks that are likely one payment; nothing is merged until a person accepts. */
export const proposedMatch = z.object({
  id: z.string(),
  debit: matchEntry,
  /** One, or the single credits of a batch. */
  credits: z.array(matchEntry),
  reasons: z.array(z.string()),
});
export const matchesReport = z.object({
  proposed: z.array(proposedMatch),
  /** In all; at most 1,000 are told. */
  total: z.int(),
  decided: z.array(
    z.object({ id: z.string(), outcome: z.enum(['accepted', 'refused']), actor: z.string(), sequence: z.int() }),
  ),
});
export type MatchesReport = z.infer<typeof matchesReport>;
export const matchRequest = z.object({
  match: z.string().min(3).max(8000),
  outcome: z.enum(['accepted', 'refused']),
  purpose: z.string().min(3).max(500),
});
