/** What a comparison's page and its redirect tell of themselves in their heads. */
import type { Catalog, Code } from '../../catalog.ts';
import { plainText } from '../../prose/inline.ts';
import { compare } from '../../protocol/compare/compare.ts';
import { pairTitle } from '../../protocol/compare/titles.ts';
import { urls } from '../../urls.ts';

export interface ComparisonHead {
  readonly title: string;
  readonly description: string;
  /** Only comparisons with an editor's note have a card of their own. */
  readonly card?: { readonly href: string; readonly alt: string } | undefined;
}

export function headOf(low: Code, high: Code, { model, note: noteOf }: Catalog): ComparisonHead {
  const note = noteOf(low.code, high.code);
  return {
    title: pairTitle(low, high),
    description: note ? plainText(note.answer) : compare(low, high, model).answer,
    card: note && {
      href: urls.cards.pair(low.code, high.code),
      alt: `${low.code} vs ${high.code}: ${note.teaser}`,
    },
  };
}
