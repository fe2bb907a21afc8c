/** The list of shortcuts, with the switch that turns single keys off (WCAG 2.1.4). */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { t, type MessageKey } from '../messages/translate.ts';
import { hasSingleKeys, setSingleKeys } from '../state/shortcuts.ts';
import { Window } from './window.tsx';

const keys = ['list', 'filter', 'tabs', 'walk', 'enter', 'escape', 'zoom', 'brush', 'mask', 'help'] as const;

export function Help({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const [isOn, setIsOn] = useState(hasSingleKeys());
  return (
    <Window title={t('app.shortcuts')} isOpen={isOpen} onClose={onClose}>
      <dl className="keys">
        {keys.map((key) => (
          <div key={key}>
            <dt>
              {t(`help.${key}`)
                .split(' ')
                .map((one) =>
                  one.length < 7 && !/^(at|a|handle)$/.test(one) ? (
                    <kbd key={one}>{one}</kbd>
                  ) : (
                    <span key={one}> {one} </span>
                  ),
                )}
            </dt>
            <dd>{t(`help.${key}.text` as MessageKey)}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => {
            setSingleKeys(target.checked);
            setIsOn(target.checked);
          }}
        />
        {t('help.single-keys')}
      </label>
      <div className="buttons end">
        <Button className="button primary" autoFocus onPress={onClose}>
          {t('app.close')}
        </Button>
      </div>
    </Window>
  );
}
