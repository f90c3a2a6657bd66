/**
 * Finds an nginx for the test of the package, or installs Debian's. `node tests/site/nginx.ts` does so ahead of the
 * tests. Without one the test is skipped, but where CI is set, a missing nginx is an error.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of the nginx that is there, or null. */
export function findNginx(): string | null {
  // Users other than root often lack /usr/sbin in their PATH.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path)) ?? null;
}

/** Debian's package starts a web server on port 80 where systemd runs: a test must not do that to anybody's machine. */
const mayInstall = (): boolean =>
  process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !existsSync('/run/systemd/system');

function install(): void {
  console.log('No nginx found; trying the Debian package …');
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'nginx'], options);
  } catch {
    console.log('It could not be installed.');
  }
}

if (import.meta.main) {
  if (!findNginx() && mayInstall()) install();
  const found = findNginx();
  if (!found && process.env['CI']) {
    console.error('The test of the package needs nginx: install it.');
    process.exit(1);
  }
  console.log(
    found ? `The package is tried with ${found}` : 'There is no nginx: the test of the package is skipped.',
  );
}
