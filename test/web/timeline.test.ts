import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEAD, TestDesk } from './desk.ts';

async function brush(page: Page, from: number, to: number): Promise<void> {
  await page.locator('.timeline-svg .overlay').waitFor();
  const box = (await page.locator('.timeline-svg').boundingBox())!;
  await page.mouse.move(box.x + box.width * from, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * (from + to) * 0.5, box.y + 20, { steps: 3 });
  await page.mouse.move(box.x + box.width * to, box.y + 20, { steps: 3 });
  await page.mouse.up();
}

const shownRows = async (page: Page): Promise<number> =>
  Number(/^(\d+) of/.exec(await page.locator('.rows-bar [role="status"]').innerText())?.[1]);

describe('the timeline', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await TestDesk.start();
  });
  afterAll(() => desk.stop());

  it('narrows rows and edges to the brushed days, and holds over views and a reload', async () => {
    const page = await desk.open(`${LEAD}/rows`);
    await page.locator('.line:not(.titles)').first().waitFor();
    expect(await shownRows(page)).toBe(297);
    await brush(page, 0.3, 0.6);
    await expect.poll(() => shownRows(page)).toBeLessThan(297);
    const rows = await shownRows(page);
    const bar = await page.locator('.time-bar').innerText();
    expect(bar).toMatch(/\d+ weeks brushed of 39/);
    await expect.poll(() => page.url()).toMatch(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
    const { from, to } = Object.fromEntries(new URLSearchParams(page.url().split('?')[1])) as {
      from: string;
      to: string;
    };
    for (const text of await page.locator('.line:not(.titles) .day').allInnerTexts()) {
      expect(text.slice(0, 10) >= from && text.slice(0, 10) <= to).toBe(true);
    }
    await page.getByRole('tab', { name: 'Network' }).click();
    await page.getByRole('radio', { name: 'Table' }).click();
    const counts = await page.locator('.network-table .col-count:not(th)').allInnerTexts();
    const edges = counts.filter((text) => /^\d+$/.test(text)).reduce((sum, text) => sum + Number(text), 0);
    expect(edges).toBe(rows);
    await expect.poll(() => page.url()).toContain('layout=table');
    await page.reload();
    await page.locator('.time-bar', { hasText: 'weeks brushed of 39' }).waitFor();
    await page.getByRole('button', { name: 'All days' }).click();
    await page.keyboard.press('2');
    await expect.poll(() => shownRows(page)).toBe(297);
    await page.context().close();
  });

  it('is brushed by keyboard', async () => {
    const page = await desk.open(`${LEAD}/rows`);
    await page.locator('.line:not(.titles)').first().waitFor();
    const first = page.getByRole('slider', { name: 'First brushed day' });
    const last = page.getByRole('slider', { name: 'Last brushed day' });
    await first.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    expect(await first.getAttribute('aria-valuetext')).toBe('10 Nov 2025');
    await last.focus();
    await page.keyboard.press('PageDown');
    expect(await page.locator('.time-bar').innerText()).toContain('30 weeks brushed of 39');
    expect(await shownRows(page)).toBeLessThan(297);
    await page.keyboard.press('Escape');
    await expect.poll(() => shownRows(page)).toBe(297);
    await page.context().close();
  });

  it('adds up days, weeks or months', async () => {
    const page = await desk.open(`${LEAD}/network`);
    const bars = page.locator('.timeline-svg rect.in');
    await expect.poll(() => bars.count()).toBe(39);
    await page.getByRole('radio', { name: 'month' }).click();
    await expect.poll(() => bars.count()).toBe(10);
    await page.getByRole('radio', { name: 'day', exact: true }).click();
    await expect.poll(() => bars.count()).toBe(273);
    await page.context().close();
  });

  it('met no fault', () => expect(desk.faults).toEqual([]));
});
