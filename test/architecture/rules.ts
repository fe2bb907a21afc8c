/**
 * The rules of ARCHITECTURE.md as functions over sources, so that `architecture.test.ts` can show
 * on made-up sources that each one is able to fail. A source is its path from the root and its text;
 * what breaks a rule is told in one line.
 */
import { dirname, join, normalize } from 'node:path/posix';

export type Sources = ReadonlyMap<string, string>;

/** Folders of `src/` in the data's path; a file imports from its own folder and those before. */
export const ranks = [
  '',
  'intake',
  'formats',
  'ledger',
  'graph',
  'indicators',
  'leads',
  'cases',
  'exchange',
  'training',
  'server',
  'cli',
] as const;

/** The shapes of what leaves are told in one place, and `exchange/` makes them. */
const rankedElsewhere: Readonly<Record<string, (typeof ranks)[number]>> = {
  'src/server/api.ts': 'exchange',
  'src/server/api-intake.ts': 'exchange',
  'src/server/api-indicators.ts': 'exchange',
};

/** Each third-party library and where it may come in: a file, or a folder with its few files. */
export const libraries: Readonly<Record<string, RegExp>> = {
  'any-ascii': /^src\/formats\/text-words\.ts$/,
  'apache-arrow': /^src\/((cases|exchange)\/[\w-]*arrow[\w-]*|formats\/columnar\/arrow-file)\.ts$/,
  chardet: /^src\/intake\/encoding\.ts$/,
  commander: /^src\/cli\//,
  fzstd: /^src\/formats\/columnar\/decompress\.ts$/,
  express: /^src\/server\//,
  graphology: /^src\/graph\//,
  'graphology-communities-louvain': /^src\/graph\//,
  'graphology-components': /^src\/graph\//,
  'graphology-metrics': /^src\/graph\//,
  'graphology-types': /^src\/graph\//,
  helmet: /^src\/server\/guard\.ts$/,
  ibantools: /^src\/formats\//,
  hyparquet: /^src\/formats\/columnar\//,
  'iconv-lite': /^src\/intake\/encoding\.ts$/,
  'intl-messageformat': /^src\/messages\.ts$/,
  libsql: /^src\/cases\//,
  piscina: /^src\/(formats\/read-members|indicators\/run)\.ts$|^workers\//,
  /** Only where a worker is started from its source. */
  tsx: /^workers\//,
  saxes: /^src\/formats\//,
  yauzl: /^src\/intake\/zip\.ts$/,
  zod: /^src\/(server|exchange)\/|^src\/cli\/describe\.ts$/,
};

/** Where time and randomness may be read; everywhere else they are passed in. */
const clockFiles = new Set(['src/cli/clock.ts']);
/** Compares keys of two end tables and lets no text out. */
const endTextFiles = new Set(['src/exchange/ends-of-segment.ts']);

/** Where the labels of research data are read. */
const LABELS = 'src/formats/research/labels.ts';

const IMPORT = /(?:^|\n)[ \t]*(?:import|export)\b(?:[^'";]*?\bfrom)?\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

/** What a source imports, as written. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

/** The same without what is gone when types are erased. */
function runtimeImportsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)]
    .filter(([statement]) => !/^\s*(import|export) type\b/.test(statement))
    .map((match) => match[1] ?? match[2] ?? '');
}

/** A relative import as a path from the root. */
function resolved(from: string, specifier: string): string {
  return normalize(join(dirname(from), specifier));
}

function rankOf(path: string): number {
  const folder = rankedElsewhere[path] ?? (path.split('/').length === 2 ? '' : (path.split('/')[1] ?? ''));
  return (ranks as readonly string[]).indexOf(folder);
}

/** Imports of a folder that comes later, of a folder that is in no row of the table, or from outside `src/`. */
export function againstTheData(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    if (!path.startsWith('src/')) continue;
    if (rankOf(path) < 0) faults.push(`${path}: its folder is in no row of the table`);
    for (const specifier of importsOf(text)) {
      if (!specifier.startsWith('.')) continue;
      const target = resolved(path, specifier);
      if (!target.startsWith('src/')) faults.push(`${path} imports ${target}, which is outside src/`);
      else if (rankOf(target) > rankOf(path)) faults.push(`${path} imports ${target}, which comes later`);
    }
  }
  return faults;
}

/** Circles of imports that run, each told once from its first file; two contracts may name each other's types. */
export function circles(sources: Sources): string[] {
  const faults: string[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    if (done.has(path)) return;
    const at = trail.indexOf(path);
    if (at >= 0) {
      faults.push([...trail.slice(at), path].join(' → '));
      return;
    }
    trail.push(path);
    for (const specifier of runtimeImportsOf(sources.get(path) ?? '')) {
      const target = resolved(path, specifier);
      if (specifier.startsWith('.') && sources.has(target)) visit(target);
    }
    trail.pop();
    done.add(path);
  };
  for (const path of [...sources.keys()].sort()) visit(path);
  return faults;
}

