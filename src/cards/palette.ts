/** The site's light colours, read from its style sheet so that a card cannot wear others. */

export type Palette = (token: string) => string;

/**
 * Reads `--name: light-dark(#light, #dark)` and `--name: #colour` from a style sheet.
 * @returns the light colour of a token named without its dashes; throws if the sheet has no such colour
 */
export function lightPalette(css: string): Palette {
  const colours = new Map(
    [...css.matchAll(/--([\w-]+):\s*(?:light-dark\(\s*)?(#[\da-f]{3,8})\b/gi)].map(
      ([, name = '', colour = '']) => [name, colour] as const,
    ),
  );
  return (token) => {
    const colour = colours.get(token);
    if (!colour)
      throw new Error(`tokens.css has no colour --${token}; it has ${[...colours.keys()].join(', ')}`);
    return colour;
  };
}
