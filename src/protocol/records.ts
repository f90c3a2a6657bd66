/** The records that the protocol's rules work on. The schemas in src/schemas.ts produce them from content/. */
import type { Overrides } from './attributes.ts';

export const codeStatuses = ['standard', 'obsolete', 'de-facto', 'client-side'] as const;
export type CodeStatus = (typeof codeStatuses)[number];

export const commandStatuses = ['standard', 'obsolete', 'de-facto'] as const;
export type CommandStatus = (typeof commandStatuses)[number];

/** What a rule needs to know of a code. Clauses carry no full stop and no number. */
export interface CodeRecord extends Overrides {
  readonly code: number;
  readonly name: string;
  readonly gloss: string;
  readonly status: CodeStatus;
  readonly definedBy: readonly string[];
  /** Continues "451 says that …". */
  readonly says: string;
  readonly when: string;
  readonly action: string;
  /** Continues "Send 451 when …"; absent where no server should send the code. */
  readonly send?: string | undefined;
  readonly never?: string | undefined;
  readonly replacedBy: readonly number[];
  readonly related: readonly number[];
}

/** One step of a command's reply sequence, in the form of the tables in RFC 959 §5.4. */
export interface SequenceStep {
  /** null: replies that can come first; a 1xx: what may follow it; a 3xx: the command to send next. */
  readonly after: number | null;
  readonly then?: readonly number[] | undefined;
  readonly thenCommand?: readonly string[] | undefined;
  /** Of `then`, those that may come and need not, with more to follow (110). */
  readonly optional?: readonly number[] | undefined;
  readonly source: string;
  readonly note?: string | undefined;
}

export interface CommandRecord {
  readonly verb: string;
  readonly name: string;
  readonly status: CommandStatus;
  readonly aliasOf?: string | undefined;
  /** True for what has a place in the sequences and is no command: the connection itself, a FEAT line. */
  readonly pseudo?: boolean | undefined;
  readonly sequence: readonly SequenceStep[];
  /** Replies seen with the command that answer another one: 426 before ABOR's 226. */
  readonly relatedReplies?: readonly number[] | undefined;
}
