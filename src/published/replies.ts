/** A text that a server sends, as programs get it: under its server in /api/servers.json, under its code in /ftp/451.json. */
import { z } from 'astro/zod';
import { evidenceKindIds, placeholderTypes } from '../evidence/records.ts';
import { placeholdersIn } from '../evidence/wording.ts';
import type { Reply } from '../practice.ts';
import { urls } from '../urls.ts';

export const serverId = z.string().describe('Id of the server, as in servers.json');
export const situationIds = z.array(z.string()).describe('Ids as in situations.json, the best fitting first');

const publishedCaseSchema = z.strictObject({
  commands: z
    .array(z.string())
    .describe('Verbs; "SITE CHMOD"; "connect"; "*" for any command; "HTTP" for a web request on the port'),
  when: z.string().describe('The condition, in words'),
  situations: situationIds,
  seen: z.enum(evidenceKindIds).describe('What it was taken from'),
  at: z.string().describe('Where: file and line, address, or "recorded session"'),
  module: z.string().nullable().describe('Part of the program that sends it'),
  versions: z.string().nullable().describe('Versions that send it, where not all do'),
});

/** All of a reply but its code and its server. */
export const replyShape = {
  text: z
    .string()
    .describe('Exactly as sent, without the code; a line end parts lines; names in braces vary'),
  placeholders: z
    .array(
      z.strictObject({
        name: z.string().describe('As it stands in braces'),
        type: z.enum(placeholderTypes).describe('What stands there'),
      }),
    )
    .describe('What varies, in the order of the text'),
  sent: z.boolean().describe('False for a text that stands in the program and that no command sends'),
  product: z.string().nullable().describe('Whose text it is, where an entry gathers several products'),
  cases: z.array(publishedCaseSchema).describe('The conditions under which it is sent'),
  scenarios: z
    .array(z.string())
    .describe('Ids as in scenarios.json: where it was received from the running server'),
  url: z.string().describe("Path of the text's place on the server's page"),
} as const;

export type PublishedReply = z.infer<z.ZodObject<typeof replyShape>>;

export function publishedReply(reply: Reply): PublishedReply {
  const { server, text, placeholders, cases, anchor } = reply;
  return {
    text,
    placeholders: placeholdersIn(text).map((name) => ({ name, type: placeholders[name] ?? 'text' })),
    sent: !reply.unsent,
    product: reply.product ?? null,
    cases: cases.map(({ commands, when, situations, seen, at, module, versions }) => ({
      commands: [...commands],
      when,
      situations: [...situations],
      seen: seen ?? server.read.kind,
      at,
      module: module ?? null,
      versions: versions ?? null,
    })),
    scenarios: [...reply.scenarios],
    url: `${urls.server(server.id)}#${anchor}`,
  };
}
