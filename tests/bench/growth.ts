/** What a page costs when there are two and four times the codes, hence four and sixteen times the comparisons. */
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { budgets } from './budgets.ts';
import { multiplyCodes } from './generated-content.ts';
import { atMost, type Limit, type Measurement, type Unit } from './measurement.ts';
import { countPages } from './pages.ts';
import { buildSite } from './own-build.ts';
import type { Cost } from './run.ts';
import { scratchFolder } from './scratch.ts';

const sources = ['astro.config.mjs', 'content', 'package.json', 'public', 'src', 'tsconfig.json'];

/** A copy of the project with its own caches: the packages are links, what builds keep beside them is not. */
function copyProject(): string {
  const folder = scratchFolder('growth');
  for (const name of sources) cpSync(name, join(folder, name), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((one) => !/^\.(astro|cache|vite)/.test(one)))
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  return folder;
}

interface Grown {
  readonly factor: number;
  readonly codes: number;
  /** Pages with content. */
  readonly pages: number;
  readonly cost: Cost;
}

async function build(factor: number): Promise<Grown> {
  const folder = copyProject();
  const codes = multiplyCodes(join(folder, 'content'), factor);
  // The first build draws the cards; what grows with the comparisons is the rest.
  if (factor === 1) await buildSite({ folder });
  const cost = await buildSite({
    folder,
    // Sixteen times the pages need more than the heap that Node takes by itself on a small machine.
    environment: { NODE_OPTIONS: '--max-old-space-size=12288' },
  });
  const pages = countPages(join(folder, 'dist')).content;
  rmSync(folder, { recursive: true });
  return { factor, codes, pages, cost };
}

/** @param factors what to multiply the codes by, ascending, 1 first */
export async function measureGrowth(factors: readonly number[]): Promise<readonly Measurement[]> {
  const rows: Measurement[] = [];
  let base: number | undefined;
  for (const factor of factors) {
    const { codes, pages, cost } = await build(factor);
    const pageTime = (1000 * cost.seconds) / pages;
    const row = (what: string, value: number | null, unit: Unit, limit: Limit | null = null): void => {
      rows.push({ part: 'growth', of: `${factor} × the codes`, what, value, unit, limit });
    };
    row('codes', codes, 'pages');
    row('pages with content', pages, 'pages');
    row('whole build', cost.seconds, 's');
    row('processor time', cost.cpuSeconds, 's');
    row('time per page', pageTime, 'ms/page');
    if (base !== undefined)
      row(
        'time per page, against 1 ×',
        pageTime / base,
        'times',
        factor === 4 ? atMost(budgets.growth.pageTime) : null,
      );
    base ??= pageTime;
    row('peak memory', cost.peakBytes, 'bytes');
    row('peak memory per page', cost.peakBytes === null ? null : cost.peakBytes / pages, 'bytes/page');
  }
  return rows;
}
