import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
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

export const collections = { ftp, commands };
