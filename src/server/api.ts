/**
 * Shapes of everything that leaves the core as JSON: the commands' `--json` and the server's
 * answers. One zod schema each; OpenAPI and `docs/cli.md` are made from them. Ends appear only as
 * texts that `disclosure.ts` gave (a pseudonym, or an identifier while a reveal is active). Over 300
 * lines because the shapes of all that leaves are told in one place.
 */
import { z } from 'zod';
import { families, forms, roles } from '../indicators/vocabulary.ts';
import { indicatorCount } from './api-indicators.ts';

/** Exact decimal such as `-12.50`. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A pseudonym such as `Person-0412`, or an account identifier under a reveal. */
export const endText = z.string();
export const entryId = z.string().regex(/^[0-9a-f]{12}-\d+(\.\d+)?$/);

export const totals = z.object({
  count: z.int(),
  credits: decimal.optional(),
  debits: decimal.optional(),
  moved: decimal.optional(),
});

export const fileReport = z.object({
  name: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  format: z.string(),
  encoding: z.string(),
  records: z.object({
    read: z.int(),
    kept: z.int(),
    rejected: z.int(),
    duplicate: z.int(),
    notBooked: z.int(),
    transactions: z.int(),
  }),
  totals: z.record(z.string(), totals),
  statements: z.array(
    z.object({
      account: endText,
      currency: z.string(),
      opening: decimal.optional(),
      closing: decimal.optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
      /** Absent where a balance is missing. */
      reconciles: z.boolean().optional(),
      /** Closing less what opening and entries give, where it does not. */
      difference: decimal.optional(),
    }),
  ),
  rejects: z.array(z.object({ record: z.int(), line: z.int(), field: z.string(), reason: z.string() })),
  warnings: z.array(z.string()),
});
/** An account that a register or a report names and no statement is held of. */
export const unobtainedAccount = z.object({
  account: endText,
  state: z.literal('exists, not obtained'),
  /** BIC. */
  bank: z.string().optional(),
  country: z.string().optional(),
  opened: isoDate.optional(),
  closed: isoDate.optional(),
  holders: z.int(),
  proxies: z.int(),
  beneficialOwners: z.int(),
});
export type UnobtainedAccount = z.infer<typeof unobtainedAccount>;
export const filesReport = z.object({
  files: z.array(fileReport),
  /** Absent where there is none. */
  accounts: z.array(unobtainedAccount).optional(),
  indicators: indicatorCount.optional(),
});
export type FilesReport = z.infer<typeof filesReport>;
export type FileReport = z.infer<typeof fileReport>;

/** A number with its unit, and the text that a person reads. */
export const measure = z.object({
  name: z.string(),
  unit: z.string(),
  value: z.union([z.number(), decimal]),
  currency: z.string().optional(),
  text: z.string(),
});

export const leadIndicator = z.object({
  id: z.string(),
  title: z.string(),
  family: z.enum(families),
  /** Before guards, whose own points are negative where they held: a lead's points are the sum of both. */
  points: z.int(),
  counted: z.enum(['counted', 'same-rows']),
  /** One sentence in the words of the safeguards. */
  statement: z.string(),
  observed: z.array(measure),
  threshold: z.array(measure),
  window: z.object({ from: isoDate, to: isoDate }),
  evidence: z.array(entryId),
  guards: z.array(
    z.object({ id: z.string(), outcome: z.enum(['held', 'failed', 'untestable']), points: z.int(), text: z.string() }),
  ),
  citations: z.array(z.string()),
  cut: z.boolean(),
});

export const leadAccount = z.object({
  account: endText,
  role: z.enum(roles),
  /** Sentences for the role, then those against. */
  why: z.string(),
  hypotheses: z.array(z.object({ role: z.enum(roles), for: z.array(z.string()), against: z.array(z.string()) })),
});

export const leadReport = z.object({
  id: z.string(),
  rank: z.int(),
  points: z.int(),
  form: z.enum(forms),
  headline: z.string(),
  accounts: z.array(leadAccount),
  accountsOfInterest: z.array(endText),
  possibleVictims: z.array(endText),
  indicators: z.array(leadIndicator),
  /** Currency to decimal, over the evidence. */
  amounts: z.record(z.string(), decimal),
  from: isoDate,
  to: isoDate,
  countries: z.array(z.string()),
});
export type LeadReport = z.infer<typeof leadReport>;

/** A report as of a day; facts of registers that bear no day count as of any. */
export const asOfNote = z.object({ day: isoDate, undatedFacts: z.int() });

export const leadsReport = z.object({
  ledger: z.string(),
  settings: z.string(),
  leads: z.array(leadReport),
  notTested: z.array(z.object({ indicator: z.string(), why: z.string() })),
  asOf: asOfNote.optional(),
});
export type LeadsReport = z.infer<typeof leadsReport>;

/** What scoring gave, in numbers. */
export const scoreReport = z.object({
  ledger: z.string(),
  settings: z.string(),
  transactions: z.int(),
  findings: z.int(),
  leads: z.int(),
  /** Leads per form. */
  forms: z.record(z.string(), z.int()),
  notTested: leadsReport.shape.notTested,
  indicators: indicatorCount.optional(),
  asOf: asOfNote.optional(),
});
export type ScoreReport = z.infer<typeof scoreReport>;

/** An event of the case as the commands print it. */
export const caseEvent = z.object({
  sequence: z.int(),
  /** Milliseconds since the epoch, UTC. */
  at: z.int(),
  actor: z.string(),
  purpose: z.string(),
  body: z.looseObject({ kind: z.string() }),
  hash: z.string(),
});
export const eventsReport = z.object({ events: z.array(caseEvent) });

