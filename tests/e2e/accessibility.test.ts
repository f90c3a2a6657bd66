import AxeBuilder from '@axe-core/playwright';
import { expect, kinds, SearchBox, test } from './site.ts';

const themes = ['light', 'dark'] as const;
/** Each theme at one width: colours do not depend on the width, nor widths on colours. */
const views = [
  ['light', 1280],
  ['dark', 390],
] as const;

for (const [kind, address] of Object.entries(kinds))
  test(`${kind}: axe finds nothing, and nothing is wider than the page`, async ({ page }) => {
    test.slow(kind === 'situations', 'the matrix of all servers has two thousand cells');
    for (const [colorScheme, width] of views) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      if (kind === 'search')
        await expect(page.locator('#search-results')).toHaveAttribute('data-state', 'done');
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
      expect(found, `${colorScheme}, ${width} pixels`).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        `${width} pixels`,
      ).toBeLessThanOrEqual(0);
    }
  });

test('the open search dialog: axe finds nothing', async ({ page }) => {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    const box = new SearchBox(page);
    await box.openByKey('/');
    await box.field.fill('quota');
    await expect(box.options.first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
});

test('the keyboard reaches the content at once', async ({ page }) => {
  await page.goto('/ftp/451/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement));
  expect(inMain).toBe(true);
});

test('printed, a page has its content and no controls', async ({ page }) => {
  await page.goto('/ftp/451/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'On this page' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
