import type { SearchAction, WebSite, WithContext } from 'schema-dts';
import { inFull, urls } from '../urls.ts';

/** Stands in no vocabulary: the way in which search engines want to be told which part of the address is the query. */
type SearchWithInput = SearchAction & { readonly 'query-input': string };

export function website(description: string, site: URL | undefined): WithContext<WebSite> {
  const home = inFull(urls.home, site);
  const search: SearchWithInput = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${inFull(urls.search, site)}?q={words}` },
    'query-input': 'required name=words',
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': home,
    name: 'ftp/codes',
    description,
    url: home,
    inLanguage: 'en',
    potentialAction: search,
  };
}
