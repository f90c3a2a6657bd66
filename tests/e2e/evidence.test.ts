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

test('what servers send with a code can be filtered, and folded texts that match are shown', async ({
  page,
}) => {
  await page.goto('/ftp/550/#servers');
  const text = page
    .getByRole('main')
    .locator('details')
    .getByText('Failed to open file.', { exact: true })
    .first();
  await expect(text).toBeHidden();
  await page.getByLabel('Filter what servers send with 550').fill('vsftpd open file');
  await expect(text).toBeVisible();
  await page.getByLabel('Filter what servers send with 550').fill('');
  await expect(text).toBeHidden();
});

test('the filter of a page says when nothing is left', async ({ page }) => {
  await page.goto('/ftp/servers/vsftpd/');
  await page.getByLabel('Filter the replies of vsftpd').fill('no such words');
  await expect(page.getByRole('status')).toHaveText('No row holds all of these words.');
});

test('a comparison shows where servers choose differently', async ({ page }) => {
  await page.goto('/ftp/450-vs-550/');
  await expect(page.getByRole('heading', { name: 'Where servers choose differently' })).toBeVisible();
  await page.getByRole('link', { name: 'File not found on download' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'File not found on download' })).toBeVisible();
});

test('a client page shows what it reports, step by step', async ({ page }) => {
  await page.goto('/ftp/clients/curl/#step-retr-preliminary');
  const row = page.getByRole('row', { name: /RETR response: 550/ });
  await expect(row).toContainText('exit 78');
});
