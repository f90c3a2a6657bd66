/** Loads the collections once, resolves what refers to what, and hands out typed records to the pages. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { attributesOf, badge, type Attributes } from './protocol/attributes.ts';
import {
  classes,
  classIds,
  classOf,
  groupIds,
  groupOf,
  type ClassId,
  type GroupId,
} from './protocol/digits.ts';
import { Model } from './protocol/model.ts';
import { nearness } from './protocol/nearest.ts';
import { codeSchema, noteSchema, type CodeData, type CommandData, type NoteData } from './schemas.ts';
import { fencesIn, practiceOf } from './prose/fence.ts';
import { codesShown, inOneExchange } from './protocol/witnesses.ts';
import { pairSlug } from './urls.ts';

type Document = CollectionEntry<'ftp'>;

export interface Code extends CodeData {
  readonly document: Document;
  readonly class: ClassId;
  readonly group: GroupId | null;
  /** The digit that style sheets know the class by. */
  readonly digit: string;
  readonly attributes: Attributes;
  readonly badge: string;
}

export interface Note extends NoteData {
  readonly document: Document;
}

/** An exchange from the content that shows two codes together. */
export interface Witness {
  readonly source: string;
  readonly meta: string;
  /** The code whose page it stands on. */
  readonly page: number;
  /** True if one command gets both; false if they answer different commands of one session. */
  readonly oneExchange: boolean;
}

export interface Catalog {
  readonly codes: readonly Code[];
  readonly commands: readonly CommandData[];
  readonly model: Model;
  /** Throws if there is no such code. */
  readonly code: (code: number) => Code;
  readonly has: (code: number) => boolean;
  readonly note: (one: number, other: number) => Note | undefined;
  readonly notes: readonly Note[];
  /** The shortest exchange that shows both codes, one in which they answer the same command first. */
  readonly witness: (one: number, other: number) => Witness | undefined;
  /** All other codes, nearest first. */
  readonly neighbours: (code: number) => readonly Code[];
  readonly inClass: (id: ClassId) => readonly Code[];
  readonly inGroup: (id: GroupId) => readonly Code[];
  /** The classes and groups that have codes, in order. */
  readonly classIds: readonly ClassId[];
  readonly groupIds: readonly GroupId[];
  /** Every pair, lower code first. */
  readonly pairs: () => readonly (readonly [Code, Code])[];
}

function codeOf(document: Document): Code {
  const data = codeSchema.parse(document.data);
  const attributes = attributesOf(data.code, data);
  const id = classOf(data.code);
  return {
    ...data,
    document,
    class: id,
    group: groupOf(data.code),
    digit: classes[id].digit,
    attributes,
    badge: badge(data.code, attributes),
  };
}

/** Longer sessions show many codes, but no reader sees the two among them. */
const mostLines = 12;

function witnessesIn(codes: readonly Code[]): ReadonlyMap<string, Witness> {
  const best = new Map<string, Witness>();
  const better = (a: Witness, b: Witness | undefined): boolean => {
    if (!b || a.oneExchange !== b.oneExchange) return !b || a.oneExchange;
    const [aPractice, bPractice] = [practiceOf(a.meta) !== null, practiceOf(b.meta) !== null];
    return aPractice === bPractice ? a.source.length < b.source.length : !aPractice;
  };
  for (const { code: page, document } of codes)
    for (const { source, meta } of fencesIn(document.body ?? '')) {
      if (source.split('\n').length > mostLines) continue;
      const shown = [...codesShown(source)];
      for (const [index, one] of shown.entries())
        for (const other of shown.slice(index + 1)) {
          const witness = { source, meta, page, oneExchange: inOneExchange(source, one, other) };
          const slug = pairSlug(one, other);
          if (better(witness, best.get(slug))) best.set(slug, witness);
        }
    }
  return best;
}

async function load(): Promise<Catalog> {
  const [documents, commandEntries] = await Promise.all([getCollection('ftp'), getCollection('commands')]);
  const isNote = ({ id }: Document) => id.includes('-vs-');
  const codes = documents
    .filter((document) => !isNote(document))
    .map(codeOf)
    .toSorted((a, b) => a.code - b.code);
  const notes = documents
    .filter(isNote)
    .map((document) => ({ ...noteSchema.parse(document.data), document }))
    .toSorted((a, b) => a.codes[0] - b.codes[0] || a.codes[1] - b.codes[1]);
  const commands = commandEntries.map(({ data }) => data);
  const model = new Model(commands);
  const byCode = new Map(codes.map((code) => [code.code, code]));
  const byPair = new Map(notes.map((note) => [pairSlug(...note.codes), note]));
  const note = (one: number, other: number) => byPair.get(pairSlug(one, other));
  const nearest = new Map<number, readonly Code[]>();
  const witnesses = witnessesIn(codes);
  const code = (number: number): Code => {
    const found = byCode.get(number);
    if (!found) throw new RangeError(`${number} is not a code of content/ftp`);
    return found;
  };
  return {
    codes,
    commands,
    model,
    notes,
    note,
    witness: (one, other) => witnesses.get(pairSlug(one, other)),
    code,
    has: (number) => byCode.has(number),
    neighbours(number) {
      const known = nearest.get(number);
      if (known) return known;
      const self = code(number);
      const sorted = codes
        .filter((other) => other !== self)
        .map((other) => ({
          other,
          score: nearness(self, other, model, note(number, other.code) !== undefined),
        }))
        .toSorted((a, b) => b.score - a.score || a.other.code - b.other.code)
        .map(({ other }) => other);
      nearest.set(number, sorted);
      return sorted;
    },
    inClass: (id) => codes.filter((candidate) => candidate.class === id),
    inGroup: (id) => codes.filter((candidate) => candidate.group === id),
    classIds: classIds.filter((id) => codes.some((candidate) => candidate.class === id)),
    groupIds: groupIds.filter((id) => codes.some((candidate) => candidate.group === id)),
    pairs: () => codes.flatMap((low, index) => codes.slice(index + 1).map((high) => [low, high] as const)),
  };
}

let loading: Promise<Catalog> | undefined;

/** The catalog; loaded at the first call, because getCollection walks every entry each time. */
export const catalog = (): Promise<Catalog> => (loading ??= load());
