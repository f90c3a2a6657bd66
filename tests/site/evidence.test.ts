/** Every reply of the data is on its code's page and on its server's, character for character. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTree } from '../../src/checks/tree.ts';
import { anchorsOf } from '../../src/evidence/wording.ts';
import { attribute, elements, readPages, textOf, type Element } from './dist.ts';

const tree = readTree('content');
const pages = new Map(readPages('dist').map((page) => [page.url, page]));
const pageAt = (url: string) => pages.get(url) ?? assert.fail(`there is no ${url}`);
const said = (element: Element): string | undefined => {
  const code = elements(element).find(
    (inner) => inner.tagName === 'code' && attribute(inner, 'class')?.includes('said'),
  );
  return code ? textOf(code) : '';
};

test("every reply stands on its server's page, at its anchor", () => {
  for (const { id, data } of tree.servers) {
    const page = pageAt(`/ftp/servers/${id}/`);
    const items = new Map(page.elements.map((element) => [attribute(element, 'id'), element]));
    for (const [index, anchor] of anchorsOf(data.replies).entries()) {
      const item = items.get(anchor);
      assert.ok(item, `${page.url}#${anchor}`);
      assert.equal(said(item), data.replies[index]?.text, `${page.url}#${anchor}`);
    }
  }
});

test("every reply stands on its code's page, and leads to its server", () => {
  const rows = new Map<string, string | undefined>();
  for (const code of tree.known)
    for (const item of pageAt(`/ftp/${code}/`).elements.filter(({ tagName }) => tagName === 'li')) {
      const link = elements(item).find(({ tagName }) => tagName === 'a');
      const href = link ? (attribute(link, 'href') ?? '') : '';
      if (href.startsWith('/ftp/servers/') && href.includes('-')) rows.set(`${code} ${href}`, said(item));
    }
  for (const { id, data } of tree.servers)
    for (const [index, anchor] of anchorsOf(data.replies).entries()) {
      const reply = data.replies[index];
      const key = `${reply?.code ?? ''} /ftp/servers/${id}/#${anchor}`;
      assert.ok(rows.has(key), key);
      assert.equal(rows.get(key), reply?.text, key);
    }
});

test('every code page has an anchor for each server with a reply of the code, and leads to those without one', () => {
  for (const code of tree.known) {
    const page = pageAt(`/ftp/${code}/`);
    const fold = page.elements.find(
      (element) => element.tagName === 'details' && textOf(element).trim().startsWith('Not in the source of'),
    );
    const never = new Map(
      (fold ? elements(fold) : [])
        .filter(({ tagName }) => tagName === 'a')
        .map((link) => [textOf(link), attribute(link, 'href')]),
    );
    for (const { id, data } of tree.servers) {
      const has = data.replies.some((reply) => reply.code === code);
      assert.equal(page.ids.has(`server-${id}`), has, `${page.url}#server-${id}`);
      const lacks = code < 1000 && data.read.whole && !has;
      assert.equal(
        never.get(data.name),
        lacks ? `/ftp/servers/${id}/` : undefined,
        `${page.url}: ${data.name}`,
      );
    }
  }
});

test('a text that no command sends stands behind those that are sent, under words that say so', () => {
  const opening = 'In the program, but sent by no command:';
  for (const code of tree.known) {
    const { url, elements: all } = pageAt(`/ftp/${code}/`);
    const from = all.findIndex((element) => element.tagName === 'p' && textOf(element).trim() === opening);
    const links = Map.groupBy(
      all.flatMap((element, place) => ({
        href: attribute(element, 'href'),
        sent: from === -1 || place < from,
      })),
      ({ href }) => href,
    );
    for (const { id, data } of tree.servers)
      for (const [index, anchor] of anchorsOf(data.replies).entries()) {
        const reply = data.replies[index];
        if (reply?.code !== code) continue;
        const found = links.get(`/ftp/servers/${id}/#${anchor}`) ?? [];
        assert.ok(found.length > 0, `${url}: ${id} #${anchor}`);
        for (const { sent } of found) assert.equal(sent, !reply.unsent, `${url}: ${id} #${anchor}`);
      }
  }
});

test('the conditions of a text are parted from their marks, and none is said twice', () => {
  for (const { url, elements: all } of pages.values()) {
    if (!/^\/ftp\/(\d+|servers\/[^/]+)\/$/.test(url)) continue;
    for (const item of all.filter(({ tagName }) => tagName === 'li')) {
      const lines = elements(item)
        .filter((element) => element.tagName === 'p' && attribute(element, 'class') === 'cond')
        .map(textOf);
      assert.equal(new Set(lines).size, lines.length, `${url}: ${lines.join(' | ')}`);
      for (const line of lines) {
        assert.doesNotMatch(line, /\S\(recorded\)$/, url);
        assert.doesNotMatch(line, /^(\w+): \1\b/, url);
      }
    }
  }
});

test('every situation has every server: an answer, or the word for why there is none', () => {
  for (const { id } of tree.situations) {
    const page = pageAt(`/ftp/situations/${id}/`);
    const text = page.elements
      .filter((element) => attribute(element, 'class')?.includes('gap'))
      .map(textOf)
      .join(' ');
    for (const server of tree.servers)
      assert.ok(
        page.ids.has(`server-${server.id}`) || text.includes(server.data.name),
        `${page.url}: ${server.id}`,
      );
  }
});

test('no cell of the matrix is empty', () => {
  const { elements: all } = pageAt('/ftp/situations/');
  const cells = all.filter(({ tagName }) => tagName === 'td').slice(1);
  assert.ok(cells.length > 500, `${cells.length} cells`);
  for (const cell of cells) assert.notEqual(textOf(cell).trim(), '', JSON.stringify(cell.attrs));
});
