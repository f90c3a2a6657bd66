/** From turns to what went wrong: the failing reply, its cause, and the finding. */
import { outcomeOf } from './failure.ts';
import { dataConnection } from './findings/data-connection.ts';
import type { Case, Certainty, Match, Rule } from './findings/finding.ts';
import { byKnownText, isBroad } from './findings/known-text.ts';
import {
  neverConnected,
  outcome,
  programSays,
  secureSays,
  wentWell,
  wordsInNotes,
} from './findings/program.ts';
import { stray } from './findings/stray.ts';
import { byCode, byCommand, byFirmWords, byWords } from './findings/wording.ts';
import { login } from './findings/login.ts';
import { transfer } from './findings/transfer.ts';
import type { Recollection, RecognisedServer } from './recall.ts';
import { sessionOf, type Session } from './session.ts';
import type { ReplyTurn, Turn } from './turn.ts';

export interface Diagnosis {
  /** Id of a situation or of content/findings. */
  readonly id: string;
  readonly sure: Certainty;
  /** The reply that failed the session; null where none did. */
  readonly failure: ReplyTurn | null;
  /** The turn that holds the cause, where that is another one. */
  readonly cause: Turn | null;
  readonly support: readonly Turn[];
  readonly shows: string | null;
  readonly server: RecognisedServer | null;
  /** Refusals that did not matter. */
  readonly harmless: readonly ReplyTurn[];
  readonly session: Session;
}

/** A text known word for word says more than its words at large, unless it stands for many faults. */
const known: Rule = (given) => {
  const exact = byKnownText(given);
  if (exact && !isBroad(exact.id)) return exact;
  const words = byWords(given);
  return words ?? exact;
};

const rulesForReply: readonly Rule[] = [
  stray,
  byFirmWords,
  ...transfer,
  ...dataConnection,
  ...login,
  byCommand,
  known,
  byCode,
];
const rulesWithout: readonly Rule[] = [
  stray,
  secureSays,
  neverConnected,
  wordsInNotes,
  wentWell,
  ...dataConnection,
  programSays,
  outcome,
];

const first = (rules: readonly Rule[], given: Case): Match | null => {
  for (const rule of rules) {
    const match = rule(given);
    if (match) return match;
  }
  return null;
};

/** @param turns in the order of time */
export function diagnose(turns: readonly Turn[], recollection: Recollection): Diagnosis {
  const session = sessionOf(turns);
  const { failure, harmless } = outcomeOf(session);
  const replies = turns.filter((turn) => turn.kind === 'reply');
  const server = recollection.serverOf(replies);
  const given: Case = { session, failure, harmless, recollection, server };
  const match = first(failure ? rulesForReply : rulesWithout, given) ?? {
    id: 'none',
    sure: 'possible' as const,
  };
  const strayed =
    match.id === 'stray-replies' ? match.support?.find((turn) => turn.kind === 'reply') : undefined;
  const failing = strayed ?? failure?.reply ?? null;
  return {
    id: match.id === 'none' && turns.every(({ kind }) => kind === 'note') ? 'no-replies' : match.id,
    sure: match.sure,
    failure: failing,
    cause: match.cause && match.cause !== failing ? match.cause : null,
    support: match.support ?? [],
    shows: match.shows ?? null,
    server,
    harmless: harmless.map(({ reply }) => reply),
    session,
  };
}
