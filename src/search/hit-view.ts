/** How a hit looks, on the search page and in the dialog. Text only: nothing of it is read as markup. */
import type { Hit } from './hits.ts';

/** An excerpt is escaped text with <mark>; parsed apart from the page, only text and marks are taken over. */
function excerptNodes(excerpt: string): readonly (Node | string)[] {
  const parsed = new DOMParser().parseFromString(excerpt, 'text/html');
  return [...parsed.body.childNodes].map((node) => {
    if (!(node instanceof HTMLElement) || node.tagName !== 'MARK') return node.textContent ?? '';
    const mark = document.createElement('mark');
    mark.textContent = node.textContent;
    return mark;
  });
}

function span(className: string, ...content: readonly (Node | string)[]): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  element.append(...content);
  return element;
}

/** The text with the words of the query marked; short ones stand everywhere and mark nothing. */
function marked(text: string, query: string): readonly (Node | string)[] {
  const words = query.match(/[\p{L}\d]{3,}/gu)?.slice(0, 20) ?? [];
  if (words.length === 0) return [text];
  const pattern = new RegExp(
    `(?<![\\p{L}\\d])(${words.map((word) => RegExp.escape(word)).join('|')})`,
    'giu',
  );
  return text.split(pattern).map((part, index) => {
    if (index % 2 === 0) return part;
    const mark = document.createElement('mark');
    mark.textContent = part;
    return mark;
  });
}

/** The parts of a hit: its kind, its title, one line of summary, and where the words stand. */
export function hitParts(hit: Hit, query: string): readonly HTMLElement[] {
  const parts = [span('hit-kind', hit.kind), span('hit-title', ...marked(hit.title, query))];
  if (hit.excerpt) parts.push(span('hit-text', '… ', ...excerptNodes(hit.excerpt), ' …'));
  else if (hit.summary) parts.push(span('hit-text', ...marked(hit.summary, query)));
  return parts;
}

/** A hit as a link in a list. */
export function hitItem(hit: Hit, query: string): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = hit.url;
  link.append(...hitParts(hit, query));
  item.append(link);
  return item;
}
