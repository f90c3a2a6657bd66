import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headersFile, redirectsFile } from '../../src/build/hosting/netlify.ts';
import { siteConf } from '../../src/build/hosting/nginx.ts';
import { cacheControl, policyOf } from '../../src/build/hosting/headers.ts';
import { homeOf } from '../../src/redirects.ts';
import { makeUrls } from '../../src/urls.ts';

const urls = makeUrls('/');
const ways = {
  '/451': urls.code(451),
  '/451/': urls.code(451),
  '/10060': urls.code(10060),
  '/550-vs-450': '/ftp/550-vs-450/',
  '/550-VS-450/': '/ftp/550-vs-450/',
  '/code/451': urls.code(451),
  '/codes/451': urls.code(451),
  '/ftp/code/451': urls.code(451),
  '/ftp/codes/451/': urls.code(451),
  '/FTP/451/': urls.code(451),
  '/FTP/Codes/451': urls.code(451),
  '/Ftp/Commands/RETR/': urls.command('RETR'),
};

test('a form of an address leads to the page, whatever its case and with or without a slash', () => {
  for (const [from, to] of Object.entries(ways)) assert.equal(homeOf(from), to, from);
});

test('an address of the site, and what is no form of one, leads nowhere', () => {
  for (const path of [
    '/',
    '/ftp/',
    '/ftp/451/',
    '/ftp/451-vs-125/',
    '/ftp/commands/retr',
    '/about/',
    '/4511/',
    '/45',
  ])
    assert.equal(homeOf(path), null, path);
  for (const path of ['/FTP//evil.example', '/FTP/%0d%0aSet-Cookie:a', '//evil.example/451'])
    assert.doesNotMatch(homeOf(path) ?? '', /^\/\/|[%:]/, path);
});

/** Reads a _redirects file as Cloudflare's rules engine does: the first rule that matches, placeholders within a segment. */
function followed(file: string, path: string): string | null {
  for (const line of file.split('\n').filter((text) => text !== '' && !text.startsWith('#'))) {
    const [from = '', to = '', status, ...more] = line.split(' ');
    if (more.length > 0 || status !== '301') continue; // a rule with a query is Netlify's
    const source = from.replace('*', '(?<splat>.*)').replaceAll(/:([a-z]+)/g, '(?<$1>[^/]+)');
    const match = new RegExp(`^${source}$`).exec(path);
    if (match) return to.replaceAll(/:([a-z]+)/g, (_, name: string) => match.groups?.[name] ?? '');
  }
  return null;
}

test('_redirects leads the same forms home, under a base too, and hides no page', () => {
  for (const prefix of ['', '/docs/ftp']) {
    const file = redirectsFile(prefix, [450, 451, 550, 10060]);
    for (const from of [
      ...['/451', '/451/', '/10060', '/550-vs-450', '/550-vs-450/', '/code/451', '/codes/451/', '/FTP/451/'],
      ...['/ftp/code/451', '/ftp/codes/451/'],
    ])
      assert.equal(followed(file, prefix + from), prefix + (homeOf(from) ?? ''), prefix + from);
    // Cloudflare follows a rule also where a file is.
    for (const page of [
      '/',
      '/ftp/',
      '/ftp/451/',
      '/ftp/450-vs-451/',
      '/about/',
      '/icon.svg',
      '/ftp/451.json',
      '/404.html',
    ])
      assert.equal(followed(file, prefix + page), null, page);
  }
});

test("the files for hosts keep within the hosts' limits", () => {
  const codes = Array.from({ length: 150 }, (_, index) => 100 + index);
  const lines = redirectsFile('/docs/ftp', codes).split('\n');
  const dynamic = lines.findIndex((line) => line.includes(':'));
  assert.ok(lines.length <= 1000, 'GitLab Pages reads 1,000 rules');
  assert.ok(lines.length - dynamic <= 100, 'Cloudflare reads 100 rules with placeholders');
  const policy = policyOf('<meta http-equiv="content-security-policy" content="default-src \'self\';">');
  assert.equal(policy, "default-src 'self'; frame-ancestors 'none'");
  assert.match(
    headersFile('/docs/ftp', policy),
    /^\/docs\/ftp\/\*\n {2}Content-Security-Policy: default-src 'self'; /m,
  );
});

test('only files with a hash in their name are kept without asking', () => {
  assert.match(cacheControl('/_astro/style.7RZhjgbb.css'), /immutable/);
  assert.match(cacheControl('/pagefind/fragment/en_1.pf_fragment'), /immutable/);
  for (const path of ['/', '/ftp/451/', '/pagefind/pagefind.js', '/search/known.json', '/offline.js'])
    assert.equal(cacheControl(path), 'no-cache', path);
});

test('a policy that would end its value in the configuration of nginx is refused', () => {
  assert.throws(() => siteConf('', 'default-src "self"'), /Not to be written/);
});
