/** What servers and clients are known to do, as the rules of this folder work on it. src/evidence/schemas.ts makes
 * these records from content/; nothing here knows of Astro or of the page. */

/** Where a text was seen. */
export const evidenceKinds = {
  source: 'read in the source code',
  documents: "in the vendor's documents",
  session: 'in a session log that somebody published',
  probe: 'in the rules by which scanners and clients recognise the product',
  listing: "in a published listing of the program's texts",
  wire: 'recorded on the wire',
} as const;
export type EvidenceKind = keyof typeof evidenceKinds;
export const evidenceKindIds = Object.keys(evidenceKinds) as [EvidenceKind, ...EvidenceKind[]]; // keys of a literal

/** What stands in a placeholder. */
export const placeholderTypes = [
  'path',
  'name',
  'address',
  'number',
  'time',
  'version',
  'command',
  'word',
  'reason',
  'text',
] as const;
export type PlaceholderType = (typeof placeholderTypes)[number];

/** One condition under which a server sends a text. */
export interface ReplyCase {
  /** Verbs; `SITE CHMOD`; `connect`; `*` for any command; `HTTP` for an HTTP request on the FTP port. */
  readonly commands: readonly string[];
  readonly when: string;
  /** File and line, address, or the scenario that was recorded. */
  readonly at: string;
  /** Absent: as the server's texts in general. */
  readonly seen?: EvidenceKind | undefined;
  readonly module?: string | undefined;
  readonly versions?: string | undefined;
  /** Ids of situations, the best fitting first. */
  readonly situations: readonly string[];
}

/** A text that a server sends with a code. */
export interface ServerReply {
  readonly code: number;
  /** Without the code; lines of a reply of several lines are parted by \n; `{path}` stands for what varies. */
  readonly text: string;
  readonly placeholders: Readonly<Record<string, PlaceholderType>>;
  /** True for a text that stands in the program and that no command sends. */
  readonly unsent?: boolean | undefined;
  /** Whose text it is, where the record gathers several products. */
  readonly product?: string | undefined;
  readonly cases: readonly ReplyCase[];
}

/** One reply as received. */
export interface ReceivedReply {
  /** Index into `sent`; -1 for the greeting and for what came unasked. */
  readonly to: number;
  /** Without line ends; empty if nothing came. */
  readonly lines: readonly string[];
}

/** What one server did in one scenario. */
export interface ServerRecord {
  readonly scenario: string;
  readonly profile: string;
  readonly sent: readonly string[];
  readonly replies: readonly ReceivedReply[];
  /** The server closed the control connection. */
  readonly closed: boolean;
}

/** What the lab's client does, and which situation that provokes. */
export interface Scenario {
  readonly about: string;
  readonly situation?: string | undefined;
  /** Index of the command whose reply answers the situation, or the last refusal of the session; absent: the last command. */
  readonly decides?: number | 'end' | undefined;
  /** Servers on which the scenario does not bring the situation about: they do not know the user, or admit it. */
  readonly except?: readonly string[] | undefined;
}

/** The headings under which situations are listed, in order. */
export const situationGroups = [
  'Logging in',
  'Connections',
  'Data connection',
  'Transfers',
  'Files and directories',
  'Space and limits',
  'TLS',
  'Commands',
] as const;

export const clientKinds = ['program', 'library'] as const;

/** What of a client was read: only what is open can be read in source. */
export const clientReadKinds = ['source', 'documents'] as const;

/** What a client was asked to do when it was recorded. */
export const operations = ['get', 'put', 'list'] as const;
