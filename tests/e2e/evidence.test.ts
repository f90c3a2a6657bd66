import { expect, test } from './site.ts';

test('from the home page to what a server answers in a situation', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Situations' }).click();
  await page.getByLabel('Filter the situations').fill('session resumption');
  await page
    .getByRole('listitem')
    .getByRole('link', { name: /TLS session/ })
    .click();
  const row = page.getByRole('row', { name: /vsftpd/ });
  await expect(row).toContainText('session reuse required');
  await row.getByRole('link', { name: '522' }).first().click();
  await expect(page).toHaveURL(/\/ftp\/522\/$/);
});

test('a cell of the matrix leads to its evidence', async ({ page }) => {
  await page.goto('/ftp/situations/');
  const matrix = page.getByRole('region', { name: 'Which code each server answers in each situation' });
  await matrix
    .getByRole('row', { name: /File not found/ })
    .getByRole('link', { name: /550/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/ftp\/situations\/file-missing\/#server-/);
  await expect(page.locator('tr:target')).toBeVisible();
});

test('the matrix scrolls inside its own frame, heads in view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/ftp/situations/#matrix');
  const matrix = page.getByRole('region', { name: 'Which code each server answers in each situation' });
  await matrix.focus();
  await matrix.evaluate((frame) => {
    frame.scrollTo({ left: 900, top: 600 });
  });
  const frame = await matrix.boundingBox();
  const heads = matrix.getByRole('rowheader', { name: /File not found/ });
  await heads.scrollIntoViewIfNeeded();
  const head = await heads.boundingBox();
  expect(head?.x).toBeGreaterThanOrEqual(frame?.x ?? 0);
  expect(head?.x).toBeLessThan((frame?.x ?? 0) + 20);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('from a code that servers send with very many texts to all of a situation, and to any text', async ({
  page,
}) => {
  await page.goto('/ftp/550/#servers');
  const main = page.getByRole('main');
  await expect(page.getByLabel('Filter what servers send with 550')).toHaveCount(0);
  const all = main.locator('.code-servers').getByRole('link', { name: 'the table of situations' });
  await expect(all).toHaveAttribute('href', '/ftp/situations/#matrix');
  await main.locator('.code-servers').getByRole('link', { name: 'File not found on download' }).click();
  await expect(page).toHaveURL(/\/ftp\/situations\/file-missing\/$/);
  await expect(page.getByRole('row', { name: /vsftpd.*Failed to open file\./ })).toBeVisible();
  await page.goBack();
  await page
    .getByRole('searchbox', { name: 'Search the texts of all servers' })
    .fill('550 RNFR command failed.');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page).toHaveURL(/\/search\/\?q=550/);
  await expect(page.getByRole('main').getByRole('link', { name: 'vsftpd sends it' })).toBeVisible();
});

test('of a situation with very many texts the rest stands on the page of the server', async ({ page }) => {
  await page.goto('/ftp/situations/server-fault/#server-vsftpd');
  await page
    .getByRole('row', { name: /vsftpd/ })
    .getByRole('link', { name: /^\d+ more texts$/ })
    .click();
  await expect(page).toHaveURL(/\/ftp\/servers\/vsftpd\/#replies$/);
});

test('the filter of a page says when nothing is left', async ({ page }) => {
  await page.goto('/ftp/servers/vsftpd/');
  await page.getByLabel('Filter the replies of vsftpd').fill('no such words');
  await expect(page.getByRole('status')).toHaveText('No row holds all of these words.');
});

test('a row that a filter leaves out is gone from the screen, and the headings count what is left', async ({
  page,
}) => {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [address, words] of [
      ['/ftp/552/', 'quota'],
      ['/ftp/', 'passive'],
      ['/ftp/commands/', 'passive'],
      ['/ftp/servers/', 'microsoft'],
      ['/ftp/servers/vsftpd/', 'RETR'],
      ['/ftp/situations/', 'passive'],
      ['/ftp/situations/file-missing/', 'vsftpd'],
      ['/ftp/clients/curl/', 'PASV'],
      ['/compare/451/', '553'],
    ] as const) {
      await page.goto(address);
      const filter = page.locator('list-filter').filter({ has: page.getByRole('searchbox') });
      await filter.getByRole('searchbox').fill(words);
      await expect(filter.getByRole('status'), address).toHaveText(/^\d+ of \d+$/);
      const seen = await filter.evaluate((list) => {
        const rows = [...list.querySelectorAll<HTMLElement>('[data-words]')];
        return {
          status: list.querySelector('[role=status]')?.textContent,
          drawn: `${rows.filter((row) => row.offsetHeight > 0).length} of ${rows.length}`,
          miscounted: [...list.querySelectorAll('details')].filter((section) => {
            const count = section.querySelector('[data-count]')?.textContent;
            return (
              count !== undefined &&
              count !== String(section.querySelectorAll('[data-words]:not([hidden])').length)
            );
          }).length,
        };
      });
      expect(seen.drawn, `${address} at ${width} pixels`).toBe(seen.status);
      expect(seen.miscounted, `${address} at ${width} pixels`).toBe(0);
    }
  }
});

test('printed, the page of the situations names the place of its table, which is wider than paper', async ({
  page,
}) => {
  await page.goto('/ftp/situations/');
  await page.emulateMedia({ media: 'print' });
  await expect(
    page.getByRole('region', { name: 'Which code each server answers in each situation' }),
  ).toBeHidden();
  await expect(page.getByText('The table is wider than paper')).toBeVisible();
});

test('a comparison shows where servers choose differently', async ({ page }) => {
  await page.goto('/ftp/450-vs-550/');
  await expect(page.getByRole('heading', { name: 'Where servers choose differently' })).toBeVisible();
  await page.getByRole('link', { name: 'File is locked or in use' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'File is locked or in use' })).toBeVisible();
});

test('a client page shows what it reports, step by step', async ({ page }) => {
  await page.goto('/ftp/clients/curl/#step-retr-preliminary');
  const row = page.getByRole('row', { name: /RETR response: 550/ });
  await expect(row).toContainText('exit 78');
});
