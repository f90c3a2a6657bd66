import type { AstroIntegration } from 'astro';
import { makeUrls } from '../urls.ts';
import { writeReversedPairs } from './reversed-pairs.ts';
import { indexWords } from './search-index.ts';

/** What is made of the built pages. Both at a time: Pagefind is a program of its own, the rest waits for the disk. */
export function ofPages(): AstroIntegration {
  let urls = makeUrls('/');
  return {
    name: 'search-index-and-reversed-pairs',
    hooks: {
      'astro:config:done': ({ config }) => {
        urls = makeUrls(config.base);
      },
      'astro:build:done': async ({ dir, pages }) => {
        const paths = pages.map(({ pathname }) => pathname);
        await Promise.all([indexWords(dir, paths), writeReversedPairs(dir, paths, urls)]);
      },
    },
  };
}
