/** Which codes a code is most easily confused with: a distance over what the model and the editors know. */
import { classOf, groupOf } from './digits.ts';
import type { Model } from './model.ts';
import type { CodeRecord } from './records.ts';

const weights = {
  /** An editor wrote a note on the pair: people do confuse the two. */
  note: 4,
  /** An editor named the other code as one to tell apart; less for each place further down the list. */
  related: 9,
  sameGroup: 2,
  sameClass: 1.5,
  /** Times the share of commands that both may answer. */
  commands: 4,
} as const;

/** How near two codes are: 0 and more, higher is nearer; symmetric. */
export function nearness(a: CodeRecord, b: CodeRecord, model: Model, hasNote: boolean): number {
  let score = hasNote ? weights.note : 0;
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const place = from.related.indexOf(to.code);
    if (place >= 0) score += weights.related - place;
  }
  if (groupOf(a.code) === groupOf(b.code)) score += weights.sameGroup;
  if (classOf(a.code) === classOf(b.code)) score += weights.sameClass;
  const [mine, others] = [new Set(model.verbs(a.code)), new Set(model.verbs(b.code))];
  const all = mine.union(others).size;
  return all > 0 ? score + (weights.commands * mine.intersection(others).size) / all : score;
}
