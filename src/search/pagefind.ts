/** The full-text index, loaded when the first word is searched for. */
import { urls } from '../urls.ts';

interface Data {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Escaped but for <mark>. */
  readonly excerpt: string;
}

interface Pagefind {
  init(): Promise<void>;
  search(words: string): Promise<{ readonly results: readonly { data(): Promise<Data> }[] } | null>;
}

interface Module {
  readonly createInstance: (options: object) => Pagefind;
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
  // Made by the build: no types. Without its worker it loads 12 kB less, and so few pages need none.
  const { createInstance } = (await import(/* @vite-ignore */ `${urls.pagefind}pagefind.js`)) as Module;
  const pagefind = createInstance({ ranking, excerptLength: 24, noWorker: true });
  await pagefind.init();
  return pagefind;
}

/** The index, ready for words; rejects if it cannot be loaded. */
function loadWords(): Promise<Pagefind> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined; // a later attempt may find the network back
    throw error;
  });
  return loading;
}

async function ask(pagefind: Pagefind, words: string, most: number): Promise<readonly Data[]> {
  const answer = await pagefind.search(words);
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

/**
 * Pages for words, best first. Comparisons are not in the index: they repeat the words of the codes they compare, and
 * a pair is understood without it.
 */
export async function findWords(words: string, most: number): Promise<readonly Found[]> {
  const pagefind = await loadWords();
  let asked = words.split(' ');
  let found: readonly Data[] = [];
  // Every word must be on a page; a pasted line may hold one (a file's name) that keeps all others from counting.
  while (asked.length > 0 && found.length === 0) {
    found = await ask(pagefind, asked.join(' '), most);
    if (found.length === 0) asked = asked.slice(0, asked.length > 6 ? -3 : -1);
  }
  return found.filter(holdsOneOf(asked)).map(({ url, meta, excerpt }) => ({
    url,
    title: meta['title'] ?? url,
    kind: meta['kind'] ?? 'page',
    summary: meta['summary'] ?? '',
    excerpt,
  }));
}
