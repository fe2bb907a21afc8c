/**
 * Invented services that half a country uses: energy, telephones, offices, lenders, platforms.
 */
/** Names per role, in the order German, Polish, English. */
export const SERVICES: Readonly<Record<string, readonly string[]>> = {
  energy: ['Stadtwerke Lindental', 'Energia Wschód', 'Brightgrid Energy'],
  phone: ['TeleNord Mobil', 'Fonia', 'Vivacell'],
  insurance: ['Schutzwall Versicherung AG', 'Polisa Życie', 'Harbour Mutual'],
  tax: ['Finanzamt', 'Urząd Skarbowy', 'Revenue Office'],
  'social-insurance': ['Sozialversicherung Einzugsstelle', 'Zakład Ubezpieczeń', 'National Insurance Office'],
  pension: ['Rentenkasse', 'Fundusz Emerytalny', 'Pension Service'],
  benefit: ['Jobcenter Kasse', 'Ośrodek Pomocy Społecznej', 'Benefits Office'],
  acquirer: ['KartenKlar Acquiring', 'PayTerm Rozliczenia', 'CardFlow Merchant Services'],
  lender: ['Ratenbank Hellweg', 'Kredyt Plus', 'Clearloan Finance'],
  landlord: ['Wohnbau Genossenschaft', 'Spółdzielnia Mieszkaniowa', 'Riverside Lettings'],
  platform: ['GigPay Platform', 'Freelio Payouts', 'RideBee Payments'],
  school: ['Musikschule Kasse', 'Szkoła Prywatna', 'Oakfield School'],
};
