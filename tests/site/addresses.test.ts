import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { groupIds, classOf } from '../../src/protocol/digits.ts';
import { verbSlug } from '../../src/urls.ts';
import { codes, tree } from '../unit/content.ts';
import { addresses, isLinkable } from './dist.ts';

const files = new Set(addresses('dist'));
const numbers = codes.map(({ code }) => code);

test('every address of the design exists', () => {
  const expected = [
    ...['/', '/ftp/', '/compare/', '/search/', '/about/', '/404.html', '/ftp/commands/'],
    ...['/api/', '/api/codes.json', '/api/commands.json', '/api/schema.json', '/llms.txt', '/llms-full.txt'],
    ...numbers.flatMap((code) => [
      `/ftp/${code}/`,
      `/ftp/${code}.json`,
      `/ftp/${code}.md`,
      `/compare/${code}/`,
    ]),
    ...new Set(numbers.map((code) => `/ftp/classes/${classOf(code)}/`)),
    ...groupIds
      .filter((id) => numbers.some((code) => code < 1000 && String(code)[1] === id[1]))
      .map((id) => `/ftp/groups/${id}/`),
    ...tree.commands.map(({ data }) => `/ftp/commands/${verbSlug(data.verb)}/`),
    ...numbers.flatMap((one) =>
      numbers.filter((other) => other !== one).map((other) => `/ftp/${one}-vs-${other}/`),
    ),
  ];
  assert.deepEqual(
    expected.filter((url) => !files.has(url)),
    [],
  );
});

test('no published address is lost, and every new one is written down', () => {
  const published = readFileSync('tests/permalinks.txt', 'utf8').trim().split('\n');
  assert.deepEqual(
    published.filter((url) => !files.has(url)),
    [],
    'a published address no longer answers; it needs a page or a redirect',
  );
  const present = [...files].filter(isLinkable);
  const known = new Set(published);
  assert.deepEqual(
    present.filter((url) => !known.has(url)),
    [],
    'new addresses; "npm run permalinks" adds them to tests/permalinks.txt',
  );
});
