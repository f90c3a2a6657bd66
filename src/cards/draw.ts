/** Draws a laid-out card as a PNG: satori sets the text as outlines, sharp paints them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire, findPackageJSON } from 'node:module';
import { cardSize, type Box } from './layout.ts';

/** A palette is half the bytes or less, and on text no eye finds the difference. */
const painting = { palette: true, dither: 0, effort: 7 } as const;

const require = createRequire(import.meta.url);

/** Static cuts of the site's own faces: satori draws variable fonts in their regular weight only. */
const font = (name: string, family: string, weight: 400 | 700) => ({
  name,
  data: readFileSync(
    require.resolve(
      `@fontsource/atkinson-hyperlegible-${family}/files/atkinson-hyperlegible-${family}-latin-${weight}-normal.woff2`,
    ),
  ),
  weight,
  style: 'normal' as const,
});

const fonts = [font('Sans', 'next', 400), font('Sans', 'next', 700), font('Mono', 'mono', 700)];

const digest = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** All that a picture depends on beside its layout. sharp's package names the version of the library that paints. */
const makers = JSON.stringify([
  painting,
  digest(readFileSync(findPackageJSON('sharp', import.meta.url) ?? '')),
  digest(readFileSync(require.resolve('satori'))),
  ...fonts.map(({ data }) => digest(data)),
]);

/** Two cards with the same fingerprint are the same picture: it covers the layout, the fonts and the programs. */
export const fingerprint = (layout: Box): string => digest(makers + JSON.stringify(layout));

/**
 * Loads both programs at the first call: a build that finds all cards kept does without them, and 50 MB less.
 * @returns the bytes of a PNG of cardSize
 */
export async function draw(layout: Box): Promise<Buffer> {
  const [{ default: satori }, { default: sharp }] = await Promise.all([import('satori'), import('sharp')]);
  const svg = await satori(layout, { ...cardSize, fonts });
  return sharp(Buffer.from(svg)).png(painting).toBuffer();
}
