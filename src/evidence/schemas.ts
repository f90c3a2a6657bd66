/** The schemas of content/servers, content/clients, content/situations and content/observed. */
import { z } from 'astro/zod';
import { line, replyNumber, sentences, sourceSchema } from '../schemas.ts';
import {
  clientKinds,
  clientReadKinds,
  evidenceKindIds,
  operations,
  placeholderTypes,
  situationGroups,
} from './records.ts';

const id = z.string().regex(/^[a-z0-9]+([-.][a-z0-9]+)*$/, 'expected lower-case words parted by hyphens');

/** What follows a comma in a table: no capital needed, no full stop wanted. */
const phrase = (most: number) =>
  line(most).refine((text) => !/\.$/.test(text), 'expected no full stop at the end');

/** `at` names a place in what `seen` says: a file and line, an address, a scenario. */
const caseSchema = z.strictObject({
  commands: z.array(z.string().regex(/^(\*|connect|HTTP|(SITE |OPTS )?[A-Z][A-Z0-9]+)$/)).min(1),
  when: phrase(200),
  at: line(200),
  seen: z.enum(evidenceKindIds).optional(),
  module: line(40).optional(),
  versions: line(60).optional(),
  situations: z.array(id).max(3).default([]),
});

const serverReplySchema = z.strictObject({
  code: replyNumber,
  text: z.string(),
  placeholders: z.record(z.string(), z.enum(placeholderTypes)).default({}),
  unsent: z.literal(true).optional(),
  product: line(60).optional(),
  cases: z.array(caseSchema).min(1),
});

const directiveSchema = z.strictObject({
  name: line(80),
  does: sentences(300),
  situations: z.array(id).default([]),
});

export const serverSchema = z.strictObject({
  name: line(60),
  /** Where a row has little room. */
  short: line(16),
  /** Its place in tables of all servers: the ones people meet most come first, the others by name. */
  rank: z.int().min(1).optional(),
  about: sentences(500),
  read: z.strictObject({
    kind: z.enum(evidenceKindIds),
    version: line(200),
    from: line(300),
    /** Every code that version can send is listed, so that absence means that it does not send the code. */
    whole: z.boolean(),
    sources: z.array(sourceSchema).default([]),
  }),
  /** How to tell from the session that this server answers. */
  recognise: sentences(700),
  differs: z.array(sentences(600)).default([]),
  directives: z.array(directiveSchema).default([]),
  replies: z.array(serverReplySchema).min(1),
});
export type ServerData = z.infer<typeof serverSchema>;

const receivedSchema = z.strictObject({ to: z.int().min(-1), lines: z.array(z.string()) });

export const serverRecordsSchema = z.strictObject({
  server: id,
  version: line(80),
  system: line(80),
  records: z
    .array(
      z.strictObject({
        scenario: id,
        profile: id,
        setup: z.array(z.strictObject({ sent: z.string(), code: replyNumber.nullable() })).default([]),
        sent: z.array(z.string()),
        replies: z.array(receivedSchema),
        closed: z.boolean(),
        /** False where a second run answered otherwise. */
        stable: z.literal(false).optional(),
      }),
    )
    .min(1),
});
export type ServerRecords = z.infer<typeof serverRecordsSchema>;

export const scenariosSchema = z.strictObject({
  profiles: z.record(id, phrase(200)),
  scenarios: z.record(
    id,
    z.strictObject({
      about: phrase(200),
      situation: id.optional(),
      except: z.array(id).optional(),
      decides: z.union([z.int().min(0), z.literal('end')]).optional(),
    }),
  ),
});
export type Scenarios = z.infer<typeof scenariosSchema>;

/** What a finding or a ticket says in place of a page. What has nothing true to say is left out. */
export const briefSchema = z.strictObject({
  cause: sentences(220),
  client: sentences(280).optional(),
  server: sentences(280).optional(),
  /** How to see that this was it, or that the cure works. */
  check: sentences(260).optional(),
});
export type Brief = z.infer<typeof briefSchema>;

