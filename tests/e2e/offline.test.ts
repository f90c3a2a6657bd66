/** Keeping the site for offline, with the real worker, against servers that change their site and go away. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from '@playwright/test';
import { siteServer } from '../../src/build/serve.ts';
import { pageHash } from '../../src/offline/list.ts';
import { expect, test as base } from './site.ts';

/** The built site at an address of its own, with a few files in another version. */
interface Site {
  readonly origin: string;
  /** Every path asked for, oldest first. */
  readonly asked: string[];
  /** Breaks every connection, as the browser's own emulation does not for a worker's script. */
  gone: boolean;
  /** What a next build has made of some files, by path: "/ftp/451/". The worker's list says so. */
  publish(changes: Readonly<Record<string, (content: string) => string>>): void;
  /** Answers a path with another content, of which the worker's list knows nothing. */
  alter(path: string, change: (content: string) => string): void;
}

const fileOf = (path: string): string => `dist${path.endsWith('/') ? `${path}index.html` : path}`;
/** In milliseconds, for the whole site. */
const fetched = 45_000;
const sha256 = (content: string): string => createHash('sha256').update(content).digest('base64');

const test = base.extend<{ site: Site }>({
  // Playwright wants the fixtures that a fixture uses named in a pattern, were it an empty one.
  site: async ({}, use) => {
    const built = siteServer('dist', '/');
    const changed = new Map<string, string>();
    const asked: string[] = [];
    const server = createServer((request, response) => {
      if (site.gone) {
        request.socket.destroy();
        return;
      }
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      asked.push(pathname);
      const content = changed.get(pathname);
      if (content === undefined) {
        built.emit('request', request, response);
        return;
      }
      const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }).end(content);
    }).listen(0, 'localhost');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // not a pipe: it listens at a port
    const contentOf = (path: string): string => changed.get(path) ?? readFileSync(fileOf(path), 'utf8');
    const alter: Site['alter'] = (path, change) => {
      const before = contentOf(path);
      const after = change(before);
      expect(after, `${path} is another`).not.toBe(before);
      changed.set(path, after);
    };
    const site: Site = {
      gone: false,
      origin: `http://localhost:${port}`,
      asked,
      alter,
      publish(changes) {
        for (const [path, change] of Object.entries(changes)) {
          const before = sha256(contentOf(path));
          alter(path, change);
          const after = sha256(contentOf(path));
          alter('/offline.js', (worker) =>
            worker.includes(before)
              ? worker.replace(before, after)
              : worker.replace(pageHash(before), pageHash(after)),
          );
        }
      },
    };
    await use(site);
    server.closeAllConnections();
    server.close();
  },
});

const button = (page: Page) => page.getByRole('button', { name: 'Keep for offline' });
const undo = (page: Page) => page.getByRole('button', { name: 'Remove what is kept' });
const newVersion = (page: Page) => page.getByRole('button', { name: 'Use the new version' });

async function keep(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.origin}/about/#offline`);
  await button(page).click();
  await expect(undo(page)).toBeVisible({ timeout: fetched });
}

// The whole site is fetched in most of these, which takes long where the machine has other things to do.
test.beforeEach(() => {
  test.slow();
});

/** What of the site the browser holds. */
const held = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const counts = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).length),
    );
    return {
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      files: counts.reduce((sum, count) => sum + count, 0),
    };
  });
const nothing = { workers: 0, files: 0 };

async function network(is: 'away' | 'back', context: BrowserContext, site: Site): Promise<void> {
  await context.setOffline(is === 'away');
  site.gone = is === 'away';
}

test('nothing is kept and no worker is fetched before somebody asks', async ({ page, site }) => {
  for (const path of ['/', '/ftp/451/', '/about/']) await page.goto(site.origin + path);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Keep for offline' }).click();
  await expect(button(page)).toBeVisible();
  await expect(page.getByText(/^It stores about \d\d\.\d MB in this browser/)).toBeVisible();
  await page.goto(`${site.origin}/ftp/550/`);
  expect(await held(page)).toEqual(nothing);
  expect(site.asked).not.toContain('/offline.js');
});

