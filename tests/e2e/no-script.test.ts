import { expect, test } from './site.ts';

test.use({ javaScriptEnabled: false });

test('every page reads fully without JavaScript', async ({ page }) => {
  await page.goto('/ftp/550/');
  await expect(page.getByRole('heading', { name: 'How to fix it' })).toBeVisible();
  await page.getByRole('link', { name: 'All 93 comparisons of 550' }).click();
  await expect(page.getByRole('link', { name: /^553/ }).first()).toBeVisible();
});

test('nothing is shown that would need a script to work', async ({ page }) => {
  await page.goto('/ftp/');
  await expect(page.getByLabel('Filter the list')).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Colours' })).toBeHidden();
  await page.goto('/ftp/451/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'Keep for offline' }).click();
  await expect(
    page.locator('noscript p').filter({ hasText: 'Keeping pages needs JavaScript' }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep for offline' })).toHaveCount(0);
});

test("a heading's link works", async ({ page }) => {
  await page.goto('/ftp/451/');
  await page.getByRole('heading', { name: 'How to fix it' }).hover();
  await page.getByRole('link', { name: 'Link to this section: How to fix it' }).click();
  await expect(page).toHaveURL(/\/ftp\/451\/#fix$/);
  await expect(page.locator('#fix')).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
});

test('two codes can be compared with the form alone', async ({ page }) => {
  await page.goto('/compare/');
  await page.getByLabel('First code').fill('451');
  await page.getByLabel('Second code').fill('125');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/\/ftp\/125-vs-451\/$/);
});

test('two codes can be compared by links on a host that knows no redirects', async ({ page }) => {
  await page.goto('/compare/');
  await page.getByRole('main').getByRole('link', { name: '451', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: /^125/ }).first().click();
  await expect(page).toHaveURL(/\/ftp\/125-vs-451\/$/);
});

test('a reversed pair leads on', async ({ page }) => {
  await page.goto('/ftp/451-vs-125/');
  await expect(page).toHaveURL(/\/ftp\/125-vs-451\/$/);
});

test('the search page says what to use instead', async ({ page }) => {
  await page.goto('/search/?q=550');
  // Playwright's text queries pass over <noscript> itself, hence its paragraph.
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('noscript p')).toContainText('Searching needs JavaScript');
});
