/** How one code is said: its texts under the headings of a code page. */
import type { ReplyCase, ServerReply } from './records.ts';

export interface Said<Reply extends ServerReply> {
  readonly reply: Reply;
  readonly cases: readonly ReplyCase[];
}

export interface SaidGroup<Reply extends ServerReply> {
  /** A situation, or null for texts that belong to none. */
  readonly situation: string | null;
  readonly said: readonly Said<Reply>[];
}

/**
 * The texts grouped by the situation that fits each condition best; a text with conditions of two kinds stands in two
 * groups. Largest group first, what belongs to no situation last.
 */
export function bySituation<Reply extends ServerReply>(
  replies: readonly Reply[],
): readonly SaidGroup<Reply>[] {
  const rows = replies.flatMap((reply) =>
    [...Map.groupBy(reply.cases, ({ situations }) => situations[0] ?? null)].map(([situation, cases]) => ({
      situation,
      reply,
      cases,
    })),
  );
  return [...Map.groupBy(rows, ({ situation }) => situation)]
    .map(([situation, found]) => ({
      situation,
      said: found.map(({ reply, cases }) => ({ reply, cases })),
    }))
    .toSorted(
      (a, b) => Number(a.situation === null) - Number(b.situation === null) || b.said.length - a.said.length,
    );
}
