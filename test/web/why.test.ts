import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEAD, TestDesk } from './desk.ts';

const pointsOf = (text: string): number => Number(text.replace('−', '-'));

describe('why', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await TestDesk.start();
  });
  afterAll(() => desk.stop());

  it('gives an account of the points that adds up', async () => {
    const page = await desk.open(`${LEAD}/network`);
    await page.locator('.terms').waitFor();
    const terms = await page.locator('.term:not(.total) .term-points').allInnerTexts();
    const sum = terms.reduce((total, text) => total + pointsOf(text), 0);
    expect(sum).toBe(pointsOf(await page.locator('.term.total .term-points').innerText()));
    expect(await page.locator('.lead[aria-selected="true"] .points').innerText()).toMatch(
      new RegExp(`^${sum}\\s+points$`),
    );
    expect(await page.locator('.right section h2').first().innerText()).toBe(`ACCOUNT OF THE ${sum} POINTS`);
    expect(await page.locator('.term.same-rows .term-note').innerText()).toContain('counted once');
    expect(await page.locator('.term.same-rows .term-points').innerText()).toBe('0');
    expect(pointsOf(await page.locator('.term.guard .term-points').innerText())).toBeLessThan(0);
    expect(await page.locator('.why-scroll [role="alert"]').count()).toBe(0);
    // Each bar begins where the one before ended.
    const bars = await page.locator('.term:not(.total):not(.same-rows) .waterfall rect').evaluateAll((rects) =>
      rects.map((rect) => ({
        kind: rect.getAttribute('class'),
        x: Number(rect.getAttribute('x')),
        width: Number(rect.getAttribute('width')),
      })),
    );
    for (let i = 1; i < bars.length; i++) {
      const before = bars[i - 1]!;
      const here = bars[i]!;
      const start = here.kind === 'guard' ? here.x + here.width : here.x;
      expect(start).toBeCloseTo(before.x + before.width, 1);
    }
    await page.context().close();
  });

  it('opens the rows of a reason', async () => {
    const page = await desk.open(`${LEAD}/network`);
    await page.getByRole('button', { name: /^Money goes on within days/ }).click();
    await expect.poll(() => page.url()).toMatch(/rows\?indicator=rapid-pass-through/);
    const rows = page.locator('.line:not(.titles) .reasons');
    await rows.first().waitFor();
    for (const text of await rows.allInnerTexts()) expect(text).toContain('Money goes on within days');
    await page.context().close();
  });

  it('says how a reason was measured', async () => {
    const page = await desk.open(`${LEAD}/network`);
    await page.getByRole('button', { name: /^How it was measured: Wages/ }).click();
    const text = await page.locator('.reason').innerText();
    for (const word of ['Observed', 'Threshold', 'Innocent readings tested', 'held', 'Sources'])
      expect(text).toContain(word);
    await page.context().close();
  });

  it('gives roles with what speaks against them, and never a possible victim as of interest', async () => {
    const page = await desk.open(`${LEAD}/network`);
    await page.locator('.roles').waitFor();
    const roles = await page.locator('.role').allInnerTexts();
    for (const role of roles) expect(role).toMatch(/For: .+\n+Against: .+/);
    const victims = page.locator('.role', { hasText: 'possible victim' }).first();
    expect(await victims.locator('.sign').count()).toBe(1);
    expect(await page.locator('body').innerText()).not.toMatch(/suspect|accomplice|mule|laundered/i);
    await page.context().close();
  });

  it('sets a lead aside with a reason, and finds it again', async () => {
    const page = await desk.open('#/leads/l55-laundering-pattern/network');
    await page.getByRole('button', { name: 'Set aside…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Set this lead aside' });
    await dialog.getByRole('button', { name: 'Set aside' }).click();
    expect(await dialog.isVisible(), 'no reason, not set aside').toBe(true);
    await dialog.getByLabel('Reason').fill('Branches of one shop, explained by its owner');
    await dialog.getByRole('button', { name: 'Set aside' }).click();
    await page.getByText('Set aside. It is in the log of the case.').waitFor();
    await expect.poll(() => page.locator('.lead').count()).toBe(6);
    await page.getByRole('tab', { name: /Set aside/ }).click();
    await expect.poll(() => page.locator('.lead').count()).toBe(1);
    expect(await page.locator('.lead').innerText()).toContain('Cash below the reporting limit');
    await page.getByRole('button', { name: 'Pursue' }).click();
    await page.getByText('Nothing is set aside.').waitFor();
    await page.context().close();
  });

  it('met no fault', () => expect(desk.faults).toEqual([]));
});
