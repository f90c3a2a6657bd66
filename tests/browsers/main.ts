/**
 * `npm run test:browsers`: walks through the built site in Firefox and in WebKit, where the machine has them. Each is
 * reported as run or as not installed. Fails if a step does, and if BROWSERS_REQUIRED is set and one is not installed.
 */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { siteServer } from '../../src/build/serve.ts';
import type { Browser } from './browser.ts';
import { startFirefox } from './firefox.ts';
import { steps } from './walk.ts';
import { startWebKit } from './webkit.ts';

const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
const find = (...names: readonly string[]): string | null =>
  names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path)) ??
  null;

type Found = { readonly start: () => Promise<Browser> } | { readonly missing: string };

function firefox(): Found {
  const path = find('firefox-esr', 'firefox');
  return path === null ? { missing: 'install firefox-esr' } : { start: () => startFirefox(path) };
}

function webkit(): Found {
  const path = find('WebKitWebDriver');
  if (path === null) return { missing: 'install webkit2gtk-driver' };
  if (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
    return { start: () => startWebKit(path, null) };
  const xvfb = find('Xvfb');
  return xvfb === null
    ? { missing: 'there is no display; install xvfb' }
    : { start: () => startWebKit(path, xvfb) };
}

/** @returns true if every step is well */
async function walk(name: string, start: () => Promise<Browser>, origin: string): Promise<boolean> {
  const browser = await start();
  const faults: string[] = [];
  try {
    for (const step of steps)
      await step.walk(browser, origin).then(
        () => {
          console.log(`  ${step.name}: well`);
        },
        (error: unknown) => {
          faults.push(step.name);
          console.error(`  ${step.name}: ${String(error)}`);
        },
      );
    for (const error of new Set(browser.errors)) {
      faults.push('errors');
      console.error(`  logged: ${error}`);
    }
  } finally {
    await browser.close();
  }
  console.log(
    `${name} ${browser.version}: run, ${faults.length === 0 ? 'all well' : `faults in ${faults.join(', ')}`}`,
  );
  return faults.length === 0;
}

if (!existsSync('dist/index.html')) {
  console.error('There is no dist/ yet. Run "npm run build" first.');
  process.exit(1);
}
const server = siteServer('dist', '/').listen(0);
const origin = `http://localhost:${(server.address() as AddressInfo).port}`; // a TCP server has such an address
let well = true;
for (const [name, found] of [
  ['Firefox', firefox()],
  ['WebKit', webkit()],
] as const) {
  if ('missing' in found) {
    console.log(`${name}: not installed (${found.missing})`);
    well &&= !process.env['BROWSERS_REQUIRED'];
    continue;
  }
  console.log(name);
  const fine = await walk(name, found.start, origin).catch((error: unknown) => {
    console.error(`${name}: could not be run: ${String(error)}`);
    return false;
  });
  well &&= fine;
}
server.close();
server.closeAllConnections();
process.exitCode = well ? 0 : 1;
