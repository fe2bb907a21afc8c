/**
 * goAML, the reports that banks file with a Financial Intelligence Unit (UNODC; XML schema 4.x and
 * 5.x with each FIU's own codes); read by `goaml/reader.ts`. The filer's reasons are sealed: they
 * are never read.
 */
import { STANDARD_CONTACT_KEY } from './contact-hash.ts';
import type { StatementFormat } from './format.ts';
import { readGoaml, recogniseGoaml } from './goaml/reader.ts';

/** The format under a case's own key for hashes of contacts and identities. */
export function goamlFormat(contactKey: string): StatementFormat {
  return {
    id: 'goaml',
    title: 'goAML report to an FIU',
    recognise: recogniseGoaml,
    read(source, member, sink) {
      readGoaml(source, member, sink, contactKey);
    },
  };
}

export default goamlFormat(STANDARD_CONTACT_KEY);
