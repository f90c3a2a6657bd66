/** What only further builds can show. Each takes about as long as the site's own. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { addresses, attribute, readPages } from './dist.ts';

const run = promisify(execFile);
let root = '';

before(() => {
  root = mkdtempSync(join(tmpdir(), 'ftp-codes-builds-'));
});
after(() => {
  rmSync(root, { recursive: true });
});

/** A copy of the project that shares its packages. */
function copyOf(name: string): string {
  const folder = join(root, name);
  for (const part of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function build(folder: string, environment: Readonly<Record<string, string>>): Promise<string> {
  await run(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: folder,
    env: { ...process.env, ...environment, ASTRO_TELEMETRY_DISABLED: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return join(folder, 'dist');
}

test('two builds of the same tree are the same to the byte', async () => {
  const again = await build(copyOf('again'), {});
  assert.deepEqual(addresses(again), addresses('dist'));
  const differing = addresses(again).filter((url) => {
    const path = url.endsWith('/') ? `${url}index.html` : url;
    return !readFileSync(join(again, path)).equals(readFileSync(join('dist', path)));
  });
  assert.deepEqual(differing.slice(0, 5), [], `${differing.length} files differ`);
});

test('under a base path no link leaves it, and one new file gives a code its page, comparisons and search entry', async () => {
  const folder = copyOf('grown');
  const words = { name: 'Purple elephant in the way', gloss: 'purple elephant' };
  const page = readFileSync(join(folder, 'content/ftp/554.mdx'), 'utf8')
    .replaceAll('554', '558')
    .replace(/^name: .*/m, `name: ${words.name}`)
    .replace(/^gloss: .*/m, `gloss: ${words.gloss}`)
    .replace(/^summary: .*/m, 'summary: A purple elephant stands between the client and the file.')
    .replace(/^says: .*/m, 'says: a purple elephant stands in the way')
    .replace(/^send: .*/m, 'send: a purple elephant stands in the way')
    // No command of the documents gets this number, so its exchange shows practice.
    .replaceAll(/^```ftp(?! practice).*$/gm, '```ftp practice="a server made up for this test does this"')
    .replace(/related: \[.*\]/, 'related: [550]');
  writeFileSync(join(folder, 'content/ftp/558.mdx'), page);
  const base = '/docs/ftp';
  const dist = await build(folder, { BASE_PATH: base, SITE_URL: 'https://ftp.example.org' });

  const before = new Set(addresses('dist'));
  const added = addresses(dist).filter((url) => !before.has(url) && !/^\/(_astro|pagefind)\//.test(url));
  const codes = [...before].filter((url) => /^\/ftp\/\d+\/$/.test(url)).length;
  assert.equal(
    added.filter((url) => /^\/ftp\/\d+-vs-558\/$/.test(url) || /^\/ftp\/558-vs-\d+\/$/.test(url)).length,
    2 * codes,
  );
  for (const url of ['/ftp/558/', '/ftp/558.json', '/ftp/558.md', '/compare/558/'])
    assert.ok(added.includes(url), url);
  assert.equal(added.length, 2 * codes + 4);

  const pages = readPages(dist);
  assert.match(pages.find(({ url }) => url === '/ftp/558/')?.html ?? '', /Purple elephant in the way/);
  assert.match(
    pages.find(({ url }) => url === '/')?.html ?? '',
    new RegExp(`href="${base}/ftp/558/"`),
    'its place on the map',
  );
  const names = addresses(dist).filter((url) => url.startsWith('/_astro/') && url.endsWith('.js'));
  assert.ok(
    names.some((url) => readFileSync(join(dist, url), 'utf8').includes(words.name)),
    'its entry in the search box',
  );
  const pagefind = JSON.parse(readFileSync(join(dist, 'pagefind/pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  const earlier = JSON.parse(readFileSync('dist/pagefind/pagefind-entry.json', 'utf8')) as typeof pagefind;
  assert.equal(
    pagefind.languages['en']?.page_count,
    (earlier.languages['en']?.page_count ?? 0) + 1,
    'its page in the word index; pairs are understood without it',
  );

  for (const page of pages) {
    for (const element of page.elements)
      for (const name of ['href', 'src', 'action'])
        if (/^\/(?!docs\/ftp\/)/.test(attribute(element, name) ?? ''))
          assert.fail(`${page.url}: ${attribute(element, name) ?? ''} leaves ${base}`);
    if (page.leadsTo) assert.ok(page.leadsTo.startsWith(`${base}/ftp/`), page.url);
  }
  for (const url of addresses(dist).filter((one) => /\.md$|\/llms.*\.txt$/.test(one)))
    for (const [, target = ''] of readFileSync(join(dist, url), 'utf8').matchAll(
      /\]\((\/[^)\s]*|https:\/\/ftp\.example[^)\s]*)\)/g,
    ))
      assert.ok(
        target.startsWith(`https://ftp.example.org${base}/`),
        `${url}: ${target} is of no use away from the site`,
      );
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(
    pages.find(({ url }) => url === '/ftp/451/')?.html ?? '',
  )?.[1];
  assert.equal(canonical, 'https://ftp.example.org/docs/ftp/ftp/451/');
});
