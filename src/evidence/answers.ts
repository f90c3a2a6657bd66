/** What each server answers in a situation: the texts that were read and what was recorded, side by side. */
import { outcomeOf, type Outcome } from './outcomes.ts';
import type { ReceivedReply, ReplyCase, Scenario, ServerRecord, ServerReply } from './records.ts';
import { codeOf, fits, fixedLength, matcher } from './wording.ts';

/** What is needed of a server here. */
export interface Witnessed<Reply extends ServerReply = ServerReply> {
  readonly id: string;
  readonly replies: readonly Reply[];
  readonly records: readonly ServerRecord[];
  /** Its source code was read, so that a text it has would probably have been found. */
  readonly sourceRead: boolean;
}

/** One text of a server in a situation: read, or recorded, or both. */
export interface Evidence<Reply> {
  /** null for a recording in which nothing came. */
  readonly reply: Reply | null;
  /** The conditions read that belong to the situation. */
  readonly cases: readonly ReplyCase[];
  readonly recorded: readonly Outcome[];
}

/** Why no answer is known. */
export type Gap = 'none' | 'not tested' | 'unknown';

export interface Answer<Server extends Witnessed<Reply>, Reply extends ServerReply> {
  readonly server: Server;
  /** What was recorded first, then what was only read. */
  readonly evidence: readonly Evidence<Reply>[];
  /** Every code in it, the most usual first. */
  readonly codes: readonly number[];
  readonly gap: Gap | null;
  /** True if no code recorded stands among those read: another version, or another configuration. */
  readonly differ: boolean;
}

function gapOf({ sourceRead, records }: Witnessed): Gap {
  if (sourceRead) return 'none';
  return records.length > 0 ? 'not tested' : 'unknown';
}

/** The text of the server that a received reply is an instance of; the one with most fixed words, if several fit. */
export function sayingOf<Reply extends ServerReply>(
  replies: readonly Reply[],
  received: ReceivedReply,
): Reply | null {
  const code = codeOf(received.lines);
  const fitting = replies.filter((reply) => reply.code === code && fits(matcher(reply), received));
  return fitting.toSorted((a, b) => fixedLength(b) - fixedLength(a))[0] ?? null;
}

const byCount = (codes: readonly number[]): readonly number[] =>
  [...Map.groupBy(codes, (code) => code)].toSorted((a, b) => b[1].length - a[1].length).map(([code]) => code);

/**
 * @param situation an id; scenarios and cases name it
 * @param scenarios by id; a record of a scenario that is not among them counts for nothing (a content rule forbids it)
 */
export function answerOf<Server extends Witnessed<Reply>, Reply extends ServerReply>(
  situation: string,
  server: Server,
  scenarios: ReadonlyMap<string, Scenario>,
): Answer<Server, Reply> {
  const read = server.replies
    .filter(({ unsent }) => !unsent)
    .map((reply) => ({
      reply,
      cases: reply.cases.filter(({ situations }) => situations.includes(situation)),
    }))
    .filter(({ cases }) => cases.length > 0);
  const recorded = server.records.flatMap((record) => {
    const scenario = scenarios.get(record.scenario);
    return scenario?.situation === situation && !scenario.except?.includes(server.id)
      ? [outcomeOf(record, scenario)]
      : [];
  });
  const saying = Map.groupBy(recorded, ({ reply }) => (reply ? sayingOf(server.replies, reply) : null));
  const casesOf = new Map(read.map(({ reply, cases }) => [reply, cases]));
  const evidence = [
    ...[...saying].map(([reply, outcomes]) => ({
      reply,
      cases: (reply && casesOf.get(reply)) ?? [],
      recorded: outcomes,
    })),
    ...read.filter(({ reply }) => !saying.has(reply)).map((one) => ({ ...one, recorded: [] })),
  ];
  const readCodes = read
    .filter(({ cases }) => cases.some(({ seen }) => seen !== 'wire'))
    .flatMap(({ reply, cases }) => cases.map(() => reply.code));
  const recordedCodes = recorded.flatMap(({ code }) => code ?? []);
  const codes = byCount([
    ...recordedCodes,
    ...read.flatMap(({ reply, cases }) => cases.map(() => reply.code)),
  ]);
  return {
    server,
    evidence,
    codes,
    gap: evidence.length === 0 ? gapOf(server) : null,
    differ:
      readCodes.length > 0 &&
      recordedCodes.length > 0 &&
      !recordedCodes.some((code) => readCodes.includes(code)),
  };
}
