/** Draws every code's card anew, as a build without its cache does, four at a time; prints the seconds. */
import { readFileSync } from 'node:fs';
import { codeCard, pairCard, type Card } from '../../src/cards/card.ts';
import { draw } from '../../src/cards/draw.ts';
import { layoutOf } from '../../src/cards/layout.ts';
import { lightPalette } from '../../src/cards/palette.ts';
import { readTree } from '../../src/checks/tree.ts';
import { attributesOf, badge } from '../../src/protocol/attributes.ts';

const palette = lightPalette(readFileSync('src/styles/tokens.css', 'utf8'));
const { codes, notes } = readTree('content');
const byCode = new Map(codes.map(({ data }) => [data.code, data]));
const cards: readonly Card[] = [
  ...codes.map(({ data }) => codeCard({ ...data, badge: badge(data.code, attributesOf(data.code, data)) })),
  ...notes.flatMap(({ data }) => {
    const [low, high] = data.codes.map((code) => byCode.get(code));
    return low && high ? [pairCard(low, high, data.teaser)] : [];
  }),
];
const start = performance.now();
const left = cards.values();
const work = async (): Promise<void> => {
  for (const card of left) await draw(layoutOf(card, palette));
};
await Promise.all(Array.from({ length: 4 }, work));
console.log(JSON.stringify({ cards: cards.length, seconds: (performance.now() - start) / 1000 }));
