import assert from 'node:assert/strict';
import { test } from 'node:test';
import { meantBy } from '../../src/search/meant.ts';

test('an address that leads nowhere is read as words', () => {
  for (const [path, words] of [
    ['/ftp/disk_full.html', 'disk full'],
    ['/ftp/commands/rter/', 'rter'],
    ['/codes/558', '558'],
    ['/compare/451-vs-451/', '451 451'],
    ['/ftp/quota%20exceeded/', 'quota exceeded'],
    ['/ftp/100%/', '100%'],
  ] as const)
    assert.equal(meantBy(path), words, path);
  assert.equal(meantBy(`/${'x'.repeat(1000)}/`).length, 200);
});

test('an address without words asks for nothing', () => {
  for (const path of ['/', '/ftp/', '/ftp/codes/', '/-/_/', '/ftp/codes.html'])
    assert.equal(meantBy(path), '', path);
});
