import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './site.ts';

const ticketButton = (page: Page) => page.getByRole('button', { name: 'Copy for a ticket' });
const refusal = (page: Page) => page.getByRole('textbox', { name: /does not let this page copy/ });
const said = (page: Page) => page.getByRole('status').filter({ hasText: 'Copied' });

async function clipboard(page: Page, context: BrowserContext): Promise<Record<string, string>> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return page.evaluate(async () => {
    const forms: Record<string, string> = {};
    for (const item of await navigator.clipboard.read())
      for (const type of item.types) forms[type] = await (await item.getType(type)).text();
    return forms;
  });
}

/** What a browser refuses: everything, as by a policy, or the clipboard itself, as on an http origin. */
const faults = {
  'the clipboard is refused': () => {
    const refuse = () => Promise.reject(new DOMException('Refused by the test', 'NotAllowedError'));
    Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });
  },
  'there is no clipboard, as on an http origin': () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  },
};

test('a code is copied for a ticket as text and as rich text, and the button says so', async ({
  page,
  context,
}) => {
  await page.clock.install();
  await page.goto('/ftp/451/');
  await ticketButton(page).focus();
  await page.keyboard.press('Enter');
  const button = page.getByRole('button', { name: 'Copied', exact: true });
  await expect(button).toBeFocused();
  await expect(said(page)).toHaveText('Copied the text for a ticket.');
  const forms = await clipboard(page, context);
  expect(Object.keys(forms).toSorted()).toEqual(['text/html', 'text/plain']);
  expect(forms['text/plain']).toMatch(/^FTP 451: Local error in processing\n\nThe server accepted/);
  expect(forms['text/plain']).toMatch(
    /If you are connecting: .*\n\nIf you run the server: .*\n\nhttp.*\/ftp\/451\/$/,
  );
  expect(forms['text/html']).toContain('<strong>FTP 451: Local error in processing</strong>');
  await page.clock.fastForward(5000);
  await expect(ticketButton(page)).toBeFocused();
  await expect(said(page)).toHaveCount(0);
});

test('the side that a ticket is for is remembered', async ({ page, context }) => {
  await page.goto('/ftp/451/');
  await page.getByRole('combobox', { name: 'with advice for' }).selectOption('the one who runs the server');
  await page.goto('/ftp/situations/file-missing/');
  await ticketButton(page).click();
  await expect(said(page)).toBeAttached();
  const { 'text/plain': text } = await clipboard(page, context);
  expect(text).toContain('If you run the server:');
  expect(text).not.toContain('If you are connecting:');
  expect(text).toMatch(/\/ftp\/situations\/file-missing\/#server$/);
});

test('comparisons and commands are copied too', async ({ page, context }) => {
  for (const [address, words] of [
    ['/ftp/125-vs-451/', /^FTP 125 \(.*\n\n- After 125: .*\n- After 451: /s],
    [
      '/ftp/commands/retr/',
      /^FTP RETR: Retrieve\n\n.*Syntax: `RETR <SP> <pathname> <CRLF>`.*- First reply: 125, 150/s,
    ],
  ] as const) {
    await page.goto(address);
    await ticketButton(page).click();
    await expect(said(page)).toBeAttached();
    expect((await clipboard(page, context))['text/plain'], address).toMatch(words);
  }
});

test('a link is copied with the section in view', async ({ page, context }) => {
  await page.goto('/ftp/451/?from=test');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(said(page)).toHaveText(/\/ftp\/451\/$/);
  await page.getByRole('heading', { name: 'On the wire' }).evaluate((heading) => {
    heading.scrollIntoView();
  });
  await page.getByRole('button', { name: 'Copy address of this section' }).click();
  await expect(said(page).filter({ hasText: '#example' })).toBeAttached();
  expect((await clipboard(page, context))['text/plain']).toMatch(/\/ftp\/451\/#example$/);
  await page.goto('/ftp/451/index.html');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(said(page)).toHaveText(/\/ftp\/451\/$/);
  await page.goto('/ftp/451/#server-vsftpd');
  await page.getByRole('button', { name: 'Copy address of this section' }).click();
  await expect(said(page)).toHaveText(/\/ftp\/451\/#server-vsftpd$/);
});

for (const [fault, cause] of Object.entries(faults))
  test(`${fault}: a field holds the text selected`, async ({ page, context }) => {
    await page.addInitScript(cause);
    await page.goto('/ftp/451/');
    await ticketButton(page).click();
    const field = refusal(page);
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(/^FTP 451: /);
    expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^FTP 451: .*\/ftp\/451\/$/s);
    await page.keyboard.press('Escape');
    await expect(field).toHaveCount(0);
    await expect(ticketButton(page)).toBeFocused();

    await ticketButton(page).click();
    await page.keyboard.press('Control+c');
    await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeFocused();
    await expect(field).toHaveCount(0);
    const other = await context.newPage();
    await other.goto('/about/');
    const forms = await clipboard(other, context);
    expect(forms['text/plain']).toMatch(/^FTP 451: /);
    expect(forms['text/html']).toContain('<strong>FTP 451: ');
  });

test('without the fonts everything is there and works', async ({ page }) => {
  await page.route('**/*.woff2', (route) => route.abort('internetdisconnected'));
  await page.goto('/ftp/451/');
  await page.getByRole('heading', { name: 'How to fix it' }).hover();
  await expect(page.getByRole('link', { name: 'Link to this section: How to fix it' })).toHaveCSS(
    'opacity',
    '1',
  );
  await ticketButton(page).click();
  await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
});

test("a heading's link is seen on hover and on focus, and what it leads to is marked without motion", async ({
  page,
}) => {
  await page.goto('/ftp/451/');
  const link = page.getByRole('link', { name: 'Link to this section: What it means' });
  await expect(link).toHaveCSS('opacity', '0');
  await page.getByRole('heading', { name: 'What it means' }).hover();
  await expect(link).toHaveCSS('opacity', '1');
  await page.mouse.move(0, 0);
  await expect(link).toHaveCSS('opacity', '0');
  // Focus by keyboard, from the link before it.
  await page.getByRole('button', { name: 'Copy link' }).focus();
  while (!(await link.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('Tab');
  await expect(link).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ftp\/451\/#meaning$/);
  const heading = page.getByRole('heading', { name: 'What it means' });
  await expect(heading).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await expect(heading).toHaveCSS('animation-name', 'none');
  await expect(heading).toHaveCSS('transition-duration', '0s');
});

test('a row that a link leads to is marked', async ({ page }) => {
  for (const address of ['/ftp/servers/vsftpd/#550-failed-to-open-file', '/ftp/550/#server-vsftpd']) {
    await page.goto(address);
    const row = page.locator(':target');
    await expect(row).toBeInViewport();
    await expect(row).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  }
});

test('a code or a comparison is printed on two sheets at most, with its address', async ({ page }) => {
  for (const address of ['/ftp/451/', '/ftp/550/', '/ftp/125-vs-451/', '/ftp/450-vs-550/']) {
    await page.goto(address);
    const pdf = await page.pdf({ format: 'A4' });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect([1, 2], address).toContain(sheets.length);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(new URL(address, page.url()).href)).toBeVisible();
    await expect(ticketButton(page)).toBeHidden();
    await expect(page.getByRole('link', { name: /^Link to this section/ })).toHaveCount(0);
    await page.emulateMedia({ media: null });
  }
});
