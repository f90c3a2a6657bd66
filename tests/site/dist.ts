/** The built site as files: which pages there are, and what stands in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

export const isElement = (node: Node): node is Element => 'tagName' in node;

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

/** All elements below a node, in document order; what stands in a <template> or <noscript> included. */
export function elements(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.flatMap((child) => (isElement(child) ? [child, ...elements(child)] : []));
}

export function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export interface Page {
  /** As a browser asks for it, without a base: "/ftp/451/". */
  readonly url: string;
  readonly html: string;
  readonly elements: readonly Element[];
  readonly ids: ReadonlySet<string>;
  /** The address that a redirect page leads to. */
  readonly leadsTo: string | null;
}

/** Every file of the site, as addresses: "/ftp/451/" for ftp/451/index.html, "/icon.svg" for others. */
export function addresses(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .map((path) => path.replace(/\/index\.html$/, '/'))
    .toSorted();
}

/** False for what nobody links to: hashed assets, the search index, and files that hosts read and do not serve. */
export const isLinkable = (url: string): boolean =>
  !/^\/((_astro|pagefind)\/|_(headers|redirects)$)/.test(url);

function pageOf(folder: string, url: string): Page {
  const html = readFileSync(join(folder, url.endsWith('/') ? `${url}index.html` : url), 'utf8');
  const all = elements(parse(html));
  const ids = new Set(all.flatMap((element) => attribute(element, 'id') ?? []));
  const refresh = all.find((element) => attribute(element, 'http-equiv')?.toLowerCase() === 'refresh');
  const leadsTo = refresh ? ((attribute(refresh, 'content') ?? '').split('url=')[1] ?? null) : null;
  return { url, html, elements: all, ids, leadsTo };
}

/** Reads every HTML page of a folder. */
export const readPages = (folder: string): readonly Page[] =>
  addresses(folder)
    .filter((url) => url.endsWith('/') || url.endsWith('.html'))
    .map((url) => pageOf(folder, url));

/** One page of each kind, and a fixed sample of comparisons spread over all of them. */
export function sample(pages: readonly Page[], comparisons: number): readonly Page[] {
  const isPair = ({ url }: Page) => /^\/ftp\/\d+-vs-\d+\/$/.test(url);
  const shown = pages.filter(({ leadsTo }) => leadsTo === null);
  const pairs = shown.filter(isPair);
  const step = Math.max(1, Math.floor(pairs.length / comparisons));
  return [
    ...shown.filter((page) => !isPair(page)),
    ...pairs.filter((_, index) => index % step === 0).slice(0, comparisons),
  ];
}
