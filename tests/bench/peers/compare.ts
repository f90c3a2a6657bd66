/** What a peer's finished site weighs, and what its search answers. */
import { readdirSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page, Response } from '@playwright/test';
import sirv from 'sirv';
import { siteServer } from '../../../src/build/serve.ts';
import { neutral, weighed, type Built, type Peer } from './peer.ts';
import { questions } from './questions.ts';

export interface Answer {
  readonly query: string;
  /** Path of the first result; null if nothing was found, or nothing in time. */
  readonly first: string | null;
  readonly right: boolean;
}

export interface Comparison {
  readonly name: string;
  readonly versions: string;
  readonly buildSeconds: number;
  readonly cpuSeconds: number | null;
  readonly peakBytes: number | null;
  readonly outputBytes: number;
  readonly files: number;
  /** What one code's page loads before anybody touches it; text with Brotli 11. */
  readonly pageBytes: number;
  /** What the first search from there loads besides. */
  readonly searchBytes: number;
  readonly answers: readonly Answer[];
}

/** Milliseconds in which further results may come, and the order change. */
const settling = 1000;

const compressible = /html|css|javascript|json|svg|text|wasm|xml/;

async function weigh(response: Response): Promise<number> {
  try {
    const body = await response.body();
    const type = response.headers()['content-type'] ?? '';
    return compressible.test(type) ? brotliCompressSync(body).length : body.length;
  } catch {
    // A redirect has no body.
    return 0;
  }
}

/** Loads a page in a fresh profile; `weighUntilNow` gives the bytes since it was last asked. */
async function open(
  browser: Browser,
  address: string,
): Promise<{ page: Page; weighUntilNow: () => Promise<number> }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let weights: Promise<number>[] = [];
  page.on('response', (response) => weights.push(weigh(response)));
  await page.goto(address, { waitUntil: 'networkidle' });
  return {
    page,
    async weighUntilNow() {
      const all = await Promise.all(weights);
      weights = [];
      return all.reduce((sum, one) => sum + one, 0);
    },
  };
}

/** Addresses that differ in form only: with index.html, with .html, without the slash. */
const pathOf = (address: string, origin: string): string =>
  `${new URL(address, origin).pathname.replace(/(\/index)?(\.html)?\/?$/, '')}/`;

async function answer(
  browser: Browser,
  origin: string,
  peer: Peer,
  question: (typeof questions)[number],
): Promise<Answer> {
  const { page } = await open(browser, origin + neutral);
  try {
    await peer.search(page, question.query);
    await page.waitForTimeout(settling);
    const found = await peer.first(page);
    const first = found === null ? null : pathOf(found, origin);
    return { query: question.query, first, right: first !== null && question.answers.includes(first) };
  } catch {
    return { query: question.query, first: null, right: false };
  } finally {
    await page.context().close();
  }
}

function serve(folder: string, own: boolean): Promise<Server> {
  const files = sirv(folder, { etag: true });
  const server = own
    ? siteServer(folder, '/')
    : createServer((request, response) => files(request, response));
  return new Promise((resolve) => {
    server.listen(0, () => resolve(server));
  });
}

/** @param own true for this project, whose server also leads and refuses */
export async function compare(browser: Browser, peer: Peer, built: Built, own: boolean): Promise<Comparison> {
  const { folder, costs } = built;
  const server = await serve(folder, own);
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  const origin = `http://localhost:${address.port}`;
  try {
    const { page, weighUntilNow } = await open(browser, origin + weighed);
    const pageBytes = await weighUntilNow();
    await peer.search(page, 'quota');
    await page.waitForTimeout(settling);
    const searchBytes = await weighUntilNow();
    await page.context().close();
    const answers: Answer[] = [];
    for (const question of questions) answers.push(await answer(browser, origin, peer, question));
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const cpu = costs.map(({ cpuSeconds }) => cpuSeconds);
    const peaks = costs.map(({ peakBytes }) => peakBytes);
    return {
      name: peer.name,
      versions: peer.versions,
      buildSeconds: costs.reduce((sum, { seconds }) => sum + seconds, 0),
      cpuSeconds: cpu.includes(null) ? null : cpu.reduce<number>((sum, one) => sum + (one ?? 0), 0),
      peakBytes: peaks.includes(null) ? null : Math.max(...peaks.map((one) => one ?? 0)),
      outputBytes: files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0),
      files: files.length,
      pageBytes,
      searchBytes,
      answers,
    };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
