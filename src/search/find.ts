/** One list for one query: what is known by heart first, then what the full-text index finds. */
import { answersTo, uniquePages } from './answer.ts';
import type { Hit } from './hits.ts';
import { loadedMemory, memory } from './load.ts';
import { findWords } from './pagefind.ts';
import { vocabulary } from './vocabulary.ts';

export interface Result {
  /** Best first, each page once. */
  readonly hits: readonly Hit[];
  /** False if a part of the search could not be loaded, so that there may be more. */
  readonly complete: boolean;
  /** True if the texts of all pages were not looked through, because the query is understood without. */
  readonly more: boolean;
}

/** The answers that need no network; once the texts are here, they count too. */
export const findAtOnce = (query: string): readonly Hit[] =>
  answersTo(query, vocabulary, loadedMemory()).hits;

/** Each of them is a file to load. */
const mostFound = 6;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const missing = Symbol('missing');
const orMissing = <Value>(promise: Promise<Value>): Promise<Value | typeof missing> =>
  promise.catch((): typeof missing => missing);

/**
 * Never rejects: what cannot be loaded is left out, and `complete` says so.
 * @param everything looks through the texts of all pages even if the query is understood without
 */
export async function find(query: string, most: number, everything = false): Promise<Result> {
  const atOnce = answersTo(query, vocabulary, null);
  if (atOnce.words === '') return { hits: atOnce.hits.slice(0, most), complete: true, more: false };
  const texts = await orMissing(memory());
  const { hits, unlikely, words, sure } = answersTo(
    query,
    vocabulary,
    texts === missing ? null : texts,
    everything ? most : undefined,
  );
  const more = sure && !everything;
  const found = more ? [] : await orMissing(findWords(words, Math.min(most, mostFound)));
  const others = found === missing ? [] : found.map((hit) => ({ ...hit, kind: capital(hit.kind) }));
  return {
    hits: uniquePages([...hits, ...others, ...unlikely]).slice(0, most),
    complete: texts !== missing && found !== missing,
    more,
  };
}

/** Fetches what most searches need, while the reader still types. */
export function prepare(): void {
  void orMissing(memory());
}
