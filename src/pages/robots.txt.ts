import type { APIContext } from 'astro';
import { inFull, urls } from '../urls.ts';

/** Everything may be read; pages that no index should list say so themselves. */
export function GET({ site }: APIContext): Response {
  // A sitemap is named, and made, only where its address is known in full (sitemaps.org).
  const sitemap = site ? `\nSitemap: ${inFull(urls.sitemap, site)}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`, { headers: { 'Content-Type': 'text/plain' } });
}
