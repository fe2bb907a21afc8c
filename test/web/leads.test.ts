import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestDesk } from './desk.ts';

describe('the list of leads', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await TestDesk.start();
  });
  afterAll(() => desk.stop());

  it('loads by rank, with the first lead open and an address of its own', async () => {
    const page = await desk.open();
    const items = page.getByRole('listbox', { name: 'Leads' }).getByRole('option');
    await items.first().waitFor();
    expect(await items.count()).toBe(7);
    expect(await page.locator('.lead .rank').allInnerTexts()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(await page.locator('.lead[aria-selected="true"] .headline').innerText()).toBe(
      await page.locator('.right h1').innerText(),
    );
    await expect.poll(() => page.url()).toContain('#/leads/l4-labour-exploitation/network');
    await page.context().close();
  });

  it('goes by j, k and arrows, and the address follows', async () => {
    const page = await desk.open();
    await page.locator('.lead').first().waitFor();
    await page.keyboard.press('j');
    await page.locator('.lead:nth-child(2)[aria-selected="true"]').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.locator('.lead:nth-child(2)[aria-selected="true"]').waitFor();
    await page.locator('.lead[aria-selected="true"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.lead:nth-child(3)[aria-selected="true"]').waitFor();
    await expect.poll(() => page.url()).toContain('l51-');
    await page.goBack();
    await page.locator('.lead:nth-child(2)[aria-selected="true"]').waitFor();
    await page.context().close();
  });

  it('filters by words and by form, and says how many are left', async () => {
    const page = await desk.open();
    await page.locator('.lead').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('every wage');
    await expect.poll(() => page.locator('.lead').count()).toBe(1);
    expect(await page.locator('.controls .shown').innerText()).toContain('1 of 7 shown');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.lead').count()).toBe(7);
    await page.getByLabel('Form').selectOption('Debt bondage');
    expect(await page.locator('.lead').count()).toBe(1);
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    expect(await page.locator('.lead').count()).toBe(7);
    await page.getByLabel('Order').selectOption('by possible victims');
    expect(await page.locator('.lead .people').first().innerText()).toContain('9');
    await page.context().close();
  });

  it('says what was not tested, and why', async () => {
    const page = await desk.open();
    await page.getByText('1 indicator was not tested').click();
    expect(await page.locator('.not-tested').innerText()).toContain('No file gives a year of birth');
    await page.context().close();
  });

  it('met no fault', () => expect(desk.faults).toEqual([]));
});
