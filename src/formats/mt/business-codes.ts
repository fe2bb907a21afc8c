/**
 * Codes for the kind of booking: the German banks' Geschäftsvorfallcode (GVC, DFÜ agreement annex 3,
 * in `:86:` of MT940 and in `BkTxCd/Prtry` of camt) and SWIFT's transaction type of `:61:`. GVC 084
 * is an online collection order, not cash, though it follows 082 (paid in) and 083 (paid out).
 */
import type { Channel } from '../entry-columns.ts';

const gvcChannels: readonly (readonly [Channel, string])[] = [
  ['cheque', '001 002 003 011 014 070 101 102 103 111 122 170 183 185 209 220 221 222 223'],
  ['direct-debit', '004 005 009 071 084 104 105 108 109 171 174 181 184 192 193 195 196 197 213 601 818'],
  ['card-present', '098 106 107 110 182 190 198 199'],
  ['cash', '082 083'],
  [
    'credit-transfer',
    '008 015 017 020 051 052 053 054 056 058 059 063 065 066 067 068 069 087 088 112 116 117 118 119 152 153 154 155 156 157 159 160 161 162 163 164 165 166 167 168 169 177 188 189 191 194 602 819 820 833 834',
  ],
  ['wire', '201 202 206 210 211 212'],
  ['fee', '320 321 801 802 803 804 806 807 808 809 810 811'],
  ['interest', '408 604 605 805 812 814 815 817'],
];
const channelByGvc = new Map(
  gvcChannels.flatMap(([channel, codes]) => codes.split(' ').map((code) => [code, channel])),
);
const returned = new Set('009 059 108 109 110 111 159 160 181 182 183 184 193 199 399 899'.split(' '));

/** The channel of a GVC of three digits. */
export function channelOfGvc(code: string): Channel {
  return channelByGvc.get(code) ?? 'other';
}

/** Whether a GVC says that an earlier payment came back. */
export function isReturnGvc(code: string): boolean {
  return returned.has(code);
}

/** 053, 153 and 157 are wages, salaries or pensions. */
export function purposeOfGvc(code: string): string | undefined {
  return code === '053' || code === '153' || code === '157' ? 'SALA' : undefined;
}

const channelByType: Readonly<Record<string, Channel>> = {
  TRF: 'credit-transfer',
  STO: 'credit-transfer',
  SAL: 'credit-transfer',
  DDT: 'direct-debit',
  CHK: 'cheque',
  TCK: 'cheque',
  CLR: 'cheque',
  CHG: 'fee',
  COM: 'fee',
  BRF: 'fee',
  INT: 'interest',
  ATM: 'cash-machine',
  CSH: 'cash',
  CAS: 'cash',
  POS: 'card-present',
  CRD: 'card-present',
  '103': 'wire',
};

/** The channel of a transaction type such as `NTRF` or `S103`. */
export function channelOfType(type: string): Channel {
  return channelByType[type.slice(1)] ?? 'other';
}

/**
 * What only the text tells: cash machines have no code of their own, and Dutch banks begin card
 * payments with BEA, cash with GEA.
 */
export function channelOfText(text: string): Channel | undefined {
  if (/^GEA\b|\b(GELDAUTOMAT(EN)?|GELDAUSGABEAUTOMAT|BANKOMAT|BANCOMAT|GELDAUTOMAAT|GA NR\w*|GAA|ATM)\b/i.test(text)) {
    return 'cash-machine';
  }
  return /^BEA\b/.test(text) ? 'card-present' : undefined;
}
