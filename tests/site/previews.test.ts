/** What a search engine, a chat program and a feed reader are told of each page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import sharp from 'sharp';
import { isWholePng } from '../../src/cards/png.ts';
import { pairSlug } from '../../src/urls.ts';
import { codes, tree } from '../unit/content.ts';
import { addresses, attribute, readPages, type Page } from './dist.ts';
import { meta, titleOf } from './head.ts';

const pages = readPages('dist');
const files = new Set(addresses('dist'));

const named = ({ elements }: Page) =>
  elements.find((element) => attribute(element, 'rel') === 'canonical') ?? null;

// builds.test.ts looks at the addresses of a build that knows its origin.
test('where the origin is not known, no page names its address: a path alone is an error to search engines', () => {
  for (const page of pages) {
    assert.equal(named(page), null, page.url);
    assert.equal(meta(page, 'og:url'), undefined, page.url);
  }
});

test('indexes are asked to pass over redirects and pages without content of their own', () => {
  for (const page of pages) {
    const unlisted = page.leadsTo !== null || ['/404.html', '/search/', '/offline/'].includes(page.url);
    assert.equal(meta(page, 'robots'), unlisted ? 'noindex' : undefined, page.url);
  }
});

test('every page tells chat programs its title and its answer; a redirect tells those of the comparison', () => {
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  for (const page of pages) {
    const shown = page.leadsTo ? byUrl.get(page.leadsTo) : page;
    assert.ok(shown, page.url);
    const description = meta(shown, 'description');
    assert.ok(description, page.url);
    assert.equal(meta(page, 'description'), description, page.url);
    assert.equal(titleOf(page), titleOf(shown), page.url);
    assert.equal(meta(page, 'og:title'), titleOf(shown), page.url);
    assert.equal(meta(page, 'og:description'), description, page.url);
    assert.equal(meta(page, 'og:type'), page.url === '/' ? 'website' : 'article', page.url);
    // The origin is not known to this build, and an image's address must be whole.
    assert.equal(meta(page, 'og:image'), undefined, page.url);
    assert.equal(meta(page, 'twitter:card'), 'summary', page.url);
  }
});

test('there is a card for the site, every code and every comparison with a note, and none besides', async () => {
  const expected = [
    'site',
    ...codes.map(({ code }) => code),
    ...tree.notes.map(({ data }) => pairSlug(...data.codes)),
  ];
  assert.deepEqual(
    [...files].filter((url) => url.startsWith('/cards/')),
    expected.map((name) => `/cards/${name}.png`).toSorted(),
  );
  for (const name of expected) {
    const bytes = readFileSync(`dist/cards/${name}.png`);
    assert.ok(isWholePng(bytes), String(name));
    assert.ok(bytes.length < 60_000, `${name}: ${bytes.length} bytes`);
    const { width, height } = await sharp(bytes).metadata();
    assert.deepEqual([width, height], [1200, 630], String(name));
  }
});

test('every page leads to the feed, and every change stands in it, on the page "About", and on pages that exist', () => {
  for (const page of pages.filter(({ leadsTo }) => leadsTo === null))
    assert.ok(
      page.elements.some(
        (element) =>
          attribute(element, 'type') === 'application/atom+xml' && attribute(element, 'href') === '/feed.xml',
      ),
      page.url,
    );
  const feed = readFileSync('dist/feed.xml', 'utf8');
  const about = pages.find(({ url }) => url === '/about/');
  for (const { id, pages: seen } of tree.changes.flatMap(({ data }) => data.changes)) {
    assert.ok(feed.includes(`href="/about/#change-${id}"`), `${id}: its entry in the feed`);
    assert.ok(about?.ids.has(`change-${id}`), `${id}: its place on /about/`);
    for (const url of seen) assert.ok(files.has(url), `content/changes.yaml, ${id}: there is no ${url}`);
  }
});

test('crawlers may read everything', () => {
  assert.equal(readFileSync('dist/robots.txt', 'utf8'), 'User-agent: *\nAllow: /\n');
});
