/**
 * Which files of the built site belong to what is kept for offline, and the list of them that the worker carries. The
 * list names one version of the site: every file in it by the hash of its content.
 */
import { createHash } from 'node:crypto';
import { pageHash, type KeptFile, type OfflineList } from './list.ts';

/**
 * - kept: fetched when the reader presses the button
 * - visited: kept once the reader has been there; each is small, and together they are larger than all the rest
 * - never: twins of pages for programs, pictures for link previews, redirects, and what the site's pages do not load
 */
export type Keeping = 'kept' | 'visited' | 'never';

/** Of Pagefind's files the search loads these; the others are its own interface. */
const searchFiles =
  /^pagefind\/((index|fragment|filter)\/|pagefind\.js$|pagefind-entry\.json$|.*\.pf_meta$|wasm\.)/;
const dataFiles = /^(search|decode)\/known\.json$|^decode\/sessions\/|^icon\.svg$|^_astro\//;

/** The comparisons with an editor's note, "450-vs-550": only they have a twin for programs. */
const notedAmong = (paths: readonly string[]): ReadonlySet<string> =>
  new Set(paths.flatMap((path) => /^ftp\/(\d+-vs-\d+)\.json$/.exec(path)?.[1] ?? []));

/**
 * @param path of a file, without the base: "ftp/451/index.html"
 * @param noted the comparisons with an editor's note, "450-vs-550"
 */
export function keepingOf(path: string, noted: ReadonlySet<string>): Keeping {
  if (dataFiles.test(path) || searchFiles.test(path)) return 'kept';
  const page = /^(.*)index\.html$/.exec(path)?.[1];
  if (page === undefined) return 'never';
  const [, pair, one, other] = /^ftp\/((\d+)-vs-(\d+))\/$/.exec(page) ?? [];
  if (pair) return noted.has(pair) ? 'kept' : Number(one) < Number(other) ? 'visited' : 'never';
  return /^compare\/\d+\/$/.test(page) ? 'visited' : 'kept';
}

const sha256 = (content: string | Uint8Array): Buffer => createHash('sha256').update(content).digest();

/** The address of a file, without the base: "ftp/451/" for "ftp/451/index.html". */
const addressOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');

/**
 * The same files give the same list, in whatever order they come.
 * @param paths of all files, as above
 * @param contentOf reads one; asked only for those that are kept or may be
 */
export function listOf(paths: Iterable<string>, contentOf: (path: string) => Uint8Array): OfflineList {
  const sorted = [...paths].toSorted();
  const noted = notedAmong(sorted);
  const kept: KeptFile[] = [];
  const visited: Record<string, string> = {};
  let visitedBytes = 0;
  for (const path of sorted) {
    const keeping = keepingOf(path, noted);
    if (keeping === 'never') continue;
    const content = contentOf(path);
    const hash = sha256(content).toString('base64');
    if (keeping === 'kept') kept.push([addressOf(path), hash, content.length]);
    else {
      visited[addressOf(path)] = pageHash(hash);
      visitedBytes += content.length;
    }
  }
  const files = { kept, visited, visitedBytes };
  return { version: sha256(JSON.stringify(files)).toString('hex').slice(0, 12), ...files };
}
