/**
 * `npm run fonts`: cuts the site's two typefaces down to what English pages show and writes them beside this file.
 * A page waits for 23 KB instead of 52; the rest of each typeface is loaded where a text needs it (fonts.css).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

export const families = ['next', 'mono'] as const;
export type Family = (typeof families)[number];

const require = createRequire(import.meta.url);

const inclusive = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

/** The same as the unicode-range of the cut faces in fonts.css; a test compares them. */
export const characters = `${inclusive(0x20, 0x7e)}\u00a0§·×–‘’“”…‹›`;

/** Of the name table: copyright, licence and its address, which the SIL Open Font License wants kept. */
const preserveNameIds = [0, 13, 14];

export const fileOf = (family: Family): URL => new URL(`hyperlegible-${family}.woff2`, import.meta.url);

/** @returns WOFF2 with the weights that the styles use, in one variable axis */
export async function cut(family: Family): Promise<Buffer> {
  const path = `@fontsource-variable/atkinson-hyperlegible-${family}/files/atkinson-hyperlegible-${family}-latin-wght-normal.woff2`;
  return subsetFont(await readFile(require.resolve(path)), characters, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    preserveNameIds,
  });
}

if (import.meta.main)
  for (const family of families) {
    const bytes = await cut(family);
    await writeFile(fileOf(family), bytes);
    console.log(`${fileOf(family).pathname.split('/').at(-1) ?? ''}: ${bytes.length} bytes`);
  }
