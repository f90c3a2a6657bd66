/** What programs get: every file against the published schema, the records against the content they are made from. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { anchorsOf } from '../../src/evidence/wording.ts';
import type { Published } from '../../src/published/schema.ts';
import { fieldsOf } from '../../src/published/fields.ts';
import { codes, tree } from '../unit/content.ts';
import { addresses, attribute, readPages, textOf } from './dist.ts';
import { fieldLines, schemaIn } from './fields.ts';

const schema = schemaIn('dist');
const files = new Set(addresses('dist'));
const parsed = (path: string): unknown => JSON.parse(readFileSync(`dist${path}`, 'utf8'));
const pages = readPages('dist').filter(({ leadsTo }) => leadsTo === null);

/** Which part of the schema each file is promised to keep; null for what is not data. */
function pointerOf(url: string): string | null {
  const [, kind] = /^\/api\/(\w+)\.json$/.exec(url) ?? [];
  if (kind !== undefined && kind !== 'schema') return `#/properties/${kind}`;
  if (/^\/ftp\/\d+\.json$/.test(url)) return '#/properties/code';
  return /^\/ftp\/\d+-vs-\d+\.json$/.test(url) ? '#/properties/comparisons/items' : null;
}

/** A file as the type that the first test below checks it against. */
const record = <Kind extends keyof Published>(_kind: Kind, path: string) => parsed(path) as Published[Kind];

test('every JSON file is what the published schema promises', () => {
  const ajv = new Ajv2020({
    allErrors: true,
    formats: {
      uri: (text: string) => URL.canParse(text),
      date: (text: string) => new Date(`${text}T00:00:00Z`).toJSON().startsWith(text),
    },
  });
  ajv.addSchema(schema, 'schema');
  const data = [...files].flatMap((url) => {
    const pointer = pointerOf(url);
    return pointer === null ? [] : [{ url, pointer }];
  });
  const promised = new Set(data.map(({ pointer }) => pointer.split('/')[2]));
  assert.deepEqual([...promised].toSorted(), Object.keys(schema.properties ?? {}).toSorted());
  for (const { url, pointer } of data)
    assert.ok(ajv.validate({ $ref: `schema${pointer}` }, parsed(url)), `${url}: ${ajv.errorsText()}`);
});

test('no published field is lost or changes its type, and every new one is written down', () => {
  const published = readFileSync('tests/published-fields.txt', 'utf8').trim().split('\n');
  const present = fieldLines('dist');
  assert.deepEqual(
    published.filter((line) => !present.includes(line)),
    [],
    'a published field went away or changed its type; that needs a new version (src/published/changes.ts)',
  );
  assert.deepEqual(
    present.filter((line) => !published.includes(line)),
    [],
    'new fields; "npm run permalinks" adds them, src/published/changes.ts tells of them',
  );
});

test('every field says what it holds, in the schema and on the page', () => {
  const page = pages.find(({ url }) => url === '/api/') ?? assert.fail('there is no /api/');
  const shown = new Set(page.elements.filter(({ tagName }) => tagName === 'td').map(textOf));
  for (const [kind, part] of Object.entries(schema.properties ?? {})) {
    assert.ok(page.ids.has(`fields-${kind}`), kind);
    for (const { path, about } of typeof part === 'boolean' ? [] : fieldsOf(part)) {
      assert.notEqual(about, '', `${kind}.${path}`);
      assert.ok(shown.has(path), `${kind}.${path}`);
    }
  }
});

test('every record of the content is published, in order and once', () => {
  const listed = record('codes', '/api/codes.json');
  assert.deepEqual(
    listed.map(({ code }) => code),
    codes.map(({ code }) => code),
  );
  assert.equal(record('commands', '/api/commands.json').length, tree.commands.length);
  assert.equal(record('comparisons', '/api/comparisons.json').length, tree.notes.length);
  for (const [kind, entries] of [
    ['servers', tree.servers],
    ['clients', tree.clients],
    ['situations', tree.situations],
  ] as const)
    assert.deepEqual(
      record(kind, `/api/${kind}.json`)
        .map(({ id }) => id)
        .toSorted(),
      entries.map(({ id }) => id).toSorted(),
    );
});

test("a code's own file is its record in the list, with every reply of every server", () => {
  for (const listed of record('codes', '/api/codes.json')) {
    const { replies, neverSentBy, ...own } = record('code', `/ftp/${listed.code}.json`);
    assert.deepEqual(own, listed);
    const expected = tree.servers.flatMap(({ id, data }) =>
      anchorsOf(data.replies).flatMap((anchor, index) => {
        const reply = data.replies[index];
        return reply?.code === listed.code ? [`${id} ${anchor} ${reply.text}`] : [];
      }),
    );
    assert.deepEqual(
      replies.map(({ server, url, text }) => `${server} ${url.split('#')[1] ?? ''} ${text}`).toSorted(),
      expected.toSorted(),
    );
    for (const id of neverSentBy) assert.ok(!replies.some(({ server }) => server === id), id);
  }
});

