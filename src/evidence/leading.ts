/** Which texts of a code its page shows: all or, of many, the leading ones. */
import type { ServerReply } from './records.ts';
import type { Said, SaidGroup } from './saying.ts';

/** A list of up to so many texts stands whole. */
export const wholeList = 24;
/** Of a longer one so many stand on the code's page: what a page of 12 KB has room for. */
export const mostLeading = 5;
/** Of more than so many, in more than so many situations, a handful tells nothing: the situations stand alone. */
const mostLed = { texts: 110, situations: 12 };

export interface LedGroup<Reply extends ServerReply> extends SaidGroup<Reply> {
  /** What the page shows of `said`, in its order. */
  readonly leading: readonly Said<Reply>[];
}

/** The first of every queue, then the second of every one, and so on until so many are given. */
function inTurn<One>(queues: readonly (readonly One[])[], most: number): ReadonlySet<One> {
  const turns = Math.max(0, ...queues.map(({ length }) => length));
  return new Set(
    Array.from({ length: turns }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? []))
      .flat()
      .slice(0, most),
  );
}

/** The groups take turns: each gives its first text of a sender that no other has given yet, or else the first it has left. */
function varied<Reply extends ServerReply>(
  groups: readonly (readonly Said<Reply>[])[],
  sender: (reply: Reply) => unknown,
): ReadonlySet<Said<Reply>> {
  const given = new Set<Said<Reply>>();
  const heard = new Set<unknown>();
  for (let turn = 0; turn < mostLeading; turn++)
    for (const said of groups) {
      const left = said.filter((one) => !given.has(one));
      const next = left.find(({ reply }) => !heard.has(sender(reply))) ?? left[0];
      if (!next || given.size === mostLeading) continue;
      given.add(next);
      heard.add(sender(next.reply));
    }
  return given;
}

/**
 * Of a list of up to `wholeList` texts all lead, of a longer one `mostLeading`: what servers answer differs, so as many
 * of them as possible are heard, in as many situations. Of one above `mostLed` none does.
 * @param groups as `bySituation` gives them, the senders in each from the best known on
 */
export function leading<Reply extends ServerReply>(
  groups: readonly SaidGroup<Reply>[],
  sender: (reply: Reply) => unknown,
): readonly LedGroup<Reply>[] {
  const { length } = groups.flatMap(({ said }) => said);
  if (length <= wholeList) return groups.map((group) => ({ ...group, leading: group.said }));
  if (length > mostLed.texts && groups.length > mostLed.situations)
    return groups.map((group) => ({ ...group, leading: [] }));
  const given = varied(
    groups.map(({ said }) => said),
    sender,
  );
  return groups.map((group) => ({ ...group, leading: group.said.filter((one) => given.has(one)) }));
}

/** A situation's table with up to so many texts stands whole. */
export const wholeTable = 110;
/** Of a longer one so many texts of each server do; the rest stands on the server's page. */
export const mostOfServer = 4;

/**
 * Of a longer table each server has the first text of each of its codes, then the second, until so many are given.
 * @param texts those of each server that answer a situation; what concerns it most comes first
 */
export function leadingOfServers<Text>(
  texts: readonly (readonly Text[])[],
  codeOf: (text: Text) => number | null,
): readonly ReadonlySet<Text>[] {
  const whole = texts.flat().length <= wholeTable;
  return texts.map((own) =>
    whole ? new Set(own) : inTurn([...Map.groupBy(own, codeOf).values()], mostOfServer),
  );
}
