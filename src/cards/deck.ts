/** Every card of the site, by the name its file has. */
import type { Catalog } from '../catalog.ts';
import { pairSlug } from '../urls.ts';
import { codeCard, pairCard, siteCard, type Card } from './card.ts';

export interface NamedCard {
  readonly name: string;
  readonly card: Card;
}

/** What the site's card shows of each class: its most usual code. Socket errors are no replies and stay out. */
const ofEachClass = [150, 226, 331, 451, 550, 631];

export const deckOf = ({ codes, notes, code, has }: Catalog): readonly NamedCard[] => [
  {
    name: 'site',
    card: siteCard(
      'What did the FTP server just say?',
      `${codes.length} reply codes: what each means, whether it is you or the server, and how any two differ.`,
      ofEachClass.filter(has).map(code),
    ),
  },
  ...codes.map((each) => ({ name: String(each.code), card: codeCard(each) })),
  ...notes.map(({ codes: [low, high], teaser }) => ({
    name: pairSlug(low, high),
    card: pairCard(code(low), code(high), teaser),
  })),
];
