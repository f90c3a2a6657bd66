/** Serves dist/ as a good static host would: the headers, redirects and 404 of the others. `npm run serve`. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import sirv from 'sirv';
import { homeOf } from '../redirects.ts';
import { cacheControl, policyOf, securityHeaders } from './hosting/headers.ts';
import { hostFileNames } from './hosting/netlify.ts';
import { basePath } from './settings.ts';

/**
 * @param folder the built site
 * @param base the base path it was built for, "/" or "/docs/ftp"
 */
export function siteServer(folder: string, base: string): Server {
  const prefix = base.replace(/\/$/, '');
  const headers = new Map(
    Object.entries(securityHeaders(policyOf(readFileSync(`${folder}/index.html`, 'utf8')))),
  );
  const files = sirv(folder, {
    etag: true,
    dotfiles: false,
    setHeaders: (response, path) => response.setHeader('Cache-Control', cacheControl(path)),
  });
  return createServer((request, response) => {
    response.setHeaders(headers);
    const missing = () => {
      response.writeHead(404, {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': cacheControl('/404.html'),
      });
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
    if (hostFileNames.some((name) => path === `/${name}`)) {
      missing();
      return;
    }
    request.url = path + url.search;
    files(request, response, () => {
      const home = homeOf(path);
      if (home === null) missing();
      else lead(`${prefix}${home}${url.search}`, 301);
    });
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
