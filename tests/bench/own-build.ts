/** `npm run build` as measurements run it: without npm, whose own time and memory are not meant. */
import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { run, type Cost, type RunOptions } from './run.ts';

const schema = z.object({ scripts: z.object({ build: z.string() }) });

export function buildSite(options: RunOptions): Promise<Cost> {
  const { build } = schema.parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts;
  const [program, ...parameters] = build.split(' ');
  if (program !== 'node') throw new Error(`package.json: found "${build}" as the build. Expected "node …".`);
  return run(process.execPath, parameters, options);
}
