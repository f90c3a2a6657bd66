/** A code as programs get it: /api/codes.json, and with the evidence of servers /ftp/451.json. */
import { z } from 'astro/zod';
import type { Catalog, Code } from '../catalog.ts';
import type { Practice } from '../practice.ts';
import { plainText } from '../prose/inline.ts';
import { actors, controls, dataStates, retries } from '../protocol/attributes.ts';
import { classes, classIds } from '../protocol/digits.ts';
import { codeStatuses } from '../protocol/records.ts';
import { sourceSchema } from '../schemas.ts';
import { urls } from '../urls.ts';
import { dataVersion, versionSchema } from './changes.ts';
import { publishedReply, replyShape, serverId } from './replies.ts';

export const publishedCodeSchema = z.strictObject({
  version: versionSchema,
  code: z.int().describe('The reply code; of five digits for an error that a client’s own system reports'),
  name: z.string().describe('Short name'),
  gloss: z.string().describe('Two to four words for lists'),
  label: z.string().nullable().describe("The defining document's own words"),
  status: z.enum(codeStatuses).describe('Whether a standard in force has it'),
  class: z.enum(classIds).describe('What the first digit tells'),
  className: z.string().describe('The class in words'),
  group: z.string().nullable().describe('Function group, by the second digit: x0z to x5z'),
  definedBy: z.array(z.string()).describe('Documents with section: RFC 959 §4.2.1'),
  listedBy: z.array(z.string()).describe('Who lists or sends a code that no RFC defines'),
  summary: z.string().describe('What it means, in one or two sentences'),
  says: z.string().describe('Continues "451 says that …"'),
  when: z.string().describe('The situation in which people meet it'),
  action: z.string().describe('What the one who is connecting does now'),
  operator: z
    .string()
    .nullable()
    .describe('What the one who runs the server does; null where nothing is for them to do'),
  send: z.string().nullable().describe('Continues "Send it when …"; null where no server should send it'),
  never: z.string().nullable().describe('Why no server should send it; null where one may'),
  replacedBy: z.array(z.int()).describe('Codes to send instead'),
  retry: z.enum(retries).describe('Whether to repeat the command'),
  actor: z.enum(actors).describe('Who can fix it'),
  control: z.enum(controls).describe('What becomes of the control connection'),
  data: z.enum(dataStates).describe('What became of the data'),
  commands: z.array(z.string()).describe('Commands whose reply sequences have it'),
  nearest: z.array(z.int()).describe('The codes it is told apart from, nearest first'),
  keywords: z.array(z.string()).describe('Words people search for'),
  unverified: z.string().nullable().describe('What could not be checked against the original text'),
  socket: z.string().nullable().describe('Name of a client-side error in Windows: WSAETIMEDOUT'),
  sources: z.array(sourceSchema).describe('What is cited beside RFCs'),
  url: z.string().describe('Path of the page, with the base of the site'),
});
export type PublishedCode = z.infer<typeof publishedCodeSchema>;

export function publishedCode(code: Code, { model, neighbours }: Catalog): PublishedCode {
  return {
    version: dataVersion,
    code: code.code,
    name: code.name,
    gloss: code.gloss,
    label: code.label ?? null,
    status: code.status,
    class: code.class,
    className: classes[code.class].name,
    group: code.group,
    definedBy: code.definedBy,
    listedBy: code.listedBy,
    summary: plainText(code.summary),
    says: code.says,
    when: plainText(code.when),
    action: plainText(code.action),
    operator: code.operator === undefined ? null : plainText(code.operator),
    send: code.send ?? null,
    never: code.never === undefined ? null : plainText(code.never),
    replacedBy: code.replacedBy,
    ...code.attributes,
    commands: [...model.verbs(code.code)],
    nearest: neighbours(code.code)
      .slice(0, 6)
      .map((other) => other.code),
    keywords: code.keywords,
    unverified: code.unverified ?? null,
    socket: code.socket ?? null,
    sources: code.sources,
    url: urls.code(code.code),
  };
}

export const publishedCodeWithRepliesSchema = publishedCodeSchema.extend({
  replies: z
    .array(z.strictObject({ server: serverId, ...replyShape }))
    .describe('Every text that servers are known to send with the code'),
  neverSentBy: z
    .array(z.string())
    .describe('Ids of servers of which every reply is known and that never send the code'),
});

export function publishedCodeWithReplies(
  code: Code,
  catalog: Catalog,
  { servers }: Practice,
): z.infer<typeof publishedCodeWithRepliesSchema> {
  return {
    ...publishedCode(code, catalog),
    replies: servers.flatMap((server) =>
      server.replies
        .filter((reply) => reply.code === code.code)
        .map((reply) => ({ server: server.id, ...publishedReply(reply) })),
    ),
    neverSentBy:
      code.class === 'client-side'
        ? []
        : servers
            .filter(({ whole, replies }) => whole && !replies.some((reply) => reply.code === code.code))
            .map(({ id }) => id),
  };
}
