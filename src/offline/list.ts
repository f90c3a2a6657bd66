/** The list of one version of the site, as the worker carries it. Addresses are without the base: "ftp/451/". */

/** The hash is the SHA-256 of the content in base64. */
export type KeptFile = readonly [address: string, hash: string, bytes: number];

export interface OfflineList {
  /** The same for the same files. */
  readonly version: string;
  readonly kept: readonly KeptFile[];
  /** Pages that are kept once the reader has been there, with the first characters of their hash. */
  readonly visited: Readonly<Record<string, string>>;
  /** Of all of these pages. */
  readonly visitedBytes: number;
}

/** What /offline.json holds; bytes are those of the content, as browsers store it. */
export interface Summary {
  readonly version: string;
  readonly files: number;
  readonly bytes: number;
  /** Pages that are kept once the reader has been there. */
  readonly others: { readonly pages: number; readonly bytes: number };
}

/** 60 bits tell a page from its other versions, and 4,400 of them must not make the list long. */
export const pageHash = (hash: string): string => hash.slice(0, 10);

export const summaryOf = ({ version, kept, visited, visitedBytes }: OfflineList): Summary => ({
  version,
  files: kept.length,
  bytes: kept.reduce((sum, [, , bytes]) => sum + bytes, 0),
  others: { pages: Object.keys(visited).length, bytes: visitedBytes },
});
