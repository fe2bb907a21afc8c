/** ARCHITECTURE.md, enforced: every rule over the real sources, and on made-up ones that break it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../src/package-root.ts';
import {
  againstTheData,
  circles,
  coreInPage,
  importsOf,
  labelReaders,
  libraries,
  machineFacts,
  namelessFiles,
  strayLibraries,
  tooLong,
  truthReaders,
  undisclosed,
  type Sources,
} from './architecture/rules.ts';

function sourcesIn(...folders: string[]): Sources {
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(packageRoot, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /^\.|\.d\.ts$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      found.set(relative(packageRoot, path).split(sep).join('/'), readFileSync(path, 'utf8'));
    }
  }
  return found;
}

const source = sourcesIn('src', 'workers');
const page = sourcesIn('web');
const all = new Map([...source, ...page, ...sourcesIn('test', 'bench')]);
const made = (path: string, text: string, ...more: string[]): Sources => {
  const sources = new Map([[path, text]]);
  for (let at = 0; at < more.length; at += 2) sources.set(more[at] ?? '', more[at + 1] ?? '');
  return sources;
};

describe('the data’s path', () => {
  test('a folder imports only from those before it', () => {
    expect(againstTheData(source)).toEqual([]);
  });
  test('there are no circles', () => {
    expect(circles(all)).toEqual([]);
  });
  test('libraries come in through their listed files', () => {
    expect(strayLibraries(source)).toEqual([]);
  });
  test('every listed library is a dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    expect(Object.keys(libraries).filter((name) => !(name in dependencies) && name !== 'tsx')).toEqual([]);
    expect('tsx' in devDependencies).toBe(true);
  });
  test('the page takes nothing but types from the core', () => {
    expect(coreInPage(page)).toEqual([]);
  });
});

describe('safeguards', () => {
  test('an end becomes a text only through Disclosure', () => {
    expect(undisclosed(source)).toEqual([]);
  });
  test('time and randomness are passed in', () => {
    expect(machineFacts(source)).toEqual([]);
  });
  test('the product never reads the demo’s truth', () => {
    expect(truthReaders(new Map([...source, ...page]))).toEqual([]);
  });
  test('nothing that scores can reach the labels of research data', () => {
    expect(source.has('src/formats/research/labels.ts')).toBe(true);
    expect(labelReaders(new Map([...source, ...page]))).toEqual([]);
  });
});

describe('files', () => {
  test('no file is too long', () => {
    expect(tooLong(all)).toEqual([]);
  });
  test('every file has a name and a header that say what it is', () => {
    expect(namelessFiles(all)).toEqual([]);
  });
});

describe('the rules themselves can fail', () => {
  test('imports are found however they are written', () => {
    const text = `import a from './a.ts';\nimport type { B } from "x";\nimport {\n  c,\n  d,\n} from './c.ts';\nexport { e } from './e.ts';\nimport './f.ts';\nconst g = await import('./g.ts');`;
    expect(importsOf(text)).toEqual(['./a.ts', './c.ts', './e.ts', './f.ts', './g.ts']);
  });
  test('an import of a later folder', () => {
    expect(againstTheData(made('src/ledger/a.ts', "import { b } from '../leads/b.ts';"))).toHaveLength(1);
    expect(againstTheData(made('src/leads/a.ts', "import { b } from '../ledger/b.ts';"))).toEqual([]);
  });
  test('an import from outside src/, and an unknown folder', () => {
    expect(againstTheData(made('src/cli/a.ts', "import { b } from '../../web/b.ts';"))).toHaveLength(1);
    expect(againstTheData(made('src/extras/a.ts', ''))).toHaveLength(1);
  });
  test('a circle of three', () => {
    const three = made('src/a.ts', "import './b.ts';", 'src/b.ts', "import './c.ts';", 'src/c.ts', "import './a.ts';");
    expect(circles(three)).toEqual(['src/a.ts → src/b.ts → src/c.ts → src/a.ts']);
    expect(circles(made('src/a.ts', "import type { B } from './b.ts';", 'src/b.ts', "import './a.ts';"))).toEqual([]);
  });
  test('a library in the wrong folder, and one that nobody listed', () => {
    expect(strayLibraries(made('src/leads/a.ts', "import express from 'express';"))).toHaveLength(1);
    expect(strayLibraries(made('src/leads/a.ts', "import pad from 'left-pad';"))).toHaveLength(1);
  });
  test('names and keys of ends', () => {
    expect(undisclosed(made('src/server/a.ts', 'const text = ledger.ends.key(end);'))).toHaveLength(1);
    expect(undisclosed(made('src/exchange/a.ts', 'ledger.ends.namesByEnd().get(end);'))).toHaveLength(1);
    expect(undisclosed(made('src/cli/a.ts', 'return text as Pseudonym;'))).toHaveLength(1);
    expect(undisclosed(made('src/cli/a.ts', "import { EndTable } from '../formats/end-table.ts';"))).toHaveLength(1);
    expect(undisclosed(made('src/server/a.ts', 'const key = disclosure.key(end);'))).toEqual([]);
  });
  test('a clock and dice', () => {
    expect(machineFacts(made('src/leads/a.ts', 'const now = Date.now();'))).toHaveLength(1);
    expect(machineFacts(made('src/leads/a.ts', 'return Math.random();'))).toHaveLength(1);
    expect(machineFacts(made('src/leads/a.ts', '// never Math.random()'))).toEqual([]);
  });
  test('the demo’s truth', () => {
    expect(truthReaders(made('src/leads/a.ts', "read('datasets/demo-truth/truth.json');"))).toHaveLength(1);
  });
  test('labels of research data', () => {
    expect(labelReaders(made('src/leads/a.ts', "import { x } from '../formats/research/labels.ts';"))).toHaveLength(1);
    expect(labelReaders(made('src/formats/paysim.ts', 'const of = readLabels;'))).toHaveLength(1);
    expect(labelReaders(made('bench/a.ts', "import { readLabels } from '../src/formats/research/labels.ts';"))).toEqual(
      [],
    );
  });
  test('a long file without a reason, and one that no reason excuses', () => {
    expect(tooLong(made('src/a.ts', '/** Reads. */\n' + 'x;\n'.repeat(320)))).toHaveLength(1);
    expect(tooLong(made('src/a.ts', '/** Reads. Long, because it is a table. */\n' + 'x;\n'.repeat(320)))).toEqual([]);
    expect(tooLong(made('src/a.ts', '/** Long. */\n' + 'x;\n'.repeat(520)))).toHaveLength(1);
  });
  test('names that say nothing', () => {
    expect(namelessFiles(made('src/utils.ts', '/** X. */'))).toHaveLength(1);
    expect(namelessFiles(made('src/someThing.ts', '/** X. */'))).toHaveLength(1);
    expect(namelessFiles(made('src/thing.ts', 'x;'))).toHaveLength(1);
  });
  test('code of the core in the page', () => {
    expect(coreInPage(made('web/a.ts', "import { say } from '../src/messages.ts';"))).toHaveLength(1);
    expect(coreInPage(made('web/a.ts', "import type { Job } from '../src/server/api.ts';"))).toEqual([]);
  });
});
