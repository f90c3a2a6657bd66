import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/** The search page and the one for what is not kept offline ask not to be listed. */
const isListed = (address: string): boolean => !/\/(search|offline)\/$/.test(new URL(address).pathname);

/** `sitemap-index.xml` of the pages that indexes should list. Its addresses are whole, so it needs the origin. */
export const sitemapOf = (site: string | undefined): readonly AstroIntegration[] =>
  site ? [sitemap({ filter: isListed })] : [];
