/** What the decoder knows beside the log: loaded once, made at build by src/decode/know.ts. */
import type { Brief } from '../evidence/schemas.ts';

/** Commands, the condition, and situations as indexes into `situations`. */
export type KnownCase = readonly [commands: readonly string[], when: string, situations: readonly number[]];

/** A text that servers send; servers as indexes into `servers`. */
export type KnownReply = readonly [
  code: number,
  text: string,
  servers: readonly number[],
  cases: readonly KnownCase[],
];

export interface KnownServer {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  /** Name, what it does, situations as indexes. */
  readonly directives: readonly (readonly [name: string, does: string, situations: readonly number[]])[];
}

export interface KnownFinding {
  readonly id: string;
  readonly title: string;
  readonly brief: Brief;
  /** Addresses below the site's base. */
  readonly pages: readonly string[];
}

export interface KnownSituation extends KnownFinding {
  /** The commands it is about; empty: any. */
  readonly commands: readonly string[];
}

export interface Knowledge {
  /** Number, name, and a clause that continues "451 says that …". */
  readonly codes: readonly (readonly [code: number, name: string, says: string])[];
  /** Verb, name, and the codes that may answer it in the documents. */
  readonly verbs: readonly (readonly [verb: string, name: string, codes: readonly number[]])[];
  readonly servers: readonly KnownServer[];
  readonly situations: readonly KnownSituation[];
  readonly findings: readonly KnownFinding[];
  readonly replies: readonly KnownReply[];
}
