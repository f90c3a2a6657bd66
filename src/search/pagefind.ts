/** The full-text index, loaded when the first word is searched for. */
import { urls } from '../urls.ts';

interface Data {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Escaped but for <mark>. */
  readonly excerpt: string;
}

interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(
    words: string,
    options: object,
  ): Promise<{ readonly results: readonly { data(): Promise<Data> }[] } | null>;
}

export interface Found {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  readonly summary: string;
  readonly excerpt: string;
}

/**
 * A bare code must find its page before the comparisons that name it twice; `code` is a field that only code
 * pages have. A title counts less than by default (5): rare codes have the words people search for in theirs
 * ("User quota exceeded", 10068) while the page they need has them in its text (552).
 */
const ranking = { metaWeights: { code: 20, title: 2, aka: 3, kind: 0, summary: 0.5 } };

let loading: Promise<Pagefind> | undefined;

async function load(): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${urls.pagefind}pagefind.js`)) as Pagefind; // made by the build: no types
  await pagefind.options({ ranking, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

async function ask(
  pagefind: Pagefind,
  words: string,
  kinds: readonly string[],
  most: number,
): Promise<readonly Data[]> {
  const answer = await pagefind.search(words, { filters: { kind: { any: kinds } } });
  return Promise.all((answer?.results ?? []).slice(0, most).map((result) => result.data()));
}

/**
 * Pagefind answers a word that stands nowhere with pages that hold its first letters ("zzzz" finds "Zzz..."). A
 * result counts if a marked word and a word asked for begin alike.
 */
const holdsOneOf =
  (words: readonly string[]) =>
  ({ excerpt }: Data): boolean => {
    const marked = [...excerpt.matchAll(/<mark>([^<]+)<\/mark>/g)].map(([, word]) =>
      (word ?? '').toLowerCase(),
    );
    const alike = (a: string, b: string) => a.startsWith(b.slice(0, 4));
    return marked.length === 0 || marked.some((mark) => words.some((word) => alike(mark, word)));
  };

const pages = ['code', 'situation', 'command', 'server', 'client', 'class', 'group', 'page'];

/**
 * Pages for words, best first. Comparisons repeat the words of the codes they compare, so they come after the
 * pages themselves, and few of them.
 */
export async function findWords(words: string, most: number): Promise<readonly Found[]> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined; // a later attempt may find the network back
    throw error;
  });
  const pagefind = await loading;
  let asked = words.split(' ');
  let found: readonly Data[] = [];
  // Every word must be on a page; a pasted line may hold one (a file's name) that keeps all others from counting.
  while (asked.length > 0 && found.length === 0) {
    found = await ask(pagefind, asked.join(' '), pages, most);
    if (found.length === 0) asked = asked.slice(0, asked.length > 6 ? -3 : -1);
  }
  const comparisons =
    asked.length > 0 ? await ask(pagefind, asked.join(' '), ['comparison'], Math.ceil(most / 4)) : [];
  return [...found, ...comparisons].filter(holdsOneOf(asked)).map(({ url, meta, excerpt }) => ({
    url,
    title: meta['title'] ?? url,
    kind: meta['kind'] ?? 'page',
    summary: meta['summary'] ?? '',
    excerpt,
  }));
}
