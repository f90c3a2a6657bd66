/** Lighthouse with its settings for phones, for a page of each kind. It is loaded from npm when it is first needed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { launchArguments } from '../e2e/chromium.ts';
import { browserPath } from './browser.ts';
import { budgets } from './budgets.ts';
import { installed } from './install.ts';
import { unlisted, type Kinds } from './kinds.ts';
import { atLeast, atMost, type Limit, type Measurement, type Unit } from './measurement.ts';
import { run } from './run.ts';
import { serve } from './server.ts';
import { scratchFolder } from './scratch.ts';

/** No dependency: with what it needs it is 176 MB, and nothing else here uses it. */
const version = '13.5.0';

const score = z.object({
  score: z.number().nullable(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
});
const reportSchema = z.object({
  categories: z.object({
    performance: score,
    accessibility: score,
    'best-practices': score,
    seo: score,
  }),
  audits: z.record(
    z.string(),
    z.object({ title: z.string(), score: z.number().nullable(), numericValue: z.number().optional() }),
  ),
});
type Report = z.infer<typeof reportSchema>;

async function audit(program: string, address: string, file: string): Promise<Report> {
  const flags = ['--headless=new', ...launchArguments()].join(' ');
  await run(
    process.execPath,
    [program, address, '--quiet', '--output=json', `--output-path=${file}`, `--chrome-flags=${flags}`],
    { folder: '.', environment: { CHROME_PATH: browserPath() }, most: 180 },
  );
  return reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** On a busy machine Chromium's trace now and then lacks its start, which says nothing of the page. */
const attempts = 3;

async function auditPatiently(program: string, address: string, file: string): Promise<Report> {
  for (let attempt = 1; attempt < attempts; attempt++)
    try {
      return await audit(program, address, file);
    } catch {
      continue;
    }
  return audit(program, address, file);
}

/** What lost points, in Lighthouse's words. */
function failed({ audits, categories }: Report): string {
  const counted = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0).flatMap(({ id }) => audits[id] ?? []),
  );
  return counted
    .filter((one) => one.score !== null && one.score < 0.9)
    .map(({ title }) => title)
    .join('; ');
}

export async function measureLighthouse(kinds: Kinds): Promise<readonly Measurement[]> {
  const folder = await installed('lighthouse', { lighthouse: version });
  const program = join(folder, 'node_modules/lighthouse/cli/index.js');
  const reports = scratchFolder('lighthouse');
  const server = await serve();
  const rows: Measurement[] = [];
  try {
    for (const [kind, address] of Object.entries(kinds)) {
      const report = await auditPatiently(program, server.origin + address, join(reports, 'report.json'));
      if (failed(report) !== '') console.error(`  ${kind}: ${failed(report)}`);
      const row = (what: string, value: number | null, unit: Unit, limit: Limit | null = null): void => {
        rows.push({ part: 'lighthouse', of: kind, what, value, unit, limit });
      };
      for (const [category, { score: share }] of Object.entries(report.categories)) {
        // What asks not to be listed loses the points for being listed.
        const judged = category !== 'seo' || !unlisted.has(kind);
        const points = share === null ? null : Math.round(100 * share);
        row(category, points, 'points', judged ? atLeast(budgets.lighthouse.points) : null);
      }
      const numeric = (audit: string): number | null => report.audits[audit]?.numericValue ?? null;
      row('layout shift', numeric('cumulative-layout-shift'), 'shift', atMost(budgets.lighthouse.shift));
      row('total blocking time', numeric('total-blocking-time'), 'ms');
    }
  } finally {
    server.close();
  }
  return rows;
}
