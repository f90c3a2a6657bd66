import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { cached } from '../../cards/cache.ts';
import { deckOf } from '../../cards/deck.ts';
import { draw, fingerprint } from '../../cards/draw.ts';
import { layoutOf } from '../../cards/layout.ts';
import { lightPalette } from '../../cards/palette.ts';
import { catalog } from '../../catalog.ts';
import tokens from '../../styles/tokens.css?raw';

const palette = lightPalette(tokens);

export async function getStaticPaths() {
  return deckOf(await catalog()).map(({ name, card }) => ({ params: { card: name }, props: { card } }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props }) => {
  const layout = layoutOf(props.card, palette);
  const png = await cached('node_modules/.cache/ftp-codes-cards', fingerprint(layout), () => draw(layout));
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
