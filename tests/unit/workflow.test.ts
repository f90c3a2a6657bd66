import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';
import { z } from 'astro/zod';
import { basePath, siteUrl } from '../../src/build/settings.ts';

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const workflow = z
  .object({ jobs: z.record(z.string(), z.object({ steps: z.array(step) })) })
  .parse(parse(readFileSync('.github/workflows/pages.yml', 'utf8')));
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

test('GitHub Pages is built with the commands of the README, for the address that GitHub gives it', () => {
  const commands = steps.flatMap(({ run }) => run ?? []);
  assert.deepEqual(commands, ['npm ci', 'npm run build']);
  const readme = readFileSync('README.md', 'utf8');
  for (const command of commands) assert.ok(readme.includes(command), command);
  const settings = Object.keys(steps.find(({ run }) => run === 'npm run build')?.env ?? {});
  assert.deepEqual(settings, ['SITE_URL', 'BASE_PATH']);
});

test('no action can change behind our back', () => {
  for (const { uses } of steps) if (uses !== undefined) assert.match(uses, /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
});

test('what GitHub gives as origin and path is taken, with and without a path', () => {
  assert.equal(siteUrl({ SITE_URL: 'https://octocat.github.io' }), 'https://octocat.github.io');
  assert.equal(basePath({ BASE_PATH: '/ftp-codes' }), '/ftp-codes');
  assert.equal(basePath({ BASE_PATH: '' }), '/');
});

test('a wrong origin or path is refused with a sentence', () => {
  for (const wrong of ['ftp.example.org', 'https://example.org/docs', 'ftp://example.org'])
    assert.throws(
      () => siteUrl({ SITE_URL: wrong }),
      /^Error: SITE_URL: found ".*"\. Expected an origin/,
      wrong,
    );
  for (const wrong of ['docs', 'https://example.org/docs', '/docs ftp', '/docs?x'])
    assert.throws(
      () => basePath({ BASE_PATH: wrong }),
      /^Error: BASE_PATH: found ".*"\. Expected a path/,
      wrong,
    );
});
