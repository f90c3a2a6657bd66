/** The schemas of content/ftp, content/commands and content/changes.yaml, shared by Astro's collections and by the content checks.
 * What servers and clients do has its own, in src/evidence/schemas.ts. */
import { z } from 'astro/zod';
import { actors, controls, dataStates, retries } from './protocol/attributes.ts';
import { codeStatuses, commandStatuses } from './protocol/records.ts';

export const line = (most: number) => z.string().trim().min(1).max(most);

/** A clause that a program puts into a sentence: "451 says that …", "Send 451 when …". */
const clause = line(160)
  .refine((text) => /^([^A-Z]|[A-Z]{2})/.test(text), 'expected a lower-case start')
  .refine((text) => !/[.;:\s]$/.test(text), 'expected no full stop at the end')
  .refine(
    (text) => !/^(that|when|if) /.test(text),
    'expected a clause that does not start with "that", "when" or "if"',
  );

export const sentences = (most: number) =>
  line(most).regex(
    // Names of programs keep their small letters at the start of a sentence.
    /^(?:[^a-z]|(?:vsftpd|pyftpdlib|wu-ftpd|bftpd|uftpd|aioftp|libunftp|inetutils|ftp-srv|curl|lftp|rclone|tnftp|basic-ftp|goftp)\b)[^]*[.)]$/,
    { error: 'expected whole sentences: a capital at the start and a full stop at the end' },
  );

export const sourceSchema = z.strictObject({
  title: line(160).describe('Program with version and file, document or thread'),
  url: z.url().optional().describe('Its address, where it has one'),
});
export type Source = z.infer<typeof sourceSchema>;

export const replyNumber = z.int();

export const codeSchema = z.strictObject({
  code: replyNumber,
  name: line(60),
  gloss: line(28),
  label: z.string().min(1).optional(),
  status: z.enum(codeStatuses),
  definedBy: z.array(line(60)),
  listedBy: z.array(line(160)).default([]),
  summary: sentences(360),
  says: clause,
  when: sentences(260),
  action: sentences(320),
  /** The same for the one who runs the server; absent where nothing is for them to do. */
  operator: sentences(320).optional(),
  send: clause.optional(),
  never: sentences(260).optional(),
  replacedBy: z.array(replyNumber).default([]),
  retry: z.enum(retries).optional(),
  actor: z.enum(actors).optional(),
  control: z.enum(controls).optional(),
  data: z.enum(dataStates).optional(),
  keywords: z.array(line(60)).min(1),
  related: z.array(replyNumber).max(6),
  unverified: sentences(300).optional(),
  socket: z.string().regex(/^WSA/).optional(),
  sources: z.array(sourceSchema).default([]),
});
export type CodeData = z.infer<typeof codeSchema>;

export const noteSchema = z.strictObject({
  codes: z.tuple([replyNumber, replyNumber]),
  answer: sentences(360),
  which: sentences(400),
  teaser: sentences(100).or(line(100).regex(/[?]$/)),
  sources: z.array(sourceSchema).default([]),
});
export type NoteData = z.infer<typeof noteSchema>;

export const stepSchema = z.strictObject({
  after: replyNumber
    .nullable()
    .describe('null: what can come first; a 1xx: what may follow it; a 3xx: what to send next'),
  then: z.array(replyNumber).min(1).optional().describe('The replies that can come there'),
  thenCommand: z.array(z.string()).min(1).optional().describe('The commands that the client sends next'),
  optional: z
    .array(replyNumber)
    .optional()
    .describe('Of `then`, those that may come and need not, with more to follow'),
  source: line(160).describe('Document with section'),
  note: line(400).optional().describe('What to know about the step'),
});

export const commandSchema = z.strictObject({
  verb: z.string().regex(/^[A-Z][A-Z0-9]{2,6}$|^\(connect\)$/),
  name: line(80),
  status: z.enum(commandStatuses),
  definedBy: z.array(line(60)),
  feat: z.string(),
  group: line(40),
  aliasOf: z.string().optional(),
  pseudo: z.boolean().optional(),
  syntax: line(200),
  purpose: sentences(400),
  sequence: z.array(stepSchema),
  relatedReplies: z.array(replyNumber).optional(),
  notes: z.array(sentences(700)),
  sources: z.array(sourceSchema).default([]),
});
export type CommandData = z.infer<typeof commandSchema>;

/** One thing that is different for a reader. Its id is its anchor and its name in the feed, and never changes. */
const changeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words parted by hyphens'),
  // In quotes: one of the two readers of YAML at work here takes a bare date for a point in time.
  date: z.iso.date('expected a date in quotes, such as "2026-11-21"'),
  title: line(90).regex(/[^.]$/, 'expected no full stop at the end'),
  text: sentences(400),
  /** Addresses of the pages it is seen on, as content writes them. */
  pages: z.array(z.string().regex(/^\/([\w-]+\/)*$/, 'expected an address such as /ftp/451/')).min(1),
});
export const changesSchema = z.strictObject({ changes: z.array(changeSchema).min(1) });
export type ChangesData = z.infer<typeof changesSchema>;
export type Change = ChangesData['changes'][number];
