import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { policyOf } from '../../src/build/hosting/headers.ts';
import { attribute, readPages, sample, type Page } from './dist.ts';
import { meta, titleOf } from './head.ts';

const pages = readPages('dist');
const shown = pages.filter(({ leadsTo }) => leadsTo === null);
const listed = shown.filter(
  (page) => !page.elements.some((element) => attribute(element, 'content') === 'noindex'),
);

test('every page has one h1, in its main part, and skips no heading level', () => {
  for (const page of shown) {
    const levels = page.elements.flatMap(({ tagName }) =>
      /^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : [],
    );
    assert.equal(levels.filter((level) => level === 1).length, 1, `${page.url}: h1`);
    assert.equal(levels[0], 1, `${page.url} starts with h${levels[0] ?? '?'}`);
    levels.forEach((level, index) => {
      assert.ok(
        level <= (levels[index - 1] ?? 0) + 1,
        `${page.url}: h${level} after h${levels[index - 1] ?? 0}`,
      );
    });
    assert.equal(page.elements.filter(({ tagName }) => tagName === 'main').length, 1, `${page.url}: main`);
  }
});

test('no id stands twice on a page', () => {
  for (const page of shown) {
    const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? []);
    assert.equal(
      new Set(ids).size,
      ids.length,
      `${page.url}: ${ids.filter((id, index) => ids.indexOf(id) !== index).join(', ')}`,
    );
  }
});

test('titles and descriptions are unique and of a length that tabs and search results show', () => {
  for (const [what, of, least, most] of [
    ['title', titleOf, 10, 90],
    ['description', (page: Page) => meta(page, 'description') ?? '', 50, 200],
  ] as const) {
    const seen = new Map<string, string>();
    for (const page of listed) {
      const text = of(page);
      assert.ok(
        text.length >= least && text.length <= most,
        `${page.url}: ${what} of ${text.length} characters: ${text}`,
      );
      assert.equal(seen.get(text), undefined, `${page.url}: ${what} "${text}"`);
      seen.set(text, page.url);
    }
  }
});

test('no page carries style attributes or event handlers, which its policy would block', () => {
  for (const page of shown)
    for (const element of page.elements)
      for (const { name } of element.attrs)
        assert.doesNotMatch(name, /^(style|on\w+)$/, `${page.url}: <${element.tagName} ${name}>`);
});

test('every page has a content security policy without unsafe-inline or unsafe-eval', () => {
  for (const page of shown) {
    const policy = page.elements.find(
      (element) => attribute(element, 'http-equiv') === 'content-security-policy',
    );
    const content = policy ? (attribute(policy, 'content') ?? '') : '';
    assert.match(content, /script-src 'self'/, page.url);
    assert.doesNotMatch(content, /'unsafe-/, page.url);
  }
});

test('all pages have one policy, so that a host can send it as a header with each of them', () => {
  const policies = new Set(pages.map(({ html }) => policyOf(html)));
  assert.equal(policies.size, 1);
  const [policy = ''] = policies;
  assert.ok(readFileSync('dist/_headers', 'utf8').includes(`\n  Content-Security-Policy: ${policy}\n`));
  // Cloudflare reads lines of up to 2,000 characters.
  assert.ok(policy.length < 1900, `${policy.length} characters`);
});

test('words stand apart from the links before and behind them', () => {
  for (const page of shown) {
    const text = page.html.replace(/<(script|style)[^]*?<\/\1>/g, '');
    const glued = /[a-z,;](<a [^>]*class="(?:chip|verb|cite)[^>]*>)|<\/a>[a-zA-Z]{2}/.exec(text);
    assert.equal(
      glued,
      null,
      `${page.url}: ${text.slice(Math.max(0, (glued?.index ?? 0) - 40), (glued?.index ?? 0) + 60)}`,
    );
    assert.doesNotMatch(text, /<\/a>\s+[.,;)]/, page.url);
  }
});

test('an unverified attribution says so on its page', () => {
  for (const code of [231, 233, 253, 401, 434, 538])
    assert.match(
      pages.find(({ url }) => url === `/ftp/${code}/`)?.html ?? '',
      /Not verified\./,
      String(code),
    );
});

test('HTML is valid on every kind of page and on 200 comparisons', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      // Astro writes void elements and attribute quotes in its own, equally valid way.
      'void-style': 'off',
      'no-inline-style': 'error',
      'no-trailing-whitespace': 'off',
      'long-title': 'off', // tested above, with our own limit
      // Pages carry the policy and short scripts in their head; the policy's hashes cover them.
      'require-sri': 'off',
      'svg-focusable': 'off',
    },
  });
  const problems: string[] = [];
  for (const page of sample(pages, 200)) {
    const report = await validator.validateString(page.html);
    for (const result of report.results)
      for (const { ruleId, message, line, column } of result.messages)
        problems.push(`${page.url}:${line}:${column} ${ruleId}: ${message}`);
  }
  assert.deepEqual(problems.slice(0, 15), [], `${problems.length} problems`);
});
