/** Which reply of a recording answers the situation that the scenario provokes. */
import type { ReceivedReply, Scenario, ServerRecord } from './records.ts';
import { codeOf } from './wording.ts';

export interface Outcome {
  readonly record: ServerRecord;
  /** The command whose answer tells; null for what came unasked. */
  readonly command: string | null;
  /** null if nothing came. */
  readonly reply: ReceivedReply | null;
  /** The code that ends the matter; null if nothing came, or nothing after a preliminary reply. */
  readonly code: number | null;
}

const negative = (reply: ReceivedReply): boolean => (codeOf(reply.lines) ?? 0) >= 400;

/**
 * The first refusal up to the deciding command, or else the last reply to that command: servers refuse the same
 * thing at different steps (an unknown user at USER or at PASS). Where the end of the session decides, its last
 * refusal; a session that ends without one ends without a word.
 */
export function outcomeOf(record: ServerRecord, scenario: Scenario): Outcome {
  const last = record.sent.length - 1;
  const decides = scenario.decides ?? last;
  const answered = record.replies.filter(({ lines }) => lines.length > 0);
  const reply =
    decides === 'end'
      ? answered.findLast(negative)
      : (answered.find((one) => one.to <= decides && negative(one)) ??
        answered.findLast(({ to }) => to === decides));
  const to = reply ? reply.to : decides === 'end' ? -1 : decides;
  const code = reply ? codeOf(reply.lines) : null;
  return {
    record,
    command: record.sent[to] ?? null,
    reply: reply ?? null,
    code: code !== null && code < 200 ? null : code,
  };
}
