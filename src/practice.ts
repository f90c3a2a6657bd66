/** Loads what servers and clients are known to do, joins texts with recordings, and hands out typed records. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { answerOf, type Answer } from './evidence/answers.ts';
import type { Scenario, ServerReply } from './evidence/records.ts';
import type {
  ClientData,
  ClientRecords,
  ServerData,
  ServerRecords,
  SituationData,
} from './evidence/schemas.ts';
import { commandsBefore, sayingsOf } from './evidence/saying-of.ts';
import { anchorsOf } from './evidence/wording.ts';

export interface Reply extends ServerReply {
  readonly server: Server;
  /** Its anchor on the server's page. */
  readonly anchor: string;
  /** The scenarios in which it was recorded. */
  readonly scenarios: readonly string[];
}

export interface Server extends Omit<ServerData, 'replies'> {
  readonly id: string;
  readonly replies: readonly Reply[];
  readonly whole: boolean;
  readonly sourceRead: boolean;
  readonly recordedVersion: string | null;
  readonly records: ServerRecords['records'];
  readonly codes: readonly number[];
}

export interface Client extends ClientData {
  readonly id: string;
  readonly recorded: ClientRecords | null;
}

export interface Situation extends SituationData {
  readonly id: string;
  readonly document: CollectionEntry<'situations'>;
  /** One for every server, in their order. */
  readonly answers: readonly Answer<Server, Reply>[];
  /** Every code some server answers with, and the servers, the most usual first. */
  readonly codes: ReadonlyMap<number, readonly Server[]>;
}

export interface Practice {
  readonly servers: readonly Server[];
  readonly clients: readonly Client[];
  readonly situations: readonly Situation[];
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly profiles: ReadonlyMap<string, string>;
  /** Throw if there is none of that id. */
  readonly server: (id: string) => Server;
  readonly situation: (id: string) => Situation;
  /** What servers say with a code, by server, then in the order of their files. */
  readonly said: (code: number) => readonly Reply[];
  /** Situations in which some servers use one of the codes and some the other. */
  readonly customs: (one: number, other: number) => readonly Custom[];
}

/** A situation in which servers differ: those that use only the one code, only the other, and either. */
export interface Custom {
  readonly situation: Situation;
  readonly one: readonly Server[];
  readonly other: readonly Server[];
  readonly both: readonly Server[];
}

/** Headings for many different faults: that servers answer them with different codes says nothing. */
const manifold: ReadonlySet<string> = new Set([
  ...[
    'server-fault',
    'bad-argument',
    'parameter-refused',
    'not-implemented',
    'stray-replies',
    'out-of-order',
  ],
]);

function makeServer(id: string, data: ServerData, records: ServerRecords | undefined): Server {
  const anchors = anchorsOf(data.replies);
  const scenariosOf = new Map<ServerReply, Set<string>>();
  for (const { scenario, sent, replies } of records?.records ?? [])
    for (const received of replies)
      for (const reply of sayingsOf(data.replies, received, commandsBefore(sent, received.to))) {
        const known = scenariosOf.get(reply) ?? new Set();
        scenariosOf.set(reply, known.add(scenario));
      }
  const server = {
    ...data,
    id,
    whole: data.read.whole,
    sourceRead: data.read.kind === 'source',
    recordedVersion: records?.version ?? null,
    records: records?.records ?? [],
    codes: [...new Set(data.replies.filter(({ unsent }) => !unsent).map(({ code }) => code))].toSorted(
      (a, b) => a - b,
    ),
    replies: [] as readonly Reply[],
  };
  server.replies = data.replies.map((reply, index) => ({
    ...reply,
    server,
    anchor: anchors[index] ?? '',
    scenarios: [...(scenariosOf.get(reply) ?? [])],
  }));
  return server;
}

const byName = new Intl.Collator('en', { sensitivity: 'base' });

async function load(): Promise<Practice> {
  const [serverEntries, clientEntries, situationEntries, recordEntries, clientRecordEntries, lab] =
    await Promise.all([
      getCollection('servers'),
      getCollection('clients'),
      getCollection('situations'),
      getCollection('serverRecords'),
      getCollection('clientRecords'),
      getCollection('scenarios'),
    ]);
  const scenarios = new Map(lab.flatMap(({ data }) => Object.entries(data.scenarios)));
  const profiles = new Map(lab.flatMap(({ data }) => Object.entries(data.profiles)));
  const recordsOf = new Map(recordEntries.map(({ data }) => [data.server, data]));
  const servers = serverEntries
    .map(({ id, data }) => makeServer(id, data, recordsOf.get(id)))
    .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99) || byName.compare(a.name, b.name));
  const clientRecordsOf = new Map(clientRecordEntries.map(({ data }) => [data.client, data]));
  const clients = clientEntries
    .map(({ id, data }) => ({ ...data, id, recorded: clientRecordsOf.get(id) ?? null }))
    .toSorted((a, b) => byName.compare(a.name, b.name));
  const situations = situationEntries.map((document): Situation => {
    const { id, data } = document;
    const answers = servers.map((server) =>
      answerOf<Server, Reply>({ id, commands: data.commands }, server, scenarios),
    );
    const uses = answers.flatMap(({ server, codes }) => codes.map((code) => ({ server, code })));
    const codes = new Map(
      [...Map.groupBy(uses, ({ code }) => code)]
        .toSorted((a, b) => b[1].length - a[1].length || a[0] - b[0])
        .map(([code, found]) => [code, found.map(({ server }) => server)]),
    );
    return { ...data, id, document, answers, codes };
  });
  const find = <Found extends { readonly id: string }>(
    all: readonly Found[],
    id: string,
    folder: string,
  ): Found => {
    const found = all.find((one) => one.id === id);
    if (!found) throw new RangeError(`content/${folder} has no "${id}"`);
    return found;
  };
  const replies = servers.flatMap((server) => server.replies.filter(({ unsent }) => !unsent));
  const saidWith = Map.groupBy(replies, ({ code }) => code);
  return {
    servers,
    clients,
    situations,
    scenarios,
    profiles,
    server: (id) => find(servers, id, 'servers'),
    situation: (id) => find(situations, id, 'situations'),
    said: (code) => saidWith.get(code) ?? [],
    customs: (one, other) =>
      situations.flatMap((situation) => {
        const [ones, others] = [situation.codes.get(one), situation.codes.get(other)];
        if (!ones || !others || manifold.has(situation.id)) return [];
        const only = {
          one: ones.filter((server) => !others.includes(server)),
          other: others.filter((server) => !ones.includes(server)),
        };
        if (only.one.length === 0 || only.other.length === 0 || only.one.length + only.other.length < 3)
          return [];
        return [{ situation, ...only, both: ones.filter((server) => others.includes(server)) }];
      }),
  };
}

let loading: Promise<Practice> | undefined;

/** Loaded at the first call, like the catalog. */
export const practice = (): Promise<Practice> => (loading ??= load());
