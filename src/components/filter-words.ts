/**
 * What `data-words` of a row must hold so that the filter finds the row by any word of `more`: the filter looks for
 * each word typed as a part of the row's text or of these, so what is part of either need not be there again.
 * @param shown the text of the row
 * @returns words in lower case, parted by spaces; the mark behind a word is left out
 */
export function wordsBeyond(shown: string, more: string): string {
  const text = shown.toLowerCase();
  const words = new Set(more.toLowerCase().split(/[\s.,;:]*(?:\s|$)/));
  const kept: string[] = [];
  for (const word of [...words].toSorted((a, b) => b.length - a.length))
    if (!text.includes(word) && !kept.some((one) => one.includes(word))) kept.push(word);
  return kept.toSorted().join(' ');
}
