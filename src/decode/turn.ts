/** Turns of a session: one command, one reply with all its lines, or a line that is neither. */

interface Placed {
  /** 1-based line of the paste on which the turn starts. */
  readonly line: number;
  /** As the log shows it, without what programs print in front. */
  readonly text: string;
}

export interface CommandTurn extends Placed {
  readonly kind: 'command';
  /** In capitals. */
  readonly verb: string;
  readonly argument: string;
}

export interface ReplyTurn extends Placed {
  readonly kind: 'reply';
  readonly code: number;
  /** Each with its code, as received. */
  readonly lines: readonly string[];
}

export interface NoteTurn extends Placed {
  readonly kind: 'note';
  /** The log marks it as an error. */
  readonly error: boolean;
}

/** What a server says behind the code; ncftp shows a colon where the hyphen or blank stands. */
export const withoutCode = (line: string): string => line.replace(/^\d{3}(?:: |[ -]|$)/, '');

export type Turn = CommandTurn | ReplyTurn | NoteTurn;

/** What is read and counts for nothing: a list of codes, another protocol. */
export const asNote = ({ line, text }: Turn): NoteTurn => ({ kind: 'note', line, text, error: false });
