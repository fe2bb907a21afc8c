/** A format is one file, its test, its fixtures or hand-made rows, and its row in docs/formats.md. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/recognise.ts';
import { packageRoot } from '../../src/package-root.ts';

const docs = readFileSync(join(packageRoot, 'docs/formats.md'), 'utf8');
const documented = [...docs.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map((match) => match[1]);
const tests = readdirSync(join(packageRoot, 'test/formats')).filter((file) => file.endsWith('.test.ts'));

describe('formats', () => {
  it('are each documented, and nothing else is', () => {
    expect([...formats.keys()].sort()).toEqual([...documented].sort());
  });

  it.each([...formats.keys()])('%s has a test and its own file', (id) => {
    const family = id.replace(/^camt\d+$/, 'camt').replace(/^mt\d+$/, 'mt');
    expect(tests.some((file) => file.startsWith(id) || file.startsWith(family))).toBe(true);
    expect(existsSync(join(packageRoot, `src/formats/${id}.ts`))).toBe(true);
  });

  it('know that prose is none of theirs', () => {
    const bytes = Buffer.from('Dear colleague,\n\nplease find the minutes of our meeting.\n'.repeat(30));
    for (const format of formats.values()) {
      const { sureness } = format.recognise({ name: 'letter.txt', bytes, text: bytes.toString() });
      expect(sureness, format.id).toBeLessThanOrEqual(20);
    }
  });
});
