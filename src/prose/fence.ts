/** The exchanges on the wire that stand in a body, as ```ftp fences. */

export interface Fence {
  /** What stands after the language. */
  readonly meta: string;
  readonly source: string;
  /** 0-based line of the body on which the source starts. */
  readonly line: number;
}

/** The `ftp` fences of a body, in order; an unclosed one reaches to the end. */
export function fencesIn(body: string): readonly Fence[] {
  const fences: Fence[] = [];
  const lines = body.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const [, language, meta = ''] = /^```(\S*)\s*(.*)$/.exec(lines[index] ?? '') ?? [];
    if (language === undefined) continue;
    const end = lines.indexOf('```', index + 1);
    const stop = end < 0 ? lines.length : end;
    if (language === 'ftp')
      fences.push({ meta, source: lines.slice(index + 1, stop).join('\n'), line: index + 1 });
    index = stop;
  }
  return fences;
}

/** The note of a fence that shows what servers do in spite of the standard: `practice="…"`; null without one. */
export function practiceOf(meta: string): string | null {
  return /(?:^|\s)practice="([^"]+)"/.exec(meta)?.[1] ?? null;
}
