/** Structured data, held to schema.org's vocabulary and to what the page shows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'astro/zod';
import { attribute, elements, readPages, addresses, textOf, type Page } from './dist.ts';

const shown = readPages('dist').filter(({ leadsTo }) => leadsTo === null);
const files = new Set(addresses('dist'));

const address = z.string().refine((url) => files.has(url), 'expected the address of a page');
const words = z.string().trim().min(3);
const context = { '@context': z.literal('https://schema.org') };

const termSet = z.strictObject({
  '@type': z.literal('DefinedTermSet'),
  '@id': address,
  name: words,
  url: address,
});
const website = z.strictObject({
  '@type': z.literal('WebSite'),
  '@id': z.literal('/'),
  name: z.literal('ftp/codes'),
  url: z.literal('/'),
});
const description = words.min(50).max(200);

/** What each type must have here, and nothing beside it: a misspelt property is an error. */
const types = z.discriminatedUnion('@type', [
  z.strictObject({
    ...context,
    '@type': z.literal('BreadcrumbList'),
    itemListElement: z
      .array(
        z.strictObject({
          '@type': z.literal('ListItem'),
          position: z.int().min(1),
          name: z.string().min(1),
          item: address.optional(),
        }),
      )
      .min(2),
  }),
  z.strictObject({
    ...context,
    '@type': z.literal('DefinedTerm'),
    '@id': address,
    termCode: z.string().regex(/^(\d{3}|\d{5})$/),
    name: words,
    description,
    url: address,
    inDefinedTermSet: termSet,
  }),
  termSet.extend({ ...context, description }),
  z.strictObject({
    ...context,
    '@type': z.literal('TechArticle'),
    '@id': address,
    // Search engines cut longer ones.
    headline: words.max(110),
    description,
    url: address,
    inLanguage: z.literal('en'),
    license: z.literal('https://creativecommons.org/licenses/by/4.0/'),
    author: z.strictObject({
      '@type': z.literal('Organization'),
      name: z.literal('ftp/codes'),
      url: z.literal('/'),
    }),
    isPartOf: website,
    about: z.array(
      z.strictObject({ '@type': z.literal('DefinedTerm'), '@id': address, termCode: z.string() }),
    ),
  }),
  website.extend({
    ...context,
    description,
    inLanguage: z.literal('en'),
    potentialAction: z.strictObject({
      '@type': z.literal('SearchAction'),
      target: z.strictObject({
        '@type': z.literal('EntryPoint'),
        urlTemplate: z.literal('/search/?q={words}'),
      }),
      'query-input': z.literal('required name=words'),
    }),
  }),
]);
type Data = z.infer<typeof types>;

/** What breaks a rule above, by page. */
const faults: string[] = [];

function dataOf(page: Page): readonly Data[] {
  return page.elements
    .filter((element) => attribute(element, 'type') === 'application/ld+json')
    .flatMap((element) => {
      const read = types.safeParse(JSON.parse(textOf(element)));
      if (!read.success) faults.push(`${page.url}: ${z.prettifyError(read.error)}`);
      return read.data ?? [];
    });
}

const all = new Map(shown.map((page) => [page, dataOf(page)]));
const plain = (text: string) => text.trim().replaceAll(/\s+/g, ' ');
const headingOf = (page: Page) => {
  const heading = page.elements.find(({ tagName }) => tagName === 'h1');
  return heading ? plain(textOf(heading)) : '';
};
type Of<Type extends Data['@type']> = Extract<Data, { '@type': Type }>;
const isOf = <Type extends Data['@type']>(data: Data, type: Type): data is Of<Type> => data['@type'] === type;
const only = <Type extends Data['@type']>(type: Type) =>
  [...all].flatMap(([page, data]) =>
    data.flatMap((each) => (isOf(each, type) ? [{ page, data: each }] : [])),
  );

test('every type has the properties it needs, and no other', () => {
  assert.deepEqual(faults.slice(0, 5), [], `${faults.length} faults`);
});

test('each kind of page says what it is', () => {
  const expected: readonly (readonly [RegExp, readonly Data['@type'][]])[] = [
    [/^\/$/, ['WebSite']],
    [/^\/(search\/|offline\/|404\.html)$/, []],
    [/^\/ftp\/(classes\/client-side\/)?$/, ['BreadcrumbList', 'DefinedTermSet']],
    [/^\/ftp\/\d+\/$/, ['BreadcrumbList', 'DefinedTerm']],
    [/^\/ftp\/(\d+-vs-\d+|situations\/[^/]+)\/$/, ['BreadcrumbList', 'TechArticle']],
    [/./, ['BreadcrumbList']],
  ];
  for (const [page, data] of all)
    assert.deepEqual(
      data.map((each) => each['@type']).toSorted(),
      expected.find(([pattern]) => pattern.test(page.url))?.[1],
      page.url,
    );
});

test('breadcrumbs are those the page shows', () => {
  for (const { page, data } of only('BreadcrumbList')) {
    const trail = page.elements.find((element) => attribute(element, 'aria-label') === 'Where this page is');
    assert.ok(trail, page.url);
    const steps = elements(trail).filter(({ tagName }) => tagName === 'a' || tagName === 'span');
    assert.deepEqual(
      data.itemListElement.map(({ position, name, item }) => [position, name, item]),
      steps.map((step, index) => [index + 1, plain(textOf(step)), attribute(step, 'href')]),
      page.url,
    );
  }
});

test("a term is its page's code, under the page's name, in the set of its kind", () => {
  const sets = new Map(only('DefinedTermSet').map(({ page, data }) => [page.url, { page, data }]));
  for (const { page, data } of only('DefinedTerm')) {
    const isReply = data.termCode.length === 3;
    assert.equal(headingOf(page), `${isReply ? 'FTP' : 'Error'} ${data.termCode}: ${data.name}`);
    assert.equal(data.url, page.url);
    const { url, name } = data.inDefinedTermSet;
    assert.equal(url, isReply ? '/ftp/' : '/ftp/classes/client-side/', page.url);
    assert.equal(name, sets.get(url)?.data.name, page.url);
  }
  for (const { page, data } of sets.values()) {
    assert.equal(headingOf(page), data.name);
    assert.equal(data.url, page.url);
  }
});

test("an article has its page's heading and is about codes it links to", () => {
  for (const { page, data } of only('TechArticle')) {
    assert.equal(data.headline, headingOf(page));
    assert.equal(data.url, page.url);
    const links = new Set(page.elements.map((element) => attribute(element, 'href')));
    for (const { '@id': id, termCode } of data.about) {
      assert.equal(id, `/ftp/${termCode}/`);
      assert.ok(links.has(id), `${page.url}: about ${id}`);
    }
  }
});
