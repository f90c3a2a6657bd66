import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/** A pair's address with the higher code first is a redirect; the search page and the one for what is not kept offline ask not to be listed. */
const isListed = (address: string): boolean => {
  const { pathname } = new URL(address);
  const [, one, other] = /\/ftp\/(\d+)-vs-(\d+)\/$/.exec(pathname) ?? [];
  return one && other ? Number(one) < Number(other) : !/\/(search|offline)\/$/.test(pathname);
};

/** `sitemap-index.xml` of the pages that indexes should list. Its addresses are whole, so it needs the origin. */
export const sitemapOf = (site: string | undefined): readonly AstroIntegration[] =>
  site ? [sitemap({ filter: isListed })] : [];
