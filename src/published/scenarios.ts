/** What was done to running servers, as programs get it: /api/scenarios.json. */
import { z } from 'astro/zod';
import type { Scenario } from '../evidence/records.ts';
import { versionSchema, dataVersion } from './changes.ts';

export const publishedScenarioSchema = z.strictObject({
  version: versionSchema,
  id: z.string().describe('Id, as replies name it'),
  about: z.string().describe('What the client does'),
  situation: z.string().nullable().describe('Id of the situation that it provokes; null if it provokes none'),
});

export const publishedScenario = (
  id: string,
  { about, situation }: Scenario,
): z.infer<typeof publishedScenarioSchema> => ({
  version: dataVersion,
  id,
  about,
  situation: situation ?? null,
});
