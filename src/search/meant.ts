/** What an address that leads nowhere asks for, in words. */

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray per cent sign
  }
}

/**
 * "/ftp/disk_full.html" → "disk full"; empty if the address asks for nothing.
 * @param path without the base
 */
export const meantBy = (path: string): string =>
  decoded(path)
    .replaceAll(/[/_.+-]|html?|php/g, ' ')
    .replaceAll(/\b(ftp|codes?|commands?|compare|vs)\b/gi, ' ')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .slice(0, 200);
