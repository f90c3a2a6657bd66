/** The note of a fence that shows what servers do in spite of the standard: `practice="…"`; null without one. */
export function practiceOf(meta: string): string | null {
  return /(?:^|\s)practice="([^"]+)"/.exec(meta)?.[1] ?? null;
}
