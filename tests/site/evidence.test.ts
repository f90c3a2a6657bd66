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

test('every code page has an anchor for each server that sends the code, and names those that never do', () => {
  for (const code of tree.known) {
    if (code > 999) continue;
    const page = pageAt(`/ftp/${code}/`);
    const sentence = page.elements
      .filter(({ tagName }) => tagName === 'p')
      .map(textOf)
      .find((text) => text.startsWith('Never sent,'));
    const never = (/ was read, by (.*)\.$/.exec(sentence ?? '')?.[1] ?? '').split(', ');
    for (const { id, data } of tree.servers) {
      const own = data.replies.filter((reply) => reply.code === code);
      assert.equal(page.ids.has(`server-${id}`), own.length > 0, `${page.url}#server-${id}`);
      const sends = own.some(({ unsent }) => !unsent);
      assert.equal(never.includes(data.name), data.read.whole && !sends, `${page.url}: ${data.name}`);
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