test('once kept, codes, commands, situations, search and decoder work without a network', async ({
  page,
  context,
  site,
}) => {
  await keep(page, site);
  await expect(page.getByText(/^Kept: \d\d\.\d MB\. /)).toBeVisible();
  await expect(undo(page)).toBeFocused();
  await network('away', context, site);
  for (const [path, title] of [
    ['/', /FTP/],
    ['/ftp/451/', /451/],
    ['/ftp/commands/retr/', /RETR/],
    ['/ftp/situations/disk-full/', /disk/i],
    ['/ftp/servers/vsftpd/', /vsftpd/],
    ['/ftp/450-vs-550/', /450/],
  ] as const) {
    await page.goto(site.origin + path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('body'), 'its style is there').toHaveCSS('margin', '0px');
  }
  for (const [form, address] of [
    ['/451', '/ftp/451/'],
    ['/ftp/550-vs-450/', '/ftp/450-vs-550/'],
    ['/compare/?a=550&b=450', '/ftp/450-vs-550/'],
  ] as const) {
    await page.goto(site.origin + form);
    await expect(page).toHaveURL(site.origin + address);
  }

  await page.goto(`${site.origin}/search/?q=quota`);
  await expect(page.locator('#search-results')).toHaveAttribute('data-state', 'done');
  await expect(page.getByRole('main').getByRole('link', { name: /552/ }).first()).toBeVisible();

  await page.goto(`${site.origin}/decode/`);
  await page
    .getByRole('region', { name: 'Try it with a session' })
    .getByRole('link')
    .filter({ hasText: 'ncftp' })
    .click();
  await expect(page.locator('#diagnosis')).toHaveAttribute('data-finding', 'writable-root');
});

test('a comparison that is not kept says so calmly and leads to both codes; one that was visited is kept', async ({
  page,
  context,
  site,
}) => {
  await keep(page, site);
  await page.goto(`${site.origin}/ftp/120-vs-451/`);
  await page.goto(`${site.origin}/about/`);
  await expect(page.getByText(/and 1 page that you visited, 0\.0 MB/)).toBeVisible();
  await network('away', context, site);
  await page.goto(`${site.origin}/ftp/451-vs-120/`);
  await expect(page).toHaveURL(`${site.origin}/ftp/120-vs-451/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/120/);

  await page.goto(`${site.origin}/ftp/125-vs-550/`);
  await expect(page.getByRole('heading', { name: 'This page is not kept' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /^125 / })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: /^550 / }).click();
  await expect(page).toHaveURL(`${site.origin}/ftp/550/`);
  await page.goBack();
  await network('back', context, site);
  await page.getByRole('link', { name: 'try again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/125.*550/s);
});

test('keeping is undone with one press: no worker and no file is left, and visits add none', async ({
  page,
  site,
}) => {
  await keep(page, site);
  await page.goto(`${site.origin}/about/`);
  await undo(page).click();
  await expect(button(page)).toBeFocused();
  expect(await held(page)).toEqual(nothing);
  await page.goto(`${site.origin}/ftp/120-vs-451/`);
  expect(await held(page)).toEqual(nothing);
});

const mark = (version: string) => (content: string) => content.replace('<h1', `<p>${version}</p><h1`);

test('a new version is fetched whole, and shown only when the reader asks; until then nothing of it is mixed in', async ({
  page,
  context,
  site,
}) => {
  await keep(page, site);
  await page.goto(`${site.origin}/ftp/451/`);
  site.publish({
    '/ftp/451/': mark('Second version'),
    '/ftp/550/': mark('Second version'),
    '/ftp/120-vs-451/': mark('Second version'),
  });
  await page.goto(`${site.origin}/ftp/550/`);
  await expect(newVersion(page)).toBeVisible({ timeout: fetched });
  await page.goto(`${site.origin}/ftp/451/`);
  await expect(page.getByText('Second version')).toHaveCount(0);
  await page.goto(`${site.origin}/ftp/120-vs-451/`);
  await expect(page.getByText('Second version'), 'the network has no other').toBeVisible();
  await network('away', context, site);
  await page.goto(`${site.origin}/ftp/120-vs-451/`);
  await expect(page.getByRole('heading', { name: 'This page is not kept' })).toBeVisible();

  await page.goto(`${site.origin}/ftp/451/`);
  const other = await context.newPage();
  await other.goto(`${site.origin}/ftp/550/`);
  await newVersion(page).click();
  for (const open of [page, other]) await expect(open.getByText('Second version')).toBeVisible();
  await expect(newVersion(page)).toHaveCount(0);
  expect((await held(page)).files, 'nothing of the old version is left').toBe(
    (JSON.parse(readFileSync('dist/offline.json', 'utf8')) as { files: number }).files,
  );
});

test('a page of another version loads its data from where it came, not from what is kept', async ({
  page,
  site,
}) => {
  await keep(page, site);
  await page.goto(`${site.origin}/ftp/451/`);
  const asksFor = async (path: string): Promise<boolean> => {
    await page.goto(site.origin + path);
    site.asked.length = 0;
    await page.evaluate(async () => (await fetch('/search/known.json')).text());
    return site.asked.includes('/search/known.json');
  };
  expect(await asksFor('/ftp/120-vs-451/')).toBe(false);
  site.alter('/ftp/125-vs-550/', mark('Second version'));
  expect(await asksFor('/ftp/125-vs-550/')).toBe(true);
  expect(await asksFor('/ftp/451/')).toBe(false);
});

test('a site that is half updated is not kept, and the version that was there stays', async ({
  page,
  context,
  site,
}) => {
  site.alter('/ftp/451/', mark('Half a version'));
  await page.goto(`${site.origin}/about/`);
  await button(page).click();
  await expect(page.getByText(/What arrived is not what the site published/)).toBeVisible({
    timeout: fetched,
  });
  await expect(button(page)).toBeEnabled();
  expect(await held(page)).toEqual(nothing);

  site.alter('/ftp/451/', () => readFileSync('dist/ftp/451/index.html', 'utf8'));
  await keep(page, site);
  await page.goto(`${site.origin}/ftp/451/`);
  const before = await held(page);
  site.publish({ '/ftp/550/': mark('Second version') });
  site.alter('/ftp/550/', mark('Half a version'));
  await page.goto(`${site.origin}/about/`);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    const worker = registration?.installing;
    if (worker)
      await new Promise<void>((resolve) => {
        worker.addEventListener('statechange', () => {
          if (worker.state === 'redundant') resolve();
        });
      });
  });
  expect(await held(page)).toEqual(before);
  await network('away', context, site);
  await page.goto(`${site.origin}/ftp/550/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/550/);
  await expect(page.getByText(/version/i).filter({ hasText: /Second|Half/ })).toHaveCount(0);
});

