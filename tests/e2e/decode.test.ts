/** The decode page as a person uses it: paste, drop, open, read, copy; and what it says when it cannot read. */
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const session = [
  'Status:\tConnecting to 203.0.113.20:21...',
  'Response:\t220 (vsFTPd 3.0.5)',
  'Command:\tUSER demo',
  'Response:\t331 Please specify the password.',
  'Command:\tPASS tr0ub4dor&3',
  'Response:\t230 Login successful.',
  'Command:\tPASV',
  'Response:\t227 Entering Passive Mode (192,168,1,20,156,64).',
  'Command:\tLIST',
  'Response:\t425 Failed to establish connection.',
  'Error:\tFailed to retrieve directory listing',
].join('\n');

const field = (page: Page) => page.getByRole('textbox', { name: 'Session log' });
const turns = (page: Page) => page.locator('#turns > li');
const finding = (page: Page) => page.locator('#diagnosis');

async function decode(page: Page, text: string): Promise<void> {
  await page.goto('/decode/');
  await field(page).fill(text);
  await page.getByRole('button', { name: 'Decode', exact: true }).click();
}

test('a pasted log shows the finding first, then every turn, the failure and its cause marked', async ({
  page,
}) => {
  await decode(page, session);
  await expect(finding(page)).toHaveAttribute('data-finding', 'private-address');
  const heading = page.getByRole('heading', { name: 'The 227 names an address you cannot reach' });
  await expect(heading.locator(':focus')).toHaveCount(1);
  await expect(finding(page)).toContainText('192.168.1.20:40000');
  await expect(finding(page)).toContainText('pasv_address');
  await expect(turns(page)).toHaveCount(11);
  const failed = page.locator('#turns > [data-failure]');
  await expect(failed).toHaveAttribute('data-kind', 'reply');
  await expect(failed).toHaveAttribute('data-code', '425');
  await expect(failed).toHaveAttribute('data-line', '10');
  await expect(page.locator('#turns > [data-cause]')).toHaveAttribute('data-line', '8');
  await expect(page.locator('#turns > [data-verb]')).toHaveCount(4);
  await expect(page.getByRole('link', { name: '425', exact: true }).first()).toHaveAttribute(
    'href',
    '/ftp/425/',
  );
});

test('the password is nowhere in the page once it is read, nor in the address or the storage', async ({
  page,
}) => {
  await decode(page, session);
  await expect(turns(page)).toHaveCount(11);
  await expect(page.locator('#turns')).toContainText('PASS ****');
  await expect(page.locator('#turns')).not.toContainText('tr0ub4dor');
  await expect(finding(page)).not.toContainText('tr0ub4dor');
  expect(page.url()).toMatch(/\/decode\/$/);
  expect(
    await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie])),
  ).not.toContain('tr0ub4dor');
});

test('nothing of a log leaves the browser', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) =>
    sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
  );
  await decode(page, session);
  await expect(turns(page)).toHaveCount(11);
  expect(sent.filter((one) => !one.startsWith('GET ') || /tr0ub4dor|demo|192\.168/.test(one))).toEqual([]);
});

test('the cause and the failing reply are reached by keyboard', async ({ page }) => {
  await decode(page, session);
  await expect(turns(page)).toHaveCount(11);
  const link = page.getByRole('link', { name: /Go to the reply that failed/ });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#turns > [data-failure]')).toBeFocused();
  await page.getByRole('link', { name: /Go to its cause/ }).press('Enter');
  await expect(page.locator('#turns > [data-cause]')).toBeFocused();
});

test('a pasted log is read at once; Ctrl+Enter reads it again', async ({ page }) => {
  await page.goto('/decode/');
  await field(page).focus();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    const log = document.querySelector<HTMLTextAreaElement>('#log');
    log?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    if (log) log.value = text;
  }, session);
  await expect(turns(page)).toHaveCount(11);
  await field(page).fill('220 ready\nUSER a\n530 Permission denied.');
  await page.keyboard.press('Control+Enter');
  await expect(turns(page)).toHaveCount(3);
});

