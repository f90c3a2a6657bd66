import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { Urls } from '../urls.ts';

/** What of a comparison's head a browser, a search engine or a chat program must know of the page that leads to it. */
const told = /<title>[^<]*<\/title>|<meta(?: [\w:-]+="[^"]*")+>|<link rel="canonical"[^>]*>/g;

/**
 * The page of a pair with the higher code first: leads to the comparison at once, shows the same beside a link in a
 * chat, and is not for indexes.
 * @param comparison the built page; throws if it has no title
 * @param href where it lies, with the base in front
 */
export function leadingPage(comparison: string, href: string): string {
  const head = comparison.slice(0, comparison.indexOf('</head>'));
  const [, title] = /<title>([^<]*)<\/title>/.exec(head) ?? [];
  if (title === undefined) throw new Error(`${href}: the built comparison has no title`);
  return [
    '<!doctype html><html lang="en"><head>',
    ...(head.match(told) ?? []),
    '<meta name="robots" content="noindex">',
    `<meta http-equiv="refresh" content="0; url=${href}">`,
    `</head><body><p><a href="${href}">${title}</a></p></body></html>\n`,
  ].join('');
}

/** Files at a time: waiting for the disk is most of the work. */
const atOnce = 32;

/**
 * Writes /ftp/451-vs-125/ for /ftp/125-vs-451/. Rendered by Astro, as many pages again took a sixth of the build.
 * @param dir the built site
 * @param paths of its pages, "ftp/125-vs-451/"
 */
export async function writeReversedPairs(dir: URL, paths: readonly string[], urls: Urls): Promise<void> {
  const left = paths.values();
  const write = async (): Promise<void> => {
    // Every writer takes from the same rest.
    for (const path of left) {
      const [, low, high] = /^ftp\/(\d+)-vs-(\d+)\/$/.exec(path) ?? [];
      if (!low || !high) continue;
      const comparison = await readFile(new URL(`${path}index.html`, dir), 'utf8');
      const folder = new URL(`ftp/${high}-vs-${low}/`, dir);
      await mkdir(folder, { recursive: true });
      const href = urls.pair(Number(low), Number(high));
      await writeFile(new URL('index.html', folder), leadingPage(comparison, href));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, write));
}
