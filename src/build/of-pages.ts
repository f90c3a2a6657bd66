import type { AstroIntegration } from 'astro';
import { makeUrls } from '../urls.ts';
import { writeReversedPairs } from './reversed-pairs.ts';
import { indexWords } from './search-index.ts';

/**
 * What is made of the built pages, at the same time: Pagefind is a program of its own. By themselves they take 1.0 s
 * instead of 1.5; at the end of a build the gain is too small to be seen.
 */
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
