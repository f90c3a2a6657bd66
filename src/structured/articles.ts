import type { TechArticle, WithContext } from 'schema-dts';
import { descriptionOf } from '../prose/description.ts';
import { inFull, licenceOfTexts, urls } from '../urls.ts';

interface Article {
  /** The page's heading. */
  readonly headline: string;
  readonly description: string;
  /** The page's address. */
  readonly page: string;
  /** The codes it speaks of. */
  readonly codes: readonly number[];
}

/** A page that explains something about codes: a comparison, a situation. */
export function techArticle(
  { headline, description, page, codes }: Article,
  site: URL | undefined,
): WithContext<TechArticle> {
  const home = inFull(urls.home, site);
  const url = inFull(page, site);
  return {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    '@id': url,
    headline,
    description: descriptionOf(description),
    url,
    inLanguage: 'en',
    license: licenceOfTexts,
    author: { '@type': 'Organization', name: 'ftp/codes', url: home },
    isPartOf: { '@type': 'WebSite', '@id': home, name: 'ftp/codes', url: home },
    about: codes.map((code) => ({
      '@type': 'DefinedTerm',
      '@id': inFull(urls.code(code), site),
      termCode: String(code),
    })),
  };
}
