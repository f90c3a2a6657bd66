/** What a query leads to, with a handful of texts and pages known by heart. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo } from '../../src/search/answer.ts';
import type { Known } from '../../src/search/known.ts';
import { Memory } from '../../src/search/recall.ts';
import { codes, tree } from './content.ts';

const known: Known = {
  servers: [
    ['vsftpd', 'vsftpd'],
    ['pure-ftpd', 'Pure-FTPd'],
  ],
  situations: [
    ['file-missing', 'File not found on download'],
    ['too-many-per-host', 'Too many connections from one address'],
  ],
  texts: [
    [550, 'Failed to open file.', [0], [0]],
    [421, 'Too many connections ({n}) from this IP', [1], [1]],
    [530, 'Login incorrect.', [], [0]],
    [226, 'Transfer complete.', [], [0]],
  ],
  names: [
    ['FILE_UNAVAILABLE', [550], 'commons-net'],
    ['Directory', [212], 'suppaftp'],
  ],
  messages: [['Access to the server was refused', [530], 'curl']],
  pages: [
    { kind: 'code', id: '550', title: 'File unavailable', keywords: 'no such file', summary: '', weight: 1 },
    { kind: 'code', id: '530', title: 'Not logged in', keywords: 'login failed', summary: '', weight: 1 },
    {
      kind: 'situation',
      id: 'file-missing',
      title: 'File not found on download',
      keywords: 'no such file',
      summary: 'The file is not there.',
      weight: 1,
    },
    {
      kind: 'server',
      id: 'vsftpd',
      title: 'vsftpd',
      keywords: 'vsftpd',
      summary: 'A small daemon.',
      weight: 0.8,
    },
    {
      kind: 'client',
      id: 'curl',
      title: 'curl and libcurl',
      keywords: 'curl',
      summary: 'A tool.',
      weight: 0.8,
    },
    {
      kind: 'client',
      id: 'commons-net',
      title: 'Apache Commons Net',
      keywords: 'commons net',
      summary: 'A library.',
      weight: 0.8,
    },
  ],
};
const vocabulary = {
  codes: new Map(codes.map(({ code, name, when }) => [code, { name, when }])),
  commands: new Map(tree.commands.map(({ data }) => [data.verb, data.name])),
};
const memory = new Memory(known, (code) => vocabulary.codes.get(code)?.when ?? '');
const ask = (query: string) => answersTo(query, vocabulary, memory);
const paths = (query: string) => ask(query).hits.map(({ url }) => url);

test("a server's line leads to its code, then to the situation and the server", () => {
  assert.deepEqual(paths('550 Failed to open file.').slice(0, 3), [
    '/ftp/550/',
    '/ftp/situations/file-missing/#server-vsftpd',
    '/ftp/servers/vsftpd/#550',
  ]);
});

test("a server's words find their code without the number, misspelt, with values filled in", () => {
  for (const [query, url] of [
    ['Failed to open file.', '/ftp/550/'],
    ['failed to opne file', '/ftp/550/'],
    ['Too many connections (8) from this IP', '/ftp/421/'],
    ['Too many conections from this IP', '/ftp/421/'],
    ['Login incorect.', '/ftp/530/'],
  ] as const)
    assert.equal(paths(query)[0], url, query);
});

test("a client's constant or line finds the code behind it", () => {
  assert.deepEqual(paths('FTPReply.FILE_UNAVAILABLE').slice(0, 2), [
    '/ftp/550/',
    '/ftp/clients/commons-net/',
  ]);
  assert.deepEqual(paths('access to the server was refused').slice(0, 2), [
    '/ftp/530/',
    '/ftp/clients/curl/',
  ]);
});

test('a constant that is an ordinary word counts only alone', () => {
  assert.equal(paths('Directory')[0], '/ftp/212/');
  assert.ok(!paths('Directory changed').includes('/ftp/212/'));
});

test('words for a problem lead to pages, who names a program gets its page', () => {
  assert.ok(['/ftp/550/', '/ftp/situations/file-missing/'].includes(paths('no such file')[0] ?? ''));
  assert.equal(paths('vsftpd')[0], '/ftp/servers/vsftpd/');
  assert.equal(paths('vsfptd')[0], '/ftp/servers/vsftpd/');
});

test('a pair, a command and a bare code need nothing known by heart', () => {
  const without = (query: string) => answersTo(query, vocabulary, null).hits[0]?.url;
  assert.equal(without('550vs553'), '/ftp/550-vs-553/');
  assert.equal(without('is 530 the same as 550?'), '/ftp/530-vs-550/');
  assert.equal(without('which replies can MKD get'), '/ftp/commands/mkd/');
  assert.equal(without('(421)'), '/ftp/421/');
});

test('each page stands in the list once', () => {
  const pages = paths('550 Failed to open file.').map((url) => url.replace(/#.*/, ''));
  assert.equal(new Set(pages).size, pages.length);
});

test('nothing that is typed or pasted makes it throw', () => {
  for (const query of [
    '',
    '   ',
    '"',
    "'",
    '.*+?^${}()|[]\\',
    '\u0000\u202e',
    '💾',
    '%E0%A4%A',
    '<script>',
    '550'.repeat(4000),
    'the and of',
  ])
    assert.doesNotThrow(() => ask(query), JSON.stringify(query.slice(0, 20)));
});
