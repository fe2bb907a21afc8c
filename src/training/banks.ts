/**
 * The four invented banks that answered the production order, and banks elsewhere whose statements
 * nobody has. Bank codes and BICs are made up; any likeness to a real institution is chance.
 */
import type { Random } from '../random.ts';
import { newAccountNumber } from './iban.ts';
import type { BankId } from './model.ts';

export interface Bank {
  readonly id: BankId;
  readonly name: string;
  readonly bic: string;
  readonly branches: readonly string[];
}

export const BANKS: Readonly<Record<BankId, Bank>> = {
  a: {
    id: 'a',
    name: 'Sparbank Lindental',
    bic: 'SPLNDE7XXXX',
    branches: [
      'Hauptstelle',
      'Bahnhofplatz',
      'Nordstadt',
      'Am Anger',
      'Westend',
      'Marktgasse',
      'Südring',
      'Hafenstraße',
    ],
  },
  b: { id: 'b', name: 'Kestrel Money', bic: 'KESMLT2XXXX', branches: ['online'] },
  c: {
    id: 'c',
    name: 'Alpenland Bank',
    bic: 'ALPNATWWXXX',
    branches: ['Ringstraße', 'Hauptplatz', 'Mariahilf', 'Bahnhof', 'Donaupark'],
  },
  d: {
    id: 'd',
    name: 'Bank Wiślany',
    bic: 'WISLPLPWXXX',
    branches: ['Oddział 1 Rynek', 'Oddział 2 Dworzec', 'Oddział 4 Podgórze', 'Oddział 7 Wola', 'Oddział 9 Zawodzie'],
  },
};

/** The number of a new account at one of the four banks. */
export function heldAccountNumber(bank: BankId, currency: string, random: Random): string {
  if (bank === 'a') return newAccountNumber('DE', '71158820', random);
  if (bank === 'c') return newAccountNumber('AT', '19970', random);
  if (bank === 'd') return newAccountNumber('PL', '2670001', random);
  return currency === 'GBP' ? newAccountNumber('GB', 'KESM049911', random) : newAccountNumber('LT', '39800', random);
}

/** Banks elsewhere: national bank codes and BICs by country; the country's own structure applies. */
const ELSEWHERE: Readonly<Record<string, ReadonlyArray<readonly [string, string]>>> = {
  AT: [
    ['60990', 'DONKATW1XXX'],
    ['18330', 'VORBAT2BXXX'],
  ],
  BE: [['944', 'SCHEBE22XXX']],
  BG: [['BALK940010', 'BALKBGSFXXX']],
  CZ: [['7910', 'VLTACZPPXXX']],
  DE: [
    ['50099120', 'MAINDEF1XXX'],
    ['20099310', 'ELBKDEH1XXX'],
    ['37099180', 'RHNBDED1XXX'],
  ],
  ES: [['98110044', 'IBRMESMMXXX']],
  FR: [['9902100033', 'CRDVFRPPXXX']],
  GB: [
    ['NTHB608871', 'NTHBGB2LXXX'],
    ['ALBN309944', 'ALBNGB21XXX'],
  ],
  IE: [['LIFY990211', 'LIFYIE2DXXX']],
  IT: [['9980103200', 'BCPDITMMXXX']],
  LT: [['77400', 'BALTLT22XXX']],
  NL: [
    ['POLD', 'POLDNL2AXXX'],
    ['MAAS', 'MAASNL2RXXX'],
  ],
  PL: [
    ['2880002', 'SLSKPLPWXXX'],
    ['2990014', 'BALTPLP1XXX'],
  ],
  RO: [
    ['CARP', 'CARPROBUXXX'],
    ['DUNR', 'DUNRROBUXXX'],
  ],
};

/** An account number and BIC at a bank elsewhere. */
export function elsewhereAccount(country: string, random: Random): { account: string; bic: string } {
  const choices = ELSEWHERE[country];
  if (choices === undefined) return { account: newAccountNumber(country, '', random), bic: `GLBK${country}22XXX` };
  const [code, bic] = random.pick(choices);
  return { account: newAccountNumber(country, code, random), bic };
}
