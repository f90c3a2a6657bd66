/** Codes as defined terms. Socket errors are no replies, so they have a set of their own. */
import type { DefinedTerm, DefinedTermSet, WithContext } from 'schema-dts';
import { descriptionOf } from '../prose/description.ts';
import { plainText } from '../prose/inline.ts';
import { classOf } from '../protocol/digits.ts';
import { inFull, urls } from '../urls.ts';

interface Term {
  readonly code: number;
  readonly name: string;
  readonly summary: string;
}

/** The heading of the page that lists them. */
export const socketErrors = 'Client-side socket errors in FTP logs';

/** The names are the headings of the pages that list the sets. */
const sets = {
  replies: { name: 'All FTP reply codes', page: urls.codes },
  errors: { name: socketErrors, page: urls.class('client-side') },
} as const;

const setOf = (code: number) => sets[classOf(code) === 'client-side' ? 'errors' : 'replies'];

export function definedTerm({ code, name, summary }: Term, site: URL | undefined): WithContext<DefinedTerm> {
  const set = setOf(code);
  const url = inFull(urls.code(code), site);
  const setUrl = inFull(set.page, site);
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTerm',
    '@id': url,
    termCode: String(code),
    name,
    description: descriptionOf(plainText(summary)),
    url,
    inDefinedTermSet: { '@type': 'DefinedTermSet', '@id': setUrl, name: set.name, url: setUrl },
  };
}

/** Each term names its set; that the set lists its terms too would be 600 bytes more on a page of many words. */
export function definedTermSet(
  which: keyof typeof sets,
  description: string,
  site: URL | undefined,
): WithContext<DefinedTermSet> {
  const { name, page } = sets[which];
  const url = inFull(page, site);
  return { '@context': 'https://schema.org', '@type': 'DefinedTermSet', '@id': url, name, description, url };
}
