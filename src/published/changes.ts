/** The version of the published data, and what was added to it when. */
import { z } from 'astro/zod';

/** Raised when a field goes away or changes its meaning; within a version, fields and files are only ever added. */
export const dataVersion = 1;

/** Every published record has it. */
export const versionSchema = z
  .literal(dataVersion)
  .describe('Version of the data; within one, fields and files are only added');

export const publishedChangeSchema = z.strictObject({
  version: z.int().describe('Version of the data that the change belongs to'),
  date: z.iso.date().describe('Day of the change, YYYY-MM-DD'),
  change: z.string().describe('What was added, or what changed with a new version'),
});

/** The newest first. */
export const changes: readonly z.infer<typeof publishedChangeSchema>[] = [
  {
    version: 1,
    date: '2026-11-21',
    change:
      'Added: servers.json, situations.json, clients.json, scenarios.json, comparisons.json and changes.json; JSON and Markdown for each comparison with an editor’s note, Markdown for each situation; llms-full.txt. A code’s own JSON has replies and neverSentBy. Codes have gloss, says, listedBy, never, operator, replacedBy and socket; commands have version, feat, group, aliasOf, pseudo and sources.',
  },
  {
    version: 1,
    date: '2026-11-21',
    change:
      'The first version: codes.json, commands.json and schema.json; JSON and Markdown for each code; llms.txt.',
  },
];
