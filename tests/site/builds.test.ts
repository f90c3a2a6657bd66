/** What only further builds can show. Each takes about as long as the site's own. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { isWholePng } from '../../src/cards/png.ts';
import { addresses, attribute, readPages, textOf, type Page } from './dist.ts';
import { meta } from './head.ts';

const run = promisify(execFile);
let root = '';

before(() => {
  root = mkdtempSync(join(tmpdir(), 'ftp-codes-builds-'));
});
after(() => {
  rmSync(root, { recursive: true });
});

/** A copy of the project that shares its packages. */
function copyOf(name: string): string {
  const folder = join(root, name);
  for (const part of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function build(folder: string, environment: Readonly<Record<string, string>>): Promise<string> {
  await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: folder,
    env: { ...process.env, ...environment, ASTRO_TELEMETRY_DISABLED: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return join(folder, 'dist');
}

const cards = 'node_modules/.cache/ftp-codes-cards';

test('a build over the files of another is the same to the byte, though cards in the cache are half written', async () => {
  const folder = copyOf('again');
  cpSync('dist', join(folder, 'dist'), { recursive: true });
  for (const stale of ['ftp/999', 'pagefind/index'])
    cpSync('dist/404.html', join(folder, 'dist', stale, 'stale.html'));
  // The cache also holds what builds before this one drew.
  const used = new Set(
    readdirSync('dist/cards').map((name) => readFileSync(join('dist/cards', name), 'hex')),
  );
  const kept = readdirSync(cards)
    .map((name) => join(cards, name))
    .filter((path) => used.has(readFileSync(path, 'hex')));
  assert.ok(kept.length > 50);
  for (const path of kept.slice(0, 3)) truncateSync(path, 1000);
  const again = await build(folder, {});
  assert.deepEqual(addresses(again), addresses('dist'));
  const differing = addresses(again).filter((url) => {
    const path = url.endsWith('/') ? `${url}index.html` : url;
    return !readFileSync(join(again, path)).equals(readFileSync(join('dist', path)));
  });
  assert.deepEqual(differing.slice(0, 5), [], `${differing.length} files differ`);
  for (const path of kept) assert.ok(isWholePng(readFileSync(path)), `${path} is mended`);
});

const base = '/docs/ftp';
const origin = 'https://ftp.example.org';
const words = { name: 'Purple elephant in the way', gloss: 'purple elephant' };

interface Built {
  readonly dist: string;
  readonly pages: readonly Page[];
}

/** One code more, under an origin and a base path, and where no card can be kept. */
async function buildGrown(): Promise<Built> {
  const folder = copyOf('grown');
  // Root may write into every folder, but not below a file.
  rmSync(join(folder, 'node_modules'));
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules'))
    if (name !== '.cache') symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  writeFileSync(join(folder, 'node_modules/.cache'), '');
  const page = readFileSync(join(folder, 'content/ftp/554.mdx'), 'utf8')
    .replaceAll('554', '558')
    .replace(/^name: .*/m, `name: ${words.name}`)
    .replace(/^gloss: .*/m, `gloss: ${words.gloss}`)
    .replace(/^summary: .*/m, 'summary: A purple elephant stands between the client and the file.')
    .replace(/^says: .*/m, 'says: a purple elephant stands in the way')
    .replace(/^send: .*/m, 'send: a purple elephant stands in the way')
    // No command of the documents gets this number, so its exchange shows practice.
    .replaceAll(/^```ftp(?! practice).*$/gm, '```ftp practice="a server made up for this test does this"')
    .replace(/related: \[.*\]/, 'related: [550]');
  writeFileSync(join(folder, 'content/ftp/558.mdx'), page);
  const dist = await build(folder, { BASE_PATH: base, SITE_URL: origin });
  return { dist, pages: readPages(dist) };
}

let building: Promise<Built> | undefined;
const grown = (): Promise<Built> => (building ??= buildGrown());

test('under a base path no link leaves it, and one new file gives a code its page, comparisons, card and search entry', async () => {
  const { dist, pages } = await grown();
  const before = new Set(addresses('dist'));
  const added = addresses(dist).filter(
    (url) => !before.has(url) && !/^\/(_astro|pagefind)\/|^\/sitemap-/.test(url),
  );
  const codes = [...before].filter((url) => /^\/ftp\/\d+\/$/.test(url)).length;
  assert.equal(
    added.filter((url) => /^\/ftp\/\d+-vs-558\/$/.test(url) || /^\/ftp\/558-vs-\d+\/$/.test(url)).length,
    2 * codes,
  );
  for (const url of ['/ftp/558/', '/ftp/558.json', '/ftp/558.md', '/compare/558/', '/cards/558.png'])
    assert.ok(added.includes(url), url);
  assert.equal(added.length, 2 * codes + 5);

  assert.match(pages.find(({ url }) => url === '/ftp/558/')?.html ?? '', /Purple elephant in the way/);
  assert.match(
    pages.find(({ url }) => url === '/')?.html ?? '',
    new RegExp(`href="${base}/ftp/558/"`),
    'its place on the map',
  );
  const names = addresses(dist).filter((url) => url.startsWith('/_astro/') && url.endsWith('.js'));
  assert.ok(
    names.some((url) => readFileSync(join(dist, url), 'utf8').includes(words.name)),
    'its entry in the search box',
  );
  const pagefind = JSON.parse(readFileSync(join(dist, 'pagefind/pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  const earlier = JSON.parse(readFileSync('dist/pagefind/pagefind-entry.json', 'utf8')) as typeof pagefind;
  assert.equal(
    pagefind.languages['en']?.page_count,
    (earlier.languages['en']?.page_count ?? 0) + 1,
    'its page in the word index; pairs are understood without it',
  );

  for (const page of pages) {
    for (const element of page.elements)
      for (const name of ['href', 'src', 'action'])
        if (/^\/(?!docs\/ftp\/)/.test(attribute(element, name) ?? ''))
          assert.fail(`${page.url}: ${attribute(element, name) ?? ''} leaves ${base}`);
    if (page.leadsTo) assert.ok(page.leadsTo.startsWith(`${base}/ftp/`), page.url);
  }
  for (const url of addresses(dist).filter((one) => /\.md$|\/llms.*\.txt$/.test(one)))
    for (const [, target = ''] of readFileSync(join(dist, url), 'utf8').matchAll(
      /\]\((\/[^)\s]*|https:\/\/ftp\.example[^)\s]*)\)/g,
    ))
      assert.ok(
        target.startsWith(`https://ftp.example.org${base}/`),
        `${url}: ${target} is of no use away from the site`,
      );
});

/** The address of a page of the grown site, as programs elsewhere need it. */
const whole = (path: string) => `${origin}${base}${path}`;

test('where the origin is known, every page names its address and its card in full', async () => {
  const { dist, pages } = await grown();
  const files = new Set(addresses(dist));
  for (const page of pages) {
    const url = page.leadsTo?.slice(base.length) ?? page.url;
    const listed = !['/404.html', '/search/', '/offline/'].includes(url);
    const link = page.elements.find((element) => attribute(element, 'rel') === 'canonical');
    assert.equal(link && attribute(link, 'href'), listed ? whole(url) : undefined, page.url);
    assert.equal(meta(page, 'og:url'), listed ? whole(url) : undefined, page.url);
    const own = /^\/ftp\/([\d-]+|\d+-vs-\d+)\/$/.exec(url)?.[1] ?? '';
    const card = files.has(`/cards/${own}.png`) ? own : 'site';
    for (const name of ['og:image', 'twitter:image'])
      assert.equal(meta(page, name), whole(`/cards/${card}.png`), page.url);
    assert.ok((meta(page, 'og:image:alt') ?? '').length > 10, page.url);
    assert.equal(meta(page, 'twitter:card'), 'summary_large_image', page.url);
  }
});

test('the sitemap lists every page that may be listed and no redirect, and robots.txt names it', async () => {
  const { dist, pages } = await grown();
  const locations = (file: string) =>
    [...readFileSync(join(dist, file), 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url);
  const parts = locations('sitemap-index.xml');
  assert.match(
    readFileSync(join(dist, 'robots.txt'), 'utf8'),
    new RegExp(`^Sitemap: ${whole('/sitemap-index.xml')}$`, 'm'),
  );
  const listed = pages.filter((page) => page.leadsTo === null && meta(page, 'robots') !== 'noindex');
  assert.deepEqual(
    parts.flatMap((part) => locations(part.slice(whole('/').length))).toSorted(),
    listed.map(({ url }) => whole(url)).toSorted(),
  );
});

test('where the origin is known, structured data and the feed hold whole addresses only', async () => {
  const { dist, pages } = await grown();
  const files = new Set(addresses(dist));
  const data = ({ elements }: Page) =>
    elements.filter((element) => attribute(element, 'type') === 'application/ld+json').map(textOf);
  const known = new Set(['https://schema.org', 'https://creativecommons.org/licenses/by/4.0/']);
  for (const page of pages.filter(({ leadsTo }) => leadsTo === null))
    for (const [, url = ''] of data(page)
      .join('')
      .matchAll(/"(?:@id|url|item|license|@context|urlTemplate)":"([^"]*)"/g)) {
      const path = url.startsWith(whole('/')) ? url.slice(whole('').length).replace(/\?.*/, '') : '';
      assert.ok(known.has(url) || files.has(path), `${page.url}: ${url}`);
    }
  const feed = readFileSync(join(dist, 'feed.xml'), 'utf8');
  for (const [, url = ''] of feed.matchAll(/href=(?:"|&quot;)([^"&]*)/g))
    assert.ok(url.startsWith(whole('/')), url);
});
