/** How one code is said: its texts under the headings of a code page, and the conditions of a text in words. */
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

/** The heading of a code page above the texts that belong to no situation. */
export const withoutSituation = (code: number): string =>
  code < 400 ? 'In the normal course' : 'In no situation described here';

/** A line that says when a text is sent. */
export interface Condition {
  /** What stands out: "RETR, SIZE". */
  readonly commands: string;
  /** ": the file is missing; mod_copy", or what follows a command with which the words begin: " of a directory". */
  readonly words: string;
  /** Where it was read: "postlogin.c:435". */
  readonly at: string;
}

const spoken: Readonly<Record<string, string>> = {
  '*': 'any command',
  connect: 'connecting',
  HTTP: 'an HTTP request',
};
const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** "MDTM of a directory" needs no "MDTM:" in front. */
function wordsOf(when: string, commands: readonly string[]): Pick<Condition, 'commands' | 'words'> {
  const named = (command: string) => new RegExp(`(?<![\\w*])${RegExp.escape(command)}(?![\\w*])`).exec(when);
  const first = commands
    .filter((command) => named(command)?.index === 0)
    .toSorted((a, b) => b.length - a.length)[0];
  return first !== undefined && commands.every(named)
    ? { commands: first, words: when.slice(first.length) }
    : { commands: commands.map((command) => spoken[command] ?? command).join(', '), words: `: ${when}` };
}

/** The conditions as lines. What is the same for several commands is one line; lines from one place stand together. */
export function conditionsOf(cases: readonly ReplyCase[]): readonly Condition[] {
  const lines = [
    ...Map.groupBy(cases, ({ when, versions, module }) => JSON.stringify([when, versions, module])).values(),
  ].map((same) => {
    const [{ when, versions, module } = { when: '' }] = same;
    const { commands, words } = wordsOf(when, unique(same.flatMap((one) => one.commands)));
    return {
      commands,
      words: [words, versions, module].filter(Boolean).join('; '),
      at: unique(same.map(({ at }) => at)).join(', '),
    };
  });
  return [...Map.groupBy(lines, ({ at }) => at).values()].flat();
}
