/** The colours of the style sheet as canvas needs them: resolved, for the theme in force. */
import { signColour, type SignName } from './signs.ts';

export interface Palette {
  readonly paper: string;
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly sign: Readonly<Record<SignName, string>>;
  readonly font: string;
}

/** The colours in force, read from the style sheet. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  // light-dark() is resolved in real properties only, so each variable goes through `color`.
  const probe = document.createElement('span');
  element.append(probe);
  const colour = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const palette = {
    paper: colour('--bg'),
    surface: colour('--surface'),
    ink: colour('--ink'),
    muted: colour('--muted'),
    accent: colour('--accent'),
    sign: Object.fromEntries(Object.entries(signColour).map(([sign, name]) => [sign, colour(name)])) as Record<
      SignName,
      string
    >,
    font: style.fontFamily,
  };
  probe.remove();
  return palette;
}
