/** Serves the packed site on this machine as its host does: compressed where the package has a variant. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { cacheControl, policyOf, securityHeaders } from '../../src/build/hosting/headers.ts';
import { mediaTypes } from '../../src/build/hosting/media-types.ts';
import { siteServer } from '../../src/build/serve.ts';
import { packed } from './packed.ts';

export interface Served {
  /** "http://localhost:40123" */
  readonly origin: string;
  readonly close: () => void;
}

export async function serve(): Promise<Served> {
  const { folder, fileOf } = await packed();
  const plain = siteServer(folder, '/');
  const headers = securityHeaders(policyOf(readFileSync(fileOf('/'), 'utf8')));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileOf(pathname);
    const type = mediaTypes[extname(file).slice(1)]?.type;
    const takes = /\bbr\b/.test(String(request.headers['accept-encoding']));
    const missing = file.endsWith('404.html') && pathname !== '/404.html';
    if (!takes || !type || missing || !existsSync(`${file}.br`)) {
      plain.emit('request', request, response);
      return;
    }
    response.writeHead(200, {
      ...headers,
      'Content-Type': type,
      'Content-Encoding': 'br',
      'Cache-Control': cacheControl(pathname),
      Vary: 'Accept-Encoding',
    });
    createReadStream(`${file}.br`).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://localhost:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
