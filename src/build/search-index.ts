import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Pagefind's calls never throw; they return their errors. */
function ensure(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`the search index could not be built: ${errors.join('; ')}`);
}

/** Indexes the built pages for words. What of a page is indexed, the page itself says with data-pagefind-*. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
        ensure(errors);
        if (!index) throw new Error('the search index could not be built: no index was made');
        try {
          const added = await index.addDirectory({ path: fileURLToPath(dir) });
          ensure(added.errors);
          const written = await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
          ensure(written.errors);
          logger.info(`read ${added.page_count} pages`);
        } finally {
          await pagefind.close();
        }
      },
    },
  };
}
