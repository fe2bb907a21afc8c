/** The one line on what can be searched for: `19 of 51 indicators can run on these files, …`. */
import { loadCatalogue } from '../indicators/catalogue.ts';
import { countIndicators } from '../indicators/data-needs.ts';
import { metNeeds } from '../indicators/view.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { say } from '../messages.ts';
import type { FilesReport } from '../server/api.ts';

const catalogue = await loadCatalogue();

export function indicatorCountOf(ledger: Ledger): FilesReport['indicators'] & object {
  const { all, run, more, withSeveral } = countIndicators(catalogue, metNeeds(ledger));
  const parts = [
    say('coverage.indicators', { run, all }),
    ...more.map(({ kind, count }) => say(`coverage.more.${kind}`, { count })),
    ...(withSeveral > 0 ? [say('coverage.more.several', { count: withSeveral })] : []),
  ];
  return {
    all,
    run,
    more: more.map(({ kind, count, lacking }) => ({ kind, count, lacking: [...lacking] })),
    withSeveral,
    text: parts.join(', '),
  };
}
