import type { BreadcrumbList, WithContext } from 'schema-dts';
import { inFull } from '../urls.ts';

export interface Step {
  readonly label: string;
  /** Left out for the page itself. */
  readonly href?: string;
}

/** @param steps the way from the top, as the page shows it; the page itself comes last */
export const breadcrumbs = (steps: readonly Step[], site: URL | undefined): WithContext<BreadcrumbList> => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ label, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: label,
    ...(href && { item: inFull(href, site) }),
  })),
});
