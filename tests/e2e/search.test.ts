import type { Page } from '@playwright/test';
import { expect, SearchBox, test } from './site.ts';

test('by keyboard alone: open, type a code, go', async ({ page }) => {
  await page.goto('/');
  const box = new SearchBox(page);
  await box.openByKey('/');
  await page.keyboard.type('451');
  await expect(box.options.first()).toContainText('451 Local error in processing');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ftp\/451\/$/);
});

test('by keyboard alone: choose further down with the arrows', async ({ page }) => {
  await page.goto('/ftp/451/');
  const box = new SearchBox(page);
  await box.openByKey('Control+k');
  await page.keyboard.type('125 451');
  await expect(box.options).toHaveCount(3);
  await expect(box.options.nth(0)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(box.field).toHaveAttribute('aria-activedescendant', 'quick-hit-1');
  await expect(box.options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ftp\/125\/$/);
});

test('by mouse', async ({ page }) => {
  await page.goto('/');
  const box = new SearchBox(page);
  await page.getByRole('link', { name: 'Search' }).click();
  await box.field.fill('RNFR');
  await box.options.filter({ hasText: 'Rename From' }).first().click();
  await expect(page).toHaveURL(/\/ftp\/commands\/rnfr\/$/);
});

test('Escape closes it and gives the focus back', async ({ page }) => {
  await page.goto('/');
  const box = new SearchBox(page);
  const opener = page.getByRole('link', { name: 'Search' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(box.field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box.field).toBeHidden();
  await expect(opener).toBeFocused();
});

test('a slash typed into a field is a slash', async ({ page }) => {
  await page.goto('/search/');
  const field = page.getByRole('searchbox', { name: 'Search for' });
  await field.focus();
  await page.keyboard.type('125/451');
  await expect(field).toHaveValue('125/451');
});

test('once the search has answered, a code, a pair and a command need no network', async ({
  page,
  context,
}) => {
  await page.goto('/');
  const box = new SearchBox(page);
  await box.openByKey('/');
  await page.keyboard.type('421');
  await expect(box.options.first()).toBeVisible();
  await context.setOffline(true);
  for (const [typed, target] of [
    ['550', '550 File unavailable'],
    ['331 530', '331 vs 530'],
    ['451-125', '125 vs 451'],
    ['epsv', 'EPSV'],
  ] as const) {
    await box.field.fill(typed);
    await expect(box.options.first(), typed).toContainText(target);
  }
  await context.setOffline(false);
});

/** Holds back every script that a page asks for from now on. Returns what lets them go. */
async function slowScripts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  await page.route('**/_astro/*.js', async (route) => {
    await promise;
    await route.continue();
  });
  return () => {
    resolve(undefined);
  };
}

const searchField = (page: Page) => page.getByRole('searchbox', { name: 'Search for' });

test('what is typed into the dialog before its scripts are here is answered', async ({ page }) => {
  await page.goto('/');
  const letGo = await slowScripts(page);
  const box = new SearchBox(page);
  await box.openByKey('/');
  await page.keyboard.type('451');
  await expect(box.field).toHaveValue('451');
  await expect(box.options).toHaveCount(0);
  letGo();
  await expect(box.options.first()).toContainText('451 Local error in processing');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ftp\/451\/$/);
});

test('the dialog says if its scripts cannot be had, and opened again it tries again', async ({ page }) => {
  await page.goto('/');
  await page.route('**/_astro/dialog*.js', (route) => route.abort('internetdisconnected'));
  const box = new SearchBox(page);
  await box.openByKey('/');
  await page.keyboard.type('451');
  await expect(page.getByText('The search could not be loaded.')).toBeVisible();
  await page.unroute('**/_astro/dialog*.js');
  await page.keyboard.press('Escape');
  await expect(box.field).toBeHidden();
  await box.openByKey('/');
  await expect(box.options.first()).toContainText('451 Local error in processing');
});

test.describe('the search page', () => {
  test('loads the scripts of the search when somebody turns to it, and not before', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    for (const address of ['/404.html', '/search/']) {
      await page.goto(address, { waitUntil: 'networkidle' });
      await expect(searchField(page)).toHaveValue('');
    }
    expect(asked.filter((path) => /\/(find|vocabulary|hit-view)\./.test(path))).toEqual([]);
    const script = page.waitForRequest('**/_astro/find.*.js');
    await searchField(page).focus();
    await script;
  });

  test('answers what was typed before its scripts were here, the last of it alone', async ({ page }) => {
    await page.goto('/search/');
    const letGo = await slowScripts(page);
    const shown = page.locator('#search-results');
    await shown.evaluate((list) => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver(() => seen.push(list.querySelector('a')?.pathname ?? '')).observe(list, {
        childList: true,
      });
    });
    await searchField(page).pressSequentially('550 451');
    await searchField(page).fill('RETR');
    await expect(page).toHaveURL(/\?q=RETR$/);
    await expect(shown).toHaveAttribute('data-state', 'loading');
    letGo();
    await expect(shown).toHaveAttribute('data-state', 'done');
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    expect(new Set(seen)).toEqual(new Set(['/ftp/commands/retr/']));
  });

  test('answers what was typed before its own script was here', async ({ page }) => {
    const letGo = await slowScripts(page);
    await page.goto('/search/', { waitUntil: 'commit' });
    await searchField(page).fill('125 vs 451');
    letGo();
    await expect(page.locator('#search-results[data-state=done]').getByRole('link').first()).toHaveAttribute(
      'href',
      '/ftp/125-vs-451/',
    );
    await expect(page).toHaveURL(/\?q=125\+vs\+451$/);
  });

  test('says if its scripts cannot be had, and searched again it tries again', async ({ page }) => {
    await page.goto('/search/');
    await page.route('**/_astro/find*.js', (route) => route.abort('internetdisconnected'));
    await searchField(page).fill('451');
    await expect(page.getByText('The search could not be loaded.')).toBeVisible();
    await expect(page.locator('#search-results')).toHaveAttribute('data-state', 'error');
    await page.unroute('**/_astro/find*.js');
    await searchField(page).press('Enter');
    await expect(page.locator('#search-results[data-state=done]').getByRole('link').first()).toHaveAttribute(
      'href',
      '/ftp/451/',
    );
  });

  const first = (query: string) => ({ query, address: `/search/?q=${encodeURIComponent(query)}` });

  test('ranks the page that is meant first', async ({ page }) => {
    for (const [query, target] of [
      ['451', '/ftp/451/'],
      ['FTP 451', '/ftp/451/'],
      ['125 vs 451', '/ftp/125-vs-451/'],
      ['451/125', '/ftp/125-vs-451/'],
      ['RETR', '/ftp/commands/retr/'],
      ['550 Failed to open file.', '/ftp/550/'],
      ['4xx', '/ftp/classes/4xx/'],
      ['writable root inside chroot', '/ftp/situations/writable-root/'],
      ['session reuse required', '/ftp/522/'],
      ['quota', '/ftp/situations/quota-exceeded/'],
      ['Too many connections (8) from this IP', '/ftp/421/'],
      ['530 Login incorect', '/ftp/530/'],
      ['FILE_UNAVAILABLE', '/ftp/550/'],
      ['vsfptd', '/ftp/servers/vsftpd/'],
      ['curl: (67) Access denied: 530', '/ftp/530/'],
    ] as const) {
      await page.goto(first(query).address);
      const results = page.locator('#search-results[data-state=done]').getByRole('link');
      await expect(results.first(), query).toHaveAttribute('href', target);
      await expect(results.first(), query).toContainText(
        /^(Code|Comparison|Command|Class|Situation|Server)[^,[]/,
      );
    }
  });

  test('keeps the query in the address and in the field', async ({ page }) => {
    await page.goto('/search/?q=quota');
    const field = page.getByRole('searchbox', { name: 'Search for' });
    await expect(field).toHaveValue('quota');
    await field.fill('rename');
    await expect(page).toHaveURL(/\?q=rename$/);
    await expect(page.locator('#search-results')).toHaveAttribute('data-state', 'done');
  });

  test('is idle without a query, and says when there is nothing', async ({ page }) => {
    await page.goto('/search/');
    await expect(page.locator('#search-results')).toHaveAttribute('data-state', 'idle');
    await page.getByRole('searchbox', { name: 'Search for' }).fill('zzzzqqqq');
    await expect(page.getByRole('status').filter({ hasText: 'Nothing found' })).toBeVisible();
  });

  test('survives whatever is pasted and shows nothing of it as markup', async ({ page }) => {
    const pastes = [
      '<img src=x onerror=alert(1)>',
      '<script>document.title="x"</script>',
      '"550',
      '.*+?^${}()|[]\\',
      '\u0000\u0007\u202e550',
      '💾',
      'x'.repeat(10_000),
      '%E0%A4%A',
    ];
    await page.goto('/search/');
    const field = page.getByRole('searchbox', { name: 'Search for' });
    for (const paste of pastes) {
      await field.fill(paste);
      await expect(page.locator('#search-results')).toHaveAttribute('data-state', 'done');
      await expect(page.getByRole('main').locator('img, script')).toHaveCount(0);
    }
    await expect(page).toHaveTitle('Search FTP reply codes');
  });
});

