/** The one place that spells an address of the site. Every address has the base in front and a slash behind. */
import type { ClassId, GroupId } from './protocol/digits.ts';

/** The site's base path without a slash at its end: "" or "/docs/ftp". */
export const base: string = import.meta.env.BASE_URL.replace(/\/$/, '');

const page = (path: string): string => `${base}/${path}`;

/** "RETR" → "retr", "(connect)" → "connect". */
export const verbSlug = (verb: string): string => verb.toLowerCase().replace(/\W/g, '');

export const pairSlug = (one: number, other: number): string => `${Math.min(one, other)}-vs-${Math.max(one, other)}`;

export const urls = {
  home: page(''),
  codes: page('ftp/'),
  code: (code: number) => page(`ftp/${code}/`),
  /** The same for (125, 451) and (451, 125). */
  pair: (one: number, other: number) => page(`ftp/${pairSlug(one, other)}/`),
  class: (id: ClassId) => page(`ftp/classes/${id}/`),
  group: (id: GroupId) => page(`ftp/groups/${id}/`),
  commands: page('ftp/commands/'),
  command: (verb: string) => page(`ftp/commands/${verbSlug(verb)}/`),
  compare: page('compare/'),
  comparisonsOf: (code: number) => page(`compare/${code}/`),
  search: page('search/'),
  about: page('about/'),
  json: (code: number) => page(`ftp/${code}.json`),
  markdown: (code: number) => page(`ftp/${code}.md`),
  api: { codes: page('api/codes.json'), commands: page('api/commands.json'), schema: page('api/schema.json') },
  llms: page('llms.txt'),
  icon: page('icon.svg'),
  pagefind: page('pagefind/'),
} as const;
