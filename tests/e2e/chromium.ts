/**
 * Finds a Chromium for the browser tests, or installs one. In this order: PLAYWRIGHT_CHROMIUM_PATH, a Chromium or
 * Chrome on the PATH, Playwright's own; then `playwright install chromium`; then, as root on Debian or Ubuntu, apt.
 * `node tests/e2e/chromium.ts` does so ahead of the tests.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The path of a browser that is there, or null. */
export function findChromium(): string | null {
  const given = process.env['PLAYWRIGHT_CHROMIUM_PATH'];
  if (given) {
    if (!existsSync(given)) throw new Error(`PLAYWRIGHT_CHROMIUM_PATH: there is nothing at "${given}".`);
    return given;
  }
  for (const folder of (process.env['PATH'] ?? '').split(delimiter))
    for (const name of names) if (folder && existsSync(join(folder, name))) return join(folder, name);
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

const asRoot = (): boolean => process.getuid?.() === 0;

/** What Chromium needs here: as root it has no sandbox, and a closed network is not to be asked at every start. */
export const launchArguments = (): string[] => [
  ...(asRoot() ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function install(): void {
  console.log("No Chromium found; trying Playwright's own …");
  const playwright = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'install', 'chromium'],
    {
      stdio: 'inherit',
      timeout: 180_000,
    },
  );
  if (playwright.status === 0 && findChromium()) return;
  if (asRoot() && existsSync('/usr/bin/apt-get')) {
    console.log('Trying the Debian package …');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env: environment });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'inherit',
      env: environment,
    });
  }
}

if (import.meta.main) {
  if (!findChromium()) install();
  const found = findChromium();
  if (!found) {
    console.error('The browser tests need Chromium: install it, or set PLAYWRIGHT_CHROMIUM_PATH to one.');
    process.exit(1);
  }
  console.log(`Browser tests run in ${found}`);
}
