/** Drives the search page in a browser, and says how long a search takes and what it loads. */
import type { Browser, Page, Response } from '@playwright/test';

export interface Asked {
  readonly ms: number;
  readonly paths: readonly string[];
}

/** Types a query at one stroke, as a paste does, and waits for its results. */
export const ask = (page: Page, query: string): Promise<Asked> =>
  page.evaluate(async (text) => {
    const input = document.querySelector<HTMLInputElement>('main input[type=search]');
    const list = document.querySelector<HTMLElement>('#search-results');
    if (!input || !list) throw new Error('this is not the search page');
    const start = performance.now();
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (list.dataset['state'] === 'loading') return;
        observer.disconnect();
        resolve();
      });
      observer.observe(list, { attributeFilter: ['data-state'] });
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const ms = performance.now() - start;
    const paths = [...list.querySelectorAll<HTMLAnchorElement>('li > a')].map(({ pathname }) => pathname);
    return { ms, paths };
  }, query);

/** A fresh browser profile on the search page, with what it loads that other pages do not, from then on. */
export async function openCold(
  browser: Browser,
  origin: string,
): Promise<{ page: Page; loaded: readonly Response[] }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const loaded: Response[] = [];
  const shared = new Set<string>();
  page.on('request', (request) => shared.add(request.url()));
  await page.goto(`${origin}/about/`, { waitUntil: 'networkidle' }); // what every page needs is not the search's
  page.removeAllListeners('request');
  page.on('response', (response) => {
    if (!shared.has(response.url())) loaded.push(response);
  });
  await page.goto(`${origin}/search/`, { waitUntil: 'networkidle' });
  return { page, loaded };
}

/** One word, a text, a pasted reply, an error of a client, a misspelling. */
export const firstQueries = [
  'quota',
  'permission denied',
  '550 Failed to open file.',
  'passive mode hangs',
  '530 Login incorect',
  'session reuse',
  'disk full',
] as const;
