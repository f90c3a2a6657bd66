/** Recalls which servers send a reply's very words, and what they mean by them. */
import { pieces } from '../evidence/wording.ts';
import type { Knowledge, KnownReply, KnownServer } from './knowledge.ts';
import { withoutCode, type ReplyTurn } from './turn.ts';

/** Without codes and the end mark that programs drop; in small letters. */
const plain = (text: string): string =>
  text
    .trim()
    .replace(/[.!]+$/, '')
    .toLowerCase();

const textOf = ({ lines }: Pick<ReplyTurn, 'lines'>): string => lines.map(withoutCode).join('\n');

const fixed = (text: string): number => text.replace(/\{\w+\}/g, '').replace(/\W/g, '').length;

/** A template of which nearly all varies could have made any text. */
const leastFixed = 6;
const longestReply = 2000;

interface Row {
  readonly known: KnownReply;
  readonly fixed: number;
  readonly expression: RegExp | null;
  readonly plain: string;
}

export interface RecognisedServer {
  readonly server: KnownServer;
  readonly index: number;
  /** As its greeting tells it. */
  readonly version: string | null;
}

/** So many labels and brackets stand in front of what a program passes on. */
const mostTails = 12;

/** So many different replies are looked at to tell the server. */
const mostReplies = 40;

export class Recollection {
  readonly knowledge: Knowledge;
  readonly #rows: ReadonlyMap<number, readonly Row[]>;
  readonly #recalled = new Map<string, readonly KnownReply[]>();

  constructor(knowledge: Knowledge) {
    this.knowledge = knowledge;
    this.#rows = Map.groupBy(
      knowledge.replies.map((known): Row => {
        const [, text] = known;
        const template = plain(text);
        return {
          known,
          fixed: fixed(text),
          plain: template,
          expression: text.includes('{')
            ? new RegExp(
                `^${pieces(template)
                  .map((piece) => ('fixed' in piece ? RegExp.escape(piece.fixed) : '.{0,200}?'))
                  .join('')}$`,
                's',
              )
            : null,
        };
      }),
      ({ known: [code] }) => code,
    );
  }

  /** Rows whose text made the reply, the most telling first. */
  recall({ code, lines }: Pick<ReplyTurn, 'code' | 'lines'>): readonly KnownReply[] {
    const text = textOf({ lines });
    if (text.length > longestReply) return [];
    const key = `${code} ${text}`;
    const before = this.#recalled.get(key);
    if (before) return before;
    // Of a reply of several lines, a server often sends the first and the last from one place and the rest from another.
    const candidates = [...new Set([text, ...(lines.length > 1 ? text.split('\n') : [])])]
      .map(plain)
      .filter(Boolean);
    const found = (this.#rows.get(code) ?? [])
      .filter(({ plain: template, expression, fixed: length }) =>
        candidates.some((one) =>
          expression
            ? length >= Math.max(leastFixed, one.length * 0.25) && expression.test(one)
            : template === one,
        ),
      )
      .toSorted((a, b) => b.fixed - a.fixed)
      .map(({ known }) => known);
    this.#recalled.set(key, found);
    return found;
  }

  /** The server by what it says: words that few servers share count most. */
  serverOf(replies: readonly ReplyTurn[]): RecognisedServer | null {
    const votes = new Map<number, number>();
    const seen = new Set<string>();
    for (const reply of replies) {
      if (seen.size >= mostReplies) break;
      if (seen.has(reply.text)) continue;
      seen.add(reply.text);
      const [best] = this.recall(reply);
      if (!best) continue;
      const [code, text, servers] = best;
      const weight = (Math.min(fixed(text), 40) / servers.length ** 2) * (code === 220 ? 3 : 1);
      for (const server of servers) votes.set(server, (votes.get(server) ?? 0) + weight);
    }
    const [first, second] = [...votes].toSorted((a, b) => b[1] - a[1]);
    if (!first || first[1] < 12 || (second && second[1] > first[1] * 0.7)) return null;
    const server = this.knowledge.servers[first[0]];
    if (!server) return null;
    const greeting = replies.find(({ code }) => code === 220)?.lines.join(' ') ?? '';
    const version =
      /(?:^|[\s(v])(\d+\.\d+(?:\.\d+)*(?:[a-z]+\d*)?)(?=[\s)\],;-]|$)/i.exec(greeting)?.[1] ?? null;
    return { server, index: first[0], version };
  }

  /** Rows whose text stands in a line of a program that shows the server's words without the number; the longest text counts. */
  inside(line: string): readonly KnownReply[] {
    const text = plain(line);
    // What stands behind the last label or bracket is the sentence.
    const tails = [
      text,
      ...[...text.matchAll(/(?:\]|\):|[a-z]:|>) +/g).take(mostTails)].map(({ 0: mark, index }) =>
        text.slice(index + mark.length),
      ),
    ];
    let best: readonly Row[] = [];
    for (const rows of this.#rows.values())
      for (const row of rows) {
        const longest = best[0]?.fixed ?? leastInside;
        if (row.known[0] < 400 || row.fixed < longest) continue;
        const { expression } = row;
        if (expression ? tails.some((tail) => expression.test(tail)) : text.includes(row.plain))
          best = row.fixed > longest ? [row] : [...best, row];
      }
    return best.map(({ known }) => known);
  }
}

/** Letters that must be the server's own: less is found in any sentence. */
const leastInside = 14;
