import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { addresses, attribute, readPages, textOf, type Page } from './dist.ts';

const pages = readPages('dist');
const byUrl = new Map(pages.map((page) => [page.url, page]));
const files = new Set(addresses('dist'));

/** Internal addresses a page points to: links, scripts, styles, images, forms. */
function targets(page: Page): readonly string[] {
  return page.elements.flatMap((element) =>
    ['href', 'src', 'action', 'formaction'].flatMap((name) => {
      const value = attribute(element, name);
      return value === undefined || /^(https?:|data:|mailto:)/.test(value) ? [] : [value];
    }),
  );
}

test('every internal link leads to a page, by its final address, and every fragment to a place on it', () => {
  const broken = new Set<string>();
  for (const page of pages)
    for (const target of targets(page)) {
      const { pathname, hash } = new URL(target, `http://site${page.url}`);
      const path = decodeURI(pathname);
      const found = byUrl.get(path);
      if (!files.has(path)) broken.add(`${page.url}: ${target} leads nowhere`);
      else if (found?.leadsTo && page.leadsTo === null)
        broken.add(`${page.url}: ${target} is a redirect to ${found.leadsTo}`);
      else if (hash && found && !found.ids.has(decodeURIComponent(hash.slice(1))))
        broken.add(`${page.url}: ${target}; the page has ${[...found.ids].slice(0, 12).join(', ')}`);
    }
  assert.deepEqual([...broken].slice(0, 20), [], `${broken.size} broken links`);
});

test('a link says where it leads', () => {
  for (const page of pages)
    for (const element of page.elements.filter(({ tagName }) => tagName === 'a')) {
      const named = attribute(element, 'aria-labelledby')?.split(' ') ?? [];
      const words = named.map((id) => page.elements.find((other) => attribute(other, 'id') === id));
      const text = (words.length > 0 ? words : [element])
        .map((one) => (one ? textOf(one) : ''))
        .join(' ')
        .trim()
        .toLowerCase();
      assert.ok(
        text !== '' && !/^(here|link|this|click here|more)$/.test(text),
        `${page.url}: "${text}" to ${attribute(element, 'href') ?? ''}`,
      );
    }
});

test('no page asks another host for anything', () => {
  for (const page of pages)
    for (const element of page.elements)
      if (['script', 'img', 'link', 'iframe', 'source', 'video'].includes(element.tagName)) {
        const address =
          attribute(element, 'src') ??
          (attribute(element, 'rel') === 'canonical' ? '' : (attribute(element, 'href') ?? ''));
        assert.doesNotMatch(address, /^(https?:)?\/\//, page.url);
      }
});

test('every anchor that other sites may link to is there', () => {
  const anchors = {
    code: ['meaning', 'when', 'fix', 'example', 'compare', 'sources'],
    pair: ['answer', 'together', 'differences', 'when', 'fix', 'which'],
  };
  for (const page of pages.filter(({ leadsTo }) => leadsTo === null)) {
    const expected = /^\/ftp\/\d+\/$/.test(page.url)
      ? anchors.code
      : /^\/ftp\/\d+-vs-\d+\/$/.test(page.url)
        ? anchors.pair
        : [];
    for (const anchor of expected) assert.ok(page.ids.has(anchor), `${page.url} has no #${anchor}`);
  }
});

test('a reversed pair leads to the comparison, with a link for those who stay', () => {
  const reversed = pages.filter(({ leadsTo }) => leadsTo !== null);
  assert.ok(reversed.length > 3000);
  for (const page of reversed) {
    const [, high = '', low = ''] = /^\/ftp\/(\d+)-vs-(\d+)\/$/.exec(page.url) ?? [];
    assert.equal(page.leadsTo, `/ftp/${low}-vs-${high}/`);
    assert.ok(existsSync(join('dist', page.leadsTo, 'index.html')));
    assert.ok(targets(page).includes(page.leadsTo));
  }
});
