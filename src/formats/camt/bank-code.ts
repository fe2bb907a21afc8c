/**
 * ISO 20022 bank transaction codes (external code set: domain, family, subfamily) to channels. The
 * subfamily alone tells fees and interest, in every family; a German bank's proprietary code holds
 * a GVC, as in `NTRF+166+00931`.
 */
import type { Channel } from '../entry-columns.ts';
import { channelOfGvc, isReturnGvc, purposeOfGvc } from '../mt/business-codes.ts';
import type { Particulars } from './particulars.ts';

const FEES = new Set(['CHRG', 'FEES', 'COMM', 'COME', 'COMI', 'COMT']);
const CROSS_BORDER = new Set(['XBCT', 'XBST', 'XBSA', 'PRCT', 'SDVA']);
const families: Readonly<Record<string, Channel>> = {
  ICDT: 'credit-transfer',
  RCDT: 'credit-transfer',
  IRCT: 'credit-transfer',
  RRCT: 'credit-transfer',
  IDDT: 'direct-debit',
  RDDT: 'direct-debit',
  ICHQ: 'cheque',
  RCHQ: 'cheque',
  LBOX: 'cheque',
  DRFT: 'cheque',
  CCRD: 'card-present',
  MCRD: 'card-present',
};

/** What the code of an entry or of one transaction says. */
export function channelOf({ fields }: Particulars): Channel {
  const { domain, family, subFamily, proprietary } = fields;
  if (subFamily !== undefined) {
    if (FEES.has(subFamily)) return 'fee';
    if (subFamily === 'INTR') return 'interest';
  }
  const channel = domain === 'PMNT' && family !== undefined ? payment(family, subFamily ?? '') : 'other';
  const told = channel === 'other' && proprietary !== undefined ? channelOfGvc(gvcOf(proprietary) ?? '') : channel;
  return told === 'card-present' && isAbsent(fields) ? 'card-absent' : told;
}

function payment(family: string, subFamily: string): Channel {
  if (family === 'CNTR') return /^(CHKD|CQRV|T.{3})$/.test(subFamily) ? 'cheque' : 'cash';
  if (family === 'CCRD' && /^(CWDL|CDPT|XBCW)$/.test(subFamily)) return 'cash-machine';
  if ((family === 'ICDT' || family === 'RCDT') && CROSS_BORDER.has(subFamily)) return 'wire';
  return families[family] ?? 'other';
}

function isAbsent({ cardPresent, holderPresent }: Particulars['fields']): boolean {
  return cardPresent === 'false' || (cardPresent === undefined && holderPresent === 'false');
}

function gvcOf(proprietary: string): string | undefined {
  return /^(?:[NFS][A-Z0-9]{3}\+)?(\d{3})(?:\+|$)/.exec(proprietary)?.[1];
}

/** Whether the code, or a reason for it, says that an earlier payment came back. */
export function isReturn({ fields }: Particulars): boolean {
  if (fields.returnReason !== undefined) return true;
  return fields.proprietary !== undefined && isReturnGvc(gvcOf(fields.proprietary) ?? '');
}

/** The purpose that a code implies where no `Purp` is given. */
export function impliedPurpose({ fields }: Particulars): string | undefined {
  if (fields.subFamily === 'SALA' || fields.subFamily === 'XBSA') return 'SALA';
  return fields.proprietary === undefined ? undefined : purposeOfGvc(gvcOf(fields.proprietary) ?? '');
}
