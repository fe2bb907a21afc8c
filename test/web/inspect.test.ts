import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { TestDesk } from './desk.ts';

describe('before an import', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await TestDesk.start();
  });
  afterAll(() => desk.stop());

  async function ask(page: Page, paths: string): Promise<void> {
    await page.getByRole('button', { name: 'Import files…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByLabel('Paths, one a line').fill(paths);
    await dialog.getByLabel('Purpose').fill('case 17');
    await dialog.getByRole('button', { name: 'Import' }).click();
  }
  async function choose(page: Page, column: string, meaning: string): Promise<void> {
    await page.getByRole('button', { name: new RegExp(`Meaning of column ${column}$`) }).click();
    await page.getByRole('option', { name: meaning, exact: true }).click();
  }

  it('shows a file in doubt, follows each decision, keeps a profile and imports it so', async () => {
    const page = await desk.open('#/files');
    await ask(page, '/cases/17/bank-a.csv\n/cases/17/welsh.csv');
    const dialog = page.getByRole('dialog', { name: 'Before the import: welsh.csv' });
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('It cannot be read as it stands');
    expect(await dialog.getByRole('button', { name: 'Import' }).isDisabled()).toBe(true);
    await choose(page, 'Dyddiad', 'Booking day');
    await choose(page, 'Swm', 'Amount');
    await dialog.getByText('212 kept').waitFor();
    expect(await dialog.locator('.preview-rows tbody tr').first().innerText()).toMatch(/2026-04-03\s+out\s+\? 12\.50/);
    await dialog.getByRole('combobox', { name: 'Date order' }).selectOption('mdy');
    await dialog.getByText('2026-03-04').waitFor();
    await dialog.getByRole('textbox', { name: 'Currency' }).fill('gbp');
    await dialog.getByText('£ 12.50').waitFor();
    await dialog.getByRole('textbox', { name: 'Account' }).fill('12345678');
    await dialog.getByText('Nothing is in doubt.').waitFor();
    await dialog.getByLabel('Keep as profile').fill('Banc');
    await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
    await dialog.getByText('Kept: the next file').waitFor();
    const sent = page.waitForRequest(
      (request) => request.url().endsWith('/api/imports') && (request.postData() ?? '').includes('welsh'),
    );
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    expect(JSON.parse((await sent).postData() ?? '{}')).toMatchObject({
      paths: ['/cases/17/welsh.csv'],
      overrides: { columns: { Dyddiad: 'booking', Swm: 'amount' }, dateOrder: 'mdy', currency: 'GBP' },
    });
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });

  it('takes a decision back, and leaves a file out', async () => {
    const page = await desk.open('#/files');
    await ask(page, '/cases/17/one.csv\n/cases/17/two.csv');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('One more file waits').waitFor();
    await choose(page, 'Pwy', 'Other side’s name');
    await dialog.getByRole('button', { name: 'As it was' }).click();
    await dialog.getByRole('button', { name: 'As it was' }).waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Leave out' }).click();
    await page.getByRole('dialog', { name: 'Before the import: two.csv' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('works by keyboard alone', async () => {
    const page = await desk.open('#/files');
    await ask(page, '/cases/17/welsh.csv');
    const button = page.getByRole('button', { name: /Meaning of column Dyddiad$/ });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('listbox', { name: /^Meaning/ }).waitFor();
    await page.keyboard.type('booking d');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Booking day.*Meaning of column Dyddiad$/ }).waitFor();
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
    const page = await desk.open('#/files', { colorScheme });
    await ask(page, '/cases/17/welsh.csv');
    await page.getByRole('dialog', { name: /Before/ }).waitFor();
    await choose(page, 'Dyddiad', 'Booking day');
    await choose(page, 'Swm', 'Amount');
    await page.getByText('212 kept').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('met no fault', () => expect(desk.faults).toEqual([]));
});
