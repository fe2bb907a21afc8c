/** English messages about files: what is complete, what could be searched for, matches between banks. */
export const englishFiles = {
  'coverage.indicators': '{run} of {all} indicators can run on these files',
  'coverage.more.card': '{count} more with a card file',
  'coverage.more.logins': '{count} more with a file of logins',
  'coverage.more.register': '{count} more with a customer register',
  'coverage.more.texts': '{count} more with remittance texts',
  'coverage.more.several': '{count} more with several of these',
  'coverage.note.no-activity': 'no entry in this month; the statement covers it',
  'coverage.note.gap-between': 'no file covers this month, though earlier and later ones are there',
  'coverage.note.no-file-reaches': 'no file of this account reaches this month',
  'coverage.note.balances-meet': 'the balances before and after are the same',
  'coverage.note.days-from-rows': 'the file names no period: its days are those of its first and last row',
  'coverage.note.chain-broken':
    'the balance at which one statement ends and the next begins differ by {difference}: entries are missing between',
  'coverage.note.statement-off':
    'opening balance and entries of the statement do not give its closing balance, off by {difference}',
  'coverage.note.seen-elsewhere':
    '{payments, plural, one {# payment} other {# payments}} of this account stand in files of others',
  'match.later-day': 'the days of both banks are {days, plural, one {# day} other {# days}} apart',
  'match.unknown-side': 'one bank does not say which account is on the other side',
  'match.fee': 'the amounts differ by {fee}, which is the fee that a bank states',
  'match.conversion': 'one bank states the amount in the currency of the other',
  'match.batch': '{credits} single credits add up to the debit',
} as const satisfies Record<string, string>;
