/**
 * What an entry (`Ntry`) and each of its transactions (`TxDtls`) say of themselves, as text, and the
 * paths where they say it, in camt.052/053/054 from 001.02 on: version 8 puts `Pty` between a role
 * and its name and `BICFI` where version 2 has `BIC`. Of a repeated element the first counts, but
 * texts are joined and charges listed.
 */
import type { XmlNode } from '../xml/tree.ts';
import { bindParty, partyPaths } from './party-paths.ts';

export type Role = 'debtor' | 'creditor';
/** `member`: a bank's number in its national clearing, where the bank is the party. */
export type PartyField = 'name' | 'ultimate' | 'account' | 'country' | 'town' | 'bank' | 'member';

export type Field =
  | 'amount'
  | 'currency'
  | 'indicator'
  | 'reversal'
  | 'status'
  | 'booking'
  | 'value'
  | 'entryReference'
  | 'reference'
  | 'domain'
  | 'family'
  | 'subFamily'
  | 'proprietary'
  | 'instructed'
  | 'instructedCurrency'
  | 'transaction'
  | 'transactionCurrency'
  | 'totalCharges'
  | 'totalChargesCurrency'
  | 'purpose'
  | 'endToEndId'
  | 'uetr'
  | 'returnReason'
  | 'happened'
  | 'terminal'
  | 'merchantCode'
  | 'cardPresent'
  | 'holderPresent'
  | 'terminalNumber'
  | 'category'
  | 'method'
  | 'text';

export interface Charge {
  amount?: string;
  currency?: string;
  indicator?: string;
}

export type Fields = Record<Field, string | undefined>;
export type PartyFields = Record<PartyField, string | undefined>;

const NOTHING: Fields = {
  amount: undefined,
  currency: undefined,
  indicator: undefined,
  reversal: undefined,
  status: undefined,
  booking: undefined,
  value: undefined,
  entryReference: undefined,
  reference: undefined,
  domain: undefined,
  family: undefined,
  subFamily: undefined,
  proprietary: undefined,
  instructed: undefined,
  instructedCurrency: undefined,
  transaction: undefined,
  transactionCurrency: undefined,
  totalCharges: undefined,
  totalChargesCurrency: undefined,
  purpose: undefined,
  endToEndId: undefined,
  uetr: undefined,
  returnReason: undefined,
  happened: undefined,
  terminal: undefined,
  merchantCode: undefined,
  cardPresent: undefined,
  holderPresent: undefined,
  terminalNumber: undefined,
  category: undefined,
  method: undefined,
  text: undefined,
};
const NOBODY: PartyFields = {
  name: undefined,
  ultimate: undefined,
  account: undefined,
  country: undefined,
  town: undefined,
  bank: undefined,
  member: undefined,
};
const NOWHERE: Record<LocatedField, number> = {
  amount: -1,
  currency: -1,
  indicator: -1,
  status: -1,
  booking: -1,
  value: -1,
};

/**
 * Texts by field, with the byte offset some stood at. Filled again for the next entry once `clear`
 * is called; all fields are there from the start, since both are faster than new objects.
 */
export class Particulars {
  fields: Fields = { ...NOTHING };
  offsets: Record<LocatedField, number> = { ...NOWHERE };
  debtor: PartyFields = { ...NOBODY };
  creditor: PartyFields = { ...NOBODY };
  charges: Charge[] = [];

  clear(): this {
    this.fields = { ...NOTHING };
    this.offsets = { ...NOWHERE };
    this.debtor = { ...NOBODY };
    this.creditor = { ...NOBODY };
    if (this.charges.length > 0) this.charges = [];
    return this;
  }
}

const common: readonly (readonly [string, Field])[] = [
  ['Amt', 'amount'],
  ['Amt@Ccy', 'currency'],
  ['CdtDbtInd', 'indicator'],
  ['BkTxCd/Domn/Cd', 'domain'],
  ['BkTxCd/Domn/Fmly/Cd', 'family'],
  ['BkTxCd/Domn/Fmly/SubFmlyCd', 'subFamily'],
  ['BkTxCd/Prtry/Cd', 'proprietary'],
  ['AmtDtls/InstdAmt/Amt', 'instructed'],
  ['AmtDtls/InstdAmt/Amt@Ccy', 'instructedCurrency'],
  ['AmtDtls/TxAmt/Amt', 'transaction'],
  ['AmtDtls/TxAmt/Amt@Ccy', 'transactionCurrency'],
  ['Chrgs/TtlChrgsAndTaxAmt', 'totalCharges'],
  ['Chrgs/TtlChrgsAndTaxAmt@Ccy', 'totalChargesCurrency'],
  ['CardTx/POI/Id/ShrtNm', 'terminal'],
  ['CardTx/POI/SysNm', 'terminal'],
  ['CardTx/POI/Id/Id', 'terminalNumber'],
  ['CardTx/Tx/Indv/TxId/TxDtTm', 'happened'],
  ['CardTx/Tx/Indv/TxCtgy', 'merchantCode'],
  ['CardTx/Tx/Aggtd/TxCtgy', 'merchantCode'],
  ['CardTx/Tx/MrchntCtgyCd', 'merchantCode'],
  ['CardTx/Tx/Indv/MrchntCtgyCd', 'merchantCode'],
  ['CardTx/POI/MrchntCtgyCd', 'merchantCode'],
  ['CardTx/Tx/Indv/PmtCntxt/CardPres', 'cardPresent'],
  ['CardTx/Tx/Indv/PmtCntxt/CrdhldrPres', 'holderPresent'],
];

