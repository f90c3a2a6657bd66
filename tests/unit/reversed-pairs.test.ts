/** The page of a pair with the higher code first, made of the comparison's own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadingPage } from '../../src/build/reversed-pairs.ts';

const comparison = `<!DOCTYPE html><html lang="en"> <head><meta charset="utf-8"><title>125 &amp; 451</title> <meta name="description" content="1 > 0"><link rel="canonical" href="https://example.org/ftp/125-vs-451/"> <style>a{}</style></head> <body><meta name="late" content="x"></body></html>`;

test('it leads to the comparison, tells the same of itself and is not for indexes', () => {
  const page = leadingPage(comparison, '/ftp/125-vs-451/');
  for (const part of [
    '<title>125 &amp; 451</title>',
    '<meta name="description" content="1 > 0">',
    '<link rel="canonical" href="https://example.org/ftp/125-vs-451/">',
    '<meta name="robots" content="noindex">',
    '<meta http-equiv="refresh" content="0; url=/ftp/125-vs-451/">',
    '<a href="/ftp/125-vs-451/">125 &amp; 451</a>',
  ])
    assert.ok(page.includes(part), part);
  assert.doesNotMatch(page, /style|late/);
});

test('a page without a title is refused with its address', () => {
  assert.throws(() => leadingPage('<head></head>', '/ftp/125-vs-451/'), /\/ftp\/125-vs-451\/: .*no title/);
});
