/**
 * The closed words of Clew: forms of trafficking, roles and evidence families (design section 6,
 * ADR 0004). Nothing outside these lists reaches a finding, a lead or a report.
 */
export const forms = [
  'sexual-exploitation',
  'labour-exploitation',
  'domestic-servitude',
  'debt-bondage',
  'child-sexual-exploitation',
  'child-trafficking',
  'forced-criminality',
  'organ-removal',
  'laundering-pattern',
] as const;
export type Form = (typeof forms)[number];

export const roles = [
  'possible-organiser',
  'possible-controller',
  'possible-collector',
  'front-business',
  'possible-facilitator',
  'conduit',
  'possible-purchaser',
  'possible-victim',
  'undetermined',
] as const;
export type Role = (typeof roles)[number];

/** Roles that make an end an account of interest; a possible victim never is one. */
export const rolesOfInterest: ReadonlySet<Role> = new Set([
  'possible-organiser',
  'possible-controller',
  'possible-collector',
  'front-business',
  'possible-facilitator',
]);

/**
 * What kind of observation a finding is. A trafficking lead needs two families on disjoint rows,
 * one of them in `specificFamilies`.
 */
export const families = [
  'laundering-flow',
  'sex-market',
  'earnings-control',
  'labour-conditions',
  'recruitment',
  'debt',
  'child-exploitation-payments',
  'organ-trade',
  'medical-brokerage',
  'travel-and-lodging',
  'shared-contact',
  'account-control',
  'external-fact',
] as const;
export type Family = (typeof families)[number];

/** A fact from outside adds a family, not the money that is specific to exploitation or control.
 * Sex work is lawful in many states: its market needs a sign of control beside it (`indicators.md` section 0). */
export const specificFamilies: ReadonlySet<Family> = new Set([
  'earnings-control',
  'labour-conditions',
  'recruitment',
  'debt',
  'child-exploitation-payments',
  'organ-trade',
  'shared-contact',
  'account-control',
]);
