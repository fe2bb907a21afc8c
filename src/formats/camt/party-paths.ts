/**
 * Where camt, pacs and pain name a party, its account and its bank: version 8 of camt puts `Pty`
 * between a role and its name, `BICFI` stands where version 2 has `BIC`.
 */
import type { XmlNode } from '../xml/tree.ts';
import type { PartyField, PartyFields } from './particulars.ts';

/**
 * Where a party, its account and its bank are named. The first version had other names for some.
 * @param tag `Dbtr` or `Cdtr` @param party what stands before the party's elements @param agent before its bank's
 */
export function partyPaths(
  tag: 'Dbtr' | 'Cdtr',
  party: string,
  agent: string,
): readonly (readonly [string, PartyField])[] {
  return [
    ...['', '/Pty'].flatMap((between): (readonly [string, PartyField])[] => [
      [`${party}${tag}${between}/Nm`, 'name'],
      [`${party}${tag}${between}/PstlAdr/Ctry`, 'country'],
      [`${party}${tag}${between}/CtryOfRes`, 'country'],
      [`${party}${tag}${between}/PstlAdr/TwnNm`, 'town'],
      [`${party}Ultmt${tag}${between}/Nm`, 'ultimate'],
    ]),
    [`${party}${tag}Acct/Id/IBAN`, 'account'],
    [`${party}${tag}Acct/Id/Othr/Id`, 'account'],
    [`${party}${tag}Acct/Id/BBAN`, 'account'],
    [`${party}${tag}Acct/Id/PrtryAcct/Id`, 'account'],
    ...bankPaths(`${agent}${tag}Agt`),
    // A bank may itself be the party.
    ...['/Agt', ''].flatMap((between): (readonly [string, PartyField])[] => [
      [`${party}${tag}${between}/FinInstnId/Nm`, 'name'],
      [`${party}${tag}${between}/FinInstnId/PstlAdr/Ctry`, 'country'],
      [`${party}${tag}${between}/FinInstnId/ClrSysMmbId/MmbId`, 'member'],
      ...bankPaths(`${party}${tag}${between}`),
    ]),
  ];
}

function bankPaths(bank: string): readonly (readonly [string, PartyField])[] {
  return ['BICFI', 'BIC', 'CmbndId/BIC'].map((code) => [`${bank}/FinInstnId/${code}`, 'bank']);
}

/** Makes what stands below an element fill a party's fields. */
export function bindParty(
  node: XmlNode,
  paths: readonly (readonly [string, PartyField])[],
  target: () => PartyFields,
): void {
  for (const [path, field] of paths) {
    node.at(path).text = (text) => {
      target()[field] ??= text;
    };
  }
}
