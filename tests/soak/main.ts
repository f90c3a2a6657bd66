/**
 * `npm run soak`: asks nginx with the packaged site for 50,000 pages over 64 connections, and counts what is lost: every
 * answer must be 200 with all its bytes. `npm run soak -- 2000` for a try. Skipped, with a sentence, without nginx.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePackage } from '../../src/build/hosting/package.ts';
import { addresses } from '../site/dist.ts';
import { freePort } from '../free-port.ts';
import { findNginx } from '../site/nginx.ts';

const requests = Number(process.argv[2] ?? 50_000);
const connections = 64;
/** Debian's number of the user "nobody", as whom the package must run too. */
const nobody = 65534;

/** Milliseconds from asking to the last byte. @throws a sentence if the answer is not whole and well */
async function ask(agent: Agent, port: number, path: string): Promise<number> {
  const start = performance.now();
  const request = get({ host: '127.0.0.1', port, path, agent, headers: { 'Accept-Encoding': 'gzip' } });
  const [message] = (await once(request, 'response')) as [IncomingMessage];
  let bytes = 0;
  for await (const chunk of message) bytes += (chunk as Buffer).length; // no encoding is set
  if (message.statusCode !== 200) throw new Error(`${path}: ${message.statusCode ?? 'no status'}`);
  const announced = message.headers['content-length'];
  if (bytes === 0 || (announced !== undefined && Number(announced) !== bytes))
    throw new Error(`${path}: ${bytes} bytes of ${announced ?? 'some'}`);
  return performance.now() - start;
}

async function soak(port: number): Promise<boolean> {
  const pages = addresses('dist').filter((address) => address.endsWith('/'));
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const faults: string[] = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < requests) {
        const path = pages[next % pages.length] ?? '/';
        next += 1;
        await ask(agent, port, path).then(
          (ms) => times.push(ms),
          (error: unknown) => faults.push(String(error)),
        );
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
  console.log(
    `${times.length} of ${requests} answered over ${connections} connections in ${seconds.toFixed(1)} s: ${(times.length / seconds).toFixed(0)} a second; median ${at(0.5)} ms, 95 % ${at(0.95)} ms, 99 % ${at(0.99)} ms, slowest ${at(1)} ms; lost: ${faults.length}`,
  );
  for (const fault of faults.slice(0, 10)) console.error(`  ${fault}`);
  return faults.length === 0 && times.length === requests;
}

async function main(nginx: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'ftp-codes-soak-'));
  chmodSync(folder, 0o755);
  try {
    const archive = await makePackage('dist', '/', 'site', folder);
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    const root = join(folder, 'site');
    const port = await freePort();
    const conf = join(root, 'site.conf');
    writeFileSync(conf, readFileSync(conf, 'utf8').replace('listen 8080;', `listen 127.0.0.1:${port};`));
    const asRoot = process.getuid?.() === 0;
    if (asRoot) chownSync(join(root, 'run'), nobody, nobody);
    const server = spawn(nginx, ['-e', 'stderr', '-p', root, '-c', 'nginx.conf', '-g', 'daemon off;'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      ...(asRoot && { uid: nobody, gid: nobody }),
    });
    const closed = once(server, 'close');
    try {
      for (let tries = 50; tries > 0; tries -= 1) {
        const up = await ask(new Agent(), port, '/').then(
          () => true,
          () => false,
        );
        if (up) return await soak(port);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('nginx does not answer');
    } finally {
      server.kill();
      await closed;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const nginx = findNginx();
if (nginx === null) console.log('Skipped: nginx is not installed.');
else if (!existsSync('dist/index.html')) {
  console.error('There is no dist/ yet. Run "npm run build" first.');
  process.exitCode = 1;
} else process.exitCode = (await main(nginx)) ? 0 : 1;
