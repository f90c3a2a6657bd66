/** Our prose as ordinary Markdown that reads by itself, away from the site. */
import { readInline, type Token } from '../../prose/inline.ts';
import type { Source } from '../../schemas.ts';
import { fromAnywhere, urls } from '../../urls.ts';

export const link = (label: string, path: string): string => `[${label}](${fromAnywhere(path)})`;

export const codeLink = (code: number): string => link(String(code), urls.code(code));

function markdownOf(token: Token): string {
  switch (token.kind) {
    case 'literal':
      return `\`${token.text}\``;
    case 'reply':
      return codeLink(token.code);
    case 'pair':
      return link(token.codes.join(' vs '), urls.pair(...token.codes));
    case 'command':
      return link(token.verb, urls.command(token.verb));
    case 'link':
      return token.url.startsWith('/')
        ? link(token.text, urls.within(token.url))
        : `[${token.text}](${token.url})`;
    case 'text':
    case 'citation':
      return token.text;
  }
}

/** A string of prose: our short links become ordinary ones. */
export const linked = (source: string): string => readInline(source).map(markdownOf).join('');

/** Fences, and code spans in as many backticks as their text needs (CommonMark 6.1). */
const verbatim = /^```[^]*?^```$|(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/gm;

/** A whole body; what stands there word for word stays as it is. */
export function bodyOf({ body = '' }: { readonly body?: string | undefined }): string {
  let text = '';
  let from = 0;
  for (const { 0: code, index } of body.matchAll(verbatim)) {
    text += linked(body.slice(from, index)) + code;
    from = index + code.length;
  }
  return (text + linked(body.slice(from))).trim();
}

/** Text word for word: in as many backticks as it takes, on one line. */
export function literal(text: string): string {
  if (text === '') return '(no text)';
  const line = text.replaceAll(/\s*\n\s*/g, ' ⏎ ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const room = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${room}${line}${room}${fence}`;
}

/** A table; a bar in a cell would end it, in code as well (GitHub's Markdown, 4.10). */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

export const sourcesOf = (sources: readonly Source[]): readonly string[] =>
  sources.length === 0
    ? []
    : [
        '## Sources',
        list(sources.map(({ title, url }) => (url === undefined ? title : `[${title}](${url})`))),
      ];

/** Blocks with an empty line between them, and one line end behind. */
export const document = (blocks: readonly string[]): string =>
  `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
