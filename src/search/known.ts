/** What the browser loads with the first search: the texts that servers and clients print, and every page's names.
 * Arrays in place of objects where there are thousands: it travels. */

/** Code, text, ids of situations (indexes into `situations`), servers (indexes into `servers`). */
export type KnownText = readonly [
  code: number,
  text: string,
  situations: readonly number[],
  servers: readonly number[],
];

export interface KnownPage {
  readonly kind: 'code' | 'comparison' | 'situation' | 'command' | 'server' | 'client' | 'class' | 'group';
  /** "550", "450-vs-550", "file-missing", "RETR", "vsftpd", "curl", "4xx", "x5z". */
  readonly id: string;
  readonly title: string;
  readonly keywords: string;
  readonly summary: string;
  /** 1 for what people meet; less for what is rare. */
  readonly weight: number;
}

/** A name or message of a client: what it prints, the codes behind it, the client. */
export type KnownName = readonly [text: string, codes: readonly number[], client: string];

export interface Known {
  readonly servers: readonly (readonly [id: string, name: string])[];
  readonly situations: readonly (readonly [id: string, title: string])[];
  readonly texts: readonly KnownText[];
  /** Constants and exceptions: looked for as a word of their own. */
  readonly names: readonly KnownName[];
  /** Lines that clients print, with {placeholders}. */
  readonly messages: readonly KnownName[];
  readonly pages: readonly KnownPage[];
}
