/** One address of every kind of page, as a visitor opens it. */
import { kinds as tested } from '../e2e/site.ts';

/** The error page has no address of its own to measure; the search page stands there before anybody searches. */
export type Kinds = Readonly<Record<string, string>>;

export const kinds: Kinds = {
  ...tested,
  search: '/search/',
  'missing page': '/404.html',
};

/** Kinds that ask search engines not to list them. */
export const unlisted: ReadonlySet<string> = new Set(['search', 'page not kept', 'missing page']);
