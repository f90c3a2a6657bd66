/** The package for closed networks, unpacked and served by a real nginx on loopback. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compress } from '../../src/build/hosting/compress.ts';
import { policyOf, securityHeaders } from '../../src/build/hosting/headers.ts';
import { makePackage } from '../../src/build/hosting/package.ts';
import { addresses } from './dist.ts';
import { freePort } from '../free-port.ts';
import { findNginx } from './nginx.ts';

const nginx = findNginx();
const skip = nginx ? false : 'nginx is not installed';
const asRoot = process.getuid?.() === 0;
/** Debian's number of the user "nobody": the package must run for those who may do nothing else. */
const nobody = 65534;

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ftp-codes-package-'));
  chmodSync(folder, 0o755);
});
after(() => {
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

class Server {
  readonly root: string;
  readonly #port: number;
  readonly #process: ChildProcess;

  private constructor(root: string, port: number, process: ChildProcess) {
    this.root = root;
    this.#port = port;
    this.#process = process;
  }

  /** Makes and unpacks the package of a built site, and starts nginx as INSTALL.md says. */
  static async start(site: string, base: string, name: string): Promise<Server> {
    const archive = await makePackage(site, base, name, folder);
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    const root = join(folder, name);
    const port = await freePort();
    const conf = join(root, 'site.conf');
    writeFileSync(conf, readFileSync(conf, 'utf8').replace('listen 8080;', `listen 127.0.0.1:${port};`));
    // What the configuration around a site may say: it must not compress the variants once more.
    const around = join(root, 'nginx.conf');
    writeFileSync(
      around,
      readFileSync(around, 'utf8').replace(
        'include site.conf;',
        'gzip on;\n    gzip_types *;\n    include site.conf;',
      ),
    );
    if (asRoot) chownSync(join(root, 'run'), nobody, nobody);
    const started = spawn(
      nginx ?? '',
      ['-e', 'stderr', '-p', root, '-c', 'nginx.conf', '-g', 'daemon off;'],
      {
        stdio: ['ignore', 'inherit', 'inherit'],
        ...(asRoot && { uid: nobody, gid: nobody }),
      },
    );
    const server = new Server(root, port, started);
    for (let tries = 50; tries > 0; tries--) {
      if (started.exitCode !== null) assert.fail(`nginx ended with ${started.exitCode}`);
      try {
        await server.ask('/');
        return server;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    return assert.fail('nginx does not answer');
  }

  /** `fetch` would undo the compression and hide it. */
  async ask(path: string, accept = ''): Promise<Answer> {
    const request = get({
      host: '127.0.0.1',
      port: this.#port,
      path,
      headers: { 'Accept-Encoding': accept },
    });
    const [message] = (await once(request, 'response')) as [IncomingMessage];
    return { status: message.statusCode ?? 0, headers: message.headers, body: await buffer(message) };
  }

  async leads(from: string, to: string, status = 301): Promise<void> {
    const answer = await this.ask(from);
    assert.equal(answer.status, status, from);
    assert.equal(answer.headers.location, to, from);
  }

  async stop(): Promise<void> {
    this.#process.kill();
    await once(this.#process, 'exit');
  }
}

describe('the package of the site', { skip }, () => {
  let server: Server;
  before(async () => {
    // The comparisons of one code stand for all 8,742: packing those too would only take half a minute more.
    const site = join(folder, 'site');
    const isLeftOut = (path: string) => /\d-vs-\d/.test(path) && !path.includes('451');
    cpSync('dist', site, { recursive: true, filter: (path) => !isLeftOut(path) });
    server = await Server.start(site, '/', 'ftp-codes');
  });
  after(() => server.stop());

  const hashed = (ending: string): string =>
    addresses('dist').find((url) => url.startsWith('/_astro/') && url.endsWith(ending)) ?? '';

  test('every file of the site is served, as what it is', async () => {
    const types: Readonly<Record<string, string>> = {
      '/': 'text/html; charset=utf-8',
      '/ftp/451/': 'text/html; charset=utf-8',
      '/ftp/451-vs-125/': 'text/html; charset=utf-8',
      '/ftp/451.json': 'application/json',
      '/ftp/451.md': 'text/markdown; charset=utf-8',
      '/llms.txt': 'text/plain; charset=utf-8',
      '/icon.svg': 'image/svg+xml',
      '/offline.js': 'text/javascript; charset=utf-8',
      '/pagefind/pagefind.js': 'text/javascript; charset=utf-8',
      '/pagefind/wasm.en.pagefind': 'application/octet-stream',
      [hashed('.css')]: 'text/css; charset=utf-8',
      [hashed('.woff2')]: 'font/woff2',
    };
    for (const [path, type] of Object.entries(types)) {
      const { status, headers, body } = await server.ask(path);
      assert.equal(status, 200, path);
      assert.equal(headers['content-type'], type, path);
      assert.equal(headers['content-encoding'], undefined, path);
      const file = path.endsWith('/') ? `${path}index.html` : path;
      assert.ok(body.equals(readFileSync(join('dist', file))), path);
    }
  });

  test('a browser gets the variant it asks for, made at build', async () => {
    for (const path of [
      '/ftp/451/',
      '/ftp/125-vs-451/',
      '/search/known.json',
      '/pagefind/pagefind.js',
      hashed('.css'),
    ]) {
      const file = join(server.root, 'dist', path.endsWith('/') ? `${path}index.html` : path);
      for (const [accept, encoding, ending, undo] of [
        ['gzip, deflate, br, zstd', 'br', '.br', brotliDecompressSync],
        ['br;q=0.5', 'br', '.br', brotliDecompressSync],
        ['gzip, deflate', 'gzip', '.gz', gunzipSync],
        ['br;q=0, gzip', 'gzip', '.gz', gunzipSync],
      ] as const) {
        const { headers, body } = await server.ask(path, accept);
        assert.equal(headers['content-encoding'], encoding, `${path} for ${accept}`);
        assert.equal(headers.vary, 'Accept-Encoding', path);
        assert.ok(body.equals(readFileSync(file + ending)), path);
        assert.ok(undo(body).equals(readFileSync(file)), path);
      }
    }
  });

  test('files with a hash in their name are kept for a year, everything else is asked for again', async () => {
    const fragment = addresses('dist').find((url) => url.startsWith('/pagefind/fragment/')) ?? '';
    for (const path of [hashed('.css'), hashed('.js'), hashed('.woff2'), fragment]) {
      const { headers } = await server.ask(path, 'br');
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable', path);
    }
    for (const path of [
      '/',
      '/ftp/451/',
      '/offline.js',
      '/pagefind/pagefind.js',
      '/search/known.json',
      '/ftp/nothing/',
    ]) {
      const { headers } = await server.ask(path, 'br');
      assert.equal(headers['cache-control'], 'no-cache', path);
    }
  });

  test('every answer carries the headers of security, a redirect and an error too', async () => {
    const expected = securityHeaders(policyOf(readFileSync('dist/index.html', 'utf8')));
    for (const path of ['/', '/ftp/451/', '/ftp/451.json', '/451', '/ftp/nothing/', hashed('.css')]) {
      const { headers } = await server.ask(path, 'br');
      for (const [name, value] of Object.entries(expected))
        assert.equal(headers[name.toLowerCase()], value, `${path}: ${name}`);
    }
  });

  test('a missing page is a 404 with the page that helps; files for other hosts are missing too', async () => {
    for (const path of ['/nothing', '/ftp/999/', '/_headers', '/_redirects', '/ftp/451/index.html.br']) {
      const { status, body } = await server.ask(path);
      assert.equal(status, 404, path);
      assert.match(body.toString(), /There is no page here/, path);
    }
  });

  test('forms of an address lead to it', async () => {
    for (const form of [
      '/451',
      '/451/',
      '/ftp/451',
      '/FTP/451/',
      '/code/451',
      '/codes/451',
      '/ftp/code/451',
      '/ftp/codes/451/',
    ])
      await server.leads(form, '/ftp/451/');
    await server.leads('/550-vs-450', '/ftp/550-vs-450/');
    await server.leads('/search?q=quota', '/search/?q=quota');
    await server.leads('/compare/?a=451&b=125', '/ftp/451-vs-125/', 302);
    assert.equal((await server.ask('/compare/?a=451&b=999')).status, 200);
    assert.equal((await server.ask('/FTP/%0d%0aSet-Cookie:a')).status, 404);
  });
});

test('under a base path everything lies below it', { skip }, async () => {
  const site = join(folder, 'small');
  for (const page of ['', 'ftp/451', 'ftp/125-vs-451', 'compare']) {
    mkdirSync(join(site, page), { recursive: true });
    cpSync(join('dist', page, 'index.html'), join(site, page, 'index.html'));
  }
  for (const file of ['404.html', '_astro'])
    cpSync(join('dist', file), join(site, file), { recursive: true });
  const server = await Server.start(site, '/docs/v1.0', 'ftp-codes-base');
  try {
    await server.leads('/', '/docs/v1.0/', 302);
    await server.leads('/docs/v1.0', '/docs/v1.0/');
    for (const form of ['/451', '/ftp/451', '/FTP/451/', '/ftp/codes/451'])
      await server.leads(`/docs/v1.0${form}`, '/docs/v1.0/ftp/451/');
    await server.leads('/docs/v1.0/compare/?a=125&b=451', '/docs/v1.0/ftp/125-vs-451/', 302);
    for (const path of ['/docs/v1.0/', '/docs/v1.0/ftp/451/', '/docs/v1.0/compare/'])
      assert.equal((await server.ask(path, 'br')).headers['content-encoding'], 'br', path);
    const style = addresses(site).find((url) => url.endsWith('.css')) ?? '';
    assert.match((await server.ask(`/docs/v1.0${style}`)).headers['cache-control'] ?? '', /immutable/);
    for (const path of ['/451', '/ftp/451/', '/docs/v1.0/nothing', '/docs/v1x0/451']) {
      const { status, body } = await server.ask(path);
      assert.equal(status, 404, path);
      assert.match(body.toString(), /There is no page here/, path);
    }
  } finally {
    await server.stop();
  }
});

test('the same content makes the same variants, and none of them is in dist/', async () => {
  const variants = async (name: string): Promise<ReadonlyMap<string, string>> => {
    const copy = join(folder, name);
    cpSync('dist/ftp/451', copy, { recursive: true });
    await compress(copy);
    return new Map(
      addresses(copy).map((url) => [
        url,
        readFileSync(join(copy, url === '/' ? 'index.html' : url), 'base64'),
      ]),
    );
  };
  const first = await variants('first');
  assert.deepEqual([...first.keys()], ['/', '/index.html.br', '/index.html.gz']);
  assert.deepEqual(await variants('second'), first);
  // Hosts compress by themselves, and Cloudflare's free plan takes 20,000 files: with variants there would be 19,600.
  assert.deepEqual(
    addresses('dist').filter((url) => /\.(br|gz)$/.test(url)),
    [],
  );
});
