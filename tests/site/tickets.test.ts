import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readerIds, type Ticket } from '../../src/tickets/ticket.ts';
import { attribute, elements, readPages, type Page } from './dist.ts';

const shown = readPages('dist').filter(({ leadsTo }) => leadsTo === null);
const kinds = [
  ['code', /^\/ftp\/\d+\/$/, /^(FTP|Error) \d+: /],
  ['comparison', /^\/ftp\/\d+-vs-\d+\/$/, /^FTP \d+ \(.+\) vs \d+ \(.+\)$/],
  ['situation', /^\/ftp\/situations\/[^/]+\/$/, /^FTP: /],
  ['command', /^\/ftp\/commands\/[^/]+\/$/, /^FTP( [A-Z0-9]+)?: /],
] as const;

const inMain = ({ elements: all }: Page) => all.filter(({ tagName }) => tagName === 'main').flatMap(elements);

test('every code, comparison, situation and command can be copied, and its ticket leads to sections that exist', () => {
  for (const [kind, address, title] of kinds) {
    const pages = shown.filter(({ url }) => address.test(url));
    assert.ok(pages.length > 50, `${kind}: ${pages.length} pages`);
    for (const page of pages) {
      const records = page.elements.flatMap((element) => attribute(element, 'data-ticket') ?? []);
      assert.equal(records.length, 1, page.url);
      const ticket = JSON.parse(records[0] ?? '') as Ticket; // made by src/tickets/pages.ts
      assert.match(ticket.title, title, page.url);
      for (const reader of readerIds) {
        const anchor = ticket.advice[reader]?.anchor;
        assert.ok(!anchor || page.ids.has(anchor), `${page.url}: #${anchor ?? ''}`);
      }
    }
  }
});

test('every section heading with an address has a link to itself, named after it', () => {
  for (const page of shown) {
    const all = inMain(page);
    const links = new Set(
      all
        .filter((element) => attribute(element, 'class') === 'anchor')
        .map((link) => {
          const id = attribute(link, 'href')?.slice(1) ?? '';
          assert.equal(attribute(link, 'aria-labelledby'), `link-to ${id}`, page.url);
          return id;
        }),
    );
    for (const heading of all.filter(({ tagName }) => /^h[23]$/.test(tagName))) {
      const id = attribute(heading, 'id');
      if (id !== undefined) assert.ok(links.has(id), `${page.url}: #${id}`);
    }
  }
});
