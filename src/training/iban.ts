/**
 * Account numbers that pass every check a bank would make: ISO 13616 check digits over ISO 7064
 * mod 97-10, and the national check digits where a country has them (BE, CZ, ES, FR, IT, NL, PL).
 * Bank codes are invented. Countries outside the IBAN registry get plain digits.
 */
import type { Random } from '../random.ts';

const digits = (random: Random, count: number): string => {
  let out = '';
  for (let i = 0; i < count; i++) out += String(random.integer(0, 9));
  return out;
};

function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = /[A-Z]/.test(character) ? String(character.charCodeAt(0) - 55) : character;
    for (const digit of value) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}

/** Puts the ISO 13616 check digits before a national account number. */
export function withCheckDigits(country: string, bban: string): string {
  const check = 98 - mod97(`${bban}${country}00`);
  return `${country}${String(check).padStart(2, '0')}${bban}`;
}

/** Sum of digits times weights. */
function weighed(text: string, weights: readonly number[]): number {
  return weights.reduce((total, weight, i) => total + weight * Number(text.charAt(i)), 0);
}

const two = (value: number): string => String(value).padStart(2, '0');

function polish(bank: string, random: Random): string {
  const sort = bank.slice(0, 7);
  const sum = weighed(sort, [3, 9, 7, 1, 3, 9, 7]);
  return `${sort}${(10 - (sum % 10)) % 10}${digits(random, 16)}`;
}

function dutch(bank: string, random: Random): string {
  for (;;) {
    const account = digits(random, 10);
    const sum = weighed(account, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    if (sum % 11 === 0 && account !== '0000000000') return `${bank}${account}`;
  }
}

function czech(bank: string, random: Random): string {
  const weights = [6, 3, 7, 9, 10, 5, 8, 4, 2, 1];
  for (;;) {
    const account = digits(random, 10);
    if (weighed(account, weights) % 11 === 0 && account !== '0000000000') return `${bank}000000${account}`;
  }
}

function spanish(bank: string, random: Random): string {
  const account = digits(random, 10);
  const key = (text: string): number => {
    const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    const rest = 11 - (weighed(text, weights) % 11);
    return rest === 10 ? 1 : rest === 11 ? 0 : rest;
  };
  return `${bank}${key(`00${bank}`)}${key(account)}${account}`;
}

function french(bank: string, random: Random): string {
  const account = digits(random, 11);
  const rest = (89 * Number(bank.slice(0, 5)) + 15 * Number(bank.slice(5, 10)) + 3 * Number(account)) % 97;
  return `${bank}${account}${two(97 - rest)}`;
}

function belgian(bank: string, random: Random): string {
  const body = `${bank}${digits(random, 7)}`;
  const rest = Number(body) % 97;
  return `${body}${two(rest === 0 ? 97 : rest)}`;
}

function italian(bank: string, random: Random): string {
  const body = `${bank}${digits(random, 12)}`;
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  let sum = 0;
  for (let i = 0; i < body.length; i++)
    sum += i % 2 === 0 ? (odd[Number(body.charAt(i))] ?? 0) : Number(body.charAt(i));
  return `${String.fromCharCode(65 + (sum % 26))}${body}`;
}

/** National structure per country: how the number behind the bank code is made. */
const STRUCTURES: Readonly<Record<string, (bank: string, random: Random) => string>> = {
  AT: (bank, random) => bank + digits(random, 11),
  BE: belgian,
  BG: (bank, random) => bank + digits(random, 8),
  CZ: czech,
  DE: (bank, random) => bank + digits(random, 10),
  ES: spanish,
  FR: french,
  GB: (bank, random) => bank + digits(random, 8),
  IE: (bank, random) => bank + digits(random, 8),
  IT: italian,
  LT: (bank, random) => bank + digits(random, 11),
  NL: dutch,
  PL: polish,
  RO: (bank, random) => bank + digits(random, 16),
};

/** A new account number of a bank in a country; `bank` is the national bank code. */
export function newAccountNumber(country: string, bank: string, random: Random): string {
  const structure = STRUCTURES[country];
  if (structure === undefined) return digits(random, 12);
  return withCheckDigits(country, structure(bank, random));
}

/** Whether accounts of the country are numbered by IBAN here. */
export function hasIban(country: string): boolean {
  return STRUCTURES[country] !== undefined;
}