test('when the storage is full, nothing is kept by halves, and a sentence says what to do', async ({
  page,
  site,
}) => {
  // The worker has a world of its own, which no script of the test can enter but with the worker's.
  site.alter(
    '/offline.js',
    (worker) =>
      `{const put=Cache.prototype.put;let left=100;Cache.prototype.put=function(...all){return left-->0?put.apply(this,all):Promise.reject(new DOMException("full","QuotaExceededError"))}}${worker}`,
  );
  await page.goto(`${site.origin}/about/`);
  await button(page).click();
  await expect(page.getByText(/no room left for the site. Nothing was kept/)).toBeVisible({
    timeout: fetched,
  });
  await expect(button(page)).toBeEnabled();
  expect(await held(page)).toEqual(nothing);
});

test('when the network goes away while the pages are fetched, nothing is kept, and pressing again keeps them', async ({
  page,
  context,
  site,
}) => {
  await page.goto(`${site.origin}/about/`);
  await button(page).click();
  await expect.poll(() => site.asked.length).toBeGreaterThan(60);
  await context.setOffline(true);
  await expect(page.getByText(/The network went away. Nothing was kept/)).toBeVisible({ timeout: fetched });
  expect(await held(page)).toEqual(nothing);
  await context.setOffline(false);
  await button(page).click();
  await expect(undo(page)).toBeVisible({ timeout: fetched });
});

for (const [name, hide, sentence] of [
  [
    'where the browser cannot keep pages',
    () => {
      // As in Firefox's private windows.
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    },
    /This browser does not let a site keep its pages/,
  ],
  [
    'over http',
    () => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
      Object.defineProperty(globalThis, 'isSecureContext', { value: false });
    },
    /only from https addresses/,
  ],
] as const)
  test(`${name} there is no button, and a sentence that says why`, async ({ page }) => {
    await page.addInitScript(hide);
    await page.goto('/about/#offline');
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(button(page)).toHaveCount(0);
  });

test('where the browser refuses the worker, a sentence says so', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new DOMException('no', 'SecurityError'));
  });
  await page.goto('/about/#offline');
  await button(page).click();
  await expect(page.getByText(/This browser refused to keep the site/)).toBeVisible();
  await expect(button(page)).toBeEnabled();
});
