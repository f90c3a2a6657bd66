/** The texts of replies as templates: what varies stands in braces. */
import type { PlaceholderType, ReceivedReply, ServerReply } from './records.ts';

const placeholder = /\{(\w+)\}/g;

/** The names in braces, in order, each once. */
export const placeholdersIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(placeholder)].map(([, name]) => name ?? '')),
];

/** A piece of a template: what stands there word for word, or what varies. */
export type Piece = { readonly fixed: string } | { readonly varies: string };

export function pieces(text: string): readonly Piece[] {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{\w+\}$/.test(part) ? { varies: part.slice(1, -1) } : { fixed: part }));
}

/** Recordings hold a name in braces where a value changes from run to run, so that counts as a value too. */
const run = String.raw`|\{\w+\}`;
const patterns: Readonly<Record<PlaceholderType, string>> = {
  number: String.raw`-?[\d.,]+`,
  address: String.raw`[\w.:,-]+`,
  word: String.raw`[^\s]+`,
  command: String.raw`[^\n]*?`,
  path: String.raw`[^\n]*?`,
  name: String.raw`[^\n]*?`,
  time: String.raw`[^\n]*?`,
  version: String.raw`[^\n]*?`,
  reason: String.raw`[^\n]*?`,
  text: String.raw`[^]*?`,
};

const compiled = new WeakMap<object, RegExp>();

/** An expression that matches a whole text made from the template. */
export function matcher(template: Pick<ServerReply, 'text' | 'placeholders'>): RegExp {
  const known = compiled.get(template);
  if (known) return known;
  const source = pieces(template.text)
    .map((piece) =>
      'fixed' in piece
        ? RegExp.escape(piece.fixed)
        : `(?:${patterns[template.placeholders[piece.varies] ?? 'text']}${run})`,
    )
    .join('');
  const expression = new RegExp(`^${source}$`);
  compiled.set(template, expression);
  return expression;
}

/** How many characters of the template are the same in every reply made from it. */
export const fixedLength = ({ text }: Pick<ServerReply, 'text'>): number =>
  text.replace(placeholder, '').length;

/** The reply code of received lines, or null where no line starts with one. Telnet answers may stand before it. */
export function codeOf(lines: readonly string[]): number | null {
  const found = /^(?:\\x[0-9a-f]{2}|\W|A(?=\d{3}))*(\d{3})(?=[ -]|$)/.exec(lines[0] ?? '');
  return found ? Number(found[1]) : null;
}

const withoutCode = (line: string): string => line.replace(/^(?:\\x[0-9a-f]{2}\W?A?)*\d{3}(?:[ -]|$)/, '');

/** The text of received lines, as templates spell it. */
export const textOf = (lines: readonly string[]): string => lines.map(withoutCode).join('\n');

/** True if the template could have made the whole reply. */
export function fits(template: RegExp, { lines }: Pick<ReceivedReply, 'lines'>): boolean {
  const text = textOf(lines);
  return template.test(text) || template.test(text.trim());
}

/**
 * True if the template could have made the first or the last line of a longer reply: servers often send those from
 * one place and what stands between from another (211 "Features:" … "End").
 */
export const fitsInPart = (template: RegExp, { lines }: Pick<ReceivedReply, 'lines'>): boolean =>
  lines.length > 1 && [lines[0] ?? '', lines.at(-1) ?? ''].some((line) => template.test(withoutCode(line)));

/** "Failed to open file." → "failed-to-open-file", at most 48 characters, cut between words. */
function slug(text: string): string {
  const words = text
    .toLowerCase()
    .replace(placeholder, (_, name: string) => ` ${name} `)
    .normalize('NFKD')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return words.length <= 48 ? words : words.slice(0, 49).replace(/-[^-]*$/, '');
}

/** The anchors of a server's replies on its page, one each: 550-failed-to-open-file. */
export function anchorsOf(replies: readonly Pick<ServerReply, 'code' | 'text'>[]): readonly string[] {
  const used = new Map<string, number>();
  return replies.map(({ code, text }) => {
    const plain = [code, slug(text)].filter(Boolean).join('-');
    const times = (used.get(plain) ?? 0) + 1;
    used.set(plain, times);
    // The bare code is the anchor of the group on the page.
    return times === 1 && plain !== String(code) ? plain : `${plain}--${times}`;
  });
}
