/** Titles and descriptions of comparison pages, for tabs, search engines and chat programs. */
import type { CodeRecord } from '../records.ts';

/** "FTP 450 vs 550: file busy or file unavailable". */
export const pairTitle = (low: CodeRecord, high: CodeRecord): string =>
  `FTP ${low.code} vs ${high.code}: ${low.gloss} or ${high.gloss}`;

/**
 * As many whole sentences of the answer as fit into 200 characters (300 after a very short first one), and the
 * first one in any case.
 */
export function pairDescription(answer: string): string {
  const sentences = answer.match(/[^.]+(?:\.(?!\s|$)[^.]*)*\.(?=\s|$)/g) ?? [answer];
  let text = '';
  for (const sentence of sentences) {
    const most = text.length < 80 ? 300 : 200;
    if (text !== '' && text.length + sentence.length > most) break;
    text += sentence;
  }
  return text.trim();
}
