/** Serves dist/ as a static host would: real 404, real headers, the redirect of the compare form. `npm run serve`. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import sirv from 'sirv';
import { basePath } from './settings.ts';

/** Headers that a page cannot set for itself; the content security policy stands in each page. */
const headers = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Content-Security-Policy': "frame-ancestors 'none'",
} as const;

/**
 * @param folder the built site
 * @param base the base path it was built for, "/" or "/docs/ftp"
 */
export function siteServer(folder: string, base: string): Server {
  const prefix = base.replace(/\/$/, '');
  const files = sirv(folder, { etag: true, dotfiles: false });
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const missing = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      createReadStream(`${folder}/404.html`).pipe(response);
    };
    if (!URL.canParse(request.url ?? '/', 'http://localhost')) {
      missing();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://localhost');
    const lead = (to: string, status: 301 | 302) => response.writeHead(status, { Location: to }).end();
    if (prefix && url.pathname === '/') return void lead(`${prefix}/`, 302);
    if (!url.pathname.startsWith(`${prefix}/`)) {
      missing();
      return;
    }
    const path = url.pathname.slice(prefix.length);
    if (path === '/compare/') {
      const [a, b] = [Number(url.searchParams.get('a')), Number(url.searchParams.get('b'))];
      const pair = `/ftp/${Math.min(a, b)}-vs-${Math.max(a, b)}/`;
      if (a !== b && existsSync(`${folder}${pair}index.html`)) return void lead(`${prefix}${pair}`, 302);
    }
    // A page's address ends in a slash; without one, hosts lead there.
    if (!path.endsWith('/') && !/\.[a-z\d_]+$/i.test(path) && existsSync(`${folder}${path}/index.html`))
      return void lead(`${prefix}${path}/${url.search}`, 301);
    request.url = path + url.search;
    files(request, response, missing);
  });
}

if (import.meta.main) {
  const folder = new URL('../../dist', import.meta.url).pathname;
  if (!existsSync(folder)) {
    console.error('There is no dist/ yet. Run "npm run build" first, or "npm start" for both.');
    process.exit(1);
  }
  const base = basePath(process.env);
  const first = Number(process.env['PORT'] ?? 4321);
  const start = (port: number, tries: number): void => {
    const server = siteServer(folder, base);
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && tries > 0 && !process.env['PORT']) start(port + 1, tries - 1);
      else {
        console.error(`Port ${port} cannot be used: ${error.message}. Set PORT to another one.`);
        process.exit(1);
      }
    });
    server.listen(port, () => {
      const { version } = JSON.parse(
        readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
      ) as { version: string };
      console.log(`ftp/codes ${version} is at http://localhost:${port}${base === '/' ? '/' : `${base}/`}`);
    });
  };
  start(first, 10);
}
