/**
 * `npm run bench`: measures the site, prints one table and writes bench.json. `npm run bench -- bytes search` takes
 * single parts; `--factors 1,2` lets growth stop earlier, `--kinds home,comparison` takes fewer pages. Fails if something is over its budget.
 */
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureBuild } from './build.ts';
import { measureBytes } from './bytes.ts';
import { measureDecode } from './decode.ts';
import { measureGrowth } from './growth.ts';
import { measureLighthouse } from './lighthouse.ts';
import { kinds } from './kinds.ts';
import { quiet, thisMachine } from './machine.ts';
import { isOver, parts, type Measurement, type Part } from './measurement.ts';
import { measurePaint } from './paint.ts';
import { measureSearch } from './search.ts';
import { report } from './report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { factors: { type: 'string', default: '1,2,4' }, kinds: { type: 'string' } },
});
const chosen = Object.fromEntries(
  Object.entries(kinds).filter(([kind]) => values.kinds?.split(',').includes(kind) ?? true),
);
const factors = values.factors.split(',').map(Number);

const measure: Readonly<Record<Part, () => Promise<readonly Measurement[]>>> = {
  build: measureBuild,
  growth: () => measureGrowth(factors),
  bytes: () => measureBytes(chosen),
  search: measureSearch,
  decode: measureDecode,
  lighthouse: () => measureLighthouse(chosen),
  paint: () => measurePaint(chosen),
};

const isPart = (name: string): name is Part => parts.some((part) => part === name);
const unknown = positionals.filter((name) => !isPart(name));
if (unknown.length > 0 || factors.some((factor) => !Number.isInteger(factor) || factor < 1 || factor > 4)) {
  console.error(
    unknown.length > 0
      ? `There is no part "${unknown.join('", "')}". Expected some of ${parts.join(', ')}.`
      : `--factors: found ${values.factors}. Expected whole numbers from 1 to 4, such as 1,2,4.`,
  );
  process.exit(1);
}
const asked = positionals.length === 0 ? parts : parts.filter((part) => positionals.includes(part));

const machine = thisMachine();
const measurements: Measurement[] = [];
const failures: { readonly part: Part; readonly message: string }[] = [];
for (const part of asked) {
  console.error(`Measuring ${part} …`);
  try {
    measurements.push(...(await measure[part]()));
  } catch (error) {
    failures.push({ part, message: error instanceof Error ? error.message : String(error) });
  }
}
const loadAfter = loadavg()[0] ?? 0;
const over = measurements.filter(isOver);

console.log(report(measurements));
console.log(
  `\n${machine.date}, commit ${machine.commit}, Node ${machine.node}, ${machine.cores} × ${machine.processor}, load ${machine.load.toFixed(1)} before and ${loadAfter.toFixed(1)} after. Bytes are those of the package: Brotli 5 for comparisons, 11 for the rest.`,
);
if (machine.load > quiet)
  console.log(`The load was above ${quiet} before anything was measured: times are too long.`);
for (const { part, message } of failures) console.error(`Not measured: ${part}. ${message}`);
console.log(`Over budget: ${over.length} of ${measurements.filter(({ limit }) => limit).length}.`);
writeFileSync('bench.json', `${JSON.stringify({ machine, loadAfter, measurements, failures }, null, 2)}\n`);
process.exitCode = over.length > 0 || failures.length > 0 ? 1 : 0;
