import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Pagefind's calls never throw; they return their errors. */
function ensure(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`the search index could not be built: ${errors.join('; ')}`);
}

/** A comparison is found by its codes, without words; Pagefind would parse thousands of pages to find nothing in them. */
const hasWords = (path: string): boolean => !/\d-vs-\d/.test(path);

/** The file of a page as the hook names it: "ftp/451/", "" for the home page, "404/" for 404.html. */
const fileOf = (path: string): string => (path === '404/' ? '404.html' : `${path}index.html`);

/** Indexes the built pages for words. What of a page is indexed, the page itself says with data-pagefind-*. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
        ensure(errors);
        if (!index) throw new Error('the search index could not be built: no index was made');
        try {
          for (const { pathname } of pages.filter((page) => hasWords(page.pathname))) {
            const sourcePath = fileOf(pathname);
            const content = readFileSync(new URL(sourcePath, dir), 'utf8');
            ensure((await index.addHTMLFile({ sourcePath, content })).errors);
          }
          const written = await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
          ensure(written.errors);
        } finally {
          await pagefind.close();
        }
      },
    },
  };
}
