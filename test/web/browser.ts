/**
 * A real browser for the page's tests: the Chromium that comes inside @sparticuz/chromium (or
 * `CHROME_PATH`), driven by playwright-core; nothing is fetched. Where the machine lacks NSS, the
 * package's own copy is unpacked beside it.
 */
import sparticuz from '@sparticuz/chromium';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const libraryFolders = [
  '/usr/lib',
  '/usr/lib64',
  '/usr/lib/x86_64-linux-gnu',
  '/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
];

function hasNss(): boolean {
  return libraryFolders.some((folder) => existsSync(join(folder, 'libnss3.so')));
}

/** Folder with the package's own NSS and NSPR. */
function ownLibraries(): string {
  const require = createRequire(import.meta.url);
  let folder = dirname(require.resolve('@sparticuz/chromium'));
  while (!existsSync(join(folder, 'bin/al2023.tar.br'))) folder = dirname(folder);
  const target = mkdtempSync(join(tmpdir(), 'clew-nss-'));
  const archive = join(target, 'al2023.tar');
  writeFileSync(archive, brotliDecompressSync(readFileSync(join(folder, 'bin/al2023.tar.br'))));
  execFileSync('tar', ['-xf', archive, '-C', target]);
  const found = readdirSync(target, { recursive: true, encoding: 'utf8' }).find((path) => path.endsWith('libnss3.so'));
  return found === undefined ? target : dirname(join(target, found));
}

export async function launchBrowser(): Promise<Browser> {
  const given = process.env['CHROME_PATH'];
  const isRoot = process.getuid?.() === 0;
  const args = [
    '--disable-gpu',
    '--hide-scrollbars',
    '--font-render-hinting=none',
    ...(isRoot ? ['--no-sandbox'] : []),
  ];
  const env = { ...process.env } as Record<string, string>;
  if (given === undefined && !hasNss())
    env['LD_LIBRARY_PATH'] = [ownLibraries(), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return chromium.launch({ executablePath: given ?? (await sparticuz.executablePath()), headless: true, args, env });
}
