import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Summary } from '../../src/offline/list.ts';
import { addresses } from './dist.ts';

const worker = readFileSync('dist/offline.js', 'utf8');
const { files, bytes, others } = JSON.parse(readFileSync('dist/offline.json', 'utf8')) as Summary; // made by src/build/offline.ts
const contentOf = (url: string): Buffer =>
  readFileSync(`dist${url.endsWith('/') ? `${url}index.html` : url}`);
const hashOf = (url: string): string => createHash('sha256').update(contentOf(url)).digest('base64');
const listed = addresses('dist').filter((url) => worker.includes(hashOf(url)));

test("the worker's list has every file that its pages load", () => {
  const kept = new Set(listed);
  assert.equal(kept.size, files);
  const lacking = listed
    .filter((url) => url.endsWith('/'))
    .flatMap((url) =>
      [
        ...contentOf(url)
          .toString()
          .matchAll(/ (?:src|href)="(\/[^"]*\.(?:js|css|woff2|svg))"/g),
      ]
        .map(([, part = '']) => part)
        .filter((part) => !kept.has(part))
        .map((part) => `${url} loads ${part}`),
    );
  assert.deepEqual(lacking, []);
});

test('every code, command, situation, server, client and comparison with a note is kept', () => {
  const all = addresses('dist');
  const noted = all
    .flatMap((url) => /^(\/ftp\/\d+-vs-\d+)\.json$/.exec(url)?.[1] ?? [])
    .map((url) => `${url}/`);
  const expected = all.filter((url) =>
    /^\/ftp\/(\d+|(commands|situations|servers|clients)\/[^/]*)\/$/.test(url),
  );
  assert.ok(noted.length > 50 && expected.length > 250);
  const kept = new Set(listed);
  assert.deepEqual(
    [...noted, ...expected, '/', '/ftp/', '/search/', '/decode/', '/offline/'].filter(
      (url) => !kept.has(url),
    ),
    [],
  );
});

test('what is kept is of a size that one press may take, and the size is told', () => {
  const sum = listed.reduce((total, url) => total + contentOf(url).length, 0);
  assert.equal(bytes, sum);
  assert.ok(sum < 25e6, `${sum} bytes`);
  assert.ok(others.bytes > sum, 'the other comparisons are larger than all that is kept');
});

test('the worker is one plain script', () => {
  assert.doesNotMatch(worker, /\bimport\b|process\.env|localhost|console\.log/);
});
