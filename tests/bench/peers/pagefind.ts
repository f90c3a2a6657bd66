/** Pagefind with its own interface, as sites without a search of their own use it. */
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { run, type Cost } from '../run.ts';
import { patience } from './peer.ts';

const installation = new URL('../../../node_modules/pagefind/', import.meta.url);

const { version } = JSON.parse(readFileSync(new URL('package.json', installation), 'utf8')) as {
  readonly version: string; // npm's own format
};
export const pagefindVersion = version;

/** Indexes a finished site. */
export const index = (folder: string, most: number): Promise<Cost> =>
  run(process.execPath, [fileURLToPath(new URL('lib/runner/bin.cjs', installation)), '--site', folder], {
    folder,
    most,
  });

/** A page's head and search, as Pagefind's documentation has them. */
export const head = `<link href="/pagefind/pagefind-ui.css" rel="stylesheet">
<script src="/pagefind/pagefind-ui.js" defer></script>
<script>addEventListener('DOMContentLoaded', () => new PagefindUI({ element: '#search' }))</script>`;

const result = '.pagefind-ui__result-link';

/** Types into Pagefind's field, which is on the page. */
export async function search(page: Page, query: string): Promise<void> {
  await page.locator('.pagefind-ui__search-input').first().fill(query);
  const none = page.locator('.pagefind-ui__message', { hasText: 'No results' });
  await page.locator(result).or(none).first().waitFor({ timeout: patience });
}

export async function first(page: Page): Promise<string | null> {
  const link = page.locator(result).first();
  return (await link.count()) === 0 ? null : link.getAttribute('href');
}
