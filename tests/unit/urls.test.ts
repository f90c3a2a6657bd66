import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basePath, siteUrl } from '../../src/build/settings.ts';
import { makeUrls } from '../../src/urls.ts';

test('a pair has one address, whatever the order', () => {
  const urls = makeUrls('/');
  assert.equal(urls.pair(451, 125), '/ftp/125-vs-451/');
  assert.equal(urls.pair(125, 451), '/ftp/125-vs-451/');
  assert.equal(urls.pair(10060, 451), '/ftp/451-vs-10060/');
  assert.throws(() => urls.pair(451, 451), RangeError);
});

test('every address lies under the base and pages end in a slash', () => {
  for (const base of ['/docs/ftp', '/docs/ftp/']) {
    const urls = makeUrls(base);
    assert.equal(urls.home, '/docs/ftp/');
    assert.equal(urls.code(451), '/docs/ftp/ftp/451/');
    assert.equal(urls.command('(connect)'), '/docs/ftp/ftp/commands/connect/');
    assert.equal(urls.json(451), '/docs/ftp/ftp/451.json');
  }
});

test('SITE_URL and BASE_PATH are taken as they should be, and refused with a sentence otherwise', () => {
  assert.equal(siteUrl({}), undefined);
  assert.equal(siteUrl({ SITE_URL: 'https://ftp.example.org' }), 'https://ftp.example.org');
  assert.equal(basePath({}), '/');
  assert.equal(basePath({ BASE_PATH: '/docs/ftp/' }), '/docs/ftp');
  for (const SITE_URL of [
    'ftp.example.org',
    'ftp://example.org',
    'https://example.org/docs',
    'javascript:alert(1)',
  ])
    assert.throws(() => siteUrl({ SITE_URL }), /Expected an origin/, SITE_URL);
  for (const BASE_PATH of ['docs/ftp', 'https://example.org/docs', '/a b', '//x', '/../x?y'])
    assert.throws(() => basePath({ BASE_PATH }), /Expected a path/, BASE_PATH);
});
