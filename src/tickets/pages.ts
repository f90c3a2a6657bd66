/** What stands in the ticket of each kind of page, from the records that the page itself is made of. */
import type { Brief } from '../evidence/schemas.ts';
import { readInline, wordsOf } from '../prose/inline.ts';
import { sentencesIn } from '../protocol/compare/sentences.ts';
import { classOf } from '../protocol/digits.ts';
import type { CodeData, CommandData } from '../schemas.ts';
import type { Ticket } from './ticket.ts';

/** Plain text but for the backticks around literals, which a ticket keeps. */
const prose = (source: string): string =>
  readInline(source)
    .map((token) => (token.kind === 'literal' ? `\`${token.text}\`` : wordsOf(token)))
    .join('');

const nameOf = (code: number): string => `${classOf(code) === 'client-side' ? 'Error' : 'FTP'} ${code}`;

/** The first sentence, or the first two where the first is a word or so ("Goodbye."). */
function meaning(summary: string): string {
  const [first = '', second = ''] = sentencesIn(summary);
  return first.length < 40 ? first + second : first;
}

export const codeTicket = ({ code, name, summary, action, operator }: CodeData): Ticket => ({
  title: `${nameOf(code)}: ${name}`,
  blocks: [meaning(prose(summary))],
  advice: {
    client: { blocks: [prose(action)], anchor: 'fix-connecting' },
    ...(operator && { server: { blocks: [prose(operator)], anchor: 'fix-server' } }),
  },
});

/** @param answer what the comparison says in short */
export function pairTicket(low: CodeData, high: CodeData, answer: string): Ticket {
  const after = (code: CodeData, advice: string) => `After ${code.code}: ${prose(advice)}`;
  const server = [low, high].flatMap((code) => (code.operator ? after(code, code.operator) : []));
  return {
    title: `FTP ${low.code} (${low.name}) vs ${high.code} (${high.name})`,
    blocks: [prose(answer)],
    advice: {
      client: { blocks: [[low, high].map((code) => after(code, code.action))], anchor: 'fix' },
      ...(server.length > 0 && { server: { blocks: [server], anchor: 'fix' } }),
    },
  };
}

export function situationTicket({ title, brief }: { readonly title: string; readonly brief: Brief }): Ticket {
  const { cause, client, server, check } = brief;
  return {
    title: `FTP: ${title}`,
    blocks: [prose(cause)],
    advice: {
      ...(client && { client: { blocks: [prose(client)], anchor: 'client' } }),
      ...(server && { server: { blocks: [prose(server)], anchor: 'server' } }),
    },
    ...(check && { closing: `To check: ${prose(check)}` }),
  };
}

/** The replies after each reply, in one line, whichever document has them. */
function repliesIn(sequence: CommandData['sequence']): readonly string[] {
  return [...Map.groupBy(sequence, ({ after }) => after)].map(([after, steps]) => {
    const codes = new Set(steps.flatMap(({ then }) => then ?? []));
    const verbs = new Set(steps.flatMap(({ thenCommand }) => thenCommand ?? []));
    const next = [
      ...(codes.size > 0 ? [[...codes].join(', ')] : []),
      ...(verbs.size > 0 ? [`send ${[...verbs].join(' or ')}`] : []),
    ];
    return `${after === null ? 'First reply' : `After ${after}`}: ${next.join('; ')}`;
  });
}

export function commandTicket({ verb, name, purpose, syntax, sequence, pseudo }: CommandData): Ticket {
  const replies = repliesIn(sequence);
  return {
    title: pseudo ? `FTP: ${name}` : `FTP ${verb}: ${name}`,
    blocks: [
      prose(purpose),
      ...(pseudo ? [] : [`Syntax: \`${syntax}\``]),
      ...(replies.length > 0 ? ['Replies, in order:', replies] : []),
    ],
    advice: {},
  };
}