/** The part of the page's script that comes with the first touch, and what it asks for. */
const late = /\/_astro\/(?:desk|worker)[^/]*\.js$|\/decode\/known\.json$/;

test('what only the reading of a log needs is loaded once somebody touches the field', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (late.test(new URL(request.url()).pathname)) loaded.push(request.url());
  });
  await page.goto('/decode/', { waitUntil: 'networkidle' });
  expect(loaded).toEqual([]);
  await field(page).focus();
  await expect.poll(() => loaded.length).toBe(3);
});

test('of what is asked before the decoder is there, the last is done once it is', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_astro/desk*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/decode/');
  await page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'short.log', mimeType: 'text/plain', buffer: Buffer.from('220 ready') });
  await expect(page.getByText('Reading …')).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await field(page).fill(session);
  await page.getByRole('button', { name: 'Decode', exact: true }).click();
  release();
  await expect(turns(page)).toHaveCount(11);
  await expect(field(page)).toHaveValue(session);
});

test('when the decoder cannot be loaded, it says so, and the next try works', async ({ page }) => {
  await page.route('**/_astro/desk*.js', (route) => route.abort('internetdisconnected'));
  await page.goto('/decode/');
  await field(page).fill(session);
  await page.getByRole('button', { name: 'Decode', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'could not be loaded' })).toBeVisible();
  await page.unroute('**/_astro/desk*.js');
  await page.getByRole('button', { name: 'Decode', exact: true }).click();
  await expect(turns(page)).toHaveCount(11);
});

test('an example opens and is read', async ({ page }) => {
  await page.goto('/decode/');
  const examples = page.getByRole('region', { name: 'Try it with a session' }).getByRole('link');
  expect(await examples.count()).toBeGreaterThanOrEqual(8);
  await examples.filter({ hasText: 'ncftp' }).click();
  await expect(finding(page)).toHaveAttribute('data-finding', 'writable-root');
  await expect(field(page)).not.toHaveValue('');
});

test('a file is opened, whatever its encoding', async ({ page }) => {
  await page.goto('/decode/');
  const utf16 = Buffer.from(`\ufeff${session.replaceAll('\n', '\r\n')}`, 'utf16le');
  await page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'filezilla.log', mimeType: 'text/plain', buffer: utf16 });
  await expect(turns(page)).toHaveCount(11);
  await expect(page.getByText('filezilla.log, 1 kB')).toBeVisible();
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(field(page)).toBeEnabled();
});

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  test('"Copy for a ticket" gives the finding and the masked log as Markdown', async ({ page }) => {
    await decode(page, session);
    await page.getByRole('button', { name: 'Copy for a ticket' }).click();
    await expect(page.getByText('Copied.', { exact: true })).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('**The 227 names an address you cannot reach**');
    expect(text).toContain('< 425 Failed to establish connection.   <-- failed here');
    expect(text).toMatch(/http:\/\/localhost:\d+\/ftp\/situations\/private-address\//);
    expect(text).not.toContain('tr0ub4dor');
    await page.getByRole('button', { name: 'Copy as plain text' }).click();
    await expect(async () => {
      expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain('**The');
    }).toPass();
  });
});

test('where the clipboard is refused, the text for the ticket can be taken by hand', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  await decode(page, session);
  await page.getByRole('button', { name: 'Copy for a ticket' }).click();
  const text = page.getByRole('textbox', { name: 'Text for the ticket: copy it from here' });
  await expect(text).toBeFocused();
  await expect(text).toHaveValue(/425 Failed to establish connection/);
});

