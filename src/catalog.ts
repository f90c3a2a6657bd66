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

export interface Catalog {
  readonly codes: readonly Code[];
  readonly commands: readonly CommandData[];
  readonly model: Model;
  /** Throws if there is no such code. */
  readonly code: (code: number) => Code;
  readonly has: (code: number) => boolean;
  readonly note: (one: number, other: number) => Note | undefined;
  readonly notes: readonly Note[];
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
