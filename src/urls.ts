/** The one place that spells an address of the site. Every address has the base in front and a slash behind. */
import type { ClassId, GroupId } from './protocol/digits.ts';

/** "RETR" → "retr", "(connect)" → "connect". */
export const verbSlug = (verb: string): string => verb.toLowerCase().replace(/\W/g, '');

/** "125-vs-451" for (125, 451) and for (451, 125). */
export const pairSlug = (one: number, other: number): string =>
  `${Math.min(one, other)}-vs-${Math.max(one, other)}`;

/** Where a change stands on the page "About". */
export const changeAnchor = (id: string): string => `change-${id}`;

/** The licence of the texts. */
export const licenceOfTexts = 'https://creativecommons.org/licenses/by/4.0/';

/** An address as programs elsewhere need it: whole if the site's origin is known, else as it is. */
export const inFull = (path: string, site: URL | undefined): string =>
  site ? new URL(path, site).href : path;

/** @param base the site's base path, "/" or "/docs/ftp" */
export function makeUrls(base: string) {
  const page = (path: string): string => `${base.replace(/\/$/, '')}/${path}`;
  return {
    home: page(''),
    /** An address as content writes it, "/ftp/situations/disk-full/", under the base. */
    within: (path: string) => page(path.replace(/^\//, '')),
    codes: page('ftp/'),
    code: (code: number) => page(`ftp/${code}/`),
    /** The same for (125, 451) and (451, 125); throws for a code and itself. */
    pair(one: number, other: number) {
      if (one === other) throw new RangeError(`${one} has no comparison with itself`);
      return page(`ftp/${pairSlug(one, other)}/`);
    },
    class: (id: ClassId) => page(`ftp/classes/${id}/`),
    group: (id: GroupId) => page(`ftp/groups/${id}/`),
    commands: page('ftp/commands/'),
    command: (verb: string) => page(`ftp/commands/${verbSlug(verb)}/`),
    servers: page('ftp/servers/'),
    server: (id: string) => page(`ftp/servers/${id}/`),
    clients: page('ftp/clients/'),
    client: (id: string) => page(`ftp/clients/${id}/`),
    situations: page('ftp/situations/'),
    situation: (id: string) => page(`ftp/situations/${id}/`),
    compare: page('compare/'),
    comparisonsOf: (code: number) => page(`compare/${code}/`),
    search: page('search/'),
    decode: page('decode/'),
    /** A session log to try the decoder with. */
    session: (id: string) => page(`decode/sessions/${id}.txt`),
    /** What the decoder knows of codes, servers and situations. */
    decoderKnowledge: page('decode/known.json'),
    about: page('about/'),
    /** Where a reader has the site kept for offline. */
    keeping: `${page('about/')}#offline`,
    /** The service worker. Its address may never change: browsers that have it ask there for the next version. */
    offlineWorker: page('offline.js'),
    /** How much would be kept. */
    offlineSummary: page('offline.json'),
    /** Stands in for a page that is not kept while the network is away. */
    notKept: page('offline/'),
    /** Stands in for a page that does not exist. */
    notFound: page('404.html'),
    json: (code: number) => page(`ftp/${code}.json`),
    markdown: (code: number) => page(`ftp/${code}.md`),
    /** Of comparisons with an editor's note. */
    pairJson: (one: number, other: number) => page(`ftp/${pairSlug(one, other)}.json`),
    pairMarkdown: (one: number, other: number) => page(`ftp/${pairSlug(one, other)}.md`),
    situationMarkdown: (id: string) => page(`ftp/situations/${id}.md`),
    api: {
      index: page('api/'),
      codes: page('api/codes.json'),
      commands: page('api/commands.json'),
      servers: page('api/servers.json'),
      clients: page('api/clients.json'),
      situations: page('api/situations.json'),
      scenarios: page('api/scenarios.json'),
      comparisons: page('api/comparisons.json'),
      changes: page('api/changes.json'),
      schema: page('api/schema.json'),
    },
    llms: page('llms.txt'),
    llmsFull: page('llms-full.txt'),
    /** The place of a change among those that the page "About" lists. */
    change: (id: string) => `${page('about/')}#${changeAnchor(id)}`,
    /** The pictures that stand beside a link to the site, to a code, to a comparison with an editor's note. */
    cards: {
      site: page('cards/site.png'),
      code: (code: number) => page(`cards/${code}.png`),
      pair: (one: number, other: number) => page(`cards/${pairSlug(one, other)}.png`),
    },
    feed: page('feed.xml'),
    robots: page('robots.txt'),
    sitemap: page('sitemap-index.xml'),
    icon: page('icon.svg'),
    /** What the search knows by heart. */
    known: page('search/known.json'),
    openSearch: page('opensearch.xml'),
    pagefind: page('pagefind/'),
  } as const;
}

export type Urls = ReturnType<typeof makeUrls>;

// Outside a build (in unit tests) there is no environment; what is tested there does not depend on it.
const environment = import.meta.env as ImportMetaEnv | undefined;
export const urls = makeUrls(environment?.BASE_URL ?? '/');

/** For texts that leave the site: the path behind the site's origin or, where the build was not told it, the path. */
export const fromAnywhere = (path: string): string =>
  environment?.SITE ? new URL(path, environment.SITE).href : path;
