/**
 * Whether a name carries a legal form, the only thing that Clew reads from how a name is made.
 * Nothing is ever inferred of a person from a name (design section 7).
 */
const LEGAL_FORMS =
  /(^|[\s,.])(gmbh|ag|kg|ohg|ug|e\.?\s?u|og|e\.?\s?v|ltd|limited|llp|plc|inc|llc|corp|s\.?r\.?l|s\.?p\.?a|s\.?a|sas|sarl|eurl|s\.?l|bv|b\.v|nv|n\.v|vof|sp\.?\s?z\.?\s?o\.?\s?o|s\.?c|oy|ab|aps|a\/s|d\.?o\.?o|kft|zrt|ooo|oao|pfa|stiftung|verein|foundation|association|finanzamt|gemeinde|municipality|university|universität|ministry|bank|versicherung|insurance|church|caritas|hospital|klinik|clinic|school|schule)(?=$|[\s,.])/i;

export function nameShape(name: string): 'business' | 'unknown' {
  return LEGAL_FORMS.test(name.normalize('NFC')) ? 'business' : 'unknown';
}
