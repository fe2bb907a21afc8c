/** A sign beside text. Its meaning is always also in words, here or in `title`. */
import { isOpenSign, signColour, signPaths, type SignName } from '../drawings/signs.ts';
import { t } from '../messages/translate.ts';

export function Sign({ sign, isNamed = false }: { sign: SignName; isNamed?: boolean }) {
  const { outline, core } = signPaths(sign);
  const colour = `var(${signColour[sign]})`;
  const isOpen = isOpenSign(sign);
  return (
    <svg
      className="sign"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      {...(isNamed ? { role: 'img', 'aria-label': t(`sign.${sign}`) } : { 'aria-hidden': true })}
    >
      <path
        d={outline}
        fill={isOpen ? 'var(--surface)' : colour}
        stroke={isOpen ? colour : 'none'}
        strokeWidth={sign === 'hub' ? 1.2 : 1.5}
        {...(sign === 'hub' ? { strokeDasharray: '2 1.500' } : {})}
      />
      {core !== '' && (
        <path
          d={core}
          fill={sign === 'victim' ? 'none' : colour}
          stroke={sign === 'victim' ? colour : 'none'}
          strokeWidth={1.2}
        />
      )}
    </svg>
  );
}
