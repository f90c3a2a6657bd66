/** A port of loopback that nobody listens at just now, for servers that have to be told one. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // not a pipe: it listens at a port
  server.close();
  await once(server, 'close');
  return port;
}
