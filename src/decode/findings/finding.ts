/** What a rule that looks for one cause gets, and what it gives. */
import type { Failure } from '../failure.ts';
import type { Recollection, RecognisedServer } from '../recall.ts';
import type { Session } from '../session.ts';
import type { Turn } from '../turn.ts';

export interface Case {
  readonly session: Session;
  /** The refusal that failed the session; null where no reply failed it. */
  readonly failure: Failure | null;
  readonly harmless: readonly Failure[];
  readonly recollection: Recollection;
  readonly server: RecognisedServer | null;
}

export const certainties = {
  certain: 'The log shows it.',
  likely: 'The log fits it; other causes are less likely.',
  possible: 'The log does not settle it.',
} as const;
export type Certainty = keyof typeof certainties;

export interface Match {
  /** Id of a situation or of content/findings. */
  readonly id: string;
  readonly sure: Certainty;
  /** Where the cause stands, if that is another turn than the failing one. */
  readonly cause?: Turn | undefined;
  /** Other turns that the finding rests on. */
  readonly support?: readonly Turn[];
  /** What this log shows, in one sentence with its values; continues the finding's title. */
  readonly shows?: string | undefined;
}

/** Looks for one kind of cause; the first rule that matches gives the finding. */
export type Rule = (given: Case) => Match | null;
