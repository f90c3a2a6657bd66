/** Where in the window a reader reads: a heading counts as reached once it stands above this share of the height. */
const readingLine = 0.35;

const inWindow = ({ top, bottom }: DOMRect): boolean => bottom > 0 && top < innerHeight;

/**
 * The place that a link should lead to: what the address already names, while it can be seen, or else the section
 * under the reader's eyes. Null at the top of the page. Headings in a closed fold have no place and are passed over.
 */
export function sectionInView(): Element | null {
  const target = document.querySelector('main :target');
  if (target && inWindow(target.getBoundingClientRect())) return target;
  if (scrollY === 0) return null;
  return (
    [...document.querySelectorAll('main :is(h2, h3)[id]')]
      .filter((heading) => heading.getClientRects().length > 0)
      .findLast((heading) => heading.getBoundingClientRect().top < innerHeight * readingLine) ?? null
  );
}
