/**
 * English messages. ICU MessageFormat; ids are `<kind>.<name>`. Words follow design section 7.
 * Over 300 lines because a language is one table, which translators read side by side.
 */
export const english = {
  'form.child-sexual-exploitation': 'Child sexual exploitation',
  'form.child-trafficking': 'Child trafficking',
  'form.debt-bondage': 'Debt bondage',
  'form.domestic-servitude': 'Domestic servitude',
  'form.forced-criminality': 'Forced criminality',
  'form.labour-exploitation': 'Labour exploitation',
  'form.laundering-pattern': 'Laundering pattern, exploitation not shown',
  'form.organ-removal': 'Organ removal',
  'form.sexual-exploitation': 'Sexual exploitation',
  'role.conduit': 'account money passes through, role not determined',
  'role.front-business': 'business used as a front (possible)',
  'role.possible-collector': 'possible collector',
  'role.possible-controller': 'possible controller',
  'role.possible-facilitator': 'possible facilitator',
  'role.possible-organiser': 'possible organiser',
  'role.possible-purchaser': 'possible purchaser',
  'role.possible-victim': 'possible victim',
  'role.undetermined': 'role not determined',
  'headline.absent-ordinary-spend':
    'Little personal spending in {sources, plural, one {one account} other {# accounts}}',
  'headline.ad-micropayments':
    '{items, plural, one {One small payment} other {# small payments}} for adverts within a month',
  'headline.bonded-debt-instalments':
    '{payers, plural, one {One payer pays} other {# payers pay}} a debt month after month, {share} of what comes in',
  'headline.bulk-provisioning':
    'Rents to {rents, plural, one {# payee} other {# payees}} at once or beds with vehicles or supplies for {months}, wages to {wagePayees, plural, =0 {nobody} one {# person} other {# people}}',
  'headline.business-without-payroll': 'Turnover of {turnover} in four months with {share} of it for pay',
  'headline.coordinator-fan-out':
    '{payees, plural, one {One person is} other {# people are}} paid again and again from one personal account beside cash drawn',
  'headline.csae-facilitator-cash-out':
    'Small sums from {senders, plural, one {one sender} other {# senders}} abroad are drawn in cash',
  'headline.csae-low-value-repeat':
    '{items, plural, one {One small payment} other {# small payments}} to one private person abroad',
  'headline.csae-purchase-cooccurrence':
    'Purchases of recording equipment, top-ups or travel beside small payments abroad',
  'headline.csae-shared-recipient':
    '{senders, plural, one {One sender pays} other {# unrelated senders pay}} one private recipient abroad',
  'headline.cyclic-return-flow': '{cycles, plural, one {A sum} other {# sums}} went round and came back',
  'headline.earnings-swept-to-controller':
    '{sources, plural, one {One person sends {share} of the income} other {# people send {share} of their income}} on to one account',
  'headline.front-revenue-mismatch': 'Cash of {cash} a quarter, {ratio} the costs of the business',
  'headline.funnel-geo-split': 'Cash paid in in {towns, plural, one {# town} other {# towns}} and drawn in another',
  'headline.household-worker-no-wage': "A household paid for a worker's placement and travel; no wage follows",
  'headline.join': '{first}; {second}',
  'headline.lodging-multi-city': 'Short stays in many towns or several rents, paid by one account',
  'headline.many-cards-one-atm':
    '{accounts, plural, one {One account draws} other {# accounts draw}} cash in a row at one machine',
  'headline.many-wages-one-account': 'Wages or benefits of several people on one personal account',
  'headline.new-account-captured':
    '{accounts, plural, one {One new account} other {# new accounts}} emptied from the start',
  'headline.night-window-fan-in':
    '{payers, plural, one {One person pays} other {# people pay}} small sums into one account at night',
  'headline.organ-broker-hub':
    '{patients, plural, one {One person pays} other {# people pay}} large sums to an account that pays clinics',
  'headline.organ-payer-payee-spread':
    'Large private payments in, small payments out to individuals, in {cases, plural, one {one case} other {# cases}}',
  'headline.rapid-pass-through': '{share} of {received} left again within two days',
  'headline.recruiter-employer-triangle':
    'A recruiter is paid by an employer and by {workers, plural, one {# of its workers} other {# of its workers}}',
  'headline.recruitment-fee-inflow':
    '{payers, plural, one {One person} other {# people}} paid like fees, typically {fee}',
  'headline.service-price-fan-in':
    '{payers, plural, one {One person pays} other {# people pay}} the same few prices into one account',
  'headline.shared-beneficiary-unrelated-senders':
    '{senders, plural, one {One sender} other {# senders}} without a link to each other pay one account',
  'headline.shared-contact-cluster':
    '{holders, plural, one {One holder shares} other {# holders share}} contacts, and their money meets in one account',
  'headline.structuring-below-threshold':
    '{items, plural, one {One sum} other {# sums}} just below the reporting limit within days',
  'headline.third-party-atm-cash-in':
    'Cash paid into one account at {locations, plural, one {one place} other {# places}}, by others it seems',
  'headline.third-party-control-cluster':
    'One proxy for the accounts of {holders, plural, one {one person} other {# people}}',
  'headline.travel-and-visa-one-payer':
    'One payer buys {tickets, plural, one {one ticket} other {# tickets}} within a month',
  'headline.upkeep-basket': 'One account pays upkeep for more than one person',
  'headline.wage-below-floor':
    '{workers, plural, one {One worker gets} other {# workers get}} a typical {ratio} the minimum wage',
  'headline.wage-kickback':
    '{workers, plural, one {One worker returns} other {# workers return}} {share} of the wage to the payer or a party linked with it',
  'headline.wage-payer-recoups-rent':
    '{workers, plural, one {One worker pays} other {# workers pay}} {share} of the wage back as rent, transport or fees',
  'headline.wage-same-day-cash-out': 'Each wage drawn in cash at once, {share} of it',
  'headline.wage-star-sweep':
    '{workers, plural, one {One worker sends} other {# workers send}} {share} of each wage on to one account',
  'headline.worker-account-pays-business':
    "{workers, plural, one {A worker's account pays} other {# workers' accounts pay}} the wage payer's suppliers or bills",
  'statement.absent-ordinary-spend':
    'Little personal spending seen in this export in {sources} accounts; {share} leaves in cash or to one person.',
  'statement.ad-micropayments':
    '{items, plural, one {# small payment} other {# small payments}} for adverts within a month, {monthly} in all{labels, plural, =0 {} one {, under # label} other {, under # labels}}.',
  'statement.bonded-debt-instalments':
    '{payers, plural, one {One payer pays} other {# payers pay}} like sums to one party for {months}, {paid} in all and {share} of what the payer takes in: consistent with a debt that does not end.',
  'statement.bulk-provisioning':
    'Over {months} this account paid for homes, beds, vehicles or supplies for several people ({spent} in all) and wages to {wagePayees, plural, =0 {nobody} one {# person} other {# people}}: consistent with a crew that is housed and not paid from here.',
  'statement.business-without-payroll':
    'In {windows, plural, one {# window} other {# windows}} of four months the business took {turnover} on average and spent {share} of it on wages, payroll tax and social insurance.',
  'statement.coordinator-fan-out':
    '{payees} individuals are paid again and again, {cashShare} is drawn in cash, {payers} people pay in.',
  'statement.csae-facilitator-cash-out':
    'Small sums from {senders} senders abroad, {cashOutShare} drawn in cash within days.',
  'statement.csae-low-value-repeat':
    '{items} small payments to one private person abroad within the window, {median} each in the middle.',
  'statement.csae-purchase-cooccurrence':
    'Beside small payments to a private person abroad, {kinds, plural, one {# kind of purchase was} other {# kinds of purchases were}} made within two months ({purchases, plural, one {# purchase} other {# purchases}}): recording or privacy software, cameras, telephone credit, game credit or travel to the same country.',
  'statement.csae-shared-recipient':
    '{senders} unrelated senders paid one private recipient abroad {payments} times, {median} each in the middle.',
  'statement.cyclic-return-flow':
    '{cycles, plural, one {A sum} other {# sums}} came back to where they left from over up to {steps} steps, {returned} in all.',
  'statement.earnings-swept-to-controller':
    '{share} of the income of {sources} accounts goes on to one account, {swept} in {sweeps} payments.',
  'statement.front-revenue-mismatch':
    'In {windows, plural, one {# quarter} other {# quarters}} cash of {cash} on average came in, {share} of all income and {ratio} what went out for suppliers, rent, tax and wages.',
  'statement.funnel-geo-split':
    '{deposits, plural, one {# cash deposit} other {# cash deposits}} in {towns, plural, one {# town} other {# towns}}; {share} of the cash was drawn where nothing was paid in, typically after {delay}.',
  'statement.household-worker-no-wage':
    'An agency was paid {fee}, with papers or a ticket beside it; no regular pay to anybody is seen afterwards.',
  'statement.lodging-multi-city':
    '{stays, plural, =0 {No stays} one {# stay} other {# stays}} in {cities, plural, =0 {no town} one {# town} other {# towns}} within a month and {landlords, plural, =0 {no landlords} one {# landlord} other {# landlords}} paid, {spent} in all.',
  'statement.many-cards-one-atm': '{accounts} accounts drew cash in a row at one machine on {days} days.',
  'statement.many-wages-one-account':
    '{credits, plural, one {# credit} other {# credits}} of wages or benefits that name or match several people arrive on one personal account, from {payers, plural, one {# payer} other {# payers}}.',
  'statement.new-account-captured':
    '{accounts} accounts opened within {openedWithin} were emptied from the start, {share} of their income.',
  'statement.night-window-fan-in':
    '{payers} different people paid small sums at night, on {nights} nights within a month.',
  'statement.organ-broker-hub':
    '{patients} people paid large sums, {received} in all, to an account that pays {medicalPayees} medical payees.',
  'statement.organ-payer-payee-spread':
    '{cases} cases in which a small payee received one part in {spread} of a large private payment.',
  'statement.rapid-pass-through':
    'Of {received} in {credits, plural, one {# credit} other {# credits}}, {share} left again within two days.',
  'statement.recruiter-employer-triangle':
    'The employer made {employerPayments, plural, one {# payment} other {# payments}} that follow the number of workers (fit {fit}), and {workers, plural, one {# worker} other {# workers}} paid the same party out of the wage.',
  'statement.recruitment-fee-inflow':
    '{payers, plural, one {# person} other {# people}} paid like fees, typically {fee}; {inWork, plural, =0 {none is} one {# is} other {# are}} seen in work afterwards.',
  'statement.service-price-fan-in':
    '{payers} different people paid a few same prices within a month, {modeShare} of the payments at four prices.',
  'statement.shared-beneficiary-unrelated-senders':
    '{senders, plural, one {# sender} other {# senders}} within two months, {overlap} of whom show a link with another one, pay like sums to one personal account.',
  'statement.shared-contact-cluster': '{holders} customers share contacts and {payers} of them pay one account.',
  'statement.structuring-below-threshold':
    '{items, plural, one {# item} other {# items}} within ten days just below the reporting limit{places, plural, =0 {} one {} other {, at # places within a day}}.',
  'statement.third-party-atm-cash-in':
    '{items} cash deposits at {locations} places in {towns} towns within a month, {received} in all.',
  'statement.third-party-control-cluster': 'One proxy is registered for accounts of {holders} people.',
  'statement.travel-and-visa-one-payer':
    '{tickets} tickets and {visaFees} visa or document fees within a month, {spent} in all.',
  'statement.upkeep-basket':
    '{kinds} kinds of upkeep in {purchases} purchases, on {multipleDays} days for more than one person.',
  'statement.wage-below-floor':
    '{workers, plural, one {# worker} other {# workers}} ({share} of those tested) get a typical {pay} a month, {ratio} the full-time minimum wage. Hours are not known.',
  'statement.wage-kickback':
    '{workers, plural, one {# worker returns} other {# workers return}} {share} of the wage within a week, in {periods, plural, one {# pay period} other {# pay periods}} or more.',
  'statement.wage-payer-recoups-rent':
    '{workers, plural, one {# worker pays} other {# workers pay}} {share} of the wage back as rent, transport, fees or debt, in {periods, plural, one {# pay period} other {# pay periods}} or more.',
  'statement.wage-same-day-cash-out':
    'In {periods, plural, one {# pay period} other {# pay periods}} {share} of the wage was drawn in cash within a day; {coWorkers, plural, =0 {no co-worker does} one {# co-worker does} other {# co-workers do}} the same.',
  'statement.wage-star-sweep':
    '{workers, plural, one {# worker} other {# workers}} of one employer sent {share} of each wage on to one account within days, in {periods, plural, one {# pay period} other {# pay periods}} or more ({payments, plural, one {# payment} other {# payments}}).',
  'statement.worker-account-pays-business':
    "{workers, plural, one {# worker's account} other {# workers' accounts}} made {payments, plural, one {# payment} other {# payments}} to {payees, plural, one {# payee} other {# payees}} that the wage payer would be expected to pay.",
  'measure.cash': 'cash in a window',
  'measure.claimants': 'claimants',
  'measure.coWorkers': 'co-workers who do the same',
  'measure.credits': 'credits',
  'measure.cycles': 'ways round',
  'measure.delay': 'delay',
  'measure.deposits': 'cash deposits',
  'measure.droppedFromFirstPay': 'workers whose pay dropped after the first month',
  'measure.employerPayments': 'payments of the employer',
  'measure.fee': 'typical fee',
  'measure.fit': 'fit to the number of workers',
  'measure.groceries': 'groceries after against before',
  'measure.inWork': 'payers seen in work afterwards',
  'measure.items': 'items',
  'measure.kinds': 'Kinds of purchases',
  'measure.limit': 'reporting limit',
  'measure.months': 'Months',
  'measure.overlap': 'senders with a link to another',
  'measure.paid': 'paid in all',
  'measure.pay': 'typical pay a month',
  'measure.payees': 'payees',
  'measure.payers': 'Payers',
  'measure.payments': 'payments',
  'measure.payrollShare': 'Share for wages, wage tax and insurance',
  'measure.periods': 'pay periods',
  'measure.places': 'places within a day',
  'measure.purchases': 'Purchases',
  'measure.ratio': 'ratio',
  'measure.received': 'received',
  'measure.regions': "home regions other than the payee's",
  'measure.rents': 'Payees of rent at once',
  'measure.returned': 'came back',
  'measure.senders': 'Senders abroad',
  'measure.share': 'share',
  'measure.spent': 'Spent',
  'measure.steps': 'steps',
  'measure.towns': 'towns',
  'measure.turnover': 'turnover in a window',
  'measure.variation': 'variation of the sums',
  'measure.wagePayees': 'People paid wages',
  'measure.windows': 'windows',
  'measure.workers': 'workers',
  'guard.absent-ordinary-spend.cash-user': 'Many small withdrawals: somebody who pays in cash',
  'guard.absent-ordinary-spend.main-account-elsewhere': 'A second account that feeds one other',
  'guard.ad-micropayments.business-advertiser': 'The holder is a business that advertises',
  'guard.ad-micropayments.independent-advertiser': 'One label, own spending and earnings kept: independent work',
  'guard.alone': 'One person alone draws the wage in cash; co-workers do not.',
  'guard.also-above-limit': 'Sums above the reporting limit are paid in as well.',
  'guard.business-advertiser': 'The holder is a business that advertises',
  'guard.business-holder': 'The holder is a business',
  'guard.business-traveller': 'The holder is a business',
  'guard.business-with-branches': 'A business account, which may have several sites.',
  'guard.busy-machine': 'A busy machine: many strangers in the same minutes',
  'guard.carer': 'Holders live from their accounts and the proxy takes little',
  'guard.cash-user': 'Many small withdrawals: somebody who pays in cash',
  'guard.charity-or-licensed': 'A charity, lodging house or payment institution with a licence.',
  'guard.charity-or-shelter': 'A charity with a licence; refuges at protected addresses are never searched.',
  'guard.circle-of-friends': 'The payers pay each other as well',
  'guard.coordinator-fan-out.one-event': 'All within one event',
  'guard.coordinator-fan-out.payers-are-a-circle': 'The payers know each other',
  'guard.coordinator-fan-out.support-both-ways': 'Payees pay back: shared costs',
  'guard.costs-at-another-account':
    'A large part goes to another account of the same customer, which may pay the costs.',
  'guard.costs-repaid-by-business':
    'One business paid about as much as the provisions cost: touring, filming or work travel.',
  'guard.csae-facilitator-cash-out.few-steady-senders': 'Two senders make up nearly all',
  'guard.csae-facilitator-cash-out.guest-house': 'A lodging licence is registered',
  'guard.csae-facilitator-cash-out.invoices': 'The payments name invoices',
  'guard.csae-facilitator-cash-out.platform-payouts': 'Mostly paid by businesses or platforms',
  'guard.csae-low-value-repeat.established-corridor': 'The sender paid to that country before',
  'guard.csae-low-value-repeat.income-at-home': 'Most income comes from the recipient’s own country',
  'guard.csae-low-value-repeat.invoices': 'The payments name invoices',
  'guard.csae-low-value-repeat.one-sender': 'A single sender: a personal relation is possible',
  'guard.csae-low-value-repeat.price-list': 'Two fixed sums, as for lessons',
  'guard.csae-low-value-repeat.regular-support': 'One amount at even distances: a standing support',
  'guard.csae-low-value-repeat.support-both-ways': 'Money comes back',
  'guard.csae-shared-recipient.income-at-home': 'Most income comes from the recipient’s own country',
  'guard.csae-shared-recipient.invoices': 'The payments name invoices',
  'guard.csae-shared-recipient.popular-recipient': 'Very many senders: a seller or a collection',
  'guard.csae-shared-recipient.price-list': 'Two fixed prices: a seller or teacher',
  'guard.csae-shared-recipient.regular-support': 'Standing support by most senders',
  'guard.csae-shared-recipient.support-both-ways': 'Money comes back',
  'guard.donations-or-invoices': 'Half of the payments or more say donation or invoice.',
  'guard.earnings-swept-to-controller.licensed-recipient':
    'The recipient is a licensed lender, charity or payment institution',
  'guard.earnings-swept-to-controller.shared-finances': 'Shared finances possible: money both ways and own spending',
  'guard.earnings-swept-to-controller.single-source': 'A single source: unresolved, ask',
  'guard.employer-housing': 'Employees of one business who keep their wages',
  'guard.established-corridor': 'The sender paid to that country before',
  'guard.fair-tied-housing': 'What is called rent stays below three tenths of the wage and does not change.',
  'guard.falling-amounts': 'One debtor, and the sums fall.',
  'guard.falling-and-ended': 'The returns fall and have ended while wages go on.',
  'guard.few-steady-senders': 'Two senders make up nearly all',
  'guard.group-treasury':
    'All accounts of the circle belong together in the register (one customer, address, phone, mail or signatory): open group ownership.',
  'guard.guest-house': 'A lodging licence is registered',
  'guard.has-ended': 'The instalments have ended while income goes on.',
  'guard.holder-was-there': 'The holder’s own card was in the same towns',
  'guard.household-bills': 'Most of it goes out by direct debit, as household bills do.',
  'guard.income-at-home': 'Most income comes from the recipient’s own country',
  'guard.independent-advertiser': 'One label, own spending and earnings kept: independent work',
  'guard.institution-address': 'An institution’s or landlord’s address',
  'guard.insurer-or-fund': 'A charity, or mostly donations or insurance',
  'guard.invoices': 'A good part of the credits say invoice.',
  'guard.keeps-earnings': 'The holder keeps the earnings',
  'guard.landlord': 'The payments say rent.',
  'guard.lets-homes': 'Gets as much rent as it pays, or has a lodging licence.',
  'guard.licensed-agency': 'A recruiter on the licence register.',
  'guard.licensed-agent': 'A payment institution, payroll bureau or charity with a licence.',
  'guard.licensed-lender': 'A lender on the licence register.',
  'guard.licensed-medical-travel': 'A licence for medical travel or a clinic is registered',
  'guard.licensed-organisation': 'A charity or payment institution with a licence.',
  'guard.licensed-recipient': 'The recipient is a licensed lender, charity or payment institution',
  'guard.licensed-recruiter': 'A recruiter on the licence register.',
  'guard.links-not-seen': "Most senders' statements are not held, so links between them cannot be seen.",
  'guard.loan-was-paid-out': 'The payee paid out about as much over this account before: a loan is repaid.',
  'guard.lodging-multi-city.business-traveller': 'The holder is a business',
  'guard.lodging-multi-city.reimbursed-by-business': 'One business pays for the stays',
  'guard.lodging-multi-city.touring-together': 'Several people share costs both ways',
  'guard.lodging-multi-city.without-a-home': 'Somebody without a home or in flight from abuse',
  'guard.long-standing-places': 'The same places for more than a year.',
  'guard.main-account-elsewhere': 'A second account that feeds one other',
  'guard.many-cards-one-atm.busy-machine': 'A busy machine: many strangers in the same minutes',
  'guard.many-cards-one-atm.small-draws': 'Small parts of the pay are drawn',
  'guard.new-account-captured.one-good-employer': 'Staff of one employer without a common recipient',
  'guard.new-account-captured.settles-in': 'After two months the holders spend for themselves',
  'guard.new-firm': 'The account is less than half a year old.',
  'guard.night-window-fan-in.circle-of-friends': 'The payers pay each other as well',
  'guard.night-window-fan-in.platform-payouts': 'Most comes from platforms or businesses',
  'guard.night-window-fan-in.tips': 'The sums are as small as tips',
  'guard.night-window-fan-in.wage-beside': 'A regular wage arrives beside',
  'guard.no-common-recipient': 'No account takes the money of most holders',
  'guard.no-later-work': 'Too few of the payers are seen in work afterwards.',
  'guard.one-event': 'All within one event',
  'guard.one-good-employer': 'Staff of one employer without a common recipient',
  'guard.one-journey': 'A single journey or month',
  'guard.one-sender': 'A single sender: a personal relation is possible',
  'guard.one-sum-for-all': 'Everybody pays the same sum: dues or shares of a trip',
  'guard.optional-housing': 'The payments say rent, and many of the crew do not pay them.',
  'guard.ordinary-pay': 'The workers are paid well above the minimum wage.',
  'guard.organ-broker-hub.insurer-or-fund': 'A charity, or mostly donations or insurance',
  'guard.organ-broker-hub.licensed-medical-travel': 'A licence for medical travel or a clinic is registered',
  'guard.organ-payer-payee-spread.registered-hospital': 'A registered hospital, clinic or medical-travel agency',
  'guard.organ-payer-payee-spread.stipends-or-wages': 'The small payments are wages, stipends or refunds',
  'guard.organisation-account': 'An organisation’s account',
  'guard.other-wages': 'Half of the workers or more have another wage payer.',
  'guard.owner-only': 'The register says one person or none works there.',
  'guard.owner-operated': 'The register says one person or none works there.',
  'guard.paid-back-by-travellers': 'Travellers pay their share',
  'guard.paid-from-elsewhere': 'A large part goes to another account of the same customer, which may pay the wages.',
  'guard.part-time': 'Part time, apprenticeship or sick leave: hours are not in bank data.',
  'guard.payers-are-a-circle': 'The payers know each other',
  'guard.payroll-or-guardian': 'A payroll bureau, charity or payment institution with a licence.',
  'guard.payroll-present':
    'Wages go to as many people, or wages, wage tax and insurance are more than a twentieth of what leaves.',
  'guard.payroll-provider': 'A payroll bureau or staffing agency is paid.',
  'guard.pays-tax': 'Pays tax or social insurance',
  'guard.peers-alike': "A quarter of the sector's other businesses in these files look the same.",
  'guard.platform-payouts': 'A good part of the credits are payouts by businesses.',
  'guard.pocket-money': 'One person gets small sums about monthly, as an au pair does.',
  'guard.popular-recipient': 'Very many senders: a seller or a collection',
  'guard.price-list': 'Two fixed sums, as for lessons',
  'guard.professional-proxy': 'The proxy is a business or licensed',
  'guard.published-prices': 'Two exact sums make up nearly everything, as in a price list.',
  'guard.refunded': 'Tickets were refunded',
  'guard.registered-business': 'A registered trade',
  'guard.registered-hospital': 'A registered hospital, clinic or medical-travel agency',
  'guard.registered-trade': 'The account pays tax or social insurance: a declared trade.',
  'guard.regular-support': 'One amount at even distances: a standing support',
  'guard.regular-takings': 'Takings banked on fixed weekdays',
  'guard.reimbursed': 'The employer paid most of it back within a month.',
  'guard.reimbursed-by-business': 'One business pays it back',
  'guard.residents-pay-rent':
    'Several residents pay rent that covers half of the rents or more, as in student housing; workers who are charged rent would look the same.',
  'guard.return-tickets': 'Return tickets',
  'guard.rotating-club': 'Like sums and a payee who rotates: a savings club.',
  'guard.savings-club': 'The payee rotates: a savings club.',
  'guard.school-or-service': 'A business whose payers mostly write invoice: a school or service.',
  'guard.service-price-fan-in.invoices': 'The payments name invoices',
  'guard.service-price-fan-in.keeps-earnings': 'The holder keeps the earnings',
  'guard.service-price-fan-in.one-sum-for-all': 'Everybody pays the same sum: dues or shares of a trip',
  'guard.service-price-fan-in.pays-tax': 'Pays tax or social insurance',
  'guard.service-price-fan-in.registered-business': 'A registered trade',
  'guard.service-price-fan-in.weekday-daytime': 'Paid in office hours',
  'guard.settles-in': 'After two months the holders spend for themselves',
  'guard.several-jobs':
    'One sum of each payer, together no more than two full-time wages: one person with several jobs.',
  'guard.shared-contact-cluster.employer-housing': 'Employees of one business who keep their wages',
  'guard.shared-contact-cluster.institution-address': 'An institution’s or landlord’s address',
  'guard.shared-contact-cluster.no-common-recipient': 'No account takes the money of most holders',
  'guard.shared-contact-cluster.shared-rent': 'A flatmate collects the shares of a joint rent',
  'guard.shared-finances': 'Money flows both ways: shared finances possible.',
  'guard.shared-housing': 'Fixed sums that say rent, to a landlord or somebody who pays rent onward.',
  'guard.shared-rent': 'A flatmate collects the shares of a joint rent',
  'guard.side-business': 'The worker has customers of their own who pay invoices.',
  'guard.single-source': 'A single source: unresolved, ask',
  'guard.single-trip':
    'All use in the recipient’s country lies within one trip with lodging, and without it too few kinds of purchases are left.',
  'guard.small-draws': 'Small parts of the pay are drawn',
  'guard.spent-on-care': "Half or more goes out against invoices, as a guardian's payments for care do.",
  'guard.staff-loan': 'The employer paid out about as much before: a staff loan or advance.',
  'guard.staff-purchase': 'Half of the returns or more are for invoices.',
  'guard.standing-payments': 'Half of the senders or more pay one and the same sum every month.',
  'guard.stipends-or-wages': 'The small payments are wages, stipends or refunds',
  'guard.support-both-ways': 'Payees pay back: shared costs',
  'guard.third-party-atm-cash-in.holder-was-there': 'The holder’s own card was in the same towns',
  'guard.third-party-atm-cash-in.organisation-account': 'An organisation’s account',
  'guard.third-party-atm-cash-in.regular-takings': 'Takings banked on fixed weekdays',
  'guard.third-party-control-cluster.carer': 'Holders live from their accounts and the proxy takes little',
  'guard.third-party-control-cluster.professional-proxy': 'The proxy is a business or licensed',
  'guard.tips': 'The sums are as small as tips',
  'guard.touring-together': 'Several people share costs both ways',
  'guard.travel-and-visa-one-payer.paid-back-by-travellers': 'Travellers pay their share',
  'guard.travel-and-visa-one-payer.refunded': 'Tickets were refunded',
  'guard.travel-and-visa-one-payer.return-tickets': 'Return tickets',
  'guard.travel-and-visa-one-payer.travel-business': 'The holder is a business',
  'guard.travel-business': 'The holder is a business',
  'guard.unlabelled-pay': 'Three or more people are paid regularly by transfers that do not say what they are.',
  'guard.upkeep-basket.business-holder': 'The holder is a business',
  'guard.upkeep-basket.one-journey': 'A single journey or month',
  'guard.upkeep-basket.reimbursed-by-business': 'One business pays it back',
  'guard.usual-takings': "The sums vary as much as the account's other deposits.",
  'guard.wage-beside': 'A regular wage arrives beside',
  'guard.wage-in-cash': 'Cash drawn grew by as much as a wage.',
  'guard.weekday-daytime': 'Paid in office hours',
  'guard.without-a-home': 'Somebody without a home or in flight from abuse',
  'guard.works-in-such-trade': 'A wage comes from a trade that works with or sells such goods.',
  'reason.account-may-be-used-by-others': 'The account may be used by others than its holder.',
  'reason.account-pays-the-employers-suppliers':
    'This account gets wages and made {payments, plural, one {# payment} other {# payments}} to {payees, plural, one {# payee} other {# payees}} whom the wage payer also pays and few others do: consistent with an account used by others.',
  'reason.account-pays-the-households-bills':
    "This account gets a household's only wage, pays no rent and has {payees, plural, one {# standing bill} other {# standing bills}} of a household on it ({payments, plural, one {# payment} other {# payments}}): consistent with an account used by others.",
  'reason.account-run-by-proxy':
    'The same proxy is registered for accounts of {holders} people: possibly an account used by others',
  'reason.account-used-as-a-funnel':
    'Account used as a funnel: {deposits, plural, one {# cash deposit} other {# cash deposits}} in {towns, plural, one {# town} other {# towns}} within a month, {share} of the cash drawn where nothing was paid in.',
  'reason.address-alone-shared': 'Only the address is shared, neither telephone nor mail',
  'reason.advert-site': 'Takes payments for adverts or listings',
  'reason.adverts-under-several-labels': 'Adverts under {labels} different labels, more than one person would need',
  'reason.amounts-rise': 'Amounts grew to {growth} times the first ones',
  'reason.benefit-not-kept-in-account':
    "{share} of the benefit goes on to the account that gets other people's benefits, in {periods, plural, one {# period} other {# periods}}: possibly not kept by the holder.",
  'reason.between-patients-and-clinics':
    'Stands between {patients} people who paid large sums and {payees} medical payees',
  'reason.budgeting-in-cash-is-common': 'Many people draw their pay and budget in cash.',
  'reason.buys-recording-or-travel':
    'Bought {kinds, plural, one {# kind} other {# kinds}} of recording or privacy software, cameras, telephone credit, game credit or travel to the recipient’s country near small payments.',
  'reason.buys-travel-for-several': 'Bought {tickets} tickets and paid {visas} visa or document fees within a month',
  'reason.buys-upkeep-for-several': 'Bought {kinds} kinds of daily upkeep, on {days} days for more than one person',
  'reason.card-used-in-a-row-with-others':
    'Drawn in a row with {accounts} accounts at one machine on {days} days: consistent with a card used by others',
  'reason.cash-in-from-many-places': 'Cash paid in at {locations} places in {towns} towns within a month',
  'reason.cash-income-without-costs':
    'Cash of {cash} a quarter comes in, {ratio} what goes out for suppliers, rent, tax and wages.',
  'reason.collects-wages-of-several-workers':
    '{workers, plural, one {# worker pays} other {# workers pay}} {share} of each wage on to this account within days.',
  'reason.contact-shared': 'Shares a contact with {holders} customers in all',
  'reason.costs-may-be-paid-elsewhere': 'Costs may be paid from another bank that is not in these files.',
  'reason.depositor-may-act-on-orders': "Whoever pays in may act on somebody's orders.",
  'reason.deposits-kept-below-limit':
    '{items, plural, one {# item} other {# items}} within days, each just below {limit}.',
  'reason.draws-more-cash-than-it-books-pay':
    'Cash drawn is {ratio} what is booked as pay, payroll tax and social insurance: consistent with pay outside the books.',
  'reason.earnings-swept': '{share} of what arrives goes on to one recipient',
  'reason.employer-may-not-know': 'Whoever pays here may not know what happens to the money.',
  'reason.export-may-be-partial': 'These files may not show everything: pay may run over another bank.',
  'reason.families-meet-here':
    '{families, plural, other {# families of evidence}} on separate rows run to this account.',
  'reason.further-shared-recipient': '{senders} of the same senders pay this recipient too',
  'reason.holder-is-child': 'The holder is a child by the year of birth',
  'reason.holder-was-there': 'On {share} of the days that can be tested the holder’s card was in the same town',
  'reason.holder-whereabouts-unknown': 'No card use on those days says where the holder was',
  'reason.holders-live-from-accounts': 'Most holders spend from their accounts and the proxy takes little',
  'reason.hours-are-not-known': 'Hours of work are not in bank data; this is a question for a labour inspectorate.',
  'reason.innocent-reading-fits': 'An innocent reading fits the data.',
  'reason.is-paid-a-debt-near-each-pay-day':
    '{payers, plural, one {# person pays} other {# people pay}} this account a like sum near pay day for {months}, typically {share} of the pay, with words of debt, fees or tickets.',
  'reason.is-paid-by-employer-and-by-workers':
    "An employer's payments follow the number of workers (fit {fit}), and {workers, plural, one {# of the workers pays} other {# of the workers pay}} this account too.",
  'reason.is-paid-by-household-after-placement':
    'A household that paid for a placement and pays no wage made {payments, plural, one {# payment} other {# payments}} here afterwards: consistent with a debt for the placement.',
  'reason.is-paid-by-unrelated-senders':
    '{senders, plural, one {# sender} other {# senders}} who show no link with each other pay like sums to this account.',
  'reason.is-paid-far-below-the-floor': 'A typical month of pay is {ratio} the full-time minimum wage.',
  'reason.is-paid-from-several-new-accounts':
    '{accounts, plural, one {# account} other {# accounts}} opened within the same weeks pay on to this one: possible collector.',
  'reason.keeps-most-between-payer-and-payee': 'In {cases} cases took {spread} times what the small payee received',
  'reason.large-payment-to-hub': 'Paid a large sum to this account',
  'reason.lawful-purchase-possible': 'A lawful purchase is possible',
  'reason.licensed': 'A licence for this business is registered',
  'reason.linked-with-payer-and-gets-rent':
    'Linked with the wage payer, or paid by hardly anybody but its crew: {workers, plural, one {# worker pays} other {# workers pay}} rent, transport or fees to it.',
  'reason.linked-with-payer-and-gets-wages-back':
    'Linked with the wage payer, and {workers, plural, one {# worker returns} other {# workers return}} part of the wage to it.',
  'reason.little-own-spending': 'Only {share} of the income is spent on the holder’s own life in this export',
  'reason.little-personal-spending-seen':
    'Little personal spending seen in this export: {categories} kinds, {share} leaves in cash or to one person',
  'reason.lives-on-small-sums-from-collector':
    'Gets {payments, plural, one {# small sum} other {# small sums}} from the account that receives the wages of several people, no wage and little else: possibly one of them.',
  'reason.may-be-family-or-group': 'A large family, a team or a group trip buys like this too',
  'reason.may-be-independent': 'Independent, lawful work is possible',
  'reason.may-be-lawful-treatment': 'Payment for lawful treatment is possible',
  'reason.may-be-unaware': 'May know nothing of what the payment is for',
  'reason.may-be-without-a-home': 'People without a home or in flight from abuse pay for lodging like this',
  'reason.may-live-from-another-account': 'The holder may live from another account',
  'reason.medical-payee-of-hub': 'Took medical payments from this account',
  'reason.money-both-ways': 'Money comes back: {share} of what was sent',
  'reason.money-comes-back-over-others':
    '{cycles, plural, one {A sum that left} other {# sums that left}} came back over other accounts within a month, at most {share} of it kept together.',
  'reason.new-account-emptied': '{share} of the first three months’ income left for one recipient or in cash',
  'reason.new-accounts-empty-to-one': '{accounts} accounts opened together pass their income to this one',
  'reason.no-later-work-seen': 'No later work of the payers is seen in these files.',
  'reason.no-statement': 'No statement of this account is held, so its own use is not known',
  'reason.no-wages-to-as-many':
    'Pays wages to {paid, plural, =0 {nobody} one {# person} other {# people}}; {share} of what leaves is for wages, wage tax and insurance.',
  'reason.other-account-of-the-recruiter': 'Another account of the same customer.',
  'reason.own-spending': 'Spending of the holder’s own: {share}',
  'reason.paid-a-fee-before-work':
    "Paid a fee of {ratio} a month's wage before work began; paying such a fee is nothing to report about the payer.",
  'reason.paid-a-fee-to-recruiter': 'Paid a fee; no later work is seen in these files.',
  'reason.paid-at-night-by-many': '{payers} people paid small sums on {nights} nights within a month',
  'reason.paid-by-coordinator': 'Paid repeatedly from this account; may be a helper or a possible victim',
  'reason.paid-by-holders-with-one-contact': '{payers} holders with shared contacts pay this account',
  'reason.paid-by-unrelated-senders-abroad':
    '{senders} senders without a known link to each other pay from other countries',
  'reason.paid-for-a-placement-but-no-wage-seen':
    'Paid an agency {fee}, papers and a ticket; for {months} afterwards nobody is paid regularly from this account.',
  'reason.paid-often-from-abroad': '{items} small payments from abroad within the window',
  'reason.paid-service-prices': '{payers} people paid a few same prices within a month',
  'reason.passes-a-sum-on-in-a-circle': 'A sum passed through this account in a circle.',
  'reason.passes-on-to-one': '{share} of it goes on to one other account: consistent with an account used by others',
  'reason.passes-on-what-it-receives':
    'Of {credits, plural, one {# credit} other {# credits}}, {share} left again within two days.',
  'reason.payees-pay-back': '{payees} of the payees pay back',
  'reason.payers-buy-recording-or-travel':
    '{payers, plural, one {# payer} other {# payers}} of small sums to this recipient also bought recording, telephone, game or travel goods.',
  'reason.pays-a-debt-from-each-pay':
    'Pays a like sum from each pay, typically {share} of it, for {months}: possible debt that does not end.',
  'reason.pays-agent-but-no-wage':
    'After a placement {payments, plural, one {# payment goes} other {# payments go}} to a private agent over {months}, while no wage is seen.',
  'reason.pays-far-below-the-floor':
    '{workers, plural, one {# worker gets} other {# workers get}} a typical {ratio} the full-time minimum wage from this payer.',
  'reason.pays-for-adverts': 'Pays for adverts {items} times within a month',
  'reason.pays-recruiter-after-pay-day': 'Gets wages from the employer and pays the recruiter soon after.',
  'reason.pays-recruiter-per-head': 'Pays the recruiter in step with the number of workers.',
  'reason.pays-rents-side-by-side':
    'Pays rents to {rents, plural, one {# payee} other {# payees}} side by side for {months}.',
  'reason.pays-several-and-draws-cash': 'Pays {payees} individuals again and again and draws {cashShare} in cash',
  'reason.pays-several-rents': 'Pays rents to {landlords} landlords within a month',
  'reason.pays-small-sums-abroad': '{items} small payments to one private person abroad',
  'reason.pays-workers-whose-wages-are-collected':
    'Pays {workers, plural, one {# worker} other {# workers}} whose wages are collected on one account.',
  'reason.person-at-machine-unknown': 'Who stood at the machine is not known',
  'reason.provides-for-a-crew':
    'Pays for beds for several people and in all {kinds, plural, one {# kind} other {# kinds}} of provisions for {months}.',
  'reason.proxy-of-several': 'Registered as proxy or signatory for accounts of {holders} people',
  'reason.receives-all-of-accounts-without-spending':
    'Gets nearly all that leaves {sources} accounts with little spending of their own',
  'reason.receives-benefits-of-several-claimants':
    'Benefits of {people, plural, one {# person} other {# people}} arrive on this one personal account, from {payers, plural, one {# payer} other {# payers}}.',
  'reason.receives-earnings-of-several': 'Gets most of the income of {sources} accounts',
  'reason.receives-most-of-what-passes-on': 'Receives most of what passes through the account.',
  'reason.receives-wages-of-several-workers':
    'Wages of {people, plural, one {# person} other {# people}} arrive on this one personal account, from {payers, plural, one {# payer} other {# payers}}.',
  'reason.receives-what-was-paid-in': 'Gets most of the cash that was paid in',
  'reason.recipient-buys-recording':
    'Is paid small sums by {senders, plural, one {# sender} other {# senders}} abroad and bought {kinds, plural, one {# kind} other {# kinds}} of cameras, software or telephone credit.',
  'reason.recipient-may-be-relative-or-child': 'Recipients may be relatives, young people or children themselves',
  'reason.regular-support': '{share} of the payments are one amount at even distances, as a standing support would be',
  'reason.returns-part-of-each-wage':
    'Returned {share} of the wage in {periods, plural, one {# pay period} other {# pay periods}}.',
  'reason.rooms-in-two-towns': 'Rooms in two towns on {days} days',
  'reason.sender-role-is-not-known':
    'The sender may owe a debt, buy something lawful or know the payee: the role is not known.',
  'reason.single-source': 'Only one source: a household or support is possible, to be asked',
  'reason.small-payee-of-case': 'Was paid a small part of a large payment in a case with medical and travel costs',
  'reason.small-sums-from-abroad-drawn-in-cash': '{senders} senders abroad, {cashShare} drawn in cash within days',
  'reason.stays-in-many-towns': '{stays} stays in {cities} towns within a month',
  'reason.such-purchases-are-common': 'Many people buy such goods; they only add to a pattern of payments.',
  'reason.takes-fees-from-several-payers':
    '{payers, plural, one {# person} other {# people}} paid like fees, typically {fee}, within half a year.',
  'reason.takes-pay-back-as-rent-or-fees':
    '{workers, plural, one {# worker pays} other {# workers pay}} {share} of the wage back as rent, transport, fees or debt, to the payer or a party tied to it.',
  'reason.takes-what-the-circle-passes-on':
    "{payments, plural, one {# payment} other {# payments}} to this account out of what the circle passes on: possible end of the money's way.",
  'reason.tied-housing-can-be-fair': 'Housing that comes with work can be fair.',
  'reason.travellers-pay-back': '{payers} people paid their share of the tickets',
  'reason.turnover-without-payroll':
    'Turnover of {turnover} in four months, and {share} of it for wages, payroll tax and social insurance.',
  'reason.wage-drawn-in-cash-at-once':
    'Wage not kept in the account: {share} drawn in cash at once in {periods, plural, one {# pay period} other {# pay periods}}.',
  'reason.wage-may-be-paid-elsewhere': 'A wage may be paid in cash or from another bank.',
  'reason.wage-not-kept-in-account':
    'Wage not kept in the account: {share} goes on to one other account in {periods, plural, one {# pay period} other {# pay periods}} or more.',
  'reason.wages-flow-back-to-payer':
    '{workers, plural, one {# worker returns} other {# workers return}} {share} of the wage within a week of pay day.',
  'reason.worker-pays-its-household-bills':
    'Next to no household bills are paid here; {payees, plural, one {# standing bill stands} other {# standing bills stand}} on the account of a worker who pays no rent.',
  'reason.workers-pay-its-suppliers':
    "{workers, plural, one {# worker's account pays} other {# workers' accounts pay}} {payees, plural, one {# payee} other {# payees}} whom this employer pays and few others do.",
  'reason.young-or-new-holder': 'The holder is young or the account was just opened: possibly used by others',
  'lead.account.no-reason': 'In the pattern; nothing speaks for a role.',
} as const satisfies Record<string, string>;
