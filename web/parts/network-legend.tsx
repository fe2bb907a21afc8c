/** The signs that this network has, in words; and what was placed by hand, with a way to let go. */
import { Button } from 'react-aria-components';
import type { NetworkModel } from '../drawings/network-model.ts';
import { signs } from '../drawings/signs.ts';
import { t } from '../messages/translate.ts';
import { Sign } from './sign.tsx';

export function NetworkLegend({
  model,
  placed,
  onRelease,
}: {
  model: NetworkModel;
  placed: number;
  onRelease: () => void;
}) {
  const present = signs.filter((sign) => model.nodes.some((node) => node.sign === sign));
  return (
    <div className="legend">
      <ul>
        {present.map((sign) => (
          <li key={sign}>
            <Sign sign={sign} /> {t(`sign.${sign}`)}
          </li>
        ))}
        <li>{t('network.width')}</li>
      </ul>
      {placed > 0 && (
        <Button className="link" aria-label={t('network.unpin')} onPress={onRelease}>
          {t('network.pinned', { count: placed })} ×
        </Button>
      )}
    </div>
  );
}
