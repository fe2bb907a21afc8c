import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestDesk, networkReady } from './desk.ts';

describe('possible victims', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await TestDesk.start();
  });
  afterAll(() => desk.stop());

  it('are listed by pseudonym and urgency, without points, ranks or alarm', async () => {
    const page = await desk.open('#/leads?list=victims');
    const panel = page.getByRole('tabpanel', { name: /Possible victims/ });
    await panel.getByRole('button').first().waitFor();
    const text = await panel.innerText();
    expect(text).toContain('Ordered by urgency for people, not by any rank of them.');
    expect(text).toContain('Person-21');
    expect(text).not.toMatch(/suspect|accomplice|points|offender|criminal/i);
    expect(await panel.locator('.points, .rank').count()).toBe(0);
    const colour = (name: string): Promise<string> =>
      page.evaluate(`(document.body.style.color = 'var(${name})', getComputedStyle(document.body).color)`);
    const drawn = await page.evaluate("getComputedStyle(document.querySelector('.person .sign path')).stroke");
    expect(drawn).toBe(await colour('--victim'));
    expect(drawn).not.toBe(await colour('--interest'));
    await page.context().close();
  });

  it('opens the lead with the account selected everywhere', async () => {
    const page = await desk.open('#/leads?list=victims');
    await page.getByRole('button', { name: /Person-23/ }).click();
    await networkReady(page);
    await expect.poll(() => page.url()).toContain('node=n23');
    await page.keyboard.press('2');
    const rows = page.locator('.line:not(.titles)');
    await rows.first().waitFor();
    for (const row of await rows.allInnerTexts()) expect(row).toContain('Person-23');
    await page.context().close();
  });

  it('met no fault', () => expect(desk.faults).toEqual([]));
});
