import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { TestDesk } from './desk.ts';

describe('what the files cover', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await TestDesk.start();
  });
  afterAll(() => desk.stop());

  it('is a map with most gaps first, spoken month by month under the arrow keys', async () => {
    const page = await desk.open('#/coverage');
    const map = page.getByRole('application', { name: /^Map of 3 accounts by 6 months/ });
    await map.waitFor();
    expect(await page.locator('.coverage').innerText()).toContain('27 of 39 indicators can run on these files');
    // 5 months not obtained, 4 of Company-0011, 2 of Person-0004.
    expect(await map.locator('text.account').allTextContents()).toEqual([
      'Account-0042',
      'Company-0011',
      'Person-0004',
    ]);
    await map.focus();
    const said = page.locator('.coverage-said');
    expect(await said.innerText()).toMatch(/^Account-0042, 2026-01: not open yet/);
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    expect(await said.innerText()).toMatch(/^Company-0011, 2026-04: does not reconcile;.*differ by 250\.00 EUR/);
    await page.context().close();
  });

  it('is a table with the same words', async () => {
    const page = await desk.open('#/coverage');
    await page.getByRole('radio', { name: 'Table' }).click();
    const table = page.locator('.coverage-table');
    expect(await table.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/^Account-0042\s+not open yet\s+exists, not obtained/),
      expect.stringMatching(/^Company-0011\s+covered\s+covered twice\s+covered\s+does not reconcile/),
      expect.stringMatching(
        /^Person-0004\s+covered in part\s+covered\s+no file\s+covered\s+covered, no entry\s+covered$/,
      ),
    ]);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
    const page = await desk.open('#/coverage', { colorScheme });
    await page.locator('.coverage-map.cell, svg[role="application"]').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('met no fault', () => expect(desk.faults).toEqual([]));
});