const ofEntry: readonly (readonly [string, Field])[] = [
  ['RvslInd', 'reversal'],
  ['Sts', 'status'],
  ['Sts/Cd', 'status'],
  ['Sts/Prtry', 'status'],
  ['BookgDt/Dt', 'booking'],
  ['BookgDt/DtTm', 'booking'],
  ['ValDt/Dt', 'value'],
  ['ValDt/DtTm', 'value'],
  ['NtryRef', 'entryReference'],
  ['AcctSvcrRef', 'reference'],
  ['AddtlNtryInf', 'text'],
];

const ofTransaction: readonly (readonly [string, Field])[] = [
  ['Refs/AcctSvcrRef', 'reference'],
  ['Refs/EndToEndId', 'endToEndId'],
  ['Refs/UETR', 'uetr'],
  ['Purp/Cd', 'purpose'],
  ['RtrInf/Rsn/Cd', 'returnReason'],
  ['RtrInf/Rsn/Prtry', 'returnReason'],
  ['RtrInf/AddtlInf', 'text'],
  ['RltdDts/IntrBkSttlmDt', 'value'],
  ['RltdDts/TxDtTm', 'happened'],
  ['RltdDts/AccptncDtTm', 'happened'],
  ['RmtInf/Ustrd', 'text'],
  ['RmtInf/Strd/CdtrRefInf/Ref', 'text'],
  ['RmtInf/Strd/CdtrRefInf/CdtrRef', 'text'],
  ['RmtInf/Strd/RfrdDocInf/Nb', 'text'],
  ['RmtInf/Strd/AddtlRmtInf', 'text'],
  ['AddtlTxInf', 'text'],
];

/** Makes an entry's element fill what `target` gives while it is read. */
export function bindEntry(node: XmlNode, target: () => Particulars): void {
  bind(node, [...common, ...ofEntry], target);
  bindCharges(node, ['Chrgs', 'Chrgs/Rcrd'], target);
}

/** As `bindEntry`, for a transaction's element. */
export function bindTransaction(node: XmlNode, target: () => Particulars): void {
  bind(node, [...common, ...ofTransaction], target);
  bindCharges(node, ['Chrgs', 'Chrgs/Rcrd'], target);
  bindParty(node, partyPaths('Dbtr', 'RltdPties/', 'RltdAgts/'), () => target().debtor);
  bindParty(node, partyPaths('Cdtr', 'RltdPties/', 'RltdAgts/'), () => target().creditor);
}

/** Fields whose place a reject gives. */
const LOCATED = ['amount', 'currency', 'indicator', 'status', 'booking', 'value'] as const;
export type LocatedField = (typeof LOCATED)[number];

/** Makes what stands below an element at `path` or `path@attribute` fill the fields of `target`. */
export function bind(node: XmlNode, paths: readonly (readonly [string, Field])[], target: () => Particulars): void {
  for (const [path, field] of paths) {
    const [element = '', attribute] = path.split('@');
    const found = node.at(element);
    if (attribute !== undefined) {
      found.attribute(attribute, (value) => {
        target().fields[field] ??= value.trim();
      });
    } else if (field === 'text') {
      found.text = (text) => {
        const { fields } = target();
        fields.text = fields.text === undefined ? text : `${fields.text} ${text}`;
      };
    } else {
      const located = LOCATED.find((one) => one === field);
      found.text = (text, place) => {
        const { fields, offsets } = target();
        if (fields[field] !== undefined) return;
        fields[field] = text;
        if (located !== undefined) offsets[located] = place.tagStart();
      };
    }
  }
}

/** Version 2 of camt repeats `Chrgs`, version 8 repeats `Rcrd` in one; pacs repeats `ChrgsInf`. */
export function bindCharges(node: XmlNode, paths: readonly string[], target: () => Particulars): void {
  let charge: Charge = {};
  for (const path of paths) {
    const found = node.at(path);
    found.open = () => {
      charge = {};
    };
    const amount = found.at('Amt').attribute('Ccy', (value) => {
      charge.currency = value;
    });
    amount.open = () => {
      target().charges.push(charge);
    };
    amount.text = (text) => {
      charge.amount = text;
    };
    found.at('CdtDbtInd').text = (text) => {
      charge.indicator = text;
    };
  }
}
