import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEAD, TestDesk } from './desk.ts';

describe('the rows', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await TestDesk.start();
  });
  afterAll(() => desk.stop());

  it('open the bank’s record field by field, masked until a purpose is given', async () => {
    const page = await desk.open(`${LEAD}/rows`);
    await page.locator('.line:not(.titles)').nth(2).click();
    const record = page.getByRole('region', { name: 'Record of the bank' });
    await record.locator('.fields').waitFor();
    const place = await record.locator('.record-place').innerText();
    expect(place).toMatch(/donaubank\.csv · record \d+ · line \d+ · byte [\d,]+, 95 long sha-256/);
    expect(await record.locator('.masked').count()).toBe(3);
    expect(await record.innerText()).not.toMatch(/AT40120|made-up text/);

    await page.getByRole('button', { name: 'Names masked' }).click();
    const dialog = page.getByRole('dialog', { name: 'Show names' });
    expect(await dialog.innerText()).toContain('cannot be undone');
    await dialog.getByRole('button', { name: 'Show names' }).click();
    expect(await dialog.isVisible(), 'no purpose, no names').toBe(true);
    await dialog.getByLabel('Purpose').fill('request 2026/114 to the bank');
    await dialog.getByLabel('Minutes').fill('5');
    await dialog.getByRole('button', { name: 'Show names' }).click();
    const pill = page.getByRole('button', { name: /^Names shown until \d\d:\d\d$/ });
    await pill.waitFor();
    await expect.poll(() => record.innerText()).toContain('AT40120');
    expect(await record.locator('.masked').count()).toBe(0);

    await pill.click();
    await page.getByRole('button', { name: 'Mask again' }).click();
    await page.getByRole('button', { name: 'Names masked' }).waitFor();
    await expect.poll(() => record.innerText()).not.toContain('AT40120');
    expect(await page.locator('body').innerText()).not.toMatch(/AT40120|RO49/);
    await page.context().close();
  });

  it('are read by keyboard alone', async () => {
    const page = await desk.open(`${LEAD}/rows`);
    const grid = page.getByRole('grid', { name: 'Payments of this lead' });
    await page.locator('.line:not(.titles)').first().waitFor();
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.record .fields').waitFor();
    expect(await page.locator('.line.open').getAttribute('aria-rowindex')).toBe('4');
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.line.active').getAttribute('aria-rowindex')).toBe('298');
    await page.keyboard.press('Escape');
    await page.locator('.record').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('draw only what is in sight, and sort amounts', async () => {
    const page = await desk.open(`${LEAD}/rows`);
    await page.locator('.line:not(.titles)').first().waitFor();
    expect(await page.locator('.line:not(.titles)').count()).toBeLessThan(60);
    await page.getByRole('button', { name: 'Amount' }).click();
    const amounts = (await page.locator('.line:not(.titles) .amount').allInnerTexts()).map((text) =>
      Number(text.replace(/[^\d.]/g, '')),
    );
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    await page.context().close();
  });

  it('say so where nothing is left, with a way back', async () => {
    const page = await desk.open(`${LEAD}/rows?node=n13&indicator=wage-star`);
    await page.getByText('No payment is left with this selection.').waitFor();
    await page.getByRole('button', { name: 'Clear the selection' }).click();
    await expect.poll(() => page.locator('.rows-bar [role="status"]').innerText()).toBe('297 of 297 payments');
    await page.context().close();
  });

  it('met no fault', () => expect(desk.faults).toEqual([]));
});