test('ids and addresses in the data lead to what there is', () => {
  const servers = record('servers', '/api/servers.json');
  const situations = record('situations', '/api/situations.json');
  const known = {
    servers: new Set(servers.map(({ id }) => id)),
    situations: new Set(situations.map(({ id }) => id)),
    scenarios: new Set(record('scenarios', '/api/scenarios.json').map(({ id }) => id)),
  };
  const ids = new Map(pages.map((page) => [page.url, page.ids]));
  for (const { replies, directives } of servers) {
    for (const { url, cases, scenarios } of replies) {
      const [path = '', anchor = ''] = url.split('#');
      assert.ok(ids.get(path)?.has(decodeURIComponent(anchor)), url);
      for (const id of cases.flatMap((one) => one.situations)) assert.ok(known.situations.has(id), id);
      for (const id of scenarios) assert.ok(known.scenarios.has(id), id);
    }
    for (const id of directives.flatMap((one) => one.situations)) assert.ok(known.situations.has(id), id);
  }
  for (const { id, answers, lookalikes, pairs } of situations) {
    assert.deepEqual(new Set(answers.map(({ server }) => server)), known.servers, id);
    for (const { state, codes: sent, replies } of answers)
      assert.equal(state === 'answers', sent.length > 0 && replies.length > 0, `${id}: ${state}`);
    for (const { situation } of lookalikes) assert.ok(known.situations.has(situation), situation);
    for (const pair of pairs) assert.ok(files.has(`/ftp/${pair}/`), pair);
  }
});

test('a page names its twins, and a twin is named by a page', () => {
  const named = new Map(
    pages.map(({ url, elements }) => [
      url,
      elements
        .filter((element) => element.tagName === 'link' && attribute(element, 'rel') === 'alternate')
        .map((element) => attribute(element, 'href') ?? ''),
    ]),
  );
  for (const hrefs of named.values()) for (const href of hrefs) assert.ok(files.has(href), href);
  const twins = [...files].filter((url) => /^\/ftp\/.*\.(md|json)$/.test(url));
  assert.ok(twins.length > 300, `${twins.length} files`);
  for (const twin of twins) {
    const page = twin.replace(/\.\w+$/, '/');
    assert.ok(named.get(page)?.includes(twin), `${page} does not name ${twin}`);
  }
  for (const [page, file] of [
    ['/ftp/servers/vsftpd/', '/api/servers.json'],
    ['/ftp/clients/curl/', '/api/clients.json'],
    ['/ftp/commands/retr/', '/api/commands.json'],
    ['/ftp/situations/tls-required/', '/api/situations.json'],
    ['/ftp/', '/api/codes.json'],
  ] as const)
    assert.ok(named.get(page)?.includes(file), `${page} does not name ${file}`);
});

const prose = (text: string): string => text.replace(/^```[^]*?^```$/gm, '').replace(/(`+)[^]*?\1/g, '');
const read = (url: string): string => readFileSync(`dist${url}`, 'utf8');

test('Markdown has one first heading, ordinary links that lead somewhere, and whole tables', () => {
  for (const url of files) {
    if (!/^\/ftp\/.*\.md$/.test(url)) continue;
    const text = prose(read(url));
    assert.equal(text.match(/^# /gm)?.length, 1, url);
    assert.match(text, /^# .+\n\n\S/, url);
    assert.equal(/.*\[(\d{3,5}|[A-Z]{3,7}|\d{3,5} vs \d{3,5})\](?!\().*/.exec(text)?.[0], undefined, url);
    for (const [, target = ''] of text.matchAll(/\]\((\/[^)\s]*)\)/g))
      assert.ok(files.has(target), `${url}: ${target}`);
    const widths = (text.match(/^\|.*\|$/gm) ?? []).map((row) => row.match(/(?<!\\)\|/g)?.length);
    const tables = new Set(widths).size;
    assert.ok(
      tables <= (text.match(/^\| ---/gm)?.length ?? 0),
      `${url}: rows of ${[...new Set(widths)].join(', ')} bars`,
    );
  }
});

test("a code's Markdown has its heading, and names every server that sends it", () => {
  const servers = new Map(tree.servers.map(({ id, data }) => [id, data.short]));
  for (const { code, name } of codes) {
    const text = read(`/ftp/${code}.md`);
    assert.ok(text.startsWith(`# ${code > 999 ? 'Error' : 'FTP'} ${code}: ${name}\n`), String(code));
    const [, said = ''] = text.split('\n## What servers send\n');
    for (const { server, sent } of record('code', `/ftp/${code}.json`).replies)
      if (sent) assert.ok(said.includes(servers.get(server) ?? server), `${code}: ${server}`);
  }
});

test("a situation's Markdown has a row or a word for every server", () => {
  for (const { id } of tree.situations) {
    const [, answers = ''] = read(`/ftp/situations/${id}.md`).split('\n## What each server answers\n');
    for (const server of tree.servers) assert.ok(answers.includes(server.data.name), `${id}: ${server.id}`);
  }
});

test('llms.txt has the form of llmstxt.org, and lists every Markdown file', () => {
  const [title = '', , quote = '', ...rest] = read('/llms.txt').split('\n');
  assert.match(title, /^# \S/);
  assert.match(quote, /^> \S/);
  const sections = rest.join('\n').split(/^## /m).slice(1);
  assert.ok(sections.at(-1)?.startsWith('Optional\n'));
  for (const section of sections)
    for (const line of section.split('\n').slice(1).filter(Boolean))
      assert.match(line, /^- \[[^\]]+\]\(\/[^)]+\): \S/);
  const listed = new Set([...rest.join('\n').matchAll(/\]\((\/[^)]+)\)/g)].map(([, target]) => target ?? ''));
  for (const target of listed) assert.ok(files.has(target), target);
  for (const url of files) if (/^\/ftp\/.*\.md$/.test(url)) assert.ok(listed.has(url), url);
});

test('llms-full.txt has every code, note and situation', () => {
  const headings = new Set(read('/llms-full.txt').match(/^# .*/gm));
  for (const url of files)
    if (/^\/ftp\/.*\.md$/.test(url)) assert.ok(headings.has(read(url).split('\n')[0] ?? ''), url);
});

test('the page on the data is no hit for words', () => {
  const page = pages.find(({ url }) => url === '/api/');
  assert.ok(page && !page.elements.some((element) => attribute(element, 'data-pagefind-body') !== undefined));
});
