/** The first tag of an XML document, behind its declaration, instructions and comments. */
const LONGEST_TAG = 8192;

/** @returns the tag from `<` on, cut after 8,192 letters; empty where there is none */
export function documentRoot(text: string): string {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    const end = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : '';
    if (end === '') break;
    const found = text.indexOf(end, at + 2);
    if (found < 0) return '';
    at = found + end.length;
  }
  if (text[at] !== '<') return '';
  const close = text.indexOf('>', at);
  return text.slice(at, Math.min(at + LONGEST_TAG, close < 0 ? text.length : close + 1));
}
