/** What the worker and the pages call the same: its stores, its channel, what it tells and what it is told. */

/** Why nothing was kept. */
export type Failure =
  /** The browser has no room left for the site. */
  | 'storage'
  /** The network went away. */
  | 'network'
  /** A file came with another content than the list says: the site was being updated, or something alters pages. */
  | 'changed';

/** Sent to all pages of the site while a version is fetched. */
export type Told =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Sent to a worker that waits: the reader wants its version now. */
export const takeOver = 'take-over';

/**
 * Two sites under different paths of one origin share its storage, hence the base in every name.
 * @param base the site's base path with a slash at its end
 */
export const namesFor = (base: string) =>
  ({
    channel: `ftp-codes offline ${base}`,
    kept: `ftp-codes kept ${base}`,
    visited: `ftp-codes visited ${base}`,
    strangers: `ftp-codes strangers ${base}`,
  }) as const;
