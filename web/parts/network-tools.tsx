/** Zoom, fit and centre; drawn signs with their names in words. */
import type { RefObject } from 'react';
import { Button, Group } from 'react-aria-components';
import type { NetworkDrawing } from '../drawings/network-canvas.ts';
import { t, type MessageKey } from '../messages/translate.ts';

const icons = {
  'network.zoom-in': 'M8 3.500v9M3.500 8h9',
  'network.zoom-out': 'M3.500 8h9',
  'network.fit': 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  'network.centre':
    'M8 1.500v3M8 11.500v3M1.500 8h3M11.500 8h3M8 5.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600z',
} as const satisfies Partial<Record<MessageKey, string>>;

export function NetworkTools({
  drawing,
  node,
}: {
  drawing: RefObject<NetworkDrawing | undefined>;
  node: string | undefined;
}) {
  const acts: Readonly<Record<keyof typeof icons, () => void>> = {
    'network.zoom-in': () => drawing.current?.zoomBy(1.3),
    'network.zoom-out': () => drawing.current?.zoomBy(1 / 1.3),
    'network.fit': () => drawing.current?.fit(),
    'network.centre': () => drawing.current?.centre(node),
  };
  return (
    <Group className="tools" aria-label={t('network.layout')}>
      {(Object.keys(icons) as (keyof typeof icons)[]).map((key) => (
        <Button key={key} className="tool" aria-label={t(key)} onPress={acts[key]}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d={icons[key]} />
          </svg>
        </Button>
      ))}
    </Group>
  );
}
