/** What servers answer a command with, beside what the documents list. */
import type { SequenceStep } from '../protocol/records.ts';
import type { ServerReply } from './records.ts';

/** Every code in the sequences of a command; 421 may answer any command (RFC 959 §4.2.2). */
export const listedIn = (sequence: readonly SequenceStep[]): ReadonlySet<number> =>
  new Set([
    421,
    ...sequence.flatMap(({ then, after, optional }) => [
      ...(then ?? []),
      ...(optional ?? []),
      ...(after === null ? [] : [after]),
    ]),
  ]);

export interface Beyond<Server, Reply> {
  readonly code: number;
  /** As the conditions of replies spell it: "RETR", "connect". */
  readonly command: string;
  readonly byServer: readonly (readonly [Server, readonly Reply[]])[];
}

/**
 * The codes with which servers answer a command and which its sequences do not list; the most usual first.
 * @param verb "RETR", "(connect)"
 */
export function beyondList<Reply extends ServerReply, Server extends { readonly replies: readonly Reply[] }>(
  verb: string,
  sequence: readonly SequenceStep[],
  servers: readonly Server[],
): readonly Beyond<Server, Reply>[] {
  const name = verb.replace(/^\((\w+)\)$/, '$1');
  const listed = listedIn(sequence);
  const found = servers.flatMap((server) =>
    server.replies
      .filter(
        ({ code, cases, unsent }) =>
          !unsent && !listed.has(code) && cases.some(({ commands }) => commands.includes(name)),
      )
      .map((reply) => ({ server, reply })),
  );
  return [...Map.groupBy(found, ({ reply }) => reply.code)]
    .map(([code, rows]) => ({
      code,
      command: name,
      byServer: [...Map.groupBy(rows, ({ server }) => server)].map(
        ([server, own]) => [server, own.map(({ reply }) => reply)] as const,
      ),
    }))
    .toSorted((a, b) => b.byServer.length - a.byServer.length || a.code - b.code);
}
