/** Docs that can be checked are: errors, commands, endpoints, and every link to a file or a heading. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cliDocs } from '../src/cli/describe.ts';
import { errorCatalogue } from '../src/errors.ts';
import { packageRoot } from '../src/package-root.ts';
import { endpoints } from '../src/server/app.ts';

const read = (path: string): string => readFileSync(join(packageRoot, path), 'utf8');

describe('docs/errors.md', () => {
  const rows = new Map(
    [...read('docs/errors.md').matchAll(/^\| `(CLEW_\w+)` \| (\d+) \| (\d+) \|/gm)].map(
      ([, code = '', status, exit]) => [code, { status: Number(status), exit: Number(exit) }],
    ),
  );
  test('has one row per code, and no other', () => {
    expect([...rows.keys()]).toEqual(Object.keys(errorCatalogue));
  });
  test('has the catalogue’s status and exit code in each', () => {
    for (const [code, { status, exit }] of Object.entries(errorCatalogue))
      expect(rows.get(code), code).toEqual({ status, exit });
  });
});

test('docs/cli.md is what the commands say', async () => {
  await expect(cliDocs()).toMatchFileSnapshot('../docs/cli.md');
});

describe('docs/api.md', () => {
  const told = [...read('docs/api.md').matchAll(/^\| `(GET|POST|DELETE) (\/api\/[^`?]*)/gm)].map(
    ([, method, path]) => `${method} ${path}`,
  );
  test('has one row per endpoint, and no other', () => {
    const known = ['GET /api/openapi.json', ...endpoints.map(({ method, path }) => `${method.toUpperCase()} ${path}`)];
    expect([...told].sort()).toEqual([...known].sort());
  });
});

describe('links', () => {
  const pages = markdownIn('.');
  test.each(pages)('%s', (page) => {
    expect(deadLinks(page, read(page))).toEqual([]);
  });
  test('a dead one is found', () => {
    expect(deadLinks('README.md', '[a](no-such-file.md) and `[b](code.md)` and [c](https://example.org)')).toEqual([
      'no-such-file.md',
    ]);
    expect(deadLinks('docs/errors.md', '# One\n[a](#one) [b](#two)')).toEqual(['#two']);
  });
});

function markdownIn(folder: string): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(join(packageRoot, folder), { withFileTypes: true })) {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && !/^(node_modules|dist|\.git|\.cache|demo-case|fixtures|coverage)$/.test(entry.name))
      found.push(...markdownIn(path));
    else if (entry.isFile() && entry.name.endsWith('.md')) found.push(path);
  }
  return found.sort();
}

/** Links to files and headings that are not there; addresses elsewhere are nobody’s to fetch. */
function deadLinks(page: string, text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  const dead: string[] = [];
  for (const [, target = ''] of prose.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)) {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target)) continue;
    const [file = '', heading] = decodeURIComponent(target).split('#');
    const path = file === '' ? page : relative(packageRoot, join(packageRoot, dirname(page), file));
    if (file !== '' && !existsSync(join(packageRoot, path))) dead.push(target);
    else if (heading !== undefined && path.endsWith('.md') && !headingsOf(file === '' ? text : read(path)).has(heading))
      dead.push(target);
  }
  return dead;
}

/** Anchors as GitHub makes them. */
function headingsOf(text: string): Set<string> {
  const headings = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replace(/ /g, '-'),
  );
  return new Set(headings);
}
