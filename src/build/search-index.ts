import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';

/** Pagefind's calls never throw; they return their errors. */
function ensure(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`the search index could not be built: ${errors.join('; ')}`);
}

/** A comparison is found by its codes, without words; Pagefind would parse thousands of pages to find nothing in them. */
const hasWords = (path: string): boolean => !/\d-vs-\d/.test(path);

/** The file of a page as the hook names it: "ftp/451/", "" for the home page, "404/" for 404.html. */
const fileOf = (path: string): string => (path === '404/' ? '404.html' : `${path}index.html`);

/** Without what only the index reads (IndexEntry.astro): a code's keywords alone are a hundredth of its page. */
export const withoutEntry = (page: string): string =>
  page.replaceAll(/<span hidden data-indexer(?: [\w-]+(?:="[^"]*")?)*><\/span>\s*/g, '');

/**
 * Indexes the built pages for words. What of a page is indexed, the page itself says with data-pagefind-*; what is there
 * for the index alone is then taken out of it.
 * @param dir the built site
 * @param paths of its pages, as the hook names them
 */
export async function indexWords(dir: URL, paths: readonly string[]): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
  ensure(errors);
  if (!index) throw new Error('the search index could not be built: no index was made');
  try {
    for (const path of paths.filter(hasWords)) {
      const sourcePath = fileOf(path);
      const content = await readFile(new URL(sourcePath, dir), 'utf8');
      ensure((await index.addHTMLFile({ sourcePath, content })).errors);
      await writeFile(new URL(sourcePath, dir), withoutEntry(content));
    }
    const folder = new URL('pagefind/', dir);
    // Pagefind does not write what is there, and a file of the last build would be taken for a leftover.
    await rm(folder, { recursive: true, force: true });
    const written = await index.writeFiles({ outputPath: fileURLToPath(folder) });
    ensure(written.errors);
  } finally {
    await pagefind.close();
  }
}
