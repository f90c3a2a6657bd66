/**
 * Recalls what a pasted text is: a server's words (with paths and names filled in, misspelt, or without the number),
 * a client's line or constant, or words for a page. MiniSearch weighs the words and forgives small misspellings;
 * what is here decides whether a match is a recognition or only a likeness.
 */
import MiniSearch, { type SearchResult } from 'minisearch';
import { fixedLength, pieces } from '../evidence/wording.ts';
import type { Known, KnownPage, KnownText } from './known.ts';

/** Words that carry no meaning in a problem told in a sentence, and "ftp", which is on every page. */
const stop = new Set(
  (
    'a about after all also am an and any are as at be been but by can cannot cant could do does doing dont each ftp ' +
    'ftps for from get gets getting give gives giving go goes got had has have help how i if im in into is it its just ' +
    'keep keeps me mean means my no not of on only or our out own please says say so some that the their them then there ' +
    'these they this to try trying up us use uses using via vs was we what whats when where which while who why will with ' +
    'without work works working you your error errors code codes message reply response status ' +
    'und der die das bei auf el la le en de del al un une'
  ).split(' '),
);

/** In the exact words of a server "not" and "server" count; nothing is stopped but what a template lacks anyway. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/\{\w+\}/g, ' ')
    .normalize('NFKD')
    .replace(/['’]/g, '')
    .match(/[\p{L}\d]+/gu) ?? [];

/** Without the full stop that people leave out. */
const bare = (text: string): string => text.replace(/[.!]+$/, '');

const plainly = (text: string): string => wordsOf(text).join(' ');

/** "transfers", "transferring", "transferred" → "transfer": enough for search, no linguistics. */
const stem = (word: string): string =>
  word.length <= 4
    ? word
    : word
        .replace(/(?:ies)$/, 'y')
        .replace(/(?:(?<=[^s])s)$/, '')
        .replace(/(?:ing|ed)$/, '')
        .replace(/([bdfglmnprt])\1$/, '$1');

/** No word is longer; a likeness of a longer one would take seconds to look for. */
const longestWord = 40;

/** Only what is no word of the texts can be misspelt; looking for likenesses of every word would take long. */
const fuzzyUnless =
  (known: { has(word: string): boolean }, far = false) =>
  (term: string): number | false =>
    known.has(term) || term.length < 4 || term.length > longestWord
      ? false
      : term.length > 7 || (far && term.length > 4)
        ? 2
        : 1;

interface TextDocument {
  readonly id: number;
  readonly words: string;
}

export interface RecalledText {
  readonly row: KnownText;
  /** True if the query is the template with its placeholders filled in. */
  readonly exact: boolean;
  /** 0 to 1: how much of the server's words stand in the query. */
  readonly coverage: number;
  /** 0 to 1: how much of the query the server's words explain. */
  readonly explained: number;
}

export interface RecalledPage {
  readonly page: KnownPage;
  readonly score: number;
  /** True if the query is its title or one of its keywords. */
  readonly called: boolean;
  /** 0 to 1: how many of the words asked for it holds. */
  readonly share: number;
}

export interface RecalledName {
  readonly codes: readonly number[];
  readonly client: string;
}

/** Enough to find what is meant; more only costs time. */
const mostWords = 24;
/** No reply is longer, and an expression with placeholders takes long over what is. */
const longest = 400;
/** In a longer query a misspelt word is one of many, and looking for likenesses of each takes time. */
const mostFuzzy = 12;

export class Memory {
  readonly known: Known;
  readonly #texts: MiniSearch<TextDocument>;
  readonly #pages: MiniSearch<KnownPage & { readonly key: number }>;
  readonly #lines: MiniSearch<TextDocument>;
  readonly #sizes: readonly ReadonlySet<string>[];
  readonly #lineSizes: readonly ReadonlySet<string>[];
  readonly #weights = new Map<string, number>();
  readonly #lineWords: ReadonlySet<string>;
  readonly #pageWords = new Set<string>();
  readonly #names = new Map<string, RecalledName>();
  /** Pages by their title and by each of their keywords. */
  readonly #phrases = new Map<string, Set<KnownPage>>();

