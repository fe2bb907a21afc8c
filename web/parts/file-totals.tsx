/** What a file's rows add up to, one block per currency; currencies are never added together. */
import type { FileReport } from '../contract.ts';
import { t } from '../messages/translate.ts';
import { moneyText } from '../wording/money.ts';

const kinds = ['credits', 'debits', 'moved'] as const;

export function FileTotals({ totals }: { totals: FileReport['totals'] }) {
  return (
    <div className="totals">
      {Object.entries(totals).map(([currency, sums]) => (
        <div key={currency} className="totals-line">
          {kinds.map((kind) => {
            const sum = sums[kind];
            return (
              sum !== undefined && (
                <span key={kind}>
                  <span className="muted">{t(`files.${kind}`)}</span> {moneyText(sum, currency)}
                </span>
              )
            );
          })}
        </div>
      ))}
    </div>
  );
}
