/** "Can one session show both?": the answer, and the paths on the wire that prove it. */
import { phaseOf } from '../sockets.ts';
import { duringData } from '../transfers.ts';
import type { CodeRecord } from '../records.ts';
import type { Relation } from './relation.ts';
import { verbList } from './words.ts';

export type PathStep =
  | { readonly kind: 'verb'; readonly verb: string }
  | { readonly kind: 'reply'; readonly code: number }
  | { readonly kind: 'event'; readonly text: string }
  /** Words between steps, without an arrow: "or", "instead of". */
  | { readonly kind: 'word'; readonly text: string };

export interface Meeting {
  /** One or two sentences. */
  readonly text: string;
  readonly paths: readonly (readonly PathStep[])[];
  /** "The same holds for STOR and APPE." */
  readonly also: string | null;
  readonly source: string | null;
}

const command = (verb: string): PathStep =>
  verb === '(connect)' ? { kind: 'event', text: 'connect' } : { kind: 'verb', verb };
const reply = (code: number): PathStep => ({ kind: 'reply', code });
const word = (text: string): PathStep => ({ kind: 'word', text });
const event = (text: string): PathStep => ({ kind: 'event', text });

/** The replies that end a transfer whose data connection never came about (425: RFC 959 §4.2.2; 522: RFC 4217 §10.2). */
const neverOpened: ReadonlySet<number> = new Set([425, 522]);

/** "data moves" between a 1xx and the reply that ends the transfer, where any data can have moved. */
const moving = (verb: string, last: number): readonly PathStep[] =>
  duringData(verb) && last >= 200 && !neverOpened.has(last) ? [event('data moves')] : [];

/** Drafts have reply tables too. */
const lawOf = (source: string): string => (source.includes('RFC') ? 'By the RFCs' : 'By the documents');

const also = (verbs: readonly string[]): string | null => {
  const others = verbs.slice(1);
  return others.length > 0 ? `The same holds for ${verbList(others, 8)}.` : null;
};

function noReply(relation: Extract<Relation, { kind: 'no-reply' }>): string {
  const { socket, reply: code, phase } = relation;
  switch (phase) {
    case 'lookup':
      return `Not in one attempt: ${socket} comes before there is any connection, so no server has had the chance to send ${code}.`;
    case 'established':
      return `Yes: ${code} came over the control connection, and ${socket} tells that a connection was lost. If that was the data connection, ${socket} can come before ${code}; if it was the control connection, no reply follows it.`;
    case 'connect':
      return `Yes, but they speak of different connections or attempts. ${code} proves that the control connection worked, so ${socket} in the same log belongs to the data connection or to another attempt${socket === 10060 ? ', or the control connection fell silent later' : ''}.`;
    case 'listen':
      return `Yes: ${code} came over the control connection, while ${socket} arises when your client opens a local port, as it does for a data connection in active mode.`;
    case 'other':
      return `They have nothing to do with each other: ${code} came from a server, while ${socket} is a rare fault of the client's own system.`;
  }
}

/** Two commands one after the other, the first code answering the first of them. */
function inARow(relation: Extract<Relation, { kind: 'dialogue' | 'sequel' }>, text: string): Meeting {
  const { first, verb, next, others, via, second, source } = relation;
  const path = [command(verb), reply(first), command(next)];
  if (via !== null) path.push(reply(via));
  path.push(reply(second));
  const rest = others.length > 0 ? `The same holds for ${verbList(others, 8)} in place of ${next}.` : null;
  return { text, paths: [path], also: rest, source };
}

