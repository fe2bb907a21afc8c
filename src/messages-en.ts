/**
 * English messages. ICU MessageFormat; ids are `<kind>.<name>`. Words follow design section 7. Guards,
 * reasons and measures stand in `messages-en-reasons.ts`.
 */
import { englishFiles } from './messages-en-files.ts';
import { englishPeople } from './messages-en-people.ts';
import { englishReasons } from './messages-en-reasons.ts';

export const english = {
  ...englishFiles,
  ...englishPeople,
  ...englishReasons,
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
  'headline.business-off-hours-activity': 'A day business takes {share} of its money at night',
  'headline.business-without-payroll': 'Turnover of {turnover} in four months with {share} of it for pay',
  'headline.card-distance-conflict':
    'One card used in two towns within minutes, {conflicts, plural, one {once} other {# times}}',
  'headline.cash-to-high-value-assets':
    '{spent} within a month for cars, jewellery, property or gambling after money paid in',
  'headline.coordinator-fan-out':
    '{payees, plural, one {One person is} other {# people are}} paid again and again from one personal account beside cash drawn',
  'headline.csae-cover-words': '{share} of small payments abroad say school, lodging, family or treatment',
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
  'headline.exact-cover-deposits':
    'Cash paid in just large enough for what is paid next, {pairs, plural, one {once} other {# times}}',
  'headline.front-revenue-mismatch': 'Cash of {cash} a quarter, {ratio} the costs of the business',
  'headline.funnel-geo-split': 'Cash paid in in {towns, plural, one {# town} other {# towns}} and drawn in another',
  'headline.geo-hop-circuit':
    'Card and cash use in {cities, plural, one {one town} other {# towns}} within a month, on a circuit or together with others',
  'headline.household-worker-no-wage': "A household paid for a worker's placement and travel; no wage follows",
  'headline.join': '{first}; {second}',
  'headline.labour-supply-chain-no-payroll':
    'A young labour supplier turns {share} of {turnover} into cash or payments to one or two people',
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
  'headline.organ-medical-insider-mismatch': 'Medical work with flows that nothing explains',
  'headline.organ-payer-payee-spread':
    'Large private payments in, small payments out to individuals, in {cases, plural, one {one case} other {# cases}}',
  'headline.prepaid-to-crypto-chain':
    'Prepaid purchases or crypto money ({items, plural, one {one} other {#}}), then adverts or travel',
  'headline.processor-concealment': '{share} of the income through payment processors, without the name of a payer',
  'headline.rapid-pass-through': '{share} of {received} left again within two days',
  'headline.recruiter-employer-triangle':
    'A recruiter is paid by an employer and by {workers, plural, one {# of its workers} other {# of its workers}}',
  'headline.recruitment-fee-inflow':
    '{payers, plural, one {One person} other {# people}} paid like fees, typically {fee}',
  'headline.rideshare-night-cluster':
    '{trips, plural, one {One ride} other {# rides}} within a month, {share} of them at night',
  'headline.service-price-fan-in':
    '{payers, plural, one {One person pays} other {# people pay}} the same few prices into one account',
  'headline.shared-beneficiary-unrelated-senders':
    '{senders, plural, one {One sender} other {# senders}} without a link to each other pay one account',
  'headline.shared-contact-cluster':
    '{holders, plural, one {One holder shares} other {# holders share}} contacts, and their money meets in one account',
  'headline.shared-device-cluster':
    'One device logs in to the accounts of {holders, plural, one {one person} other {# people}}',
  'headline.storefront-network':
    '{stores, plural, one {One shop sends} other {# shops send}} most of the surplus to one account',
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
  'lead.account.no-reason': 'In the pattern; nothing speaks for a role.',
  'statement.absent-ordinary-spend':
    'Little personal spending seen in this export in {sources} accounts; {share} leaves in cash or to one person.',
  'statement.ad-micropayments':
    '{items, plural, one {# small payment} other {# small payments}} for adverts within a month, {monthly} in all{labels, plural, =0 {} one {, under # label} other {, under # labels}}.',
  'statement.bonded-debt-instalments':
    '{payers, plural, one {One payer pays} other {# payers pay}} like sums to one party for {months}, {paid} in all and {share} of what the payer takes in: consistent with a debt that does not end.',
  'statement.bulk-provisioning':
    'Over {months} this account paid for homes, beds, vehicles or supplies for several people ({spent} in all) and wages to {wagePayees, plural, =0 {nobody} one {# person} other {# people}}: consistent with a crew that is housed and not paid from here.',
  'statement.business-off-hours-activity':
    'Of {items, plural, one {one cash deposit or card taking} other {# cash deposits and card takings}} within three months, {share} fell into the night.',
  'statement.business-without-payroll':
    'In {windows, plural, one {# window} other {# windows}} of four months the business took {turnover} on average and spent {share} of it on wages, payroll tax and social insurance.',
  'statement.card-distance-conflict':
    '{conflicts, plural, one {Once} other {# times}} the card or account was used in person in two towns within {gap} and more, between which nobody else in these files goes within two hours. It may be a stolen card.',
  'statement.cash-to-high-value-assets':
    '{purchases, plural, one {One purchase} other {# purchases}} of cars, jewellery, property or gambling, {spent} within a month and {ratio} a year’s income, after cash or private transfers of the days before.',
  'statement.coordinator-fan-out':
    '{payees} individuals are paid again and again, {cashShare} is drawn in cash, {payers} people pay in.',
  'statement.csae-cover-words':
    '{items, plural, one {One small payment} other {# small payments}} to a private person abroad, {share} of them all, say school, lodging, family or treatment. Such words are used for true support as well.',
  'statement.csae-facilitator-cash-out':
    'Small sums from {senders} senders abroad, {cashOutShare} drawn in cash within days.',
  'statement.csae-low-value-repeat':
    '{items, plural, one {# small payment} other {# small payments}} to one private person abroad, typically {median}.',
  'statement.csae-purchase-cooccurrence':
    'Beside small payments to a private person abroad, {kinds, plural, one {# kind of purchase was} other {# kinds of purchases were}} made within two months ({purchases, plural, one {# purchase} other {# purchases}}): recording or privacy software, cameras, telephone credit, game credit or travel to the same country.',
  'statement.csae-shared-recipient':
    '{senders, plural, one {# sender} other {# unrelated senders}} paid one private recipient abroad {payments, plural, one {once} other {# times}}, typically {median}.',
  'statement.cyclic-return-flow':
    '{cycles, plural, one {A sum} other {# sums}} came back to where they left from over up to {steps} steps, {returned} in all.',
  'statement.earnings-swept-to-controller':
    '{share} of the income of {sources} accounts goes on to one account, {swept} in {sweeps} payments.',
  'statement.exact-cover-deposits':
    '{pairs, plural, one {Once} other {# times}} within two months cash of almost exactly what the account paid out next was paid in, {received} in all, and next to nothing stayed.',
  'statement.front-revenue-mismatch':
    'In {windows, plural, one {# quarter} other {# quarters}} cash of {cash} on average came in, {share} of all income and {ratio} what went out for suppliers, rent, tax and wages.',
  'statement.funnel-geo-split':
    '{deposits, plural, one {# cash deposit} other {# cash deposits}} in {towns, plural, one {# town} other {# towns}}; {share} of the cash was drawn where nothing was paid in, typically after {delay}.',
  'statement.geo-hop-circuit':
    'Card and cash use in {cities, plural, one {one town} other {# towns}} within a month, none of them a home, on a circuit that comes again or together with {holders, plural, =0 {nobody} one {one other holder} other {# other holders}}.',
  'statement.household-worker-no-wage':
    'An agency was paid {fee}, with papers or a ticket beside it; no regular pay to anybody is seen afterwards.',
  'statement.labour-supply-chain-no-payroll':
    'A young firm took {turnover} within a quarter from {clients, plural, one {one client} other {# clients}}; {share} of it left in cash or to {persons, plural, =0 {nobody in particular} one {one person} other {# people}}, over {layers, plural, one {one firm} other {# firms}}, and next to nothing was pay. For the client this is a question of due diligence.',
  'statement.lodging-multi-city':
    'Within a month {stays, plural, =0 {} one {# stay in {cities, plural, one {# town} other {# towns}}} other {# stays in {cities, plural, one {# town} other {# towns}}}}{landlords, plural, =0 {} one {{stays, plural, =0 {} other {, }}# landlord paid} other {{stays, plural, =0 {} other {, }}# landlords paid}}, {spent} in all.',
  'statement.many-cards-one-atm': '{accounts} accounts drew cash in a row at one machine on {days} days.',
  'statement.many-wages-one-account':
    '{credits, plural, one {# credit} other {# credits}} of wages or benefits that name or match several people arrive on one personal account, from {payers, plural, one {# payer} other {# payers}}.',
  'statement.new-account-captured':
    '{accounts} accounts opened within {openedWithin} were emptied from the start, {share} of their income.',
  'statement.night-window-fan-in':
    '{payers} different people paid small sums at night, on {nights} nights within a month.',
  'statement.organ-broker-hub':
    '{patients} people paid large sums, {received} in all, to an account that pays {medicalPayees} medical payees.',
  'statement.organ-medical-insider-mismatch':
    'In medical work, within half a year: cash and private transfers of {ratio} the declared income, equipment for {share} of the turnover, {payments, plural, =0 {no payment} one {one payment} other {# payments}} with charities without a stated reason.',
  'statement.organ-payer-payee-spread':
    '{cases, plural, one {# case} other {# cases}} in which an individual was paid a small part of what a private payer had paid shortly before ({spread} less).',
  'statement.prepaid-to-crypto-chain':
    '{items, plural, one {One purchase} other {# purchases}} of prepaid value or crypto money within a month, {buys, plural, one {one} other {#}} of crypto money in the chain, then {adverts, plural, =0 {travel or lodging} one {one advert} other {# adverts}} within days; {spent} in all.',
  'statement.processor-concealment':
    '{items, plural, one {One credit} other {# credits}} within two months came through payment institutions, {share} of what came in, nearly all without the name of a payer; {received} in all.',
  'statement.rapid-pass-through':
    'Of {received} in {credits, plural, one {# credit} other {# credits}}, {share} left again within two days.',
  'statement.recruiter-employer-triangle':
    'The employer made {employerPayments, plural, one {# payment} other {# payments}} that follow the number of workers (fit {fit}), and {workers, plural, one {# worker} other {# workers}} paid the same party out of the wage.',
  'statement.recruitment-fee-inflow':
    '{payers, plural, one {# person} other {# people}} paid like fees, typically {fee}; {inWork, plural, =0 {none is} one {# is} other {# are}} seen in work afterwards.',
  'statement.rideshare-night-cluster':
    '{trips, plural, one {One payment} other {# payments}} for rides within a month, {share} of them at night{nights, plural, =0 {} one {, on one night with lodging} other {, on # nights with lodging}}.',
  'statement.service-price-fan-in':
    '{payers} different people paid a few same prices within a month, {modeShare} of the payments at four prices.',
  'statement.shared-beneficiary-unrelated-senders':
    '{senders, plural, one {# sender} other {# senders}} within two months, {overlap} of whom show a link with another one, pay like sums to one personal account.',
  'statement.shared-contact-cluster': '{holders} customers share contacts and {payers} of them pay one account.',
  'statement.shared-device-cluster': 'One device logged in to accounts of {holders} people within three months.',
  'statement.storefront-network':
    '{stores, plural, one {One shop} other {# shops}} for personal services that share {kinds, plural, one {one thing} other {# things}} (landlord, supplier, signatory or contacts) {stores, plural, one {sends} other {send}} {share} and more of what is left after costs to one account, {received} in all.',
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
} as const satisfies Record<string, string>;
