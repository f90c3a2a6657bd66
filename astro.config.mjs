import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { contentGate } from './src/build/content-gate.ts';
import { hostFiles } from './src/build/hosting/host-files.ts';
import { leftovers } from './src/build/leftovers.ts';
import { names } from './src/build/names.ts';
import { ofPages } from './src/build/of-pages.ts';
import { offline } from './src/build/offline.ts';
import { basePath, siteUrl } from './src/build/settings.ts';
import { sitemapOf } from './src/build/sitemap.ts';
import { exchanges, inlineLinks } from './src/prose/markdown.ts';

/**
 * What stands in one file with the script of every page (Base.astro). As files of their own, which is what sharing them
 * would make of them, they are under the 2 KB from which hosts compress, and a request each.
 */
const everyPage =
  /\/layouts\/Base\.astro\?|vite\/preload-helper|\/src\/(?:urls|offline\/news|search\/(?:open|box|begin|known-file|paste))\.ts$/;

const site = siteUrl(process.env);

export default defineConfig({
  site,
  base: basePath(process.env),
  trailingSlash: 'always',
  // The default deletes the space where a line breaks between text and an inline tag.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  // Writing thousands of small files is waiting for the disk: four at a time took 14.5 s, one by one 17.5.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  scopedStyleStrategy: 'where',
  // Of those that follow the pages, the first writes more pages; the last two list what is there, so what is old goes before.
  integrations: [contentGate(), mdx(), ofPages(), leftovers(), ...sitemapOf(site), hostFiles(), offline()],
  markdown: {
    // Wire text is quoted exactly, and a highlighter would write style attributes, which the policy forbids.
    syntaxHighlight: false,
    processor: satteri({ mdastPlugins: [inlineLinks, exchanges], features: { smartPunctuation: false } }),
  },
  vite: {
    plugins: [names()],
    build: {
      cssCodeSplit: false,
      // A script is a file that thousands of pages share, not a part of each; the policy needs no hash for it.
      assetsInlineLimit: (file) => (file.endsWith('.js') ? false : undefined),
      rolldownOptions: {
        // Astro marks each document with a directive of its own; that Rolldown does not know it is no news.
        onLog(level, log, report) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
    environments: {
      client: {
        build: {
          rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'site', test: everyPage }] } } },
        },
      },
    },
  },
});