/** A relation as a meeting. */
export function meetingOf(relation: Relation, low: CodeRecord, high: CodeRecord): Meeting {
  const [a, b] = [low.code, high.code];
  const plain = (text: string): Meeting => ({ text, paths: [], also: null, source: null });
  switch (relation.kind) {
    case 'sequence': {
      const { first, second, lead, insteadOf, verbs } = relation;
      const [verb = ''] = verbs;
      const path = [command(verb), ...lead.map(reply)];
      if (first === 110) path.push(event('data moves'));
      path.push(reply(first));
      // A restart marker lies in the data (RFC 959 §3.5), so data has moved before a 110 as well.
      if (second === 110) path.push(event('data moves'));
      path.push(...(first === 110 ? [] : moving(verb, second)), reply(second));
      if (insteadOf !== null) path.push(word('instead of'), reply(insteadOf));
      return {
        text: 'Yes, in one exchange and in this order only:',
        paths: [path],
        also: also(verbs),
        source: relation.source,
      };
    }
    case 'endings': {
      const [verb = ''] = relation.verbs;
      const way = (last: number) => [
        command(verb),
        reply(relation.after),
        ...moving(verb, last),
        reply(last),
      ];
      const paths =
        neverOpened.has(a) === neverOpened.has(b) ? [[...way(a), word('or'), reply(b)]] : [way(a), way(b)];
      return {
        text: `${lawOf(relation.source)} not for one command: the exchange ends with one or the other.`,
        paths,
        also: also(relation.verbs),
        source: relation.source,
      };
    }
    case 'openings': {
      const [verb = ''] = relation.verbs;
      const paths = [[command(verb), reply(a), word('or'), reply(b)]];
      if (verb === '(connect)') {
        const later = b === 421 ? '; 421 can still come later on it' : '';
        return {
          text: `Not as the first line of one connection${later}:`,
          paths,
          also: null,
          source: relation.source,
        };
      }
      return {
        text: `${lawOf(relation.source)} not for one command: the server answers with one or the other.`,
        paths,
        also: also(relation.verbs),
        source: relation.source,
      };
    }
    case 'early-late': {
      const [verb = ''] = relation.verbs;
      return {
        text: `${lawOf(relation.source)} not for one command: one answers at once, the other only once the work has begun.`,
        paths: [
          [command(verb), reply(relation.early)],
          [command(verb), reply(relation.after), ...moving(verb, relation.late), reply(relation.late)],
        ],
        also: also(relation.verbs),
        source: relation.source,
      };
    }
    case 'dialogue':
      return inARow(relation, `Yes, for two commands in a row: ${relation.first} asks for ${relation.next}.`);
    case 'sequel':
      return inARow(relation, 'Yes, for two commands that follow each other:');
    case 'abort':
      return {
        text: `Yes, where ABOR stops a transfer: two replies, because two commands are waiting for one.`,
        paths: [
          [
            command('RETR'),
            reply(150),
            event('data moves'),
            command('ABOR'),
            reply(relation.transfer),
            reply(relation.abort),
          ],
        ],
        also: `${relation.transfer} belongs to RETR, ${relation.abort} to ABOR.`,
        source: relation.source,
      };
    case 'counterparts':
      return {
        text: `Yes, if the client tries one command and then the other; each ${relation.purpose}.`,
        paths: [
          [command(relation.low), reply(a)],
          [command(relation.high), reply(b)],
        ],
        also: null,
        source: relation.source,
      };
    case 'envelope': {
      const { outer, inner, source } = relation;
      const unusual = low.status !== 'standard';
      const text =
        inner >= 600
          ? 'Yes: which one comes depends on the protection in force for that reply, and both hide a reply of another class.'
          : inner === 120 || inner === 220
            ? `Yes, in this order: ${inner} greets the connection in clear, and ${outer} can come once protection has been agreed on.`
            : unusual
              ? `Not by the documents: the reply inside ${outer} is one that the command may get anyway, and ${inner} is none of those.`
              : `They are layers of one answer: on the wire stands ${outer}, and its text, decoded, is a complete reply such as ${inner}.`;
      return { ...plain(text), source };
    }
    case 'hang-up': {
      return {
        ...plain(
          relation.other === 221
            ? 'No: either of them is the last line of its session. 221 answers QUIT, 421 comes without being asked for.'
            : `Yes, and then 421 is the last line: a server that must close may send it in answer to any command, in place of ${relation.other} or after it.`,
        ),
        source: relation.source,
      };
    }
    case 'session':
      return plain('Yes, but never in answer to the same command: no RFC gives one command both.');
    case 'unplaced': {
      const { unplaced, successor } = relation;
      if (unplaced.length === 0 && successor !== null)
        return plain(
          `A server sends one or the other: ${successor} if it follows the standard in force, ${successor === a ? b : a} if it follows an older text.`,
        );
      // A record that says otherwise than its first digit implies knows better than the digit.
      const own = [low, high].some(({ code, retry }) => unplaced.includes(code) && retry !== undefined);
      const subject = unplaced.length === 2 ? `${a} and ${b} belong` : `${unplaced[0] ?? a} belongs`;
      return plain(
        `Not in a session that keeps to the documents: ${subject} to no command there. If you see ${unplaced.length === 2 ? 'one of them' : 'it'}, ${own ? 'go by its text' : 'act on the first digit'}.`,
      );
    }
    case 'no-reply':
      return plain(noReply(relation));
    case 'no-replies': {
      const early = [a, b].every((code) => ['connect', 'lookup', 'listen'].includes(phaseOf(code)));
      return plain(
        early
          ? 'Yes, in different attempts. One attempt to connect fails with one of them; neither is followed by a reply on that connection.'
          : 'Yes, for different connections or moments: one can hit the data connection and the other the control connection. Neither is followed by a reply on the connection that failed.',
      );
    }
  }
}
