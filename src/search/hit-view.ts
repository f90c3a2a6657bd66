/** How a hit looks, on the search page and in the dialog. Text only: nothing of it is read as markup. */
import type { Hit } from './find.ts';

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

/** The parts of a hit: its kind, its title, one line of summary, and where the words stand. */
export function hitParts(hit: Hit): readonly HTMLElement[] {
  const parts = [span('hit-kind', hit.kind), span('hit-title', hit.title)];
  if (hit.excerpt) parts.push(span('hit-text', '… ', ...excerptNodes(hit.excerpt), ' …'));
  else if (hit.summary) parts.push(span('hit-text', hit.summary));
  return parts;
}

/** A hit as a link in a list. */
export function hitItem(hit: Hit): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = hit.url;
  link.append(...hitParts(hit));
  item.append(link);
  return item;
}
