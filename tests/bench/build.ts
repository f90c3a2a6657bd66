/** The whole build: time, processor, memory, and which part of it takes how long. */
import { z } from 'astro/zod';
import { budgets } from './budgets.ts';
import { atMost, type Limit, type Measurement, type Unit } from './measurement.ts';
import { packed } from './packed.ts';
import { countPages } from './pages.ts';
import { run, type Cost } from './run.ts';
import { buildSite } from './own-build.ts';
import { median } from './statistics.ts';

const times = 3;

/** Pictures are kept between builds; the first build after a clone draws them as well. */
const build = (): Promise<Cost> => buildSite({ folder: '.' });

async function printed<Value>(script: string, schema: z.ZodType<Value>): Promise<Value> {
  const { output } = await run(process.execPath, [script], { folder: '.' });
  return schema.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
}

const known = (values: readonly (number | null)[]): number | null =>
  values.some((value) => value === null) ? null : median(values.filter((value) => value !== null));

export async function measureBuild(): Promise<readonly Measurement[]> {
  const hooks = await printed('tests/bench/traced-build.ts', z.record(z.string(), z.number()));
  const runs: Cost[] = [];
  for (let count = 0; count < times; count++) runs.push(await build());
  const { content, redirects } = countPages('dist');
  const seconds = median(runs.map((one) => one.seconds));
  const drawn = await printed('tests/bench/cards.ts', z.object({ cards: z.number(), seconds: z.number() }));
  const { seconds: compression } = await packed();
  const row = (what: string, value: number | null, unit: Unit, limit: Limit | null = null): Measurement => ({
    part: 'build',
    of: '',
    what,
    value,
    unit,
    limit,
  });
  return [
    row('pages with content', content, 'pages'),
    row('pages that lead to another', redirects, 'pages'),
    row(`whole build, median of ${times}`, seconds, 's'),
    row('whole build, fastest', Math.min(...runs.map((one) => one.seconds)), 's'),
    row('processor time, median', known(runs.map((one) => one.cpuSeconds)), 's'),
    row(
      'peak memory, median',
      known(runs.map((one) => one.peakBytes)),
      'bytes',
      atMost(budgets.build.memory),
    ),
    row(
      'wall time per page with content',
      (1000 * seconds) / content,
      'ms/page',
      atMost(budgets.build.pageTime),
    ),
    row('pages per second, with those that lead to another', (content + redirects) / seconds, 'pages/s'),
    ...Object.entries(hooks)
      .filter(([, took]) => took >= 0.05)
      .map(([name, took]) => row(`of it in one more build: ${name}`, took, 's')),
    row(`beside it, without their cache: ${drawn.cards} cards`, drawn.seconds, 's'),
    row('beside it, for the package: compression', compression, 's'),
  ];
}