/** Row of the list of leads; `spark` is the number of evidence rows per week of the case's period. */
export const leadSummary = leadReport
  .pick({
    id: true,
    rank: true,
    points: true,
    form: true,
    headline: true,
    amounts: true,
    from: true,
    to: true,
    countries: true,
  })
  .extend({
    accounts: z.int(),
    possibleVictims: z.int(),
    spark: z.array(z.int()),
    decision: z.enum(['pursue', 'set-aside', 'refer-for-safeguarding', 'ask-for-data']).optional(),
  });
export type LeadSummary = z.infer<typeof leadSummary>;
/** The list of leads; week 0 of every `spark` starts on `period.from`. */
export const leadList = z.object({
  leads: z.array(leadSummary),
  notTested: leadsReport.shape.notTested,
  period: z.object({ from: isoDate, to: isoDate }).optional(),
});
export type LeadList = z.infer<typeof leadList>;

/** Of a lead's network. `key` is opaque and stable within the case. */
export const networkNode = z.object({
  key: z.string(),
  label: endText,
  role: z.enum(roles),
  /** `leaf`: cash, bank or unknown beside one account; `hub`: summarised, with the reason in `note`. */
  kind: z.enum(['account', 'card', 'wallet', 'name', 'merchant', 'leaf', 'hub']),
  holder: z.enum(['person', 'business', 'unknown']),
  country: z.string().optional(),
  community: z.int(),
  /** We hold a statement of it. */
  own: z.boolean(),
  note: z.string().optional(),
});
export const networkEdge = z.object({
  key: z.string(),
  from: z.string(),
  to: z.string(),
  count: z.int(),
  amounts: z.record(z.string(), decimal),
  /** For line widths only: sum at price level in euro cents. */
  weight: z.number(),
  first: isoDate,
  last: isoDate,
  /** How many of its payments are evidence of this lead. */
  evidence: z.int(),
});
export const leadDetail = z.object({
  lead: leadReport,
  decision: leadSummary.shape.decision,
  nodes: z.array(networkNode),
  edges: z.array(networkEdge),
  /** Hubs that were not walked through, in words. */
  hubs: z.array(z.string()),
  /** Per day of the lead's transactions: money into and out of its accounts of interest and possible victims, price level cents. */
  timeline: z.array(z.object({ day: isoDate, in: z.number(), out: z.number(), count: z.int() })),
  period: z.object({ from: isoDate, to: isoDate }),
  /** E.g. `days only in 2 of 4 files`. */
  limits: z.array(z.string()),
  transactions: z.int(),
});
export type LeadDetail = z.infer<typeof leadDetail>;

/** One payment in a table; `row` opens the bank's own record. */
export const transactionRow = z.object({
  id: entryId,
  entries: z.array(entryId),
  debtorDay: isoDate,
  creditorDay: isoDate,
  valueDay: isoDate.optional(),
  time: z.string().optional(),
  debtor: endText,
  debtorKey: z.string(),
  creditor: endText,
  creditorKey: z.string(),
  amount: decimal,
  currency: z.string(),
  channel: z.string(),
  purpose: z.string().optional(),
  mcc: z.int().optional(),
  place: z.string().optional(),
  /** Ids of the lead's indicators that rest on it. */
  indicators: z.array(z.string()),
});
export const transactionsPage = z.object({ total: z.int(), rows: z.array(transactionRow) });
export type TransactionRow = z.infer<typeof transactionRow>;

/** A record as the bank wrote it, field by field, masked until a reveal is active. */
export const entryDetail = z.object({
  id: entryId,
  file: z.string(),
  sha256: z.string(),
  record: z.int(),
  line: z.int(),
  table: z.string().optional(),
  offset: z.number(),
  length: z.int(),
  masked: z.boolean(),
  fields: z.array(z.object({ name: z.string(), value: z.string(), masked: z.boolean() })),
  /** The record's own text; only while a reveal is active. */
  raw: z.string().optional(),
});
export type EntryDetail = z.infer<typeof entryDetail>;

export const caseSummary = z.object({
  name: z.string(),
  files: z.int(),
  records: z.int(),
  transactions: z.int(),
  reconciles: z.object({ yes: z.int(), no: z.int(), unknown: z.int() }),
  period: z.object({ from: isoDate, to: isoDate }).optional(),
  currencies: z.array(z.string()),
  scored: z.boolean(),
  leads: z.int(),
  possibleVictims: z.int(),
  setAside: z.int(),
  reveal: z.object({ active: z.boolean(), until: z.string().optional() }),
});
export type CaseSummary = z.infer<typeof caseSummary>;

/** Whether account identifiers are shown; `until` is an instant in UTC. */
export const revealState = caseSummary.shape.reveal;
export const revealRequest = z.object({ purpose: z.string().min(3).max(500), minutes: z.int().min(1).max(480) });
export const decisionRequest = z.object({
  lead: z.string(),
  decision: z.enum(['pursue', 'set-aside', 'refer-for-safeguarding', 'ask-for-data']),
  reason: z.string().max(2000).optional(),
});
export const decisionAnswer = decisionRequest.pick({ lead: true, decision: true }).extend({ sequence: z.int() });
export const job = z.object({
  id: z.string(),
  kind: z.enum(['import', 'score']),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  step: z.string(),
  /** 0 to 1. */
  progress: z.number(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
});
export type Job = z.infer<typeof job>;
export const problem = z.object({ code: z.string(), message: z.string() });
