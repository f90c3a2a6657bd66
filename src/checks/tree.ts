/** Reads content/ as the checks see it: every file with its data, its body and the lines they stand on. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'astro/zod';
import {
  changesSchema,
  codeSchema,
  commandSchema,
  noteSchema,
  type ChangesData,
  type CodeData,
  type CommandData,
  type NoteData,
} from '../schemas.ts';
import {
  clientRecordsSchema,
  clientSchema,
  findingSchema,
  scenariosSchema,
  serverRecordsSchema,
  serverSchema,
  sessionSchema,
  situationSchema,
  type ClientData,
  type ClientRecords,
  type FindingData,
  type Scenarios,
  type ServerData,
  type ServerRecords,
  type SessionData,
  type SituationData,
} from '../evidence/schemas.ts';
import { Model } from '../protocol/model.ts';
import { markupFault } from './markup.ts';

export interface Finding {
  readonly file: string;
  /** 1-based; absent where no line can be named. */
  readonly line?: number | undefined;
  readonly message: string;
}

export interface Entry<Data> {
  readonly file: string;
  /** The file's name without its ending. */
  readonly id: string;
  readonly data: Data;
  readonly body: string;
  /** Line of the file on which the body's first line stands. */
  readonly bodyLine: number;
  /** The line of a field, given its path in the data. */
  readonly lineOf: (...path: readonly PropertyKey[]) => number | undefined;
}

export interface Tree {
  readonly codes: readonly Entry<CodeData>[];
  readonly notes: readonly Entry<NoteData>[];
  readonly commands: readonly Entry<CommandData>[];
  readonly servers: readonly Entry<ServerData>[];
  readonly clients: readonly Entry<ClientData>[];
  readonly situations: readonly Entry<SituationData>[];
  readonly findings: readonly Entry<FindingData>[];
  readonly sessions: readonly Entry<SessionData>[];
  readonly serverRecords: readonly Entry<ServerRecords>[];
  readonly clientRecords: readonly Entry<ClientRecords>[];
  /** One file, or none. */
  readonly scenarios: readonly Entry<Scenarios>[];
  /** One file, or none. */
  readonly changes: readonly Entry<ChangesData>[];
  readonly model: Model;
  /** The numbers of all codes that could be read. */
  readonly known: ReadonlySet<number>;
  /** What kept files from being read into the above. */
  readonly unreadable: readonly Finding[];
}

interface Raw {
  readonly file: string;
  readonly id: string;
  readonly yaml: string;
  readonly yamlLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

function split(file: string, text: string): Raw {
  const id = basename(file).replace(/\.[a-z]+$/, '');
  const match = /^---\r?\n([^]*?\n)---\r?\n/.exec(text);
  if (!file.endsWith('.mdx') || !match) return { file, id, yaml: text, yamlLine: 1, body: '', bodyLine: 1 };
  const bodyLine = match[0].split('\n').length;
  return { file, id, yaml: match[1] ?? '', yamlLine: 2, body: text.slice(match[0].length), bodyLine };
}

/** Control characters, which neither MDX nor XML takes. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

function at(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Reflect.get(value, key);
  }, data);
}

/** The line of the deepest part of the path that exists, so that a missing field points at its parent. */
function lineFinder(document: Document, counter: LineCounter, offset: number) {
  return (...path: readonly PropertyKey[]): number | undefined => {
    for (let depth = path.length; depth > 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
        const start: unknown = node.range[0];
        if (typeof start === 'number') return counter.linePos(start).line + offset - 1;
      }
    }
    return undefined;
  };
}

function issueText(issue: z.core.$ZodIssue, data: unknown): string {
  const field = issue.path.join('.') || 'record';
  if (issue.code === 'unrecognized_keys') {
    return `${issue.keys.join(', ')}: no such field. Expected only the fields CONTRIBUTING.md lists; check the spelling.`;
  }
  const found = show(at(data, issue.path));
  return `${field}: found ${found.length > 90 ? `${found.slice(0, 90)}…` : found}. ${issue.message}.`;
}

type LineOf = Entry<unknown>['lineOf'];
type Read =
  | { readonly data: unknown; readonly lineOf: LineOf }
  | { readonly broken: { readonly line: number | undefined; readonly message: string } };

/** Where fields stand is found out only if somebody asks: that takes three times as long as reading them. */
function lazyLines(raw: Raw): LineOf {
  let lineOf: LineOf | undefined;
  return (...path) => {
    if (!lineOf) {
      const counter = new LineCounter();
      lineOf = lineFinder(parseDocument(raw.yaml, { lineCounter: counter }), counter, raw.yamlLine);
    }
    return lineOf(...path);
  };
}

