/** The first search of a visitor and those that follow: what it loads and how long it takes, on this machine. */
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { ask, firstQueries, openCold } from '../search/browser.ts';
import { launch } from './browser.ts';
import { budgets } from './budgets.ts';
import { atMost, type Limit, type Measurement, type Unit } from './measurement.ts';
import { packed } from './packed.ts';
import { serve } from './server.ts';
import { median, quantile } from './statistics.ts';

const queries = z
  .array(z.object({ query: z.string() }))
  .parse(parse(readFileSync('tests/search/queries.yaml', 'utf8')))
  .map(({ query }) => query)
  .filter((query) => !query.includes('\n'));

/** Every so-many-th query is typed letter by letter. */
const every = 6;
const mostLetters = 24;

export async function measureSearch(): Promise<readonly Measurement[]> {
  const { sent } = await packed();
  const server = await serve();
  const browser = await launch();
  const first: number[] = [];
  const opened: number[] = [];
  const bytes: number[] = [];
  const later: number[] = [];
  try {
    for (const query of firstQueries) {
      const { page, loaded } = await openCold(browser, server.origin);
      first.push((await ask(page, query)).ms);
      await page.waitForLoadState('networkidle');
      bytes.push(loaded.reduce((sum, response) => sum + sent(new URL(response.url()).pathname), 0));
      await page.context().close();

      const context = await browser.newContext();
      const fresh = await context.newPage();
      await fresh.goto(`${server.origin}/search/?q=${encodeURIComponent(query)}`);
      await fresh.locator('#search-results[data-state=done]').waitFor({ state: 'attached' });
      opened.push(await fresh.evaluate(() => performance.now()));
      await context.close();
    }
    const { page } = await openCold(browser, server.origin);
    for (const query of queries.filter((_, index) => index % every === 0))
      for (let length = 1; length <= Math.min(query.length, mostLetters); length++)
        later.push((await ask(page, query.slice(0, length))).ms);
  } finally {
    await browser.close();
    server.close();
  }
  const row = (what: string, value: number, unit: Unit, limit: Limit | null = null): Measurement => ({
    part: 'search',
    of: '',
    what,
    value,
    unit,
    limit,
  });
  const { search } = budgets;
  return [
    row(
      'first search: bytes beside those of any page, at most',
      Math.max(...bytes),
      'bytes',
      atMost(search.bytes),
    ),
    row('first search: typed on the open page, median', median(first), 'ms', atMost(search.first)),
    row('first search: typed on the open page, 95th percentile', quantile(first, 0.95), 'ms'),
    row('first search: by a link, page included, median', median(opened), 'ms'),
    row('first search: by a link, page included, 95th percentile', quantile(opened, 0.95), 'ms'),
    row(`each keystroke, median of ${later.length}`, median(later), 'ms'),
    row('each keystroke, 95th percentile', quantile(later, 0.95), 'ms', atMost(search.later)),
  ];
}
