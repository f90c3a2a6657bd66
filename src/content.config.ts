import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import {
  clientRecordsSchema,
  clientSchema,
  scenariosSchema,
  serverRecordsSchema,
  serverSchema,
  situationSchema,
} from './evidence/schemas.ts';
import { codeSchema, commandSchema, noteSchema } from './schemas.ts';

// One collection for codes and for the editor's notes on pairs: the file's name tells which it is, and a
// strict schema for each gives exact messages, which a union of the two would not.
const ftp = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './content/ftp' }),
  schema: codeSchema.or(noteSchema),
});

const commands = defineCollection({
  loader: glob({ pattern: '*.yaml', base: './content/commands' }),
  schema: commandSchema,
});

// A dot in a name ("filezilla-server-0.9") belongs to the id, which the loader's own rule would drop.
const generateId = ({ entry }: { entry: string }) => entry.replace(/\.\w+$/, '');

const servers = defineCollection({
  loader: glob({ pattern: '*.yaml', base: './content/servers', generateId }),
  schema: serverSchema,
});

const clients = defineCollection({
  loader: glob({ pattern: '*.yaml', base: './content/clients', generateId }),
  schema: clientSchema,
});

const situations = defineCollection({
  loader: glob({ pattern: '*.mdx', base: './content/situations', generateId }),
  schema: situationSchema,
});

const serverRecords = defineCollection({
  loader: glob({ pattern: '*.json', base: './content/observed/servers', generateId }),
  schema: serverRecordsSchema,
});

const clientRecords = defineCollection({
  loader: glob({ pattern: '*.json', base: './content/observed/clients', generateId }),
  schema: clientRecordsSchema,
});

const scenarios = defineCollection({
  loader: glob({ pattern: 'scenarios.yaml', base: './content/observed', generateId }),
  schema: scenariosSchema,
});

export const collections = {
  ftp,
  commands,
  servers,
  clients,
  situations,
  serverRecords,
  clientRecords,
  scenarios,
};
