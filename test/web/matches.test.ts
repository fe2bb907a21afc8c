import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { TestDesk } from './desk.ts';

describe('matches between banks', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await TestDesk.start();
  });
  afterAll(() => desk.stop());

  it.each(['light', 'dark'] as const)('have no fault that axe finds, %s', async (colorScheme) => {
    const page = await desk.open('#/matches', { colorScheme });
    await page.locator('.matches').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Accept: Person-0004/ }).click();
    await page.getByRole('dialog', { name: 'Accept' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  it('say what differs, and are accepted or refused for a reason', async () => {
    const page = await desk.open('#/matches');
    const rows = page.locator('.matches tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    expect(await rows.first().innerText()).toMatch(/differ by 5\.00 EUR[\s\S]*3 days apart/);
    await page.getByRole('button', { name: 'Accept: Person-0004 to Company-0011' }).click();
    const dialog = page.getByRole('dialog', { name: 'Accept' });
    await dialog.getByLabel('Reason, for the log of the case').fill('same reference on paper');
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/api/matches'),
    );
    await dialog.getByRole('button', { name: 'Accept' }).click();
    expect(JSON.parse((await sent).postData() ?? '{}')).toEqual({
      match: '111111111111-7+222222222222-9',
      outcome: 'accepted',
      purpose: 'same reference on paper',
    });
    await page.getByText('1 decided so far').waitFor();
    expect(await rows.count()).toBe(1);
    await page.getByRole('button', { name: /^Refuse: / }).click();
    await page.getByRole('dialog', { name: 'Refuse' }).getByLabel('Reason').fill('two orders');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing to decide').waitFor();
    await page.context().close();
  });

  it('met no fault', () => expect(desk.faults).toEqual([]));
});
