/** What a column of a statement can mean, and tables of the words that banks have for it. */

export const allRoles = [
  'booking',
  'value',
  'time',
  'account',
  'accountMaybe',
  'accountName',
  'otherAccount',
  'otherName',
  'otherBank',
  'otherCountry',
  'merchant',
  'city',
  'merchantCountry',
  'terminal',
  'mcc',
  'amount',
  'ownAmount',
  'debit',
  'credit',
  'sign',
  'currency',
  'ownCurrency',
  'balance',
  'fee',
  'originalAmount',
  'originalCurrency',
  'status',
  'purpose',
  'reference',
  'endToEnd',
  'type',
  'text',
  'fromAccount',
  'toAccount',
  'fromBank',
  'toBank',
  'fromName',
  'toName',
  'paidAmount',
  'paidCurrency',
  'receivedAmount',
  'receivedCurrency',
  'ignored',
] as const;

/**
 * `accountMaybe`: one's own account or the other's, as values tell. `ownAmount`, `ownCurrency`: in the
 * currency of the account, where another column holds what was instructed.
 */
export type Role = (typeof allRoles)[number];

/** Phrases of each role, parted by a comma and a blank. */
export type HeaderPhrases = Readonly<Partial<Record<Role, string>>>;
