/** Leads as a person reads them in a terminal: what happened, who, how much, and the account of the points. */
import type { LeadReport, LeadsReport } from '../server/api.ts';
import { grouped, wrapped } from './table.ts';

const WIDTH = 96;
const REASON = '      ';
const HANG = '         ';

/** @param most leads that are told in full */
export function leadsText({ leads, notTested }: LeadsReport, most: number): string {
  if (leads.length === 0) return `No leads.\n${notTestedText(notTested)}`;
  const shown = leads.slice(0, most).map(leadText).join('\n');
  const more = leads.length > most ? `\n… and ${leads.length - most} more (clew leads --top ${leads.length}).\n` : '';
  return `${shown}${more}${notTestedText(notTested)}`;
}

function leadText(lead: LeadReport): string {
  const amounts = Object.entries(lead.amounts).map(([currency, sum]) => `${grouped(sum)} ${currency}`);
  const facts = [
    `${lead.from} to ${lead.to}`,
    ...amounts,
    ...(lead.countries.length > 0 ? [lead.countries.join(', ')] : []),
  ];
  return [
    `${`${lead.rank}.`.padEnd(4)}${`${lead.points} points`.padStart(10)}  ${lead.form}  (${lead.id})\n`,
    wrapped(lead.headline, WIDTH, '    '),
    `    ${facts.join(' · ')}\n`,
    listOf('accounts of interest', lead.accountsOfInterest),
    listOf('possible victims', lead.possibleVictims),
    ...lead.indicators.filter(({ counted }) => counted === 'counted').map(reasonText),
    sameRows(lead),
  ].join('');
}

function listOf(title: string, accounts: readonly string[]): string {
  return accounts.length === 0 ? '' : wrapped(`${title}: ${accounts.join(', ')}`, WIDTH, '    ');
}

function reasonText({ points, statement, guards, evidence, title, id }: LeadReport['indicators'][number]): string {
  const held = guards.filter(({ outcome, points: off }) => outcome === 'held' && off !== 0);
  return [
    wrapped(`+${points} ${statement === '' ? title : statement} [${id}, ${evidence.length} rows]`, WIDTH, REASON, HANG),
    ...held.map(({ points: off, text }) => wrapped(`${off} ${text}`, WIDTH, REASON, HANG)),
  ].join('');
}

function sameRows({ indicators }: LeadReport): string {
  const ids = indicators.filter(({ counted }) => counted === 'same-rows').map(({ id }) => id);
  return ids.length === 0 ? '' : wrapped(`+0 on the same rows: ${[...new Set(ids)].join(', ')}`, WIDTH, REASON, HANG);
}

function notTestedText(notTested: LeadsReport['notTested']): string {
  if (notTested.length === 0) return '';
  return `\nNot tested:\n${notTested.map(({ indicator, why }) => `  ${indicator}: ${why}\n`).join('')}`;
}
