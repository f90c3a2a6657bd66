/** A comparison with an editor's note, as programs get it: /api/comparisons.json and /ftp/450-vs-550.json. */
import { z } from 'astro/zod';
import type { Catalog, Note } from '../catalog.ts';
import type { Practice } from '../practice.ts';
import { plainText } from '../prose/inline.ts';
import { compare } from '../protocol/compare/compare.ts';
import type { PathStep } from '../protocol/compare/together.ts';
import { sourceSchema } from '../schemas.ts';
import { urls } from '../urls.ts';
import { dataVersion, versionSchema } from './changes.ts';
import { bodyOf } from './markdown/prose.ts';

const stepKinds = ['verb', 'reply', 'event', 'word'] as const satisfies PathStep['kind'][];

const meetingSchema = z.strictObject({
  text: z.string().describe('The answer, in one or two sentences'),
  paths: z
    .array(
      z.array(
        z.strictObject({
          kind: z.enum(stepKinds).describe('verb and reply go over the wire; a word stands between steps'),
          text: z.string().describe('RETR; 550; "data moves"; "or"'),
        }),
      ),
    )
    .describe('What goes over the wire, step by step'),
  also: z.string().nullable().describe('For which commands the same holds'),
  source: z.string().nullable().describe('Document with section'),
});

export const publishedComparisonSchema = z.strictObject({
  version: versionSchema,
  low: z.int().describe('The lower code'),
  high: z.int().describe('The higher code'),
  verdict: z.string().describe('The answer to quote; it names both codes'),
  teaser: z.string().describe('The difference in a line'),
  together: z.array(meetingSchema).describe('Whether and how one session shows both'),
  differences: z
    .array(
      z.strictObject({
        label: z.string().describe('What is compared'),
        low: z.string().describe('Of the lower code'),
        high: z.string().describe('Of the higher code'),
        same: z.boolean().describe('True if both are alike'),
      }),
    )
    .describe('Point by point'),
  customs: z
    .array(
      z.strictObject({
        situation: z.string().describe('Id of the situation'),
        low: z.array(z.string()).describe('Ids of servers that answer it with the lower code'),
        high: z.array(z.string()).describe('Ids of servers that answer it with the higher code'),
        both: z.array(z.string()).describe('Ids of servers that use either'),
      }),
    )
    .describe('Where servers choose differently'),
  next: z.string().describe('What to do after each'),
  which: z.string().describe('Which to send, for those who write a server'),
  note: z.string().describe('The editor’s note, as Markdown'),
  sources: z.array(sourceSchema).describe('What is cited beside RFCs'),
  url: z.string().describe('Path of the page'),
});
export type PublishedComparison = z.infer<typeof publishedComparisonSchema>;

function wordsOf(step: PathStep): string {
  switch (step.kind) {
    case 'verb':
      return step.verb;
    case 'reply':
      return String(step.code);
    case 'event':
    case 'word':
      return step.text;
  }
}

export function publishedComparison(
  note: Note,
  { code, model }: Catalog,
  { customs }: Practice,
): PublishedComparison {
  const [low, high] = note.codes;
  const comparison = compare(code(low), code(high), model);
  return {
    version: dataVersion,
    low,
    high,
    verdict: plainText(note.answer),
    teaser: note.teaser,
    together: comparison.meetings.map(({ text, paths, also, source }) => ({
      text,
      paths: paths.map((path) => path.map((step) => ({ kind: step.kind, text: wordsOf(step) }))),
      also,
      source,
    })),
    differences: comparison.rows.map((row) => ({ ...row })),
    customs: customs(low, high).map(({ situation, one, other, both }) => ({
      situation: situation.id,
      low: one.map(({ id }) => id),
      high: other.map(({ id }) => id),
      both: both.map(({ id }) => id),
    })),
    next: comparison.next,
    which: plainText(note.which),
    note: bodyOf(note.document),
    sources: note.sources,
    url: urls.pair(low, high),
  };
}

/** The files of the comparisons that have an editor's note, for Astro: what stands in the address, and the note. */
export const notedPaths = ({ notes }: Pick<Catalog, 'notes'>) =>
  notes.map((note) => ({
    params: { one: String(note.codes[0]), other: String(note.codes[1]) },
    props: { note },
  }));
