import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { LEAD, TestDesk, networkReady } from './desk.ts';

const views = [
  `${LEAD}/network`,
  `${LEAD}/network?layout=table&node=n4`,
  `${LEAD}/rows?indicator=wage-star&from=2026-01-05&to=2026-04-05`,
  '#/files',
  `${LEAD}/network?list=victims`,
];

/** The answer of `GET /api/case` with something changed. */
async function changeCase(page: Page, change: object): Promise<void> {
  await page.route('**/api/case', async (route) => {
    const answer = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...answer, ...change } });
  });
  await page.reload();
}

describe('the desk', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await TestDesk.start();
  });
  afterAll(() => desk.stop());

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is clean by axe in every view, ${colorScheme}`, async () => {
      for (const hash of views) {
        for (const viewport of [
          { width: 1440, height: 900 },
          { width: 1024, height: 768 },
        ]) {
          const page = await desk.open(hash, { colorScheme, viewport });
          await page.locator('.terms').waitFor();
          await page.waitForTimeout(250);
          expect(await violations(page), `${hash} ${viewport.width} ${colorScheme}`).toEqual([]);
          expect(
            await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
            'nothing runs out of the window',
          ).toBe(true);
          await page.context().close();
        }
      }
    });

    it(`is clean by axe in its dialogs, ${colorScheme}`, async () => {
      const page = await desk.open(`${LEAD}/network`, { colorScheme });
      await page.locator('.terms').waitFor();
      for (const key of ['m', '?']) {
        await page.keyboard.press(key);
        await page.getByRole('dialog').waitFor();
        expect(await violations(page), key).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await page.context().close();
    });
  }

  it('is used by keyboard alone, from the list to the bank’s record', async () => {
    const page = await desk.open();
    await page.locator('.terms').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const focused = (): Promise<string> => page.evaluate("document.activeElement?.className ?? ''");
    for (let i = 0; i < 40 && !(await focused()).includes('network-focus'); i++) await page.keyboard.press('Tab');
    expect(await focused()).toContain('network-focus');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('.line:not(.titles)').first().waitFor();
    for (let i = 0; i < 60 && !(await focused()).includes('rows-grid'); i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.record .fields').waitFor();
    await page.context().close();
  });

  it('says that the server stopped, keeps what is on the screen, and goes on by itself', async () => {
    const page = await desk.open(`${LEAD}/network`);
    await networkReady(page);
    await desk.stopServer();
    await page.getByRole('alert').filter({ hasText: 'Clew does not answer' }).waitFor();
    expect(await page.locator('.right h1').innerText()).toContain('Wages of nine people');
    await page.keyboard.press('j');
    await page.locator('.right .notice, .middle .notice').first().waitFor();
    expect(await page.locator('.middle').innerText()).toContain('Clew has stopped');
    await desk.startServer();
    await page.locator('.gone').waitFor({ state: 'detached' });
    await networkReady(page);
    await page.context().close();
  });

  it('says what to do when the token is missing, and when nothing is there yet', async () => {
    const page = await desk.open();
    await page.route('**/api/**', (route) =>
      route.fulfill({ status: 401, json: { code: 'CLEW_TOKEN', message: 'no token' } }),
    );
    await page.reload();
    await page.getByText('This address lacks its token').waitFor();
    await page.unroute('**/api/**');
    await page.route('**/api/leads', (route) =>
      route.fulfill({ status: 409, json: { code: 'CLEW_NOT_SCORED', message: 'not scored' } }),
    );
    await changeCase(page, { scored: false, leads: 0 });
    await page.getByRole('main').getByText('The case has not been scored yet').waitFor();
    await page.getByRole('button', { name: 'Score the case' }).waitFor();
    await page.unroute('**/api/case');
    await changeCase(page, { scored: false, files: 0, leads: 0 });
    await page.getByRole('main').getByText('The case has no files yet').waitFor();
    await page.context().close();
  });

  it('shows an error with its code and a way to try again', async () => {
    const page = await desk.open();
    await page.route('**/api/leads/*', (route) =>
      route.fulfill({ status: 500, json: { code: 'CLEW_INTERNAL', message: 'Unexpected: RangeError' } }),
    );
    await page.goto(`${desk.url}${LEAD}/network`);
    await page.reload();
    await page.getByText('CLEW_INTERNAL').waitFor();
    await page.unroute('**/api/leads/*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await networkReady(page);
    await page.context().close();
  });

  it('changes colours by hand and remembers it', async () => {
    const page = await desk.open(`${LEAD}/network`, { colorScheme: 'light' });
    await page.getByRole('button', { name: 'Use dark colours' }).click();
    const paper = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await paper()).toBe('rgb(19, 21, 25)');
    await page.reload();
    expect(await paper()).toBe('rgb(19, 21, 25)');
    await page.context().close();
  });

  it('lets single keys be switched off', async () => {
    const page = await desk.open(`${LEAD}/network`);
    await page.locator('.terms').waitFor();
    await page.keyboard.press('?');
    await page.getByLabel('Single keys act as shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('2');
    await page.waitForTimeout(200);
    expect(page.url()).toContain('/network');
    await page.context().close();
  });

  it('met no fault and asked nothing of another machine', () => expect(desk.faults).toEqual([]));
});
