/** What a page of each kind loads before anybody touches it: bytes as the package sends them, and files. */
import type { Browser, Response } from '@playwright/test';
import { launch } from './browser.ts';
import { budgets } from './budgets.ts';
import type { Kinds } from './kinds.ts';
import { atMost, type Limit, type Measurement, type Unit } from './measurement.ts';
import { packed } from './packed.ts';
import { serve } from './server.ts';
import { everyPage } from './pages.ts';

const sorts = ['document', 'stylesheet', 'script', 'font'] as const;
type Sort = (typeof sorts)[number];

const names: Readonly<Record<Sort, string>> = {
  document: 'HTML',
  stylesheet: 'CSS',
  script: 'scripts',
  font: 'fonts',
};

const limits: Readonly<Record<Exclude<Sort, 'document'>, Limit>> = {
  stylesheet: atMost(budgets.page.css),
  script: atMost(budgets.page.script),
  font: atMost(budgets.page.fonts),
};

const htmlBudget = (address: string): number =>
  /\/ftp\/servers\/[^/]+\/$/.test(address) ? budgets.page.serverHtml : budgets.page.html;
const limitOf = (sort: Sort, address: string): Limit =>
  sort === 'document' ? atMost(htmlBudget(address)) : limits[sort];

interface Load {
  readonly type: string;
  readonly pathname: string;
}

async function loadsOf(browser: Browser, origin: string, address: string): Promise<readonly Load[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const loads: Load[] = [];
  page.on('response', (response: Response) => {
    const { pathname, protocol } = new URL(response.url());
    if (protocol !== 'data:') loads.push({ type: response.request().resourceType(), pathname });
  });
  await page.goto(origin + address, { waitUntil: 'networkidle' });
  await context.close();
  return loads;
}

export async function measureBytes(kinds: Kinds): Promise<readonly Measurement[]> {
  const { sent, folder } = await packed();
  const server = await serve();
  const browser = await launch();
  const rows: Measurement[] = [];
  const row = (of: string, what: string, value: number, unit: Unit, limit: Limit | null = null): void => {
    rows.push({ part: 'bytes', of, what, value, unit, limit });
  };
  try {
    for (const [kind, address] of Object.entries(kinds)) {
      const loads = await loadsOf(browser, server.origin, address);
      const total = (some: readonly Load[]) => some.reduce((sum, { pathname }) => sum + sent(pathname), 0);
      for (const sort of sorts)
        row(
          kind,
          names[sort],
          total(loads.filter(({ type }) => type === sort)),
          'bytes',
          limitOf(sort, address),
        );
      const fonts = loads.filter(({ type }) => type === 'font').length;
      row(kind, 'font files', fonts, 'files', atMost(budgets.page.fontFiles));
      row(kind, 'everything', total(loads), 'bytes');
      row(kind, 'requests', loads.length, 'files');
    }
  } finally {
    await browser.close();
    server.close();
  }
  const heaviest = everyPage(folder)
    .map((address) => ({ address, bytes: sent(address) }))
    .toSorted((a, b) => b.bytes / htmlBudget(b.address) - a.bytes / htmlBudget(a.address));
  const over = heaviest.filter(({ address, bytes }) => bytes > htmlBudget(address));
  for (const { address, bytes } of heaviest.slice(0, 5))
    row(`heaviest: ${address}`, names.document, bytes, 'bytes', limitOf('document', address));
  row('all pages', 'above the budget of HTML', over.length, 'pages', atMost(0));
  return rows;
}
