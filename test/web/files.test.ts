import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestDesk } from './desk.ts';

describe('the files', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await TestDesk.start();
  });
  afterAll(() => desk.stop());

  it('show control totals, balances and each reject with its place and reason', async () => {
    const page = await desk.open('#/files');
    const table = page.locator('.files-table');
    await table.waitFor();
    expect(await table.locator('tbody tr').count()).toBe(4);
    for (const row of await table.locator('tbody tr').all()) {
      const [read = 0, ...parts] = (await row.locator('td').allInnerTexts())
        .slice(0, 5)
        .map((text) => Number(text.replaceAll(',', '')));
      expect(
        parts.reduce((sum, part) => sum + part, 0),
        await row.innerText(),
      ).toBe(read);
    }
    expect(await table.innerText()).toContain('1 differs');
    const detail = page.locator('.file').first();
    expect(await detail.innerText()).toMatch(/77\s+78\s+Betrag\s+not a number/);
    expect(await page.locator('.file', { hasText: 'karpatbank.sta' }).innerText()).toContain(
      'Page 2 of statement 14 is missing',
    );
    await page.context().close();
  });

  it('import by paths, with progress that can be stopped', async () => {
    const page = await desk.open('#/files');
    await page.getByRole('button', { name: 'Import files…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import files' });
    await dialog.getByLabel('Paths, one a line').fill('/cases/17/bank-a.csv\n/cases/17/bank-b.xml');
    await dialog.getByLabel('Purpose').fill('case 17');
    await dialog.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('progressbar', { name: 'Importing' }).waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped; the case is as it was before').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Score again' }).click();
    await page.getByText('Scoring: Done').waitFor();
    await page.context().close();
  });

  it('met no fault', () => expect(desk.faults).toEqual([]));
});
