import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { makeUrls } from '../urls.ts';

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

/** Writes /ftp/451-vs-125/ for /ftp/125-vs-451/. Rendered by Astro, as many pages again took a sixth of the build. */
export function reversedPairs(): AstroIntegration {
  let urls = makeUrls('/');
  return {
    name: 'reversed-pairs',
    hooks: {
      'astro:config:done': ({ config }) => {
        urls = makeUrls(config.base);
      },
      'astro:build:done': ({ dir, pages }) => {
        for (const { pathname } of pages) {
          const [, low, high] = /^ftp\/(\d+)-vs-(\d+)\/$/.exec(pathname) ?? [];
          if (!low || !high) continue;
          const comparison = readFileSync(new URL(`${pathname}index.html`, dir), 'utf8');
          const folder = new URL(`ftp/${high}-vs-${low}/`, dir);
          mkdirSync(folder, { recursive: true });
          const href = urls.pair(Number(low), Number(high));
          writeFileSync(new URL('index.html', folder), leadingPage(comparison, href));
        }
      },
    },
  };
}
