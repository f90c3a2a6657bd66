/** `npm run package`: dist/ with compressed variants, the configuration of nginx and instructions, in one archive. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { basePath } from '../settings.ts';
import { compress } from './compress.ts';
import { policyOf } from './headers.ts';
import { installPage } from './install.ts';
import { nginxConf, siteConf } from './nginx.ts';

/**
 * Makes `${name}.tar.gz` in a folder, and returns its path. In the archive the site lies under its base path, so that
 * addresses and files agree: dist/docs/ftp/index.html.
 * @param site the built site
 * @param base the base path it was built for, "/" or "/docs/ftp"
 */
export async function makePackage(site: string, base: string, name: string, folder: string): Promise<string> {
  const archive = resolve(folder, `${name}.tar.gz`);
  // Beside the archive rather than in the system's temporary folder, which may be small: the site is 150 MB on disk.
  const stage = mkdtempSync(join(folder, '.package-'));
  try {
    const root = join(stage, name);
    const prefix = base.replace(/\/$/, '');
    const dist = join(root, 'dist', prefix);
    cpSync(site, dist, { recursive: true, preserveTimestamps: true });
    await compress(dist);
    const policy = policyOf(readFileSync(join(dist, 'index.html'), 'utf8'));
    writeFileSync(join(root, 'site.conf'), siteConf(prefix, policy));
    writeFileSync(join(root, 'nginx.conf'), nginxConf);
    writeFileSync(join(root, 'INSTALL.md'), installPage(name, base));
    cpSync('LICENSE', join(root, 'LICENSE'));
    mkdirSync(join(root, 'run'));
    // The system's tar: whoever can unpack the archive has it (Windows since 2018).
    execFileSync('tar', ['-czf', archive, '-C', stage, name]);
    return archive;
  } finally {
    rmSync(stage, { recursive: true });
  }
}

if (import.meta.main) {
  if (!existsSync('dist/index.html')) {
    console.error('There is no dist/ yet. "npm run package" builds it first.');
    process.exit(1);
  }
  const start = performance.now();
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const archive = await makePackage('dist', basePath(process.env), `ftp-codes-${version}`, '.');
  const megabytes = (statSync(archive).size / 1e6).toFixed(1);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`Packed ${archive}, ${megabytes} MB, in ${seconds} s. INSTALL.md in it says how to run it.`);
}
