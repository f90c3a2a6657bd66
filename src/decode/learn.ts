/**
 * How a program nobody knows puts its lines: what stands in front of commands and of replies has the same shape on
 * every line, and enough of them show which it is.
 */
import type { Lexicon } from './lexicon.ts';

export interface Learnt {
  /** Where what was said starts on the line, and who says it; null if the line has none of the shapes. */
  readonly find: (line: string) => { readonly at: number; readonly by: 'client' | 'server' } | null;
}

/** So many lines are looked at, and so many of one shape must agree. */
const looked = 500;
const enough = 2;
const aloneEnough = 3;
/** More in front of a reply nobody prints. */
const longestPrefix = 160;

/** While learning, a reply needs words: a number alone may be anything. */
const worded =
  /(?<![\p{L}\d_.,/-])(?<!\d:)(?:([1-6][0-5]\d)(?=[ -](?!-?\d+(?:[.,:/]|\s*$)|bytes|[KMG]i?B)\S*\p{L})|([A-Z]{3,4})(?=[\s"'\])*]|$))/gu;
const any = /(?<![\p{L}\d_.,/-])(?<!\d:)(?:([1-6][0-5]\d)(?=[ -]|["'*]?\s*$)|([A-Z]{3,4})(?=[\s"'\])*]|$))/gu;
/** Sizes in listings are no codes. */
const listing = /[-rwxsStT]{9,10}[+.@]?\s|\d\d:\d\d[AP]M\s+$/;

/** Digits and what stands in brackets vary from line to line; the words around them do not. */
const shapeOf = (prefix: string): string =>
  prefix
    .replace(/\[[^\]]*\]/g, '[]')
    .replace(/\([^)]*\)/g, '()')
    .replace(/\d+/g, '0')
    .replace(/(?:0[.,:/-])+0/g, '0')
    .replace(/\s+/g, ' ')
    .slice(-40);

interface Seen {
  readonly said: Set<string>;
}

interface Found {
  readonly at: number;
  readonly by: 'client' | 'server';
  readonly said: string;
  readonly shape: string;
}

function candidatesIn(line: string, { codes, verbs }: Lexicon, pattern: RegExp): readonly Found[] {
  const found: Found[] = [];
  for (const { index, 1: code, 2: verb } of line.slice(0, longestPrefix + 60).matchAll(pattern)) {
    if (index > longestPrefix || listing.test(line.slice(0, index))) break;
    const shape = shapeOf(line.slice(0, index));
    if (code !== undefined && codes.has(Number(code)))
      found.push({ at: index, by: 'server', said: code, shape });
    else if (verb !== undefined && verbs.has(verb))
      found.push({ at: index, by: 'client', said: verb, shape });
  }
  return found;
}

export const nothingLearnt: Learnt = { find: () => null };

/** @param lines those that no known form explains */
export function learn(lines: readonly string[], lexicon: Lexicon): Learnt {
  const shapes = new Map<string, Seen>();
  for (const line of lines.slice(0, looked))
    for (const { by, said, shape } of candidatesIn(line, lexicon, worded)) {
      const key = `${by} ${shape}`;
      const seen = shapes.get(key) ?? { said: new Set<string>() };
      seen.said.add(said);
      shapes.set(key, seen);
    }
  // A shape counts if different commands, or different replies, stand behind it; a word that comes again and again does
  // not. Where one side alone speaks, it takes more to tell a session from a program's text.
  const told = (by: 'client' | 'server', least: number): readonly string[] =>
    [...shapes]
      .filter(
        ([key, { said }]) =>
          key.startsWith(by) && said.size >= least && (least === enough || /[\s:]$/.test(key)),
      )
      .map(([key]) => key);
  const [server, client] = [told('server', enough), told('client', enough)];
  const known = new Set(
    server.length > 0 && client.length > 0
      ? [...server, ...client]
      : [...told('server', aloneEnough), ...told('client', aloneEnough)],
  );
  if (known.size === 0) return nothingLearnt;
  return {
    find(line) {
      for (const { at, by, shape } of candidatesIn(line, lexicon, any))
        if (known.has(`${by} ${shape}`)) return { at, by };
      return null;
    },
  };
}