/** Libraries that are not listed, or that come in elsewhere than through their listed files. */
export function strayLibraries(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    if (!/^(src|workers)\//.test(path)) continue;
    for (const specifier of importsOf(text)) {
      if (specifier.startsWith('.') || specifier.startsWith('node:')) continue;
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
      const where = libraries[name];
      if (!where) faults.push(`${path} imports ${name}, which is not in the list of libraries`);
      else if (!where.test(path)) faults.push(`${path} imports ${name}, which comes in through ${where.source}`);
    }
  }
  return faults;
}

/** Time or randomness of the machine, read where it should be passed in. */
export function machineFacts(sources: Sources): string[] {
  return eachLine(
    sources,
    /^src\//,
    clockFiles,
    /\bMath\.random\(|\bDate\.now\(|\bnew Date\(\s*\)|\brandomBytes\(|\bprocess\.hrtime\b/,
  );
}

/** A way from an end to a text beside `Disclosure`, in the folders that speak to people. */
export function undisclosed(sources: Sources): string[] {
  const faults = eachLine(
    sources,
    /^src\/(server|cli|exchange)\//,
    endTextFiles,
    /\.namesByEnd\(|(?<!\bdisclosure)\.key\(|\bends\.(bank|parts|hash)\(/,
  );
  for (const [path, text] of sources) {
    if (!/^src\/(server|cli|exchange)\//.test(path) || endTextFiles.has(path)) continue;
    if (/import \{[^}]*(?<!type )\b(EndTable|ByteDictionary)\b[^}]*\} from/.test(text))
      faults.push(`${path}: reads an end table itself`);
    if (/\bas (Pseudonym|Revealed|Subject)\b/.test(text)) faults.push(`${path}: makes a disclosed text itself`);
  }
  return faults;
}

/** Only the program that writes the demo knows that its truth is there. */
export function truthReaders(sources: Sources): string[] {
  return eachLine(sources, /^(src|workers|web)\/(?!training\/)/, new Set(), /demo-truth/);
}

/** Labels of research data are for measuring: whatever scores may not come near the file that reads them. */
export function labelReaders(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    if (!/^(src|workers|web)\//.test(path) || path === LABELS) continue;
    for (const specifier of importsOf(text)) {
      if (specifier.startsWith('.') && resolved(path, specifier) === LABELS) faults.push(`${path} imports ${LABELS}`);
    }
    if (/\breadLabels\b/.test(text)) faults.push(`${path} speaks of labels of research data`);
  }
  return faults;
}

/** Files over 300 lines that give no reason in their header, tests aside, and any over 500. */
export function tooLong(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    const lines = text.split('\n').length - 1;
    if (lines > 500) faults.push(`${path}: ${lines} lines`);
    else if (
      lines > 300 &&
      !path.startsWith('test/') &&
      !/\b(long|length|lines|one place|one file|table)\b/i.test(headerOf(text))
    ) {
      faults.push(`${path}: ${lines} lines, and its header gives no reason`);
    }
  }
  return faults;
}

/** Names that say nothing, barrels, and sources without a word on what they are. */
export function namelessFiles(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/(\.test|\.config)?\.tsx?$/, '');
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) faults.push(`${path}: not in kebab case`);
    if (/^(utils?|helpers?|common|misc|shared|index)$/.test(name)) faults.push(`${path}: a name that says nothing`);
    if (/^(src|workers|web)\/(?!.*\.config\.ts$)/.test(path) && headerOf(text) === '')
      faults.push(`${path}: no header`);
  }
  return faults;
}

/** The page takes types from the core, nothing that would end up in its bundle. */
export function coreInPage(sources: Sources): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    if (!path.startsWith('web/')) continue;
    for (const [statement, specifier = ''] of text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'/g,
    )) {
      const isCore = specifier.startsWith('.') && resolved(path, specifier).startsWith('src/');
      if (isCore && !/^\s*(import|export) type\b/.test(statement))
        faults.push(`${path} imports more than types from ${specifier}`);
    }
  }
  return faults;
}

function headerOf(text: string): string {
  return /^(?:#![^\n]*\n)?\s*\/\*\*([\s\S]*?)\*\//.exec(text)?.[1]?.trim() ?? '';
}

function eachLine(sources: Sources, where: RegExp, except: ReadonlySet<string>, pattern: RegExp): string[] {
  const faults: string[] = [];
  for (const [path, text] of sources) {
    if (!where.test(path) || except.has(path)) continue;
    for (const [at, line] of text.split('\n').entries()) {
      if (pattern.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line))
        faults.push(`${path}:${at + 1}: ${line.trim().slice(0, 100)}`);
    }
  }
  return faults;
}
