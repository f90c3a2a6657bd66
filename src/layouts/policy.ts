/** What a page may load and run. Astro's own `security.csp` also allows the scripts of islands, which the site does not
 * have, in half a kilobyte a page that no compression shortens. */
import { createHash } from 'node:crypto';

const known = new Map<string, string>();

/** The source expression for a text that stands in the page: 'sha256-…', in its quotes. */
function hashOf(text: string): string {
  const found = known.get(text) ?? `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  known.set(text, found);
  return found;
}

/**
 * The content security policy of every page.
 * @param script the one script that stands in pages
 */
export const policy = (script: string): string =>
  [
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    // Pagefind is WebAssembly.
    `script-src 'self' 'wasm-unsafe-eval' ${hashOf(script)}`,
  ].join('; ');
