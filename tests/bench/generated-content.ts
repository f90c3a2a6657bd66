/** Content with more codes: copies of the real ones under numbers that are free, wherever the real ones stand. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { parse, stringify } from 'yaml';

const lastSocketError = 11_999;

/** Reply codes end at 659 and have a second digit of at most 5 (src/protocol/digits.ts). */
const replyNumbers = [1, 2, 3, 4, 5, 6].flatMap((digit) =>
  Array.from({ length: 60 }, (_, rest) => digit * 100 + rest),
);
const socketNumbers = Array.from({ length: lastSocketError - 9999 }, (_, rest) => 10_000 + rest);

const classOf = (code: number): string => (code < 1000 ? String(code).charAt(0) : 'socket');

/** New number → the code it copies. A class that has no numbers left is continued in the class with the most. */
function copies(codes: readonly number[], factor: number): ReadonlyMap<number, number> {
  const free = Map.groupBy(
    [...replyNumbers, ...socketNumbers].filter((number) => !codes.includes(number)),
    classOf,
  );
  const sources = Map.groupBy(codes, classOf);
  const made = new Map<number, number>();
  const turn = new Map<string, number>();
  for (let count = 0; count < codes.length * (factor - 1); count++) {
    const wanted = classOf(codes[count % codes.length] ?? 0);
    const roomy = [...free]
      .filter(([id, left]) => left.length > 0 && (sources.get(id)?.length ?? 0) > 0 && id !== 'socket')
      .toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
    const id = (free.get(wanted)?.length ?? 0) > 0 ? wanted : (roomy ?? 'socket');
    const number = free.get(id)?.shift();
    const own = sources.get(id) ?? [];
    const at = turn.get(id) ?? 0;
    turn.set(id, at + 1);
    const source = own[at % own.length];
    if (number === undefined || source === undefined) throw new RangeError('no numbers are left');
    made.set(number, source);
  }
  return made;
}

const numbers = z.array(z.number());
const commandSchema = z.looseObject({
  sequence: z.array(
    z.looseObject({ after: z.number().nullable(), then: numbers.optional(), optional: numbers.optional() }),
  ),
});
const serverSchema = z.looseObject({ replies: z.array(z.looseObject({ code: z.number() })) });

const recordSchema = z.looseObject({ code: z.number() });

/** Texts that no two codes may share, with the most characters that a mark of up to eight leaves them. */
const ownWords = { name: 52, gloss: 20, says: 150, send: 150 } as const;
const ownSentences = { summary: 350, when: 250, action: 310, operator: 310, never: 250 } as const;

/** The record of a code with its number in each text that has to differ from those of other codes. */
function marked(record: z.infer<typeof recordSchema>, number: number): Readonly<Record<string, unknown>> {
  const made: Record<string, unknown> = { ...record };
  for (const [field, most] of Object.entries({ ...ownWords, ...ownSentences })) {
    const text = record[field];
    if (typeof text !== 'string') continue;
    const short = text.slice(0, most).replace(/[\s.,;:]+$/, '');
    made[field] = field in ownWords ? `${short} ${number}` : `${short} ${number}.`;
  }
  return made;
}

function copyOf(text: string, source: number, number: number): string {
  const renumbered = text.replaceAll(new RegExp(`(?<![\\w§./:-])${source}(?!\\w)`, 'g'), String(number));
  const [, yaml = '', body = ''] = /^---\r?\n([^]*?\n)---\r?\n([^]*)$/.exec(renumbered) ?? [];
  return `---\n${stringify(marked(recordSchema.parse(parse(yaml)), number))}---\n${body}`;
}

const filesOf = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith(ending));

/**
 * @param content a copy of content/, which is changed
 * @param factor so many times as many codes are there afterwards
 * @returns how many codes there are
 */
export function multiplyCodes(content: string, factor: number): number {
  const folder = join(content, 'ftp');
  const codes = filesOf(folder, '.mdx')
    .filter((name) => /^\d+\.mdx$/.test(name))
    .map((name) => Number.parseInt(name, 10));
  const made = copies(codes, factor);
  const copiesOf = new Map<number, number[]>();
  for (const [number, source] of made) {
    const text = readFileSync(join(folder, `${source}.mdx`), 'utf8');
    writeFileSync(join(folder, `${number}.mdx`), copyOf(text, source, number));
    copiesOf.set(source, [...(copiesOf.get(source) ?? []), number]);
  }
  const withCopies = (list: readonly number[]): readonly number[] => [
    ...new Set(list.flatMap((code) => [code, ...(copiesOf.get(code) ?? [])])),
  ];
  for (const name of filesOf(join(content, 'commands'), '.yaml')) {
    const file = join(content, 'commands', name);
    const command = commandSchema.parse(parse(readFileSync(file, 'utf8')));
    const sequence = command.sequence.flatMap((step) => {
      const grown = {
        ...step,
        ...(step.then ? { then: withCopies(step.then) } : {}),
        ...(step.optional ? { optional: withCopies(step.optional) } : {}),
      };
      return [grown, ...(copiesOf.get(step.after ?? 0) ?? []).map((after) => ({ ...grown, after }))];
    });
    writeFileSync(file, stringify({ ...command, sequence }));
  }
  for (const name of filesOf(join(content, 'servers'), '.yaml')) {
    const file = join(content, 'servers', name);
    const server = serverSchema.parse(parse(readFileSync(file, 'utf8')));
    const replies = server.replies.flatMap((reply) => [
      reply,
      ...(copiesOf.get(reply.code) ?? []).map((code) => ({ ...reply, code })),
    ]);
    writeFileSync(file, stringify({ ...server, replies }, { aliasDuplicateObjects: false }));
  }
  return codes.length + made.size;
}
