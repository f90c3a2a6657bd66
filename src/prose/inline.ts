/**
 * The little that our prose adds to Markdown: `[450]`, `[RETR]` and `[450 vs 550]` are links, and a citation
 * such as RFC 959 §5.4 links to its section. One reader for front matter strings, data files and MDX.
 */
import { citationsIn, type Citation } from '../protocol/documents.ts';

export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'reply'; readonly code: number }
  | { readonly kind: 'pair'; readonly codes: readonly [number, number] }
  | { readonly kind: 'command'; readonly verb: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'citation'; readonly text: string; readonly citation: Citation };

const pattern = new RegExp(
  [
    '`(?<literal>[^`]+)`',
    '\\[(?<low>\\d{3,5})(?: vs (?<high>\\d{3,5}))?\\](?!\\()',
    '\\[(?<verb>[A-Z][A-Z0-9]{2,6})\\](?!\\()',
    '\\[(?<label>[^\\]]+)\\]\\((?<url>(?:https?:/)?/[^\\s)]+)\\)',
  ].join('|'),
  'g',
);

function withCitations(text: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const { rfc, section, start, end } of citationsIn(text)) {
    if (start > from) tokens.push({ kind: 'text', text: text.slice(from, start) });
    tokens.push({ kind: 'citation', text: text.slice(start, end), citation: { rfc, section } });
    from = end;
  }
  if (from < text.length) tokens.push({ kind: 'text', text: text.slice(from) });
  return tokens;
}

function tokenOf(groups: Record<string, string | undefined>): Token {
  const { literal, low, high, verb, label, url } = groups;
  if (literal !== undefined) return { kind: 'literal', text: literal };
  if (low !== undefined && high !== undefined) return { kind: 'pair', codes: [Number(low), Number(high)] };
  if (low !== undefined) return { kind: 'reply', code: Number(low) };
  if (verb !== undefined) return { kind: 'command', verb };
  return { kind: 'link', text: label ?? '', url: url ?? '' };
}

/** Reads a string of prose into tokens; joined, they give back what a reader sees. */
export function readInline(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const match of source.matchAll(pattern)) {
    tokens.push(...withCitations(source.slice(from, match.index)), tokenOf(match.groups ?? {}));
    from = match.index + match[0].length;
  }
  tokens.push(...withCitations(source.slice(from)));
  return tokens;
}

/** What a reader sees of a token. */
export function wordsOf(token: Token): string {
  switch (token.kind) {
    case 'reply':
      return String(token.code);
    case 'pair':
      return token.codes.join(' vs ');
    case 'command':
      return token.verb;
    default:
      return token.text;
  }
}

/** The same string as plain text, for descriptions and JSON. */
export const plainText = (source: string): string => readInline(source).map(wordsOf).join('');
