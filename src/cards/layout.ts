/** A card as the tree of boxes that satori lays out. All lengths are pixels of the finished picture. */
import type { Card, CardCode, CodeCard, PairCard, SiteCard } from './card.ts';
import type { Palette } from './palette.ts';

/** The size that Open Graph's readers agree on. */
export const cardSize = { width: 1200, height: 630 } as const;

type Style = Readonly<Record<string, string | number>>;

export interface Box {
  readonly type: 'div';
  readonly props: { readonly style: Style; readonly children: readonly (Box | string)[] };
}

const box = (style: Style, ...children: readonly (Box | string)[]): Box => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

const column = (style: Style, ...children: readonly (Box | string)[]): Box =>
  box({ flexDirection: 'column', ...style }, ...children);

/** Text of which a card shows so many lines; more ends in an ellipsis, so that nothing ever runs over the edge. */
const text = (lines: number, style: Style, words: string): Box =>
  box({ display: 'block', lineClamp: lines, wordBreak: 'break-word', textWrap: 'pretty', ...style }, words);

const mono = { fontFamily: 'Mono', fontWeight: 700 } as const;

const digits = ({ code, digit }: CardCode, size: number, palette: Palette): Box =>
  box(
    {
      ...mono,
      fontSize: size,
      lineHeight: 1,
      letterSpacing: size * -0.03,
      // A wide digit stands in the middle of its cell; the text below starts where the cell does.
      marginLeft: size * -0.03,
      color: palette(`c${digit}`),
    },
    String(code),
  );

const pill = (words: string, digit: CardCode['digit'], style: Style, palette: Palette): Box =>
  box(
    {
      color: palette(`c${digit}`),
      background: palette(`c${digit}-bg`),
      borderRadius: 999,
      padding: '10px 28px',
      flexShrink: 0,
      fontWeight: 700,
      ...style,
    },
    words,
  );

/** Paper with a band in the accent's colour, the content, and a foot with the site's name. */
const sheet = (band: readonly string[], foot: string, palette: Palette, content: Box): Box =>
  box(
    { ...cardSize, background: palette('paper'), color: palette('ink'), fontFamily: 'Sans' },
    column({ width: 24, flexShrink: 0 }, ...band.map((background) => box({ flexGrow: 1, background }))),
    column(
      { width: 1176, padding: '48px 80px 36px 72px' },
      column(
        {
          flexGrow: 1,
          flexShrink: 1,
          minHeight: 0,
          overflow: 'hidden',
          justifyContent: 'center',
          paddingBottom: 26,
        },
        content,
      ),
      box(
        {
          flexShrink: 0,
          justifyContent: 'space-between',
          alignItems: 'baseline',
          borderTop: `2px solid ${palette('line')}`,
          paddingTop: 22,
          fontSize: 28,
          color: palette('soft'),
        },
        box({ ...mono, fontSize: 32, color: palette('ink') }, 'ftp/codes'),
        box({}, foot),
      ),
    ),
  );

const codeLayout = ({ code, name, badge, says, class: foot }: CodeCard, palette: Palette): Box =>
  sheet(
    [palette(`c${code.digit}`)],
    foot,
    palette,
    column(
      {},
      box(
        { alignItems: 'center', justifyContent: 'space-between', width: '100%' },
        // The digits are the picture; a number of five leaves room for the badge beside it.
        digits(code, code.code > 999 ? 140 : 190, palette),
        pill(badge, code.digit, { fontSize: 28 }, palette),
      ),
      text(2, { fontSize: 58, fontWeight: 700, lineHeight: 1.15, marginTop: 12 }, name),
      text(3, { fontSize: 33, lineHeight: 1.35, marginTop: 16, color: palette('soft') }, says),
    ),
  );

const pairLayout = ({ codes: [low, high], teaser }: PairCard, palette: Palette): Box => {
  // Two numbers of five digits share the width that two of three have to spare.
  const size = low.code > 999 ? 140 : high.code > 999 ? 160 : 190;
  const side = (code: CardCode): Box =>
    column(
      {},
      digits(code, size, palette),
      box({ fontSize: 34, marginTop: 12, color: palette('soft') }, code.gloss),
    );
  return sheet(
    [palette(`c${low.digit}`), palette(`c${high.digit}`)],
    'FTP codes compared',
    palette,
    column(
      {},
      box(
        { alignItems: 'flex-start', gap: 48 },
        side(low),
        box({ fontSize: 60, color: palette('soft'), marginTop: size * 0.42 }, 'vs'),
        side(high),
      ),
      text(3, { fontSize: 46, fontWeight: 700, lineHeight: 1.2, marginTop: 32 }, teaser),
    ),
  );
};

const siteLayout = ({ question, offer, codes }: SiteCard, palette: Palette): Box =>
  sheet(
    codes.map(({ digit }) => palette(`c${digit}`)),
    'A reference of FTP reply codes',
    palette,
    column(
      {},
      text(2, { fontSize: 80, fontWeight: 700, lineHeight: 1.1 }, question),
      text(2, { fontSize: 38, lineHeight: 1.35, marginTop: 22, color: palette('soft') }, offer),
      box(
        { gap: 20, marginTop: 34 },
        ...codes.map(({ code, digit }) =>
          pill(
            String(code),
            digit,
            { ...mono, fontSize: 44, borderRadius: 12, padding: '12px 24px' },
            palette,
          ),
        ),
      ),
    ),
  );

export function layoutOf(card: Card, palette: Palette): Box {
  switch (card.kind) {
    case 'code':
      return codeLayout(card, palette);
    case 'pair':
      return pairLayout(card, palette);
    case 'site':
      return siteLayout(card, palette);
  }
}
