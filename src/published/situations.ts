/** A situation and what each server answers in it, as programs get it: /api/situations.json. */
import { z } from 'astro/zod';
import { commandOf } from '../evidence/saying-of.ts';
import { situationGroups } from '../evidence/records.ts';
import { textOf } from '../evidence/wording.ts';
import type { Situation } from '../practice.ts';
import { plainText } from '../prose/inline.ts';
import { sourceSchema } from '../schemas.ts';
import { urls } from '../urls.ts';
import { dataVersion, versionSchema } from './changes.ts';
import { serverId } from './replies.ts';

type Answer = Situation['answers'][number];
type Evidence = Answer['evidence'][number];

const answerStates = ['answers', 'allowed', 'silence', 'none', 'not tested', 'unknown'] as const;
type AnswerState = (typeof answerStates)[number];

/** What is known of a server here, in one word. */
export function stateOf({ codes, evidence, gap }: Answer): AnswerState {
  if (gap !== null) return gap;
  if (codes.length > 0) return 'answers';
  return evidence.some(({ shows }) => shows === 'silence') ? 'silence' : 'allowed';
}

const publishedAnswerSchema = z.strictObject({
  server: serverId,
  state: z
    .enum(answerStates)
    .describe(
      'answers; allowed: it does what was asked; silence: nothing came, or nothing after a 1xx; none: its source has no text for it; not tested: it was run, and this not tried; unknown',
    ),
  codes: z.array(z.int()).describe('The codes that answer it, the most usual first'),
  replies: z
    .array(
      z.strictObject({
        code: z.int().describe('The reply code'),
        text: z.string().describe('As in servers.json, or as received where it is none of those'),
        commands: z.array(z.string()).describe('What it answers'),
        central: z.boolean().describe('True if it concerns the commands that the situation is about'),
        read: z.boolean().describe('True if a condition that was read belongs to the situation'),
        recorded: z.boolean().describe('True if it was received from the running server'),
      }),
    )
    .describe('The texts that answer it'),
  differ: z.boolean().describe('True if a recording shows another code than the texts read'),
});
export type PublishedAnswer = z.infer<typeof publishedAnswerSchema>;

export const publishedSituationSchema = z.strictObject({
  version: versionSchema,
  id: z.string().describe('Id, as other files name it'),
  title: z.string().describe('What happened'),
  short: z.string().describe('The same where there is little room'),
  group: z.enum(situationGroups).describe('The heading it is listed under'),
  summary: z.string().describe('What happened and what answers it, in one sentence'),
  brief: z
    .strictObject({
      cause: z.string().describe('What brings it about'),
      client: z.string().nullable().describe('What to do if you are connecting'),
      server: z.string().nullable().describe('What to do if you run the server'),
      check: z.string().nullable().describe('How to see that this was it, or that the cure works'),
    })
    .describe('Cause and cures in a few sentences; null where there is nothing true to say'),
  commands: z.array(z.string()).describe('Commands it is about; empty where any may meet it'),
  choose: z.array(z.int()).describe('Codes that a server should send, best first'),
  lookalikes: z
    .array(
      z.strictObject({
        situation: z.string().describe('Id of the other situation'),
        tell: z.string().describe('How to tell them apart'),
      }),
    )
    .describe('What looks like it and is not'),
  pairs: z.array(z.string()).describe('Comparisons that matter here: 450-vs-550'),
  keywords: z.array(z.string()).describe('Words people search for'),
  answers: z.array(publishedAnswerSchema).describe('One for every server'),
  sources: z.array(sourceSchema).describe('What is cited beside RFCs'),
  url: z.string().describe('Path of the page'),
});

function replyOf({ reply, cases, recorded, central }: Evidence): PublishedAnswer['replies'][number][] {
  const code = reply?.code ?? recorded[0]?.code ?? null;
  if (code === null) return [];
  const commands = [
    ...cases.flatMap((one) => one.commands),
    ...recorded.map(({ command }) => commandOf(command)),
  ];
  return [
    {
      code,
      text: reply?.text ?? textOf(recorded[0]?.reply?.lines ?? []),
      commands: [...new Set(commands)],
      central,
      read: cases.length > 0,
      recorded: recorded.length > 0,
    },
  ];
}

export const publishedAnswer = (answer: Answer): PublishedAnswer => ({
  server: answer.server.id,
  state: stateOf(answer),
  codes: [...answer.codes],
  replies: answer.evidence.filter(({ shows }) => shows === 'answer').flatMap(replyOf),
  differ: answer.differ,
});

export function publishedSituation(situation: Situation): z.infer<typeof publishedSituationSchema> {
  const { id, title, short, group, brief, commands, choose, pairs, keywords, sources } = situation;
  const told = (text: string | undefined) => (text === undefined ? null : plainText(text));
  return {
    version: dataVersion,
    id,
    title,
    short,
    group,
    summary: plainText(situation.summary),
    brief: {
      cause: plainText(brief.cause),
      client: told(brief.client),
      server: told(brief.server),
      check: told(brief.check),
    },
    commands,
    choose,
    lookalikes: situation.lookalikes.map(({ situation: other, tell }) => ({
      situation: other,
      tell: plainText(tell),
    })),
    pairs,
    keywords,
    answers: situation.answers.map(publishedAnswer),
    sources,
    url: urls.situation(id),
  };
}
