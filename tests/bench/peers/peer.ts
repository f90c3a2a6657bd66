/** What a peer of this project is: a program that makes the same pages, with its usual search. */
import type { Page } from '@playwright/test';
import type { Cost } from '../run.ts';
import type { Text } from './texts.ts';

export interface Built {
  /** The finished site. */
  readonly folder: string;
  readonly costs: readonly Cost[];
}

export interface Peer {
  readonly name: string;
  /** Programs with exact versions, as the table names them. */
  readonly versions: string;
  /**
   * Installs what is missing, writes the pages, builds. Only the building itself is counted.
   * Rejects if something cannot be installed or takes longer than `most` seconds.
   * @param folder empty, for this peer alone
   */
  readonly build: (folder: string, texts: readonly Text[], most: number) => Promise<Built>;
  /** Types a query on an open page and waits until results, or the word that there are none, are shown. */
  readonly search: (page: Page, query: string) => Promise<void>;
  /** The address that the first result shown leads to; null if there is none. */
  readonly first: (page: Page) => Promise<string | null>;
}

/** Milliseconds to wait for the first result; "nothing found" may stand there while an index is loaded. */
export const patience = 15_000;

/** A page to search from, and to weigh: one that every peer has. */
export const weighed = '/ftp/451/';

/** A page to ask from, which answers none of the questions. */
export const neutral = '/about/';
