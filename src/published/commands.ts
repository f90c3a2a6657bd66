/** A command as programs get it: /api/commands.json. */
import { z } from 'astro/zod';
import { plainText } from '../prose/inline.ts';
import { commandStatuses } from '../protocol/records.ts';
import { sourceSchema, stepSchema, type CommandData } from '../schemas.ts';
import { urls } from '../urls.ts';
import { dataVersion, versionSchema } from './changes.ts';

export const publishedCommandSchema = z.strictObject({
  version: versionSchema,
  verb: z.string().describe('The verb; "(connect)" for the greeting of a new connection'),
  name: z.string().describe('The verb in words'),
  status: z.enum(commandStatuses).describe('Whether a standard in force has it'),
  definedBy: z.array(z.string()).describe('Documents with section'),
  feat: z.string().describe('Its line in FEAT, or its code in the registry of RFC 5797'),
  group: z.string().describe('What kind of command it is'),
  aliasOf: z.string().nullable().describe('The command of which it is an older spelling'),
  pseudo: z.boolean().describe('True for what has replies and is no command: the connection itself'),
  syntax: z.string().describe('As RFCs write it: RETR <SP> <pathname> <CRLF>'),
  purpose: z.string().describe('What it asks of the server'),
  sequence: z.array(stepSchema).describe('The replies it may get, in order, after RFC 959 §5.4'),
  notes: z.array(z.string()).describe('What is known from practice, one claim each'),
  sources: z.array(sourceSchema).describe('What is cited beside RFCs'),
  url: z.string().describe('Path of the page'),
});

export function publishedCommand(command: CommandData): z.infer<typeof publishedCommandSchema> {
  const { verb, name, status, definedBy, feat, group, syntax, sequence, sources } = command;
  return {
    version: dataVersion,
    verb,
    name,
    status,
    definedBy,
    feat,
    group,
    aliasOf: command.aliasOf ?? null,
    pseudo: command.pseudo ?? false,
    syntax,
    purpose: plainText(command.purpose),
    sequence,
    notes: command.notes.map(plainText),
    sources,
    url: urls.command(verb),
  };
}
