/** What a server sends, as programs get it: /api/servers.json. */
import { z } from 'astro/zod';
import { evidenceKindIds } from '../evidence/records.ts';
import type { Server } from '../practice.ts';
import { plainText } from '../prose/inline.ts';
import { sourceSchema } from '../schemas.ts';
import { urls } from '../urls.ts';
import { dataVersion, versionSchema } from './changes.ts';
import { publishedReply, replyShape, situationIds } from './replies.ts';

export const publishedServerSchema = z.strictObject({
  version: versionSchema,
  id: z.string().describe('Id, as other files name it'),
  name: z.string().describe('Name'),
  short: z.string().describe('Name where there is little room'),
  about: z.string().describe('What it is, and where one meets it'),
  recognise: z.string().describe('How to tell from greeting and replies that it is this server'),
  read: z
    .strictObject({
      kind: z.enum(evidenceKindIds).describe('What most texts were taken from'),
      version: z.string().describe('The version read'),
      from: z.string().describe('Where that was had'),
      sources: z.array(sourceSchema).describe('Documents and repositories'),
    })
    .describe('Where its texts were read'),
  whole: z
    .boolean()
    .describe(
      'True if every code that this version can send is listed: a code that is missing is never sent',
    ),
  recordedVersion: z.string().nullable().describe('The version that was run and recorded; null if none was'),
  differs: z.array(z.string()).describe('What it does otherwise than the RFCs or other servers'),
  directives: z
    .array(
      z.strictObject({
        name: z.string().describe('As the vendor spells it'),
        does: z.string().describe('What it changes'),
        situations: situationIds,
      }),
    )
    .describe('Settings that change its answers'),
  codes: z.array(z.int()).describe('Every code it is known to send'),
  replies: z
    .array(z.strictObject({ code: z.int().describe('The reply code'), ...replyShape }))
    .describe('Every text it is known to send'),
  url: z.string().describe('Path of the page'),
});

export function publishedServer(server: Server): z.infer<typeof publishedServerSchema> {
  const { id, name, short, read, whole, recordedVersion, codes } = server;
  return {
    version: dataVersion,
    id,
    name,
    short,
    about: plainText(server.about),
    recognise: plainText(server.recognise),
    read: { kind: read.kind, version: read.version, from: read.from, sources: read.sources },
    whole,
    recordedVersion,
    differs: server.differs.map(plainText),
    directives: server.directives.map(({ name: directive, does, situations }) => ({
      name: directive,
      does: plainText(does),
      situations,
    })),
    codes: [...codes],
    replies: server.replies.map((reply) => ({ code: reply.code, ...publishedReply(reply) })),
    url: urls.server(id),
  };
}