const other: readonly (readonly [name: string, text: string, id: string, title: RegExp])[] = [
  ['an empty paste', '  \n ', 'empty', /empty|nothing/i],
  ['an HTTP log', 'GET / HTTP/1.1\nHost: example.org\n\nHTTP/1.1 404 Not Found', 'looks-like-http', /HTTP/],
  ['an SFTP log', 'OpenSSH_9.2p1\ndebug1: Connecting to example.org\nsftp> ls', 'looks-like-ssh', /SFTP|SSH/],
  [
    'e-mail',
    '220 mail ESMTP\nEHLO me\n250-PIPELINING\n250 8BITMIME\nMAIL FROM:<a@b>\n250 2.1.0 Ok',
    'looks-like-smtp',
    /SMTP|mail/i,
  ],
  ['words that are no log', 'my printer does not print', 'none', /No FTP command/],
];
for (const [name, text, id, title] of other)
  test(`${name} gets a clear sentence, and stays in the field`, async ({ page }) => {
    await decode(page, text);
    await expect(finding(page)).toHaveAttribute('data-finding', id);
    await expect(finding(page).getByRole('heading')).toHaveText(title);
    await expect(field(page)).toHaveValue(text);
  });

test('a binary file gets a clear sentence', async ({ page }) => {
  await page.goto('/decode/');
  const noise = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 37) % 256));
  await page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'a.bin', mimeType: 'application/zip', buffer: noise });
  await expect(finding(page)).toHaveAttribute('data-finding', 'not-text');
});

test('markup in a log stays text', async ({ page }) => {
  await decode(
    page,
    '220 <img src=x onerror=alert(1)> ready\nUSER <b>a</b>\n530 <script>alert(1)</script> denied',
  );
  await expect(turns(page)).toHaveCount(3);
  await expect(page.locator('#turns img, #turns b, #turns script')).toHaveCount(0);
  await expect(turns(page).first()).toContainText('<img src=x onerror=alert(1)>');
});

test('a long log is shown at the places that matter, the rest on demand', async ({ page }) => {
  const quiet = Array.from({ length: 3000 }, (_, index) => `NOOP\n200 ok ${index}`).join('\n');
  await page.goto('/decode/');
  const buffer = Buffer.from(
    `220 ready\nUSER a\n331 pw\nPASS b\n230 in\n${quiet}\nRETR x\n550 x: No such file or directory\n${quiet}\nQUIT\n221 bye\n`,
  );
  await page.getByLabel('Open a file').setInputFiles({ name: 'long.log', mimeType: 'text/plain', buffer });
  await expect(page.locator('#turns > [data-failure]')).toHaveAttribute('data-line', '6007');
  expect(await turns(page).count()).toBeLessThan(800);
  const more = page.getByRole('button', { name: /^Show 400 of/ }).first();
  const before = await turns(page).count();
  await more.click();
  await expect(turns(page)).toHaveCount(before + 400);
  await expect(turns(page).last()).toHaveAttribute('data-code', '221');
});

test('a file of 50 MB is read from its end, with true line numbers, and the page stays alive', async ({
  page,
}) => {
  await page.goto('/decode/');
  await page.evaluate(() => {
    const quiet = new Blob([`${'x'.repeat(99)}\n`.repeat(500_000)]);
    const file = new File([quiet, '220 ready\nUSER a\n530 Permission denied.\n'], 'huge.log');
    const data = new DataTransfer();
    data.items.add(file);
    document
      .querySelector('#log')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(page.locator('#turns > [data-failure]')).toHaveAttribute('data-line', '500003', {
    timeout: 20_000,
  });
  await expect(page.getByText(/Its last 24 MB were read/)).toBeVisible();
});

test('when what the decoder knows cannot be loaded, it says so, and the log stays', async ({
  page,
  context,
}) => {
  await context.route('**/decode/known.json', (route) => route.abort('internetdisconnected'));
  await page.goto('/decode/');
  await field(page).fill(session);
  await page.getByRole('button', { name: 'Decode', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'could not be loaded' })).toBeVisible();
  await expect(field(page)).toHaveValue(session);
  await context.unroute('**/decode/known.json');
  await page.getByRole('button', { name: 'Decode', exact: true }).click();
  await expect(turns(page)).toHaveCount(11);
});
