/** What each server answers in a situation: the texts that were read and what was recorded, side by side. */
import { outcomeOf, type Outcome } from './outcomes.ts';
import type { ReplyCase, Scenario, ServerRecord, ServerReply } from './records.ts';
import { commandOf, commandsBefore, sayingsOf } from './saying-of.ts';

/** What is needed of a server here. */
export interface Witnessed<Reply extends ServerReply = ServerReply> {
  readonly id: string;
  readonly replies: readonly Reply[];
  readonly records: readonly ServerRecord[];
  /** Its source code was read, so that a text it has would probably have been found. */
  readonly sourceRead: boolean;
}

/** What a piece of evidence shows. */
export type Shows =
  /** The server's answer to the trouble. */
  | 'answer'
  /** The server did what was asked: no trouble there. */
  | 'accepted'
  /** The server lacks a command that was tried beside those the situation is about. */
  | 'lacking'
  /** Nothing came, or nothing after a preliminary reply. */
  | 'silence';

/** One text of a server in a situation: read, or recorded, or both. */
export interface Evidence<Reply> {
  readonly shows: Shows;
  /** null for a recording in which nothing came, or a line that is no text of the server. */
  readonly reply: Reply | null;
  /** The conditions read that belong to the situation. */
  readonly cases: readonly ReplyCase[];
  readonly recorded: readonly Outcome[];
  /** True if it concerns the commands that the situation is about. */
  readonly central: boolean;
}

/** Why no answer is known. */
export type Gap = 'none' | 'not tested' | 'unknown';

export interface Answer<Server extends Witnessed<Reply>, Reply extends ServerReply> {
  readonly server: Server;
  /** What concerns the situation's own commands first, and there what was recorded. */
  readonly evidence: readonly Evidence<Reply>[];
  /** Every code that answers the trouble, the most usual first. */
  readonly codes: readonly number[];
  readonly gap: Gap | null;
  /** True if a recording shows another code than the texts read for the same command. */
  readonly differ: boolean;
}

/** What is needed of a situation here. */
export interface Asked {
  readonly id: string;
  /** The commands it is about, as the cases of replies name them; empty: whatever was sent. */
  readonly commands: readonly string[];
}

function gapOf({ sourceRead, records }: Witnessed): Gap {
  if (sourceRead) return 'none';
  return records.length > 0 ? 'not tested' : 'unknown';
}

const byCount = (codes: readonly number[]): readonly number[] =>
  [...Map.groupBy(codes, (code) => code)].toSorted((a, b) => b[1].length - a[1].length).map(([code]) => code);

const concerns = ({ commands }: Asked, used: readonly string[]): boolean =>
  commands.length === 0 || used.some((command) => command === '*' || commands.includes(command));

function showsOf(
  asked: Asked,
  reply: ServerReply | null,
  cases: readonly ReplyCase[],
  outcomes: readonly Outcome[],
): Shows {
  if (outcomes.length > 0 && outcomes.every(({ code }) => code === null)) return 'silence';
  if (cases.length > 0) return 'answer';
  if (outcomes.every(({ code }) => code !== null && code < 400)) return 'accepted';
  const unknown = reply?.cases.some(({ situations }) => situations.includes('not-implemented'));
  const own =
    asked.commands.length === 0 ||
    outcomes.some(({ command }) => asked.commands.includes(commandOf(command)));
  return unknown && !own && asked.id !== 'not-implemented' ? 'lacking' : 'answer';
}

/** Recordings that say the same; of those in which nothing came, each scenario by itself. */
function groupsOf<Reply extends ServerReply>(server: Witnessed<Reply>, recorded: readonly Outcome[]) {
  const found = recorded.map((outcome) => ({
    outcome,
    reply: outcome.reply
      ? (sayingsOf(server.replies, outcome.reply, commandsBefore(outcome.record.sent, outcome.reply.to))[0] ??
        null)
      : null,
  }));
  return [
    ...Map.groupBy(
      found,
      ({ outcome, reply }) =>
        `${outcome.code ?? `nothing ${outcome.record.scenario}`} ${reply ? server.replies.indexOf(reply) : (outcome.reply?.lines.join() ?? '')}`,
    ).values(),
  ].map((same) => ({ reply: same[0]?.reply ?? null, outcomes: same.map(({ outcome }) => outcome) }));
}

/**
 * @param scenarios by id; a record of a scenario that is not among them counts for nothing (a content rule forbids it)
 */
export function answerOf<Server extends Witnessed<Reply>, Reply extends ServerReply>(
  asked: Asked,
  server: Server,
  scenarios: ReadonlyMap<string, Scenario>,
): Answer<Server, Reply> {
  const read = server.replies
    .filter(({ unsent }) => !unsent)
    .map((reply) => ({
      reply,
      cases: reply.cases.filter(({ situations }) => situations.includes(asked.id)),
    }))
    .filter(({ cases }) => cases.length > 0);
  const recorded = server.records.flatMap((record) => {
    const scenario = scenarios.get(record.scenario);
    return scenario?.situation === asked.id && !scenario.except?.includes(server.id)
      ? [outcomeOf(record, scenario)]
      : [];
  });
  const groups = groupsOf(server, recorded);
  const casesOf = new Map(read.map(({ reply, cases }) => [reply, cases]));
  const seen = new Set(groups.map(({ reply }) => reply));
  const evidence = [
    ...groups.map(({ reply, outcomes }) => {
      const cases = (reply && casesOf.get(reply)) ?? [];
      const commands = outcomes.map(({ command }) => commandOf(command));
      return {
        shows: showsOf(asked, reply, cases, outcomes),
        reply,
        cases,
        recorded: outcomes,
        central: concerns(asked, commands),
      };
    }),
    ...read
      .filter(({ reply }) => !seen.has(reply))
      .map(({ reply, cases }) => ({
        shows: 'answer' as const,
        reply,
        cases,
        recorded: [],
        central: concerns(
          asked,
          cases.flatMap(({ commands }) => commands),
        ),
      })),
  ].toSorted((a, b) => Number(b.central) - Number(a.central));
  const answering = evidence.filter(({ shows }) => shows === 'answer');
  // What concerns the situation's own commands decides; the rest only where there is nothing else.
  const deciding = answering.some(({ central }) => central)
    ? answering.filter(({ central }) => central)
    : answering;
  const codes = byCount(
    deciding.flatMap(({ reply, cases, recorded: outcomes }) => [
      ...outcomes.flatMap(({ code }) => code ?? []),
      ...cases.flatMap(() => reply?.code ?? []),
    ]),
  );
  const readFor = (command: string) =>
    read.flatMap(({ reply, cases }) =>
      cases
        .filter(({ commands, seen: kind }) => kind !== 'wire' && commands.includes(command))
        .map(() => reply.code),
    );
  const differ = answering
    .flatMap(({ recorded: outcomes }) => outcomes)
    .some(({ code, command }) => {
      const expected = readFor(commandOf(command));
      return code !== null && expected.length > 0 && !expected.includes(code);
    });
  return { server, evidence, codes, gap: evidence.length === 0 ? gapOf(server) : null, differ };
}
