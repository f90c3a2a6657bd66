/** The site under the headers that hosts send with it, and without their redirects. */
import { readFileSync } from 'node:fs';
import { policyOf } from '../../src/build/hosting/headers.ts';
import { expect, kinds, test } from './site.ts';

test('every kind of page works under the strict policy as a header', async ({ page }) => {
  const policy = policyOf(readFileSync('dist/index.html', 'utf8'));
  for (const [kind, address] of Object.entries(kinds)) {
    // What the policy forbids, the browser logs as an error, and then this fails like every other test.
    const response = await page.goto(address);
    const headers = response?.headers() ?? {};
    expect(headers['content-security-policy'], kind).toBe(policy);
    expect(headers['x-content-type-options'], kind).toBe('nosniff');
    expect(headers['cross-origin-opener-policy'], kind).toBe('same-origin');
    expect(headers['cache-control'], kind).toBe('no-cache');
  }
});

test('the policy is strict', () => {
  const policy = policyOf(readFileSync('dist/index.html', 'utf8'));
  for (const directive of [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ])
    expect(policy).toContain(directive);
  expect(policy).not.toMatch(/'unsafe-|https?:|\*/);
});

test('where a host knows no redirects, the missing page leads from a form of an address to the page', async ({
  page,
}) => {
  const missing = readFileSync('dist/404.html', 'utf8');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const [form, target] of [
    ['/451/', /\/ftp\/451\/$/],
    ['/550-vs-450', /\/ftp\/450-vs-550\/$/],
    ['/FTP/451/#fix', /\/ftp\/451\/#fix$/],
    ['/ftp/code/451', /\/ftp\/451\/$/],
    ['/ftp/codes/451', /\/ftp\/451\/$/],
    ['/codes/451', /\/ftp\/451\/$/],
    ['/FTP/Commands/RETR/', /\/ftp\/commands\/retr\/$/],
  ] as const) {
    let answers = 0;
    await page.route(form.replace(/#.*/, ''), (route) => {
      answers += 1;
      return route.fulfill({ status: 404, contentType: 'text/html', body: missing });
    });
    await page.goto(form);
    await expect(page, form).toHaveURL(target);
    expect(answers, `${form} was answered with the missing page`).toBe(1);
  }
  expect(asked, 'no search is needed for that').not.toContain('/search/known.json');
});

test('the missing page stays where a form of an address has no page, and offers what there is', async ({
  page,
}) => {
  const body = readFileSync('dist/404.html', 'utf8');
  await page.route('/558', (route) => route.fulfill({ status: 404, contentType: 'text/html', body }));
  await page.goto('/558');
  await expect(
    page.getByRole('main').getByRole('link', { name: /558 is a code nobody has described/ }),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/558$/);
});
