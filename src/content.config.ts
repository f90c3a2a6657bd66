import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import type { z } from 'astro/zod';
import {
  clientRecordsSchema,
  clientSchema,
  findingSchema,
  scenariosSchema,
  serverRecordsSchema,
  serverSchema,
  sessionSchema,
  situationSchema,
} from './evidence/schemas.ts';
import { changesSchema, codeSchema, commandSchema, noteSchema } from './schemas.ts';

// A dot in a name ("filezilla-server-0.9") belongs to the id, which the loader's own rule would drop.
const generateId = ({ entry }: { entry: string }) => entry.replace(/\.\w+$/, '');

/** The files of one folder below content/, each under the schema. */
const folder = <Schema extends z.ZodType>(path: string, pattern: string, schema: Schema) =>
  defineCollection({ loader: glob({ pattern, base: `./content/${path}`, generateId }), schema });

export const collections = {
  // One collection for codes and for the editor's notes on pairs: the file's name tells which it is, and a
  // strict schema for each gives exact messages, which a union of the two would not.
  ftp: folder('ftp', '*.mdx', codeSchema.or(noteSchema)),
  commands: folder('commands', '*.yaml', commandSchema),
  servers: folder('servers', '*.yaml', serverSchema),
  clients: folder('clients', '*.yaml', clientSchema),
  situations: folder('situations', '*.mdx', situationSchema),
  findings: folder('findings', '*.yaml', findingSchema),
  sessions: folder('sessions', '*.yaml', sessionSchema),
  serverRecords: folder('observed/servers', '*.json', serverRecordsSchema),
  clientRecords: folder('observed/clients', '*.json', clientRecordsSchema),
  changes: folder('', 'changes.yaml', changesSchema),
  scenarios: folder('observed', 'scenarios.yaml', scenariosSchema),
};
