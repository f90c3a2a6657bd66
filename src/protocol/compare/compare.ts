/** The comparison of two codes, computed from their records and the reply sequences. */
import {
  actorCell,
  afterwards,
  attributesOf,
  controlWords,
  dataWords,
  outcomeWords,
  retryWords,
} from '../attributes.ts';
import { classes, classOf, groupOf, groups } from '../digits.ts';
import type { Model } from '../model.ts';
import type { CodeRecord, CodeStatus } from '../records.ts';
import type { Relation } from './relation.ts';
import { preferred, relationsOf } from './relations.ts';
import { meetingOf, type Meeting } from './together.ts';
import { meaningSentence, relationSentence, verbList } from './words.ts';

export interface Difference {
  readonly label: string;
  readonly low: string;
  readonly high: string;
  readonly same: boolean;
}

export interface Comparison {
  readonly low: number;
  readonly high: number;
  /** One to three sentences to quote; both codes are named. */
  readonly answer: string;
  readonly relations: readonly Relation[];
  /** At most four, the most telling first. */
  readonly meetings: readonly Meeting[];
  readonly rows: readonly Difference[];
  /** What to do after each, in one sentence. */
  readonly next: string;
  /** For authors of servers: one sentence for each code. */
  readonly which: readonly string[];
}

const statusWords: Readonly<Record<CodeStatus, string>> = {
  standard: 'Standard',
  obsolete: 'Obsolete',
  'de-facto': 'In no RFC',
  'client-side': 'Not a reply',
};

function groupCell(code: number): string {
  const id = groupOf(code);
  return id ? `${groups[id].name} (${id})` : 'None: not a reply';
}

function verbsCell(code: number, model: Model): string {
  if (classOf(code) === 'client-side') return 'None: not a reply';
  if (code === 421) return 'Any command, or none';
  if (code >= 600) return 'Any command, once protection is in force';
  const verbs = preferred(model.verbs(code), model);
  return verbs.length > 0 ? verbList(verbs) : 'None in the documents';
}

/** Which of the two a reader should look at: rows in the order in which they matter. */
function rowsOf(low: CodeRecord, high: CodeRecord, model: Model): readonly Difference[] {
  const [a, b] = [attributesOf(low.code, low), attributesOf(high.code, high)];
  const row = (label: string, first: string, second: string): Difference => ({
    label,
    low: first,
    high: second,
    same: first === second,
  });
  const classCell = (code: number) => {
    const id = classOf(code);
    return id === 'client-side' ? classes[id].name : `${classes[id].name} (${id})`;
  };
  return [
    row('Outcome', outcomeWords[classOf(low.code)].cell, outcomeWords[classOf(high.code)].cell),
    row('Retry the same command?', retryWords[a.retry].cell, retryWords[b.retry].cell),
    row('Who can fix it', actorCell(classOf(low.code), a.actor), actorCell(classOf(high.code), b.actor)),
    row('Control connection', controlWords[a.control], controlWords[b.control]),
    row('Data', dataWords[a.data], dataWords[b.data]),
    row('Class', classCell(low.code), classCell(high.code)),
    row('Function group', groupCell(low.code), groupCell(high.code)),
    row('Answers', verbsCell(low.code, model), verbsCell(high.code, model)),
    row('Status', statusWords[low.status], statusWords[high.status]),
  ];
}

function nextSentence(low: CodeRecord, high: CodeRecord): string {
  const you = ({ code, ...record }: CodeRecord) => afterwards(attributesOf(code, record));
  return you(low) === you(high)
    ? `After either, you ${you(low)}.`
    : `After ${low.code} you ${you(low)}; after ${high.code} you ${you(high)}.`;
}

function whichSentence({ code, send, never, replacedBy }: CodeRecord): string {
  if (send) return `Send ${code} when ${send}.`;
  const reason = never ?? '';
  const unnamed = replacedBy.filter((other) => !reason.includes(String(other)));
  const instead = unnamed.length > 0 ? ` Send ${verbList(unnamed.map(String))} instead.` : '';
  return `Do not send ${code}. ${reason}${instead}`;
}

/** Compares two codes in either order. Throws if they are one and the same. */
export function compare(one: CodeRecord, other: CodeRecord, model: Model): Comparison {
  if (one.code === other.code) throw new RangeError(`${one.code} cannot be compared with itself`);
  const [low, high] = one.code < other.code ? [one, other] : [other, one];
  const relations = relationsOf(low, high, model);
  const [first] = relations;
  const opening = first ? relationSentence(first, low, high, model) : '';
  return {
    low: low.code,
    high: high.code,
    answer: `${opening} ${meaningSentence(low, high)}`,
    relations,
    meetings: relations.slice(0, 4).map((relation) => meetingOf(relation, low, high)),
    rows: rowsOf(low, high, model),
    next: nextSentence(low, high),
    which: [whichSentence(low), whichSentence(high)],
  };
}
