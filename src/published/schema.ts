/** The one schema of all that is published: types for the build, JSON Schema for everybody else. */
import { z } from 'astro/zod';
import { publishedChangeSchema } from './changes.ts';
import { publishedClientSchema } from './clients.ts';
import { publishedCodeSchema, publishedCodeWithRepliesSchema } from './codes.ts';
import { publishedCommandSchema } from './commands.ts';
import { publishedComparisonSchema } from './comparisons.ts';
import { publishedScenarioSchema } from './scenarios.ts';
import { publishedServerSchema } from './servers.ts';
import { publishedSituationSchema } from './situations.ts';

/** A property for each kind of file, which is the schema of that file by itself. */
export const publishedSchema = z.strictObject({
  codes: z.array(publishedCodeSchema).describe('Every code, without the texts of servers'),
  commands: z.array(publishedCommandSchema).describe('Every command with the replies it may get, in order'),
  code: publishedCodeWithRepliesSchema.describe(
    'One code, with every text that servers send with it; each code has such a file',
  ),
  comparisons: z
    .array(publishedComparisonSchema)
    .describe(
      'The comparisons with an editor’s note; each also stands in a file of its own, such as 450-vs-550.json',
    ),
  servers: z.array(publishedServerSchema).describe('What each server is known to send, and when'),
  situations: z.array(publishedSituationSchema).describe('What went wrong, and what each server answers'),
  clients: z.array(publishedClientSchema).describe('What clients make of replies'),
  scenarios: z.array(publishedScenarioSchema).describe('What was done to running servers to record them'),
  changes: z.array(publishedChangeSchema).describe('What was added to the data, the newest first'),
});
export type Published = z.infer<typeof publishedSchema>;

export const publishedJsonSchema = z.toJSONSchema(publishedSchema);
export type PublishedJsonSchema = z.core.JSONSchema.BaseSchema;

/** The schema of one kind of file. */
export function schemaOf(kind: keyof Published): z.core.JSONSchema.BaseSchema {
  const found = publishedJsonSchema.properties?.[kind];
  if (typeof found !== 'object') throw new Error(`the schema has no ${kind}`);
  return found;
}
