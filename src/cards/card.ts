/** What stands on a card: the picture that a chat program or a search engine shows beside a link. */
import { classes, classOf, type ClassInfo } from '../protocol/digits.ts';

export interface CardCode {
  readonly code: number;
  readonly digit: ClassInfo['digit'];
  readonly gloss: string;
}

export interface CodeCard {
  readonly kind: 'code';
  readonly code: CardCode;
  readonly name: string;
  readonly badge: string;
  /** What the code says, as a sentence. */
  readonly says: string;
  /** "FTP 4xx: transient negative completion". */
  readonly class: string;
}

export interface PairCard {
  readonly kind: 'pair';
  readonly codes: readonly [CardCode, CardCode];
  readonly teaser: string;
}

export interface SiteCard {
  readonly kind: 'site';
  readonly question: string;
  readonly offer: string;
  readonly codes: readonly CardCode[];
}

export type Card = CodeCard | PairCard | SiteCard;

/** What a card needs of a code's record. */
interface CodeWords {
  readonly code: number;
  readonly name: string;
  readonly gloss: string;
  readonly says: string;
  readonly badge: string;
}

const cardCode = ({ code, gloss }: Pick<CodeWords, 'code' | 'gloss'>): CardCode => ({
  code,
  digit: classes[classOf(code)].digit,
  gloss,
});

export function codeCard(code: CodeWords): CodeCard {
  const id = classOf(code.code);
  const { name } = classes[id];
  return {
    kind: 'code',
    code: cardCode(code),
    name: code.name,
    badge: code.badge,
    says: `${code.says.charAt(0).toUpperCase()}${code.says.slice(1)}.`,
    class: id === 'client-side' ? name : `FTP ${id}: ${name.toLowerCase()}`,
  };
}

export const pairCard = (
  low: Pick<CodeWords, 'code' | 'gloss'>,
  high: Pick<CodeWords, 'code' | 'gloss'>,
  teaser: string,
): PairCard => ({ kind: 'pair', codes: [cardCode(low), cardCode(high)], teaser });

/** @param codes one of each class, in order */
export const siteCard = (
  question: string,
  offer: string,
  codes: readonly Pick<CodeWords, 'code' | 'gloss'>[],
): SiteCard => ({ kind: 'site', question, offer, codes: codes.map(cardCode) });
