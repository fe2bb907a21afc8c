/** Country codes (ISO 3166-1) of two or three letters, as banks write either. */
const THREE_LETTERS: Readonly<Record<string, string>> = {
  AUT: 'AT', BEL: 'BE', BGR: 'BG', BRA: 'BR', CAN: 'CA', CHE: 'CH', CHN: 'CN', CZE: 'CZ', DEU: 'DE', DNK: 'DK', ESP: 'ES', EST: 'EE',
  FIN: 'FI', FRA: 'FR', GBR: 'GB', GRC: 'GR', HRV: 'HR', HUN: 'HU', IND: 'IN', IRL: 'IE', ITA: 'IT', JPN: 'JP', LTU: 'LT', LUX: 'LU',
  LVA: 'LV', MDA: 'MD', NGA: 'NG', NLD: 'NL', NOR: 'NO', PHL: 'PH', POL: 'PL', PRT: 'PT', ROU: 'RO', RUS: 'RU', SRB: 'RS', SVK: 'SK',
  SVN: 'SI', SWE: 'SE', THA: 'TH', TUR: 'TR', UKR: 'UA', USA: 'US', VNM: 'VN', ARE: 'AE',
}; // prettier-ignore

/** Two capitals, or '' for what is no country code. */
export function countryOf(text: string): string {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : (THREE_LETTERS[code] ?? '');
}
