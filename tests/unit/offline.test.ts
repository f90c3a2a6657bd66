import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadFrom } from '../../src/offline/leads.ts';
import { summaryOf } from '../../src/offline/list.ts';
import { keepingOf, listOf } from '../../src/offline/manifest.ts';

const noted = new Set(['450-vs-550']);

test('kept are the pages, what they load and what the tools know; twins for programs and redirects are not', () => {
  const expected = {
    kept: [
      'index.html',
      'about/index.html',
      'offline/index.html',
      'compare/index.html',
      'search/index.html',
      'search/known.json',
      'decode/index.html',
      'decode/known.json',
      'decode/sessions/a-login.txt',
      'ftp/451/index.html',
      'ftp/10060/index.html',
      'ftp/450-vs-550/index.html',
      'ftp/commands/retr/index.html',
      'ftp/situations/disk-full/index.html',
      'ftp/servers/vsftpd/index.html',
      'ftp/clients/curl/index.html',
      'ftp/classes/4xx/index.html',
      'icon.svg',
      '_astro/style.7RZhjgbb.css',
      '_astro/fonts/a.woff2',
      'pagefind/pagefind.js',
      'pagefind/pagefind-entry.json',
      'pagefind/pagefind.en_1.pf_meta',
      'pagefind/wasm.en.pagefind',
      'pagefind/index/en_1.pf_index',
      'pagefind/fragment/en_1.pf_fragment',
    ],
    visited: ['ftp/120-vs-451/index.html', 'compare/451/index.html'],
    never: [
      'ftp/550-vs-450/index.html',
      'ftp/451-vs-120/index.html',
      'ftp/451.json',
      'ftp/451.md',
      'api/codes.json',
      'cards/451.png',
      'llms-full.txt',
      'feed.xml',
      'sitemap-index.xml',
      '404.html',
      '_headers',
      '_redirects',
      'offline.js',
      'pagefind/pagefind-ui.js',
      'pagefind/pagefind-worker.js',
    ],
  } as const;
  for (const [keeping, paths] of Object.entries(expected))
    for (const path of paths) assert.equal(keepingOf(path, noted), keeping, path);
});

const files: Readonly<Record<string, string>> = {
  'index.html': 'home',
  'ftp/450-vs-550/index.html': 'noted',
  'ftp/450-vs-550.json': 'its twin',
  'ftp/120-vs-451/index.html': 'computed',
  'ftp/451-vs-120/index.html': 'redirect',
};
const listWith = (changes: Readonly<Record<string, string>>, order = Object.keys(files)) =>
  listOf(order, (path) => Buffer.from({ ...files, ...changes }[path] ?? ''));

test('a list names addresses with the hash that browsers compare, and how much it is', () => {
  const list = listWith({});
  assert.deepEqual(list.kept, [
    ['ftp/450-vs-550/', 'QZVLKmjsAXCwdLVPYJqH3lvwgiChulQ2qZJnm0cUtiY=', 5],
    ['', 'TqFAWIFQdzzjqs54au739ASc4QD6ZJyU+73blg8dqUI=', 4],
  ]);
  assert.deepEqual(Object.keys(list.visited), ['ftp/120-vs-451/']);
  assert.deepEqual(summaryOf(list), {
    version: list.version,
    files: 2,
    bytes: 9,
    others: { pages: 1, bytes: 8 },
  });
});

test('a version is named by what a reader can get of it: kept and computed pages, and nothing else', () => {
  const { version } = listWith({});
  assert.equal(listWith({}, Object.keys(files).toReversed()).version, version);
  assert.equal(listWith({ 'ftp/450-vs-550.json': 'another twin' }).version, version);
  for (const path of ['index.html', 'ftp/450-vs-550/index.html', 'ftp/120-vs-451/index.html'])
    assert.notEqual(listWith({ [path]: 'new' }).version, version, path);
});

test('without a network, forms of an address lead where hosts lead them', () => {
  const ways = {
    '451': 'ftp/451/',
    'ftp/451': 'ftp/451/',
    'FTP/Commands/RETR': 'ftp/commands/retr/',
    'ftp/451-vs-120/': 'ftp/120-vs-451/',
    '550-vs-450': 'ftp/450-vs-550/',
    'compare/?a=451&b=120': 'ftp/120-vs-451/',
    about: 'about/',
  };
  const lead = (address: string) => {
    const { pathname, searchParams } = new URL(address, 'http://localhost/');
    return leadFrom(pathname.slice(1), searchParams);
  };
  for (const [from, to] of Object.entries(ways)) assert.equal(lead(from), to, from);
  for (const address of [
    '',
    'ftp/451/',
    'ftp/120-vs-451/',
    'compare/',
    'compare/?a=451&b=451',
    'compare/?a=//evil.example&b=1',
    'search/?q=451',
    'ftp/451.json',
  ])
    assert.equal(lead(address), null, address);
});
