/** What a client makes of replies, as programs get it: /api/clients.json. */
import { z } from 'astro/zod';
import { habitsOf, resultOf, tellingLines, type ClientRecord, type Habits } from '../evidence/clients.ts';
import { clientKinds, clientReadKinds, operations } from '../evidence/records.ts';
import type { Client } from '../practice.ts';
import { plainText } from '../prose/inline.ts';
import { classIds } from '../protocol/digits.ts';
import { sourceSchema } from '../schemas.ts';
import { urls } from '../urls.ts';
import { dataVersion, versionSchema } from './changes.ts';

const publishedNameSchema = z.strictObject({
  code: z.int().nullable().describe('The code that the name is for'),
  exit: z.int().nullable().describe('The exit status that the name is for'),
  error: z.int().nullable().describe('The error number that the name is for'),
  class: z.enum(classIds).nullable().describe('The class of replies that raises the exception'),
  codes: z.array(z.int()).describe('Codes that lead to the exit status or error'),
  name: z.string().nullable().describe('The name'),
  text: z.string().nullable().describe('What is printed with it'),
});

const publishedReadingSchema = z.strictObject({
  step: z.string().describe('Where in a session'),
  codes: z.string().describe('550; 5xx; "220 230"; "not 2xx"; any; none (no reply)'),
  does: z.string().describe('What it does then'),
  message: z.string().nullable().describe('What it prints; {code} and {text} stand for the reply'),
  at: z.string().describe('File and line'),
});

const publishedTrialSchema = z.strictObject({
  operation: z.enum(operations).describe('What it was asked to do'),
  step: z.string().describe('The step at which the scripted server sent the reply'),
  code: z.int().nullable().describe('The code sent; null where that was no reply'),
  instead: z.string().nullable().describe('What came instead of a reply: "close", or a line that is none'),
  does: z.string().describe('What it did next and how it ended, in words'),
  report: z.array(z.string()).describe('The lines it printed that tell of the reply'),
  exit: z
    .string()
    .nullable()
    .describe('Exit status; null for a library, where it is always the same, and where it had not ended'),
  arrived: z.boolean().nullable().describe('Whether the whole file arrived; null for a listing'),
  sent: z.array(z.string()).describe('What it sent afterwards'),
});

export const publishedClientSchema = z.strictObject({
  version: versionSchema,
  id: z.string().describe('Id'),
  name: z.string().describe('Name'),
  kind: z.enum(clientKinds).describe('A program, or a library that programs use'),
  about: z.string().describe('What it is, and what marks the way it reads replies'),
  read: z
    .strictObject({
      kind: z.enum(clientReadKinds).describe('What was read'),
      version: z.string().describe('The version read'),
      from: z.string().describe('Where that was had'),
      sources: z.array(sourceSchema).describe('Documents and repositories'),
    })
    .nullable()
    .describe('Where its handling of replies was read; null if it was not'),
  recordedVersion: z.string().nullable().describe('The version that was run and recorded; null if none was'),
  ran: z.string().nullable().describe('How it was run'),
  repairs: z.array(z.string()).describe('What it makes good without a word'),
  retries: z.string().describe('Whether it repeats a command or a session'),
  names: z.array(publishedNameSchema).describe('Its names for codes, exit statuses and errors'),
  reads: z.array(publishedReadingSchema).describe('What its source does with a reply'),
  normal: z
    .array(
      z.strictObject({
        operation: z.enum(operations).describe('What it was asked to do'),
        sent: z.array(z.string()).describe('What it sends when every reply is the normal one'),
      }),
    )
    .describe('Its sessions without trouble'),
  recorded: z.array(publishedTrialSchema).describe('What it did when a chosen code came'),
  url: z.string().describe('Path of the page'),
});

/** The exit status of a library is that of the script around it; a stopped program had none. */
const exitOf = ({ exit }: ClientRecord, { exitTells, kind }: Habits): string | null =>
  exitTells && kind === 'program' && !exit.startsWith('stopped') ? exit : null;

function publishedTrial(record: ClientRecord, habits: Habits): z.infer<typeof publishedTrialSchema> {
  const { operation, step, code, arrived, then } = record;
  return {
    operation,
    step,
    code: typeof code === 'number' ? code : null,
    instead: typeof code === 'number' ? null : code,
    does: resultOf(record, habits),
    report: tellingLines(record, habits).map(({ line }) => line),
    exit: exitOf(record, habits),
    arrived,
    sent: then,
  };
}

export function publishedClient(client: Client): z.infer<typeof publishedClientSchema> {
  const { id, name, kind, read, recorded } = client;
  const habits = habitsOf(client);
  return {
    version: dataVersion,
    id,
    name,
    kind,
    about: plainText(client.about),
    read: read ? { kind: read.kind, version: read.version, from: read.from, sources: read.sources } : null,
    recordedVersion: recorded?.version ?? null,
    ran: client.ran === undefined ? null : plainText(client.ran),
    repairs: client.repairs.map(plainText),
    retries: plainText(client.retries),
    names: client.names.map((one) => ({
      code: one.code ?? null,
      exit: one.exit ?? null,
      error: one.error ?? null,
      class: one.class ?? null,
      codes: one.codes ?? [],
      name: one.name ?? null,
      text: one.text ?? null,
    })),
    reads: client.reads.map(({ step, codes, does, message, at }) => ({
      step,
      codes,
      does,
      message: message ?? null,
      at,
    })),
    normal: habits.normal.map(({ operation, then }) => ({ operation, sent: then })),
    recorded: (recorded?.records ?? [])
      .filter((record) => !habits.normal.includes(record))
      .map((record) => publishedTrial(record, habits)),
    url: urls.client(id),
  };
}
