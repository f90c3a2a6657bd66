/** This project's pages as Markdown: their twins where there are any, else the text of the built page. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import { attribute, elements, isElement, textOf, type Element } from '../../site/dist.ts';
import { everyPage } from '../pages.ts';
import { questions } from './questions.ts';

export interface Text {
  /** The page's place without slashes around it: "ftp/451"; empty for the home page. */
  readonly path: string;
  readonly title: string;
  /** Markdown below the title. */
  readonly body: string;
}

type Node = DefaultTreeAdapterTypes.Node;

const squeeze = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Text with what Markdown would read as markup taken for itself. */
const plain = (text: string): string => text.replaceAll(/[\\`*_[\]<>{}|#]/g, '\\$&');

const children = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

/** What shows nothing, or does something only in a browser. */
const silent = new Set(['script', 'style', 'svg', 'template', 'button', 'form', 'nav', 'select', 'dialog']);
const blocks = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'ul',
  'ol',
  'dl',
  'table',
  'pre',
  'header',
  'figure',
]);

function inline(node: Node): string {
  if ('value' in node) return plain(node.value);
  if (!isElement(node) || silent.has(node.tagName)) return '';
  const text = children(node).map(inline).join('');
  const label = squeeze(text);
  if (node.tagName === 'a' && label !== '') return `[${label}](${attribute(node, 'href') ?? ''})`;
  if (node.tagName === 'code' && label !== '') return `\`${squeeze(textOf(node)).replaceAll('`', "'")}\``;
  return blocks.has(node.tagName) || node.tagName === 'br' ? ` ${text} ` : text;
}

const line = (node: Node): string => squeeze(children(node).map(inline).join(''));

function tableOf(element: Element): string {
  const rows = elements(element)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => children(row).filter(isElement).map(line));
  const width = Math.max(...rows.map(({ length }) => length));
  const row = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cells[at] ?? '').join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [row(head), row(Array.from({ length: width }, () => '---')), ...rest.map(row)].join('\n');
}

/** A list of Markdown blocks. */
function blocksOf(node: Node): readonly string[] {
  if (!isElement(node)) return [squeeze(inline(node))];
  const { tagName } = node;
  const depth = /^h([2-6])$/.exec(tagName)?.[1];
  if (silent.has(tagName) || tagName === 'h1') return [];
  if (depth) return [`${'#'.repeat(Number(depth))} ${line(node)}`];
  if (tagName === 'table') return [tableOf(node)];
  if (tagName === 'pre') return [`\`\`\`\n${textOf(node).trim()}\n\`\`\``];
  if (tagName === 'ul' || tagName === 'ol')
    return [
      children(node)
        .filter(isElement)
        .map((item) => `- ${line(item)}`)
        .join('\n'),
    ];
  const parts = children(node);
  const nested = parts.some(
    (part) => isElement(part) && (blocks.has(part.tagName) || /^h\d$/.test(part.tagName)),
  );
  return nested ? parts.flatMap(blocksOf) : [line(node)];
}

function textOfPage(html: string): Pick<Text, 'title' | 'body'> {
  const all = elements(parse(html));
  const main = all.find(({ tagName }) => tagName === 'main');
  const title = all.find(({ tagName }) => tagName === 'h1') ?? all.find(({ tagName }) => tagName === 'title');
  return {
    title: title ? squeeze(textOf(title)) : 'ftp/codes',
    body: main
      ? blocksOf(main)
          .filter((block) => block !== '')
          .join('\n\n')
      : '',
  };
}

function textOfTwin(markdown: string): Pick<Text, 'title' | 'body'> {
  const [, title = '', body = ''] = /^# (.+)\n+([^]*)$/.exec(markdown) ?? [];
  return { title, body };
}

const isComparison = (path: string): boolean => /\d+-vs-\d+$/.test(path);

/**
 * @param folder the built site
 * @param comparisons take so many, spread over all of them
 */
export function readTexts(folder: string, comparisons: number): readonly Text[] {
  const paths = everyPage(folder)
    .filter((address) => address.endsWith('/') && !['/search/', '/decode/'].includes(address))
    .map((address) => address.slice(1, -1))
    .filter((path) => !/^ftp\/(\d+)-vs-(\d+)$/.test(path) || lowFirst(path));
  const pairs = paths.filter(isComparison);
  const step = Math.max(1, pairs.length / comparisons);
  const taken = new Set(
    Array.from({ length: Math.min(comparisons, pairs.length) }, (_, at) => pairs[Math.floor(at * step)]),
  );
  // What is asked for must be there to be found.
  for (const { answers } of questions) for (const answer of answers) taken.add(answer.slice(1, -1));
  return paths
    .filter((path) => !isComparison(path) || taken.has(path))
    .map((path) => {
      const twin = join(folder, `${path}.md`);
      return path !== '' && existsSync(twin)
        ? { path, ...textOfTwin(readFileSync(twin, 'utf8')) }
        : { path, ...textOfPage(readFileSync(join(folder, path, 'index.html'), 'utf8')) };
    });
}

/** The other order is a page that only leads to this one. */
function lowFirst(path: string): boolean {
  const [low = 0, high = 0] = (path.split('/').at(-1) ?? '').split('-vs-').map(Number);
  return low < high;
}

export interface Layout {
  /** The name of a page that others lie below, without ending: "index", or Hugo's "_index". */
  readonly parent: 'index' | '_index';
  /** True if a page without others below it is a folder too. */
  readonly folders: boolean;
}

/** Writes each page with its title in front, in the form that all peers read. */
export function writeTexts(folder: string, texts: readonly Text[], { parent, folders }: Layout): void {
  const parents = new Set(
    texts.flatMap(({ path }) => path.split('/').map((_, at, parts) => parts.slice(0, at).join('/'))),
  );
  for (const { path, title, body } of texts) {
    const above = path === '' || parents.has(path);
    const file = join(folder, above ? join(path, parent) : folders ? join(path, 'index') : path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.md`, `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`);
  }
}
