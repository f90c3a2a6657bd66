/** The built site as the package has it: with the compressed variants that nginx sends. */
import { cpSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compress } from '../../src/build/hosting/compress.ts';
import { scratchFolder } from './scratch.ts';

export interface Packed {
  readonly folder: string;
  /** How long compression took. */
  readonly seconds: number;
  /** The file that answers an address such as "/ftp/451/". */
  readonly fileOf: (pathname: string) => string;
  /** Bytes of the body that a browser with Brotli gets. */
  readonly sent: (pathname: string) => number;
}

async function pack(): Promise<Packed> {
  if (!existsSync('dist/index.html'))
    throw new Error('There is no dist/ yet. Run "npm run build", or measure "build" first.');
  const folder = scratchFolder('packed');
  cpSync('dist', folder, { recursive: true });
  const start = performance.now();
  await compress(folder);
  const seconds = (performance.now() - start) / 1000;
  const fileOf = (pathname: string): string => {
    const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    return existsSync(file) ? file : join(folder, '404.html');
  };
  const sent = (pathname: string): number => {
    const file = fileOf(pathname);
    return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
  };
  return { folder, seconds, fileOf, sent };
}

let packing: Promise<Packed> | undefined;

/** Made at the first call. */
export const packed = (): Promise<Packed> => (packing ??= pack());
