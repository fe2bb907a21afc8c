/** Further English phrases, as banks of Britain, Ireland, America, Australia, India and Singapore write. */
import type { HeaderPhrases } from '../roles.ts';

export const englishPhrases = {
  booking:
    'transaction date time, booking date time, booking datetime, booked at, transaction date and time, date time utc, tran date, trans dt, posting dt, date of transaction, transaction posted date, effective posting date, run date, activity date, dated, day, bookdate, date of posting, processed date, clearing date, cleared date, date created, created on, transaction created at, processed on, txn posted date, date post, value dat, execution date, date of execution, settlement dt, date local, transaction date local, date processed, post dt, transactions date',
  value: 'val date, value dt, value date dd mm yyyy, interest date',
  time: 'time local, transaction time local, time utc, hour',
  account:
    'account number own, source account iban, your account, your account number, own iban bban, account nr, client account, customer account, client iban',
  accountMaybe: 'iban bban, account iban bban, a c no, a c number, acc no, acc number, account identifier',
  accountName: 'your name, cardholder name, card member, cardholder, card holder, customer name, client name',
  otherAccount:
    'account receiving, counterparty iban bban, partner iban bban, correspondent account number, remote account, bank account of counterparty, account counterparty, counterparty acc, counterparty account iban, counterparty iban account, counterparty bban, contra account number, contra account iban, remitter account, transferee account, account of beneficiary, recipient account number, payee or payer account, sender or recipient account, iban counterparty, counterparty s account, counterparty account no, other party account, other party account number',
  otherName:
    'name description, counterparty name address, payee name description, payer payee, payee or payer, to from, from to, beneficiary or remitter, beneficiary remitter, remitter beneficiary, beneficiary payer, payer beneficiary, sender receiver, sender recipient, recipient sender, name counterparty, counterparty s name, name of payee, name of payer, party, other party name, third party, transferee, remitter, counterparty details, account owner, correspondent, correspondent name, payer or beneficiary, beneficiary or payer, partner account name, counterparty account name, beneficiary account name, person',
  otherBank: 'sort code, routing number, bank, bank name, ifsc, ifsc code, bsb, bic of counterparty, bank bic',
  merchant: 'merchant description, trader, store, supplier, merchant details, appears on your statement as',
  city: 'merchant town city, town city, merchant town',
  merchantCountry: 'merchant country region',
  amount:
    'value, transaction amount amount, amount value, amount amount, amount local, amount local currency, billing amount, billed amount, settlement amount, transaction value, total, total amount, amount account currency, amount charged, charge amount, transaction amount local, signed amount, movement, movements, net, gross, amt signed, payment amount, value of transaction, turnover',
  ownAmount:
    'amount in account currency, amount account currency, amount in currency of account, amount in billing currency, booked amount, posted amount, amount in base currency, equivalent in account currency, transaction amount account currency, amount in local currency',
  debit:
    'debit dr, withdrawals dr, withdrawal dr, withdrawal amt, dr debit, debit amt, debit value, amount out, money spent, paid out amount, debits amount, payments, payment out, debited, withdrawn, moneyout, paidout, debit transaction amount, cheques debits, charges debits',
  credit:
    'credit cr, deposits cr, deposit cr, deposit amt, cr credit, credit amt, credit value, amount in, money received, paid in amount, credits amount, receipts, payment in, credited, deposited, moneyin, paidin, credit transaction amount, deposits credits, payments credits',
  sign: 'dr or cr, cr or dr, type dr cr, transaction type dr cr, indicator, dbit crdt, crdt dbit, debit credit code, d c indicator, c d indicator, creditdebit, debitcredit, credit debit code, dc indicator, cd indicator, cdi, dci, debit credit mark, in out, out in, money in out',
  currency: 'cur, currency iso, iso currency, trx currency, currency of transaction, amount currency, cncy, crncy',
  ownCurrency: 'currency of account, currency of the account, billing currency, booked currency, base currency',
  balance:
    'bal, balance after transaction amount, balance after transaction balance amount amount, running bal, closing bal, balance amount, bal after, balance after this transaction, account bal, actual balance, statement balance, end balance, ending balance, new account balance, balance dr cr, ledger bal, outstanding balance, current balance, balance local, remaining balance, cumulative balance, progressive balance, running bal',
  fee: 'transaction fee, commission amount, fee amount, foreign transaction fee, total fees',
  originalAmount:
    'amount foreign, amount original, original transaction amount, transaction amount foreign, amount in transaction currency, amount in original currency, foreign spend amount, spent in foreign currency, amount original currency',
  originalCurrency:
    'currency foreign, currency original, foreign currency type, original transaction currency, local currency code',
  status: 'cleared, cleared status, posting status, pending, transaction state, entry state, transaction status code',
  purpose: 'category purpose code',
  reference:
    'cheque number, cheque no, check number, check no, check, chq no, chq ref no, ref no cheque no, serial, serial number, transaction no, trans id, bank ref, bank reference number, archive id, archive number, fit id, fitid, document number, document no, doc no, voucher, voucher no, unique id, uuid, journal, statement number, reference no, ref number, sequence no, txn ref, transaction ref, payment id, record number',
  endToEnd: 'end to end identifier, end to end transaction id, e to e reference, endtoend, e e reference',
  type: 'transaction, transaction type description, transaction kind, txn code, tran type, entry type, operation, operation type, transaction type code, spending category, subcategory, sub category, tran code, product, trn type',
  text: 'payment description, transaction narrative, transaction remarks, remarks, remark, particular, original description, simple description, extended description, full description, extended details, statement details, description1, statement description, purpose of transfer, narrative details, description of transaction, transaction info, transaction information, information, unstructured remittance information, remittance information unstructured, remittance information structured, ref description, notes and tags, your reference, reference text, user memo, customer notes, additional text, subject, title, message to payee, details of payment, description 2, payee memo',
  fromAccount:
    'debtor account iban, debtor account bban, from acct, debit account, debit account number, account from, account debit, account payer, payer iban',
  toAccount:
    'creditor account iban, creditor account bban, to acct, credit account, credit account number, account to, account credit, account beneficiary',
  fromName: 'sent by, sender s name, remitter name, ordering party, ordering party name, name payer',
  toName: 'sent to, receiver s name, name beneficiary, name recipient',
  fromBank: 'sender bank name, payer bank name',
  toBank: 'beneficiary bank bic, receiver bank name, recipient bank name',
  ignored:
    'labels, tags, tag, receipt, emoji, address, notes and tags, cashback, cashback amount, available, last modified, spaces, card program',
} as const satisfies HeaderPhrases;
