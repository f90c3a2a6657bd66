/** The records as programs get them: one type a field, plain text, addresses from urls.ts. */
import { z } from 'astro/zod';
import type { Catalog, Code } from './catalog.ts';
import { plainText } from './prose/inline.ts';
import { actors, controls, dataStates, retries } from './protocol/attributes.ts';
import { classes, classIds } from './protocol/digits.ts';
import { codeStatuses, commandStatuses } from './protocol/records.ts';
import { sourceSchema, stepSchema, type CommandData } from './schemas.ts';
import { urls } from './urls.ts';

/** Raised when a field changes its meaning; fields are only ever added within a version. */
export const dataVersion = 1;

export const publishedCodeSchema = z.strictObject({
  version: z.literal(dataVersion),
  code: z.int(),
  name: z.string(),
  label: z.string().nullable().describe("The defining document's own words"),
  status: z.enum(codeStatuses),
  class: z.enum(classIds),
  className: z.string(),
  group: z.string().nullable(),
  definedBy: z.array(z.string()),
  summary: z.string(),
  when: z.string(),
  action: z.string(),
  send: z.string().nullable().describe('Continues "Send it when …"; null where no server should send it'),
  retry: z.enum(retries),
  actor: z.enum(actors),
  control: z.enum(controls),
  data: z.enum(dataStates),
  commands: z.array(z.string()),
  nearest: z.array(z.int()),
  keywords: z.array(z.string()),
  unverified: z.string().nullable(),
  sources: z.array(sourceSchema),
  url: z.string().describe('Path of the page, with the base of the site'),
});
export type PublishedCode = z.infer<typeof publishedCodeSchema>;

export function publishedCode(code: Code, { model, neighbours }: Catalog): PublishedCode {
  return {
    version: dataVersion,
    code: code.code,
    name: code.name,
    label: code.label ?? null,
    status: code.status,
    class: code.class,
    className: classes[code.class].name,
    group: code.group,
    definedBy: code.definedBy,
    summary: plainText(code.summary),
    when: plainText(code.when),
    action: plainText(code.action),
    send: code.send ?? null,
    ...code.attributes,
    commands: [...model.verbs(code.code)],
    nearest: neighbours(code.code)
      .slice(0, 6)
      .map((other) => other.code),
    keywords: code.keywords,
    unverified: code.unverified ?? null,
    sources: code.sources,
    url: urls.code(code.code),
  };
}

export const publishedCommandSchema = z.strictObject({
  verb: z.string(),
  name: z.string(),
  status: z.enum(commandStatuses),
  definedBy: z.array(z.string()),
  syntax: z.string(),
  purpose: z.string(),
  sequence: z.array(stepSchema),
  notes: z.array(z.string()),
  url: z.string(),
});

export function publishedCommand(command: CommandData): z.infer<typeof publishedCommandSchema> {
  const { verb, name, status, definedBy, syntax, sequence } = command;
  return {
    verb,
    name,
    status,
    definedBy,
    syntax,
    purpose: plainText(command.purpose),
    sequence,
    notes: command.notes.map(plainText),
    url: urls.command(verb),
  };
}

export const publishedSchema = z.strictObject({
  codes: z.array(publishedCodeSchema),
  commands: z.array(publishedCommandSchema),
});

export const json = (value: unknown): Response =>
  new Response(`${JSON.stringify(value, null, 1)}\n`, { headers: { 'Content-Type': 'application/json' } });

/** A body as plain Markdown: our links become ordinary ones, the front matter a heading and a summary. */
export function markdownOf(code: Code, { has }: Catalog): string {
  const linked = (text: string): string =>
    text
      .replaceAll(
        /\[(\d{3,5}) vs (\d{3,5})\](?!\()/g,
        (_, low: string, high: string) => `[${low} vs ${high}](${urls.pair(Number(low), Number(high))})`,
      )
      .replaceAll(/\[(\d{3,5})\](?!\()/g, (whole, number: string) =>
        has(Number(number)) ? `[${number}](${urls.code(Number(number))})` : whole,
      )
      .replaceAll(/\[([A-Z][A-Z0-9]{2,6})\](?!\()/g, (_, verb: string) => `[${verb}](${urls.command(verb)})`);
  const body = code.document.body ?? '';
  const parts = body.split(/(^```[^]*?^```$)/m).map((part) => (part.startsWith('```') ? part : linked(part)));
  return [`# FTP ${code.code}: ${code.name}`, linked(code.summary), parts.join('').trim(), '']
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
