/** Titles of comparison pages, for tabs, search engines and chat programs. */
import type { CodeRecord } from '../records.ts';

/** "FTP 450 vs 550: file busy or file unavailable". */
export const pairTitle = (low: CodeRecord, high: CodeRecord): string =>
  `FTP ${low.code} vs ${high.code}: ${low.gloss} or ${high.gloss}`;
