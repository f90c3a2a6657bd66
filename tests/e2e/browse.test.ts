import { expect, test } from './site.ts';

test('from the home page to "why does my upload end in 553" in two steps', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('searchbox').fill('why does my upload end in 553');
  await page.keyboard.press('Enter');
  await page.locator('#search-results[data-state=done]').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/ftp\/553\/$/);
  await expect(page.getByRole('heading', { level: 2, name: 'How to fix it' })).toBeVisible();
});

test('the map leads to a code, the code to its nearest comparison, the comparison back', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('table').getByRole('link', { name: '451', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Local error in processing');
  await page.getByRole('navigation', { name: 'Compare 451 with' }).getByRole('link', { name: '450' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FTP 450 vs 451');
  await page.getByRole('link', { name: /^450 / }).first().click();
  await expect(page).toHaveURL(/\/ftp\/450\/$/);
});

test('all comparisons of a code are one step away and can be filtered', async ({ page }) => {
  await page.goto('/ftp/451/');
  await page.getByRole('link', { name: 'All 93 comparisons of 451' }).click();
  await page.getByLabel('Filter all comparisons').fill('553');
  await expect(page.getByRole('status')).toHaveText('1 of 93');
  await page.getByRole('list').getByRole('link', { name: /^553/ }).last().click();
  await expect(page).toHaveURL(/\/ftp\/451-vs-553\/$/);
});

test('a reversed pair leads to the comparison', async ({ page }) => {
  await page.goto('/ftp/451-vs-125/');
  await expect(page).toHaveURL(/\/ftp\/125-vs-451\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FTP 125 vs 451');
});

test('the compare form leads to the comparison, in either order', async ({ page }) => {
  await page.goto('/compare/');
  await page.getByLabel('First code').fill('451');
  await page.getByLabel('Second code').fill('125');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page).toHaveURL(/\/ftp\/125-vs-451\/$/);
});

test('the compare form says what is wrong', async ({ page }) => {
  await page.goto('/compare/');
  await page.getByLabel('First code').fill('451');
  await page.getByLabel('Second code').fill('451');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('alert')).toHaveText('Pick two different codes.');
  await page.goto('/compare/?a=451&b=999');
  await expect(page.getByRole('alert')).toHaveText('One of these is not a known code.');
});

test('a chosen theme lasts over a reload', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/ftp/451/');
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('Dark');
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await background()).toBe(dark);
  await expect(page.getByRole('combobox', { name: 'Colours' })).toHaveValue('dark');
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('System');
  expect(await background()).toBe(light);
});

test('the missing page understands what was meant', async ({ page }) => {
  for (const [address, offer, target] of [
    ['/ftp/451-125', /125 vs 451/, '/ftp/125-vs-451/'],
    ['/ftp/451/125/', /125 vs 451/, '/ftp/125-vs-451/'],
    ['/Commands/RETR', /RETR/, '/ftp/commands/retr/'],
    ['/ftp/558/', /558 is a code nobody has described/, '/ftp/classes/5xx/#unknown'],
    ['/ftp/499', /499 is a code nobody has described/, '/ftp/classes/4xx/#unknown'],
  ] as const) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
    const link = page.getByRole('main').getByRole('link', { name: offer }).first();
    await expect(link, address).toHaveAttribute('href', target);
  }
});

test('an address without its slash leads to the page', async ({ page }) => {
  await page.goto('/ftp/451');
  await expect(page).toHaveURL(/\/ftp\/451\/$/);
});

test('nothing moves while a page loads', async ({ page }) => {
  for (const address of ['/', '/ftp/', '/ftp/550/', '/ftp/125-vs-451/', '/compare/451/', '/ftp/commands/']) {
    await page.goto(address);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              resolve(sum);
            }),
          );
        }),
    );
    expect(shift, address).toBeLessThan(0.02);
  }
});
