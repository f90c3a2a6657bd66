/**
 * The shortest text that still fails: takes out ever smaller parts, first lines, then characters, as long as it fails.
 * @param fails is asked with a candidate
 * @param until gives up at this time (performance.now)
 */
export function shrink(text: string, fails: (candidate: string) => boolean, until: number): string {
  let shortest = text;
  for (const [pattern, join] of [
    [/(?<=\n)/, ''],
    [/(?:)/u, ''],
  ] as const) {
    let parts = shortest.split(pattern);
    for (let size = Math.ceil(parts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < parts.length && performance.now() < until;) {
        const rest = [...parts.slice(0, at), ...parts.slice(at + size)];
        const candidate = rest.join(join);
        if (rest.length < parts.length && fails(candidate)) {
          parts = rest;
          shortest = candidate;
        } else at += size;
      }
    }
  }
  return shortest;
}