/** By the parser that Astro reads content with, so that both understand the same. */
function readYaml(raw: Raw): Read {
  try {
    return { data: load(raw.yaml), lineOf: lazyLines(raw) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { broken: { line: error.mark.line + raw.yamlLine, message: `this is not YAML: ${error.reason}` } };
  }
}

function readJson(raw: Raw): Read {
  try {
    const data: unknown = JSON.parse(raw.yaml);
    return { data, lineOf: lazyLines(raw) };
  } catch (error) {
    const line = /line (\d+)/.exec(String(error))?.[1];
    return {
      broken: { line: line ? Number(line) : undefined, message: `this is not JSON: ${String(error)}` },
    };
  }
}

interface Parsed {
  readonly raw: Raw;
  readonly entry: Entry<unknown> | null;
  readonly faults: readonly Finding[];
}
/** What was made of each file the last time: reading takes most of a judgement, and of two trees most files are alike. */
const parsedBefore = new WeakMap<z.ZodType, Map<string, Parsed>>();

function parse<Data>(
  raw: Raw,
  schema: z.ZodType<Data>,
  report: (finding: Finding) => void,
): Entry<Data> | null {
  const files = parsedBefore.get(schema) ?? new Map<string, Parsed>();
  parsedBefore.set(schema, files);
  const before = files.get(raw.file);
  if (
    before &&
    before.raw.yaml === raw.yaml &&
    before.raw.body === raw.body &&
    before.raw.yamlLine === raw.yamlLine
  ) {
    before.faults.forEach(report);
    return before.entry as Entry<Data> | null; // kept under this very schema
  }
  const faults: Finding[] = [];
  const entry = parseAnew(raw, schema, (finding) => faults.push(finding));
  files.set(raw.file, { raw, entry, faults });
  faults.forEach(report);
  return entry;
}

function parseAnew<Data>(
  raw: Raw,
  schema: z.ZodType<Data>,
  report: (finding: Finding) => void,
): Entry<Data> | null {
  for (const [text, line] of [
    [raw.yaml, raw.yamlLine],
    [raw.body, raw.bodyLine],
  ] as const) {
    const found = unprintable.exec(text);
    if (!found) continue;
    const point = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    report({
      file: raw.file,
      line: line + text.slice(0, found.index).split('\n').length - 1,
      message: `found the character U+${point}. Expected text in UTF-8 without control characters; spell it out as \\x${point.slice(2)} where a program prints it.`,
    });
    return null;
  }
  const read = raw.file.endsWith('.json') ? readJson(raw) : readYaml(raw);
  if ('broken' in read) {
    report({ file: raw.file, ...read.broken });
    return null;
  }
  const { data, lineOf } = read;
  const result = schema.safeParse(data);
  const fault = raw.body === '' ? null : markupFault(raw.body);
  if (fault) report({ file: raw.file, line: raw.bodyLine + fault.line - 1, message: fault.message });
  if (result.success) return { ...raw, data: result.data, lineOf };
  for (const issue of result.error.issues) {
    const line =
      issue.code === 'unrecognized_keys' ? lineOf(...issue.path, issue.keys[0] ?? '') : lineOf(...issue.path);
    report({ file: raw.file, line: line ?? raw.yamlLine, message: issueText(issue, data) });
  }
  return null;
}

/**
 * Reads a content folder. Never throws for what stands in a file: what cannot be read is in `unreadable`.
 * @param root the folder that holds ftp/ and commands/
 */
export function readTree(root: string): Tree {
  const unreadable: Finding[] = [];
  const report = (finding: Finding) => unreadable.push(finding);
  const files = (folder: string, ending: string): Raw[] => {
    if (!existsSync(join(root, folder))) {
      report({ file: `content/${folder}`, message: 'there is no such folder. Expected it, with its files.' });
      return [];
    }
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .toSorted()
      .flatMap((name) => {
        const file = posix.join('content', folder, name);
        if (name.endsWith(ending)) return [split(file, readFileSync(join(root, folder, name), 'utf8'))];
        report({ file, message: `this file is read by nobody. Expected a name that ends in ${ending}.` });
        return [];
      });
  };
  const all = <Data>(raws: readonly Raw[], schema: z.ZodType<Data>) =>
    raws.flatMap((raw) => parse(raw, schema, report) ?? []);

  const pages = files('ftp', '.mdx');
  for (const { file, id } of pages)
    if (!/^\d+(-vs-\d+)?$/.test(id))
      report({
        file,
        message: `found the name "${id}". Expected a code (451.mdx) or a pair (450-vs-550.mdx).`,
      });
  const codes = all(
    pages.filter(({ id }) => /^\d+$/.test(id)),
    codeSchema,
  );
  const notes = all(
    pages.filter(({ id }) => /^\d+-vs-\d+$/.test(id)),
    noteSchema,
  );
  const commands = all(files('commands', '.yaml'), commandSchema);
  return {
    codes,
    notes,
    commands,
    servers: all(files('servers', '.yaml'), serverSchema),
    clients: all(files('clients', '.yaml'), clientSchema),
    situations: all(files('situations', '.mdx'), situationSchema),
    findings: all(files('findings', '.yaml'), findingSchema),
    sessions: all(files('sessions', '.yaml'), sessionSchema),
    serverRecords: all(files('observed/servers', '.json'), serverRecordsSchema),
    clientRecords: all(files('observed/clients', '.json'), clientRecordsSchema),
    scenarios: all(files('observed', '.yaml'), scenariosSchema),
    changes: all(files('.', '.yaml'), changesSchema),
    unreadable,
    known: new Set(codes.map(({ data }) => data.code)),
    model: new Model(commands.map(({ data }) => data)),
  };
}
