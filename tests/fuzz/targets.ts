/** What is fuzzed: each target reads a text as the site does, and says what is wrong with what came out. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { readTree } from '../../src/checks/tree.ts';
import { Decoder } from '../../src/decode/decode.ts';
import { Recollection } from '../../src/decode/recall.ts';
import { Reporter } from '../../src/decode/report.ts';
import { neededRows, ticketOf } from '../../src/decode/ticket.ts';
import { answersTo } from '../../src/search/answer.ts';
import type { Known } from '../../src/search/known.ts';
import { Memory } from '../../src/search/recall.ts';
import { knowledge } from '../decode/knowledge.ts';
import { readLogs } from '../decode/logs.ts';
import { corpusOf, type Corpus } from './inputs.ts';

export interface Target {
  readonly name: 'decode' | 'search';
  readonly corpus: Corpus;
  /** The longest run, in characters. */
  readonly most: number;
  /** Reads the text as a browser would; returns all that is shown. Throws only where the code under test does. */
  readonly show: (text: string) => string;
}

/** So many rows the page asks for at once. */
const asked = 200;

function decodeTarget(): Target {
  // What is recalled is kept, so that a fresh one is taken now and then.
  let uses = 0;
  let recollection = new Recollection(knowledge);
  let decoder = new Decoder(recollection);
  return {
    name: 'decode',
    corpus: corpusOf(readLogs('logs').map(({ text }) => text)),
    most: 1_000_000,
    show: (text) => {
      if ((uses += 1) % 2000 === 0) {
        recollection = new Recollection(knowledge);
        decoder = new Decoder(recollection);
      }
      const own = recollection;
      const reporter = new Reporter(decoder.decode(text), own);
      const report = reporter.report();
      const needed = neededRows(report).flatMap((index) => reporter.rows(index, index + 1));
      const { markdown, plain } = ticketOf(report, needed, (path) => `https://example.org${path}`);
      const rows = reporter.rows(0, asked);
      return [...rows.flatMap((row) => [row.text, row.says]), markdown, plain].join('\n');
    },
  };
}

const queriesSchema = z.array(z.object({ query: z.string() }));

/** What the built site's search loads. Throws a sentence if there is no built site. */
function readKnown(): Known {
  const file = 'dist/search/known.json';
  if (!existsSync(file))
    throw new Error('The search is fuzzed with the built site\u2019s data: run "npm run build" first.');
  return JSON.parse(readFileSync(file, 'utf8')) as Known; // made by the build from src/search/know.ts
}

function searchTarget(): Target {
  const { codes, commands } = readTree('content');
  const vocabulary = {
    codes: new Map(codes.map(({ data: { code, name, when } }) => [code, { name, when }])),
    commands: new Map(commands.map(({ data: { verb, name } }) => [verb, name])),
  };
  const memory = new Memory(readKnown(), (code) => vocabulary.codes.get(code)?.when ?? '');
  const queries = queriesSchema.parse(
    parse(readFileSync(new URL('../search/queries.yaml', import.meta.url), 'utf8')),
  );
  return {
    name: 'search',
    corpus: corpusOf(queries.map(({ query }) => query)),
    most: 100_000,
    show: (text) => {
      const early = answersTo(text, vocabulary, null);
      const { hits, unlikely } = answersTo(text, vocabulary, memory);
      // A query may be shown again; its secrets are the reader's own.
      return [...early.hits, ...hits, ...unlikely].map(({ url, title }) => `${url} ${title}`).join('\n');
    },
  };
}

export const targets = { decode: decodeTarget, search: searchTarget } as const;
