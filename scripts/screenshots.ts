/**
 * Takes the pictures of `docs/views.md`: every view at two sizes, light and dark, into
 * `docs/images/`. Uses the desk at `CLEW_URL` (the address with its token), else the demo, which it
 * starts and ends itself. Run: `npm run screenshots`, with names of views behind `--` for these alone.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { packageRoot } from '../src/package-root.ts';
import { launchBrowser } from '../test/web/browser.ts';
import { smallPng } from '../test/web/small-png.ts';

const wanted = new Set(process.argv.slice(2));
const images = join(packageRoot, 'docs/images');
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
];

interface View {
  readonly name: string;
  /** What is under `#`, with `{lead}` for the lead that is shown. */
  readonly hash: string;
  prepare?(page: Page): Promise<void>;
}

/** A made-up file whose column names Clew does not know. */
function unknownColumns(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'clew-picture-')), 'banc-cymru.csv');
  const rows = Array.from({ length: 40 }, (_, i) => {
    const day = String((i % 9) + 1).padStart(2, '0');
    const amount = i % 7 === 0 ? '1.250,00' : `-${(i * 13) % 90},${String((i * 37) % 100).padStart(2, '0')}`;
    return `${day}/0${(i % 6) + 1}/2026;${amount};${i % 3 === 0 ? 'Siop y Pentref' : 'Cwmni Cymru Cyf'};nodyn ${i}`;
  });
  writeFileSync(path, ['Dyddiad;Swm;Pwy;Nodyn', ...rows, ''].join('\n'));
  return path;
}

/** Some reasons rest on other data than payments; the first one with rows is opened. */
async function openReasonWithRows(page: Page): Promise<void> {
  for (const reason of await page.locator('button.term-main').all()) {
    await reason.click();
    await page.waitForTimeout(400);
    if ((await page.locator('.line:not(.titles)').count()) > 3) return;
  }
}

const views: readonly View[] = [
  { name: 'network', hash: '/leads/{lead}/network' },
  { name: 'network-free', hash: '/leads/{lead}/network?layout=free' },
  { name: 'network-table', hash: '/leads/{lead}/network?layout=table' },
  {
    name: 'rows',
    hash: '/leads/{lead}/rows',
    async prepare(page) {
      await openReasonWithRows(page);
      await page.locator('.line:not(.titles)').nth(3).click();
      await page.locator('.record .fields').waitFor();
    },
  },
  { name: 'files', hash: '/files?lead={lead}' },
  { name: 'coverage', hash: '/coverage?lead={lead}' },
  { name: 'matches', hash: '/matches?lead={lead}' },
  {
    name: 'inspect',
    hash: '/files?lead={lead}',
    async prepare(page) {
      await page.getByRole('button', { name: 'Import files…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Import files' });
      await dialog.getByLabel('Paths, one a line').fill(unknownColumns());
      await dialog.getByLabel('Purpose').fill('a picture');
      await dialog.getByRole('button', { name: 'Import' }).click();
      for (const [column, meaning] of [
        ['Dyddiad', 'Booking day'],
        ['Swm', 'Amount'],
        ['Pwy', 'Other side’s name'],
      ] as const) {
        await page.getByRole('button', { name: new RegExp(`Meaning of column ${column}$`) }).click();
        await page.getByRole('option', { name: meaning, exact: true }).click();
      }
      await page.getByText('First rows as they would be read').waitFor();
    },
  },
  { name: 'victims', hash: '/leads/{lead}/network?list=victims' },
  {
    name: 'why',
    hash: '/leads/{lead}/network',
    async prepare(page) {
      await page.locator('.term-more').first().click();
    },
  },
  {
    name: 'timeline',
    hash: '/leads/{lead}/network',
    async prepare(page) {
      const last = page.getByRole('slider', { name: 'Last brushed day' });
      await last.focus();
      for (let i = 0; i < 4; i++) await last.press('PageDown');
    },
  },
];

/** The demo's desk in a folder that is removed afterwards. */
async function startDemo(): Promise<{ url: string; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'clew-screenshots-'));
  // Worker threads resolve `tsx` from the folder they start in.
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'));
  const demo: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', join(packageRoot, 'src/cli/main.ts'), 'demo'],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    demo.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    demo.once('exit', (code) => reject(new Error(`the demo ended with ${String(code)}`)));
  });
  return {
    url,
    stop() {
      demo.kill('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The best lead with between 6 and 40 accounts and possible victims: small enough to be read in a picture. */
async function showcase(page: Page): Promise<string> {
  const leads = await page.evaluate<{ id: string; accounts: number; possibleVictims: number }[]>(
    "fetch('/api/leads').then((answer) => answer.json()).then(({ leads }) => leads)",
  );
  const fitting = leads.find(({ accounts, possibleVictims }) => accounts >= 6 && accounts <= 40 && possibleVictims > 1);
  return encodeURIComponent((fitting ?? leads[0])?.id ?? '');
}

async function take(browser: Browser, address: string): Promise<void> {
  const base = new URL('/', address).href;
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of sizes) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.goto(address);
      const lead = await showcase(page);
      for (const { name, hash, prepare } of views.filter((view) => wanted.size === 0 || wanted.has(view.name))) {
        await page.goto('about:blank');
        await page.goto(`${base}#${hash.replace('{lead}', lead)}`);
        await page.locator('.terms').waitFor();
        await page.waitForTimeout(1200);
        await prepare?.(page);
        await page.waitForTimeout(500);
        const picture = smallPng(await page.screenshot());
        writeFileSync(join(images, `${name}-${viewport.width}-${colorScheme}.png`), picture);
      }
      await context.close();
    }
  }
}

mkdirSync(images, { recursive: true });
const given = process.env['CLEW_URL'];
const demo = given === undefined ? await startDemo() : undefined;
const browser = await launchBrowser();
try {
  await take(browser, given ?? demo?.url ?? '');
} finally {
  await browser.close();
  demo?.stop();
}
