import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEAD, TestDesk, networkReady } from './desk.ts';

/** Where the drawing says that something is under the pointer, found in the page itself as that is quick. */
const places = `[...document.querySelectorAll('.network canvas')].flatMap((canvas) => {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const found = [];
  for (let y = 20; y < height - 20; y += 9) for (let x = 20; x < width - 20; x += 9) {
    canvas.dispatchEvent(new PointerEvent('pointermove', { clientX: left + x, clientY: top + y }));
    if (canvas.style.cursor === 'pointer') found.push({ x: left + x, y: top + y });
  }
  return found;
})`;

/** Moves the pointer over the drawing until its note begins with the text; the place where it did. */
async function find(page: Page, start: string): Promise<{ x: number; y: number }> {
  const found = await page.evaluate<{ x: number; y: number }[]>(places);
  for (let i = 0; i < found.length; i++) {
    // Far apart first: neighbours lie on the same sign.
    const { x, y } = found[(i * 101) % found.length]!;
    await page.mouse.move(x, y);
    const note = page.locator('.tip');
    if ((await note.count()) > 0 && (await note.innerText()).startsWith(start)) return { x, y };
  }
  throw new Error(`${start} is not in the drawing`);
}

describe('the network', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await TestDesk.start();
  });
  afterAll(() => desk.stop());

  it('is walked by keyboard, along payments, and speaks', async () => {
    const page = await desk.open(`${LEAD}/network`);
    await networkReady(page);
    const spoken = page.locator('.network [aria-live]');
    await page.locator('.network-focus').focus();
    await page.keyboard.press('Home');
    expect(await spoken.innerText()).toMatch(
      /^Person-04, possible collector, AT\. € [\d,.]+ in from 9 accounts, € [\d,.]+ out to 3 accounts\.$/,
    );
    await page.keyboard.press('ArrowRight');
    expect(await spoken.innerText()).toMatch(/^Along € [\d,.]+ in \d+ payments\. Cash/);
    await page.keyboard.press('ArrowDown');
    expect(await spoken.innerText()).toContain('Person-12, conduit');
    await page.keyboard.press('ArrowRight');
    expect(await spoken.innerText()).toContain('Person-13, role not determined, RO');
    await page.keyboard.press('ArrowRight');
    expect(await spoken.innerText()).toBe('No payment goes further that way.');
    await page.keyboard.press('ArrowLeft');
    expect(await spoken.innerText()).toContain('Person-12');
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: 'Payments of this lead' }).waitFor();
    expect(await page.locator('.chips').innerText()).toContain('Person-12');
    await page.context().close();
  });

  it('opens the rows of an edge, and selects a node everywhere', async () => {
    const page = await desk.open(`${LEAD}/network`);
    await networkReady(page);
    const node = await find(page, 'Person-12,');
    await page.mouse.click(node.x, node.y);
    await expect.poll(() => page.url()).toContain('node=n12');
    await page.locator('.roles .end.on', { hasText: 'Person-12' }).waitFor();
    const edge = await find(page, 'Person-04 → Person-12');
    const said = await page.locator('.tip').innerText();
    await page.mouse.click(edge.x, edge.y);
    await page.locator('.line:not(.titles)').first().waitFor();
    expect(await page.locator('.chips').innerText()).toContain('Person-04 → Person-12');
    const count = Number(/(\d+) payments/.exec(said)?.[1]);
    expect(await page.locator('.rows-bar [role="status"]').innerText()).toBe(`${count} of 297 payments`);
    await page.context().close();
  });

  it('keeps an end where a hand put it, until it is let go', async () => {
    const page = await desk.open(`${LEAD}/network?layout=free`);
    await networkReady(page);
    const { x, y } = await find(page, 'Person-13,');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y + 50, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('radio', { name: 'Left to right' }).click();
    await page.getByRole('radio', { name: 'Free' }).click();
    const release = page.getByRole('button', { name: 'Let go of what was placed by hand' });
    expect(await release.innerText()).toContain('1 placed by hand');
    await release.click();
    await release.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('draws the same network the same, every time', async () => {
    const draw = async (layout: string): Promise<string> => {
      const page = await desk.open(`${LEAD}/network?layout=${layout}`);
      await networkReady(page);
      await page.waitForTimeout(300);
      const picture = await page
        .locator('.network canvas')
        .evaluate((canvas) => (canvas as unknown as { toDataURL(): string }).toDataURL());
      await page.context().close();
      return picture;
    };
    for (const layout of ['flow', 'free']) expect(await draw(layout)).toBe(await draw(layout));
  });

  it('has the same sums as a table, whose rows open the payments', async () => {
    const page = await desk.open(`${LEAD}/network?layout=table`);
    const table = page.getByRole('grid', { name: /added up per direction/ });
    await table.waitFor();
    const counts = await table.locator('td.col-count, [role="gridcell"].col-count').allInnerTexts();
    expect(counts.reduce((sum, text) => sum + Number(text), 0)).toBe(297);
    const first = table.getByRole('row').nth(1);
    const count = await first.locator('.col-count').innerText();
    await first.locator('.col-amount').click();
    await expect.poll(() => page.locator('.rows-bar [role="status"]').innerText()).toBe(`${count} of 297 payments`);
    await page.context().close();
  });

  it('met no fault', () => expect(desk.faults).toEqual([]));
});
