/**
 * Parties of payment messages (SWIFT FIN, fields 50a to 59a): option A is an account and a BIC, F an
 * account or identifier and numbered lines (`1/` name, `3/` country and town), K and none an account
 * and lines of name and address; institutions (52a, 57a, 58a) as A or D.
 */
import { detached } from '../../intake/text-feeds.ts';
import { accountKey } from '../account-key.ts';
import type { Party } from '../camt/parties.ts';
import type { MtField } from './fields.ts';

export type MtParty = Party;
type Draft = { -readonly [K in keyof Party]: Party[K] };

const BIC = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/;

/** The customer in a field 50a or 59a; undefined where it names nobody. */
export function partyOf(field: MtField | undefined): MtParty | undefined {
  if (!field) return undefined;
  const lines = field.lines.map((line) => line.trim()).filter((line) => line !== '');
  const draft: Draft = {};
  const isNumbered = lines.slice(1).some((line) => /^1\//.test(line)) && !/^1\//.test(lines[0] ?? '');
  const head = lines[0] ?? '';
  // A clearing code (`//FW…`) is the bank's; what stands between slashes before an account is a code.
  if (head.startsWith('/') && !head.startsWith('//')) setAccount(draft, head.slice(1));
  const rest = head.startsWith('/') || isNumbered ? lines.slice(1) : lines;
  if (isNumbered) {
    const name = rest.filter((line) => line.startsWith('1/')).map((line) => line.slice(2));
    if (name.length > 0) draft.name = detached(name.join(' '));
    const [, country, town] = /^3\/([A-Z]{2})(?:\/(.+))?$/.exec(rest.find((line) => line.startsWith('3/')) ?? '') ?? [];
    if (country !== undefined && draft.country === undefined) draft.country = country;
    if (town !== undefined) draft.town = detached(town);
  } else if (BIC.test(rest[0] ?? '') && (field.tag.endsWith('A') || rest.length === 1)) {
    setBank(draft, rest[0] as string);
  } else if (rest[0] !== undefined) draft.name = detached(rest[0].replace(/^1\//, ''));
  return draft.account === undefined && draft.name === undefined ? undefined : draft;
}

/** An institution in a field 52a, 57a or 58a, else the one that the envelope tells. */
export function bankOf(field: MtField | undefined, fallback?: string): MtParty | undefined {
  const draft: Draft = {};
  const lines = (field?.lines ?? []).map((line) => line.trim()).filter((line) => line !== '');
  if (lines[0]?.startsWith('/') === true) {
    if (!lines[0].startsWith('//')) setAccount(draft, lines[0].replace(/^\/[CD]\//, '/').slice(1));
    lines.shift();
  }
  const [name] = lines;
  if (name !== undefined && BIC.test(name)) setBank(draft, name);
  else if (name !== undefined) draft.name = detached(name);
  else if (fallback !== undefined) setBank(draft, fallback);
  return draft.account === undefined && draft.name === undefined ? undefined : draft;
}

function setAccount(draft: Draft, text: string): void {
  const account = accountKey(detached(text.trim()));
  if (!account) return;
  draft.account = account.key;
  if (account.country !== undefined && account.isIban) draft.country = account.country;
}

/** A bank is called by its BIC. */
function setBank(draft: Draft, bic: string): void {
  draft.bank = detached(bic);
  draft.name = draft.bank;
}
