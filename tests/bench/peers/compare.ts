/** What a peer's finished site weighs, and what its search answers. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
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
  /** Of them, fonts. */
  readonly fontBytes: number;
  /** What the first search from there loads besides. */
  readonly searchBytes: number;
  readonly answers: readonly Answer[];
}

/** Milliseconds in which further results may come, and the order change. */
const settling = 1000;

const compressible = /\.(html|css|js|mjs|json|svg|txt|wasm|xml)$/;

/** A file as a host with Brotli sends it. It is read from the folder: of 13 MB the browser keeps nothing to ask for. */
function weigh(folder: string, response: Response): number {
  // A redirect has no body.
  if (!response.ok()) return 0;
  const path = join(folder, decodeURIComponent(new URL(response.url()).pathname));
  const file = [path, join(path, 'index.html'), `${path}.html`].find(
    (one) => statSync(one, { throwIfNoEntry: false })?.isFile() ?? false,
  );
  // Made in the browser, or by the server.
  if (file === undefined) return 0;
  const bytes = readFileSync(file);
  return compressible.test(file) ? brotliCompressSync(bytes).length : bytes.length;
}

interface Weight {
  readonly all: number;
  readonly fonts: number;
}

/** Loads a page in a fresh profile; `weighUntilNow` gives the bytes since it was last asked. */
async function open(
  browser: Browser,
  folder: string,
  address: string,
): Promise<{ page: Page; weighUntilNow: () => Weight }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(address, { waitUntil: 'networkidle' });
  return {
    page,
    weighUntilNow() {
      const sum = (some: readonly Response[]) =>
        some.reduce((bytes, response) => bytes + weigh(folder, response), 0);
      const fonts = responses.filter((response) => response.request().resourceType() === 'font');
      const weight = { all: sum(responses), fonts: sum(fonts) };
      responses = [];
      return weight;
    },
  };
}

/** Addresses that differ in form only: with index.html, with .html, without the slash. */
const pathOf = (address: string, origin: string): string =>
  `${new URL(address, origin).pathname.replace(/(\/index)?(\.html)?\/?$/, '')}/`;

async function answer(
  browser: Browser,
  folder: string,
  origin: string,
  peer: Peer,
  question: (typeof questions)[number],
): Promise<Answer> {
  const { page } = await open(browser, folder, origin + neutral);
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
    const { page, weighUntilNow } = await open(browser, folder, origin + weighed);
    const { all: pageBytes, fonts: fontBytes } = weighUntilNow();
    await peer.search(page, 'quota');
    await page.waitForTimeout(settling);
    const { all: searchBytes } = weighUntilNow();
    await page.context().close();
    const answers: Answer[] = [];
    for (const question of questions) answers.push(await answer(browser, folder, origin, peer, question));
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
      fontBytes,
      searchBytes,
      answers,
    };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
