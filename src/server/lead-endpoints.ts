/** `GET /api/leads` and below: the list, one lead with its network, and its payments in pages. */
import { z } from 'zod';
import { leadDetail } from '../exchange/lead-detail.ts';
import { leadList } from '../exchange/lead-list.ts';
import { leadTransactions } from '../exchange/lead-transactions.ts';
import { pageOfTransactions } from '../exchange/transaction-rows.ts';
import { isoDate, leadDetail as leadDetailShape, leadList as leadListShape, transactionsPage } from './api.ts';
import { endpoint } from './endpoint.ts';

const whichLead = { id: z.string().max(200) };

export const leadEndpoints = [
  endpoint('get', '/api/leads', {
    summary: 'All leads, a line each, by rank',
    query: { asOf: isoDate.optional() },
    answer: leadListShape,
    handle(desk, { query }) {
      const scored = desk.scored(query.asOf);
      const decisions = desk.case.decisions();
      return leadList(scored, scored.leads, scored.notTested, (lead) => decisions.get(lead)?.decision);
    },
  }),
  endpoint('get', '/api/leads/{id}', {
    summary: 'One lead: its account of points, network, timeline and limits',
    parameters: whichLead,
    query: { asOf: isoDate.optional() },
    answer: leadDetailShape,
    handle(desk, { parameters, query }) {
      const scored = desk.scored(query.asOf);
      const lead = desk.lead(scored, parameters.id);
      return leadDetail(desk.telling(scored), scored, lead, desk.case.decisions().get(lead.id)?.decision);
    },
  }),
  endpoint('get', '/api/leads/{id}/transactions', {
    summary: 'Payments of a lead in the ledger’s order, filtered and in pages',
    parameters: whichLead,
    query: {
      indicator: z.string().max(100).optional(),
      from: isoDate.optional(),
      to: isoDate.optional(),
      edge: z.string().max(200).optional(),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(5000).default(200),
    },
    answer: transactionsPage,
    handle(desk, { parameters, query }) {
      const scored = desk.scored();
      const lead = desk.lead(scored, parameters.id);
      const { ledger, disclosure } = desk.telling(scored);
      return pageOfTransactions(ledger, disclosure, lead, leadTransactions(scored, lead), query);
    },
  }),
];
