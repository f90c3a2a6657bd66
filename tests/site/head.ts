/** What stands in a page's head. */
import { attribute, textOf, type Page } from './dist.ts';

/** The content of a meta element, by its name or its property; undefined if the page has none. */
export function meta({ elements }: Page, name: string): string | undefined {
  const found = elements.find(
    (element) => attribute(element, 'name') === name || attribute(element, 'property') === name,
  );
  return found && attribute(found, 'content');
}

export function titleOf({ elements }: Page): string {
  const title = elements.find(({ tagName }) => tagName === 'title');
  return title ? textOf(title) : '';
}