export const situationSchema = z.strictObject({
  title: line(60),
  /** Where a row has little room. */
  short: line(32),
  group: z.enum(situationGroups),
  /** What happened, in one sentence. */
  summary: sentences(300),
  brief: briefSchema,
  /** The commands it is about; what was seen with others stands behind. Absent: whatever was sent. */
  commands: z.array(z.string().regex(/^(connect|[A-Z]+)$/)).default([]),
  /** The code that an author of a server should choose; the body says why. */
  choose: z.array(replyNumber).min(1).max(3),
  lookalikes: z.array(z.strictObject({ situation: id, tell: sentences(300) })).default([]),
  /** Comparisons, "450-vs-550". */
  pairs: z.array(z.string().regex(/^\d+-vs-\d+$/)).max(8),
  keywords: z.array(line(60)).min(1),
  sources: z.array(sourceSchema).default([]),
});
export type SituationData = z.infer<typeof situationSchema>;

/** What a log can show that is no situation with answers of servers: content/findings. */
export const findingSchema = z.strictObject({
  title: line(70),
  brief: briefSchema,
  /** Addresses of this site that explain it further. */
  pages: z
    .array(z.string().regex(/^\/([a-z0-9.-]+\/)+$/))
    .min(1)
    .max(4),
});
export type FindingData = z.infer<typeof findingSchema>;

/** A session log to try the decoder with: content/sessions. */
export const sessionSchema = z.strictObject({
  title: line(70),
  /** The program whose log it is. */
  form: line(60),
  /** Its place in the list. */
  rank: z.int().min(1),
  /** What the decoder has to find in it. */
  finding: id,
  log: z.string().min(1),
});
export type SessionData = z.infer<typeof sessionSchema>;

/** Which codes an entry is about: "550", "5xx", "220 230", "not 2xx", "none" (no reply), "any". */
const codesSpec = z.string().regex(/^(any|none|(not )?([1-6]\d\d|[1-6]xx)( ([1-6]\d\d|[1-6]xx))*)$/);

export const clientSchema = z.strictObject({
  name: line(60),
  kind: z.enum(clientKinds),
  about: sentences(500),
  read: z
    .strictObject({
      kind: z.enum(clientReadKinds).default('source'),
      version: line(120),
      from: line(200),
      sources: z.array(sourceSchema).default([]),
    })
    .optional(),
  /** Present where the exit status is the same whatever happens. */
  exitTells: z.literal(false).optional(),
  /** How it was run when it was recorded. */
  ran: sentences(300).optional(),
  /** What it makes good without a word, or what it adds. */
  repairs: z.array(sentences(500)).default([]),
  /** Whether it repeats a command or a session. */
  retries: sentences(500),
  /** Its own names for codes, its exit statuses or its error codes. */
  names: z
    .array(
      z.strictObject({
        code: replyNumber.optional(),
        exit: z.int().optional(),
        /** A number that it prints for an error, and that is not its exit status. */
        error: z.int().optional(),
        /** Of an exception: the class of replies that raises it. */
        class: z.enum(['1xx', '2xx', '3xx', '4xx', '5xx']).optional(),
        /** Of an exit status: the codes that lead to it. */
        codes: z.array(replyNumber).optional(),
        name: line(80).optional(),
        text: line(160).optional(),
      }),
    )
    .default([]),
  reads: z
    .array(
      z.strictObject({
        step: phrase(120),
        codes: codesSpec,
        does: phrase(300),
        message: line(300).optional(),
        at: line(160),
      }),
    )
    .default([]),
});
export type ClientData = z.infer<typeof clientSchema>;

export const clientRecordsSchema = z.strictObject({
  client: id,
  version: line(80),
  system: line(80),
  /** Steps of the session that it never takes. */
  unused: z.array(z.string()).default([]),
  records: z
    .array(
      z.strictObject({
        operation: z.enum(operations),
        step: z.string(),
        /** The code that the scripted server sent at that step; a word for what is no code. */
        code: z.union([replyNumber, z.string()]),
        exit: z.string(),
        message: z.string(),
        retried: z.int().min(0),
        /** More often than that before the time was up. */
        retriedMore: z.literal(true).optional(),
        /** The whole file reached the other side, whatever the client says; null for a listing. */
        arrived: z.boolean().nullable(),
        /** What it sent afterwards. */
        then: z.array(z.string()).default([]),
        stable: z.literal(false).optional(),
      }),
    )
    .min(1),
});
export type ClientRecords = z.infer<typeof clientRecordsSchema>;
