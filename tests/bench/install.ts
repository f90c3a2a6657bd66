/** Installs packages outside the project: what is only measured against never becomes a dependency. */
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { delimiter } from 'node:path';
import { run } from './run.ts';
import { keptFolder } from './scratch.ts';

/** So that npm and what it starts run under the Node that runs this. */
export const underThisNode = (): Readonly<Record<string, string>> => ({
  PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
});

/**
 * A folder with a package.json and node_modules, made once.
 * @param packages names with exact versions
 * Rejects with npm's own words if the registry is not reached.
 */
export async function installed(name: string, packages: Readonly<Record<string, string>>): Promise<string> {
  const versions = Object.entries(packages).map((entry) => entry.join('-').replaceAll('/', '-'));
  const folder = keptFolder(`${name}-${versions[0] ?? ''}`);
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies: packages }, null, 2);
  const done = join(folder, 'node_modules', '.installed');
  if (existsSync(done)) return folder;
  writeFileSync(join(folder, 'package.json'), `${manifest}\n`);
  await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock'], {
    folder,
    environment: underThisNode(),
    most: 600,
  });
  writeFileSync(done, '');
  return folder;
}
