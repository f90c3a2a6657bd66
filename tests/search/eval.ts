/**
 * `npm run search:eval`: asks the built site's search page every query of queries.yaml, and of held-out.yaml, which
 * nobody looks at while tuning, and prints how often the page that is needed comes first; then what the first search
 * loads and how long searches take. Fails below the floor.
 */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { chromium, type Page, type Response } from '@playwright/test';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { siteServer } from '../../src/build/serve.ts';
import { findChromium, launchArguments } from '../e2e/chromium.ts';
import { ask, firstQueries, openCold, type Asked } from './browser.ts';

const floor = { first: 95, five: 99 };
const budget = { bytes: 160_000, first: 150, later: 30 };

const queriesSchema = z.array(
  z.strictObject({ query: z.string(), kind: z.string(), leads: z.array(z.string()).min(1) }),
);
type Query = z.infer<typeof queriesSchema>[number];

const read = (file: string): readonly Query[] =>
  queriesSchema.parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8')));

/** A log has lines: it comes by the address, as a link in a ticket does. */
async function open(page: Page, query: string): Promise<Pick<Asked, 'paths'>> {
  await page.goto(`${new URL(page.url()).origin}/search/?q=${encodeURIComponent(query)}`);
  await page.locator('#search-results[data-state=done]').waitFor({ state: 'attached' });
  const links = await page.locator('#search-results > li > a').all();
  const hrefs = await Promise.all(links.map((link) => link.getAttribute('href')));
  return { paths: hrefs.map((href) => new URL(href ?? '', page.url()).pathname) };
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const times = (ms: readonly number[]): string => {
  const sorted = ms.toSorted((a, b) => a - b);
  return `median ${quantile(sorted, 0.5).toFixed(0)} ms, 95th percentile ${quantile(sorted, 0.95).toFixed(0)} ms`;
};

/** Bytes of a body, compressed as hosts do. */
const bytesOf = (response: Response): Promise<number> =>
  response
    .body()
    .then((body) => brotliCompressSync(body).length)
    .catch(() => 0);

interface Score {
  readonly first: number;
  readonly five: number;
}

async function score(page: Page, name: string, queries: readonly Query[], show: boolean): Promise<Score> {
  const kinds = new Map<string, number[]>();
  for (const { query, kind, leads } of queries) {
    const { paths } = query.includes('\n') ? await open(page, query) : await ask(page, query);
    const at = paths.findIndex((path) => leads.includes(path));
    kinds.set(kind, [...(kinds.get(kind) ?? []), at]);
    if (show && at !== 0)
      console.log(
        `  ${kind}: ${JSON.stringify(query).slice(0, 100)} leads to ${paths.slice(0, 3).join(' ')}, not ${leads.join(' ')}`,
      );
  }
  const percent = (ats: readonly number[], most: number) =>
    (100 * ats.filter((at) => at >= 0 && at < most).length) / ats.length;
  const reciprocal = (ats: readonly number[]) =>
    ats.reduce((sum, at) => sum + (at < 0 ? 0 : 1 / (at + 1)), 0) / ats.length;
  const row = (label: string, ats: readonly number[]) =>
    console.log(
      `${label.padEnd(14)}${String(ats.length).padStart(5)}${percent(ats, 1).toFixed(1).padStart(8)}${percent(ats, 5).toFixed(1).padStart(8)}${reciprocal(ats).toFixed(3).padStart(8)}`,
    );
  console.log(
    `\n${name.padEnd(14)}${'n'.padStart(5)}${'top 1'.padStart(8)}${'top 5'.padStart(8)}${'MRR'.padStart(8)}`,
  );
  for (const [kind, ats] of kinds) row(kind, ats);
  const all = [...kinds.values()].flat();
  row('all', all);
  return { first: percent(all, 1), five: percent(all, 5) };
}

const server = siteServer('dist', '/').listen(0);
const origin = `http://localhost:${(server.address() as AddressInfo).port}`; // a TCP server has such an address
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: launchArguments() });
const faults: string[] = [];
try {
  const own = read('queries.yaml');
  const first: number[] = [];
  const loaded: number[] = [];
  for (const query of firstQueries) {
    const { page, loaded: responses } = await openCold(browser, origin);
    first.push((await ask(page, query)).ms);
    await page.waitForLoadState('networkidle');
    loaded.push((await Promise.all(responses.map(bytesOf))).reduce((sum, one) => sum + one, 0));
    await page.context().close();
  }
  const { page } = await openCold(browser, origin);
  const ownScore = await score(page, 'queries', own, process.argv.includes('--show'));
  const otherScore = await score(page, 'held out', read('held-out.yaml'), false);
  const later: number[] = [];
  for (const { query } of own.filter((_, index) => index % 6 === 0))
    for (let length = 1; length <= Math.min(query.length, 24); length++)
      later.push((await ask(page, query.slice(0, length))).ms);
  const bytes = Math.max(...loaded);
  console.log(
    `\nfirst search   ${times(first)}; at most ${(bytes / 1000).toFixed(0)} kB (brotli, page and scripts included)`,
  );
  console.log(`each keystroke ${times(later)}, of ${later.length}`);
  const sorted = first.toSorted((a, b) => a - b);
  if (ownScore.first < floor.first || ownScore.five < floor.five)
    faults.push(`below ${floor.first} % first or ${floor.five} % among five`);
  console.log(`held out: ${otherScore.first.toFixed(1)} % first, ${otherScore.five.toFixed(1)} % among five`);
  if (bytes > budget.bytes) faults.push(`the first search loads more than ${budget.bytes / 1000} kB`);
  if (quantile(sorted, 0.5) > budget.first)
    faults.push(`the first search takes more than ${budget.first} ms`);
  if (
    quantile(
      later.toSorted((a, b) => a - b),
      0.95,
    ) > budget.later
  )
    faults.push(`a keystroke takes more than ${budget.later} ms`);
} finally {
  await browser.close();
  server.close();
}
for (const fault of faults) console.error(`Over the limit: ${fault}.`);
process.exitCode = faults.length > 0 ? 1 : 0;
