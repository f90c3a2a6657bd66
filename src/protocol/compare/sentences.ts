/** Parts prose into sentences, each with the space in front of it. A full stop inside a name or a number ends none. */
export const sentencesIn = (prose: string): readonly string[] =>
  prose.match(/[^.]+(?:\.(?!\s|$)[^.]*)*\.(?=\s|$)/g) ?? [prose];