test('a pasted log keeps its lines, and the reply that failed comes first', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/search/');
  const log = '220 Welcome\n331 Please specify the password.\n530 Login incorrect.\n221 Goodbye.';
  await page.evaluate((text) => navigator.clipboard.writeText(text), log);
  await page.getByRole('searchbox', { name: 'Search for' }).focus();
  await page.keyboard.press('Control+v');
  await expect(page.locator('#search-results').getByRole('link').first()).toHaveAttribute(
    'href',
    '/ftp/530/',
  );
  await page.reload();
  await expect(page.locator('#search-results[data-state=done]').getByRole('link').first()).toHaveAttribute(
    'href',
    '/ftp/530/',
  );
});

test('a line leads to its code, and then to the very row of the situation and the server', async ({
  page,
}) => {
  await page.goto('/search/?q=550%20Failed%20to%20open%20file.');
  const links = page.locator('#search-results[data-state=done]').getByRole('link');
  await expect(links.nth(1)).toHaveAttribute('href', '/ftp/situations/file-missing/#server-vsftpd');
  await expect(links.nth(1).getByText('Failed', { exact: true })).toBeVisible();
  await links.filter({ hasText: 'vsftpd sends it' }).click();
  await expect(page).toHaveURL(/\/ftp\/servers\/vsftpd\/#550$/);
});

test('filters by kind and by class live in the address', async ({ page }) => {
  await page.goto('/search/?q=permission%20denied');
  const results = page.locator('#search-results[data-state=done] > li');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Situation');
  await expect(page).toHaveURL(/q=permission\+denied&kind=Situation$/);
  await expect(results.first()).toContainText(/^Situation/);
  await expect(results.filter({ hasNotText: /^Situation/ })).toHaveCount(0);
  await page.goto('/search/?q=timeout&class=4xx');
  await expect(results.first()).toContainText(/^(Code|Comparison)4/);
});

test('the texts of all pages are looked through when asked for', async ({ page }) => {
  await page.goto('/search/?q=quota');
  const results = page.locator('#search-results[data-state=done] > li');
  await expect(results.first()).toBeVisible();
  await page.getByRole('button', { name: 'Look through the text of every page' }).click();
  await expect(results.locator('.hit-text mark').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Look through the text of every page' })).toBeHidden();
});

test('without the word index, codes are still found and the page says what is missing', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ baseURL: baseURL ?? '' });
  await page.route(/\/pagefind\/|known\.json/, (route) => route.abort());
  await page.goto('/search/?q=550%20quota%20exceeded');
  await expect(page.locator('#search-results')).toHaveAttribute('data-state', 'error');
  await expect(page.getByRole('status').filter({ hasText: 'could not be loaded' })).toBeVisible();
  await expect(page.locator('#search-results').getByRole('link').first()).toHaveAttribute(
    'href',
    '/ftp/550/',
  );
  await page.close();
});