  /** @param whenOf the situation in which people meet a code, which counts as its page's text */
  constructor(known: Known, whenOf: (code: number) => string) {
    this.known = known;
    const plain = { tokenize: wordsOf, processTerm: (term: string) => term };
    this.#texts = new MiniSearch({ fields: ['words'], ...plain });
    this.#texts.addAll(known.texts.map(([, text], id) => ({ id, words: text })));
    this.#lines = new MiniSearch({ fields: ['words'], ...plain });
    this.#lines.addAll(known.messages.map(([text], id) => ({ id, words: text })));
    this.#sizes = known.texts.map(([, text]) => new Set(wordsOf(text)));
    this.#lineSizes = known.messages.map(([text]) => new Set(wordsOf(text)));
    this.#lineWords = new Set(this.#lineSizes.flatMap((words) => [...words]));
    for (const words of this.#sizes)
      for (const word of words) this.#weights.set(word, (this.#weights.get(word) ?? 0) + 1);
    for (const [word, count] of this.#weights)
      this.#weights.set(word, Math.log(1 + known.texts.length / count));
    this.#pages = new MiniSearch({
      idField: 'key',
      fields: ['title', 'id', 'keywords', 'summary'],
      tokenize: wordsOf,
      processTerm: (term) => {
        if (stop.has(term)) return null;
        this.#pageWords.add(stem(term));
        return stem(term);
      },
    });
    this.#pages.addAll(
      known.pages.map((page, key) => ({
        ...page,
        key,
        summary: page.kind === 'code' ? whenOf(Number(page.id)) : page.summary,
      })),
    );
    for (const page of known.pages)
      for (const phrase of [page.title, ...page.keywords.split(', ')]) {
        const pages = this.#phrases.get(plainly(phrase)) ?? new Set();
        this.#phrases.set(plainly(phrase), pages.add(page));
      }
    for (const [name, codes, client] of known.names) this.#names.set(name.toLowerCase(), { codes, client });
  }

  #weight(word: string): number {
    return this.#weights.get(word) ?? Math.log(1 + this.known.texts.length);
  }

  /** Weighs a match by words: the parts of the template and of the query that it covers. */
  #judge(result: SearchResult, template: ReadonlySet<string>, asked: readonly string[]) {
    const sum = (words: Iterable<string>) =>
      [...words].reduce((total, word) => total + this.#weight(word), 0);
    const matched = new Set(result.terms);
    const asking = new Set(result.queryTerms);
    return {
      coverage: sum(matched) / Math.max(sum(template), 0.001),
      explained: sum(asking) / Math.max(sum(new Set(asked)), 0.001),
    };
  }

  /** Texts of servers that the words may be, best first. @param code only those with this code, if given */
  texts(query: string, code: number | null): readonly RecalledText[] {
    const asked = wordsOf(query).slice(0, mostWords);
    if (asked.length === 0) return [];
    const filter =
      code === null ? {} : { filter: ({ id }: SearchResult) => this.known.texts[Number(id)]?.[0] === code };
    return this.#texts
      .search(asked.join(' '), {
        fuzzy: asked.length <= mostFuzzy && fuzzyUnless(this.#weights),
        combineWith: 'OR',
        ...filter,
      })
      .slice(0, 40)
      .flatMap((result) => {
        const row = this.known.texts[Number(result.id)];
        const template = this.#sizes[Number(result.id)];
        return row && template
          ? [{ row, exact: this.#isInstance(row, query), ...this.#judge(result, template, asked) }]
          : [];
      })
      .toSorted((a, b) => rank(b) - rank(a) || b.row[3].length - a.row[3].length);
  }

  #isInstance([, text]: KnownText, query: string): boolean {
    if (query.length > longest) return false;
    // A server's whole sentence inside a complaint about it.
    if (text.length >= 20 && !text.includes('{') && query.toLowerCase().includes(bare(text.toLowerCase())))
      return true;
    // Of a template that is mostly placeholders anything is an instance.
    if (fixedLength({ text }) < query.length * 0.35) return false;
    // A placeholder stands for anything; the words around it decide.
    const source = pieces(bare(text))
      .map((piece) => ('fixed' in piece ? RegExp.escape(piece.fixed.toLowerCase()) : '.{1,200}?'))
      .join('');
    return new RegExp(`^${source}$`, 's').test(bare(query.trim().toLowerCase()));
  }

  /** A client's own line, if the query is one. */
  line(query: string): RecalledName | null {
    const asked = wordsOf(query).slice(0, mostWords);
    const [best] = this.#lines
      .search(asked.join(' '), {
        fuzzy: asked.length <= mostFuzzy && fuzzyUnless(this.#lineWords),
        combineWith: 'OR',
      })
      .slice(0, 12)
      .flatMap((result) => {
        const template = this.#lineSizes[Number(result.id)];
        const row = this.known.messages[Number(result.id)];
        return row && template && template.size >= 2
          ? [{ row, ...this.#judge(result, template, asked) }]
          : [];
      })
      .toSorted((a, b) => b.coverage * b.explained - a.coverage * a.explained);
    return best && best.coverage >= 0.8 && best.explained >= 0.55
      ? { codes: best.row[1], client: best.row[2] }
      : null;
  }

  /**
   * A constant or exception that stands in the query as a word: FILE_UNAVAILABLE, error_perm. One that is an ordinary
   * word ("Directory") counts only alone.
   */
  name(query: string): RecalledName | null {
    const words = query.split(/[^\p{L}\d_]+/u).filter(Boolean);
    for (const word of words) {
      const identifier = /_|\p{Ll}\p{Lu}|^\p{Lu}{2,}\p{Lu}?\p{Ll}/u.test(word);
      if (!identifier && words.length > 1) continue;
      const found = this.#names.get(word.toLowerCase());
      if (found) return found;
    }
    return null;
  }

  /** Pages for words, best first. */
  pages(query: string): readonly RecalledPage[] {
    const asked = new Set(
      wordsOf(query)
        .filter((word) => !stop.has(word))
        .map(stem),
    );
    if (asked.size === 0) return [];
    return this.#pages
      .search([...asked].join(' '), {
        processTerm: (term) => term,
        tokenize: (text) => text.split(' '),
        // Alone, a word may be misspelt further: two letters swapped are two changes.
        fuzzy: asked.size <= mostFuzzy / 2 && fuzzyUnless(this.#pageWords, asked.size === 1),
        prefix: (term) => term.length > 3,
        weights: { fuzzy: 0.3, prefix: 0.6 },
        combineWith: 'OR',
        boost: { title: 3, id: 3, keywords: 2, summary: 1 },
      })
      .flatMap((result) => {
        const page = this.known.pages[Number(result.id)];
        if (!page) return [];
        // Who names a program means its page.
        const tokens = page.id.split('-').filter((token) => /[a-z]{2}/.test(token));
        const named =
          (page.kind === 'server' || page.kind === 'client') &&
          tokens.every((token) => asked.has(stem(token)));
        const share = Math.max(new Set(result.queryTerms).size / asked.size, named ? 0.6 : 0);
        const called = this.#phrases.get(plainly(query))?.has(page) ?? false;
        const factor = share * share * (named ? 1 + tokens.length : 1) * (called ? 3 : 1);
        return [{ page, share, called, score: result.score * page.weight * factor }];
      })
      .toSorted((a, b) => b.score - a.score);
  }
}

/** How well a text fits, for comparison with others. */
export const rank = ({ coverage, explained, exact }: RecalledText): number =>
  coverage * 0.6 + explained * 0.4 + (exact ? 0.5 : 0);

/** True if the query is the server's text, not only like it. */
export const recognised = ({ row, coverage, explained, exact }: RecalledText): boolean =>
  (exact && wordsOf(row[1]).length >= 2) ||
  (coverage >= 0.75 && explained >= 0.5 && wordsOf(row[1]).length >= 2);
