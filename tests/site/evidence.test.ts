/** Every reply of the data is on its server's page and, but for long lists, on its code's, character for character. */
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

/** What a code's page shows of servers: the text behind each link to a reply of a server. */
function rowsOf(code: number): ReadonlyMap<string, string | undefined> {
  const rows = new Map<string, string | undefined>();
  for (const item of pageAt(`/ftp/${code}/`).elements.filter(({ tagName }) => tagName === 'li')) {
    const link = elements(item).find(({ tagName }) => tagName === 'a');
    const href = link ? (attribute(link, 'href') ?? '') : '';
    if (href.startsWith('/ftp/servers/') && href.includes('-')) rows.set(href, said(item));
  }
  return rows;
}

test("what a code's page shows of a server is word for word, and leads to the server's row", () => {
  const texts = new Map(
    tree.servers.flatMap(({ id, data }) =>
      anchorsOf(data.replies).map((anchor, index) => [`/ftp/servers/${id}/#${anchor}`, data.replies[index]]),
    ),
  );
  for (const code of tree.known)
    for (const [href, text] of rowsOf(code)) {
      const reply = texts.get(href);
      if (reply) assert.deepEqual([reply.code, reply.text], [code, text], `/ftp/${code}/: ${href}`);
    }
});

test("every reply stands on its code's page; of very many the page says that they do not, and leads to them", () => {
  for (const code of tree.known) {
    const page = pageAt(`/ftp/${code}/`);
    const rows = rowsOf(code);
    const missing = tree.servers.flatMap(({ id, data }) =>
      anchorsOf(data.replies).flatMap((anchor, index) => {
        const reply = data.replies[index];
        return reply?.code === code && !rows.has(`/ftp/servers/${id}/#${anchor}`)
          ? [{ id, reply, href: `/ftp/servers/${id}/#${anchor}` }]
          : [];
      }),
    );
    const links = new Set(page.elements.map((element) => attribute(element, 'href')));
    assert.equal(missing.length > 0, /The \d+ others:|too many for this page:/.test(page.html), page.url);
    // Beside the larger situations, the table of all.
    const table = links.has('/ftp/situations/#matrix');
    for (const { id, reply, href } of missing) {
      if (reply.unsent) continue; // the next but one test is about those
      assert.ok(links.has(`/ftp/servers/${id}/#${code}`), href);
      for (const { situations } of reply.cases)
        if (situations[0])
          assert.ok(table || links.has(`/ftp/situations/${situations[0]}/`), `${href}: ${situations[0]}`);
    }
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
    const from = all.findIndex(
      (element) => element.tagName === 'p' && textOf(element).trim().startsWith(opening),
    );
    // Where there are too many texts to show any, it names the servers and how many each has.
    const opened = all[from];
    const named = opened ? textOf(opened).replaceAll(/\s+/g, ' ') : '';
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
        const { length } = data.replies.filter((other) => other.unsent && other.code === code);
        if (reply.unsent)
          assert.ok(
            found.length > 0 || named.includes(`${data.short} ${length}`),
            `${url}: ${id} #${anchor}`,
          );
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
