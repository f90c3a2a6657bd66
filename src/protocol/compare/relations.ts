/**
 * How two codes can meet: computed from the reply sequences, never from prose. A relation names codes and
 * verbs; src/protocol/compare/words.ts puts it into sentences.
 */
import { classOf } from '../digits.ts';
import type { Model, Place } from '../model.ts';
import type { CodeRecord } from '../records.ts';
import { phaseOf } from '../sockets.ts';
import { counterparts, sequels } from './customs.ts';
import type { Relation } from './relation.ts';

const distinct = <T>(items: Iterable<T>): readonly T[] => [...new Set(items)];
const sourceOf = (places: readonly Place[]): string =>
  distinct(places.flatMap(({ source }) => source.split('; '))).join('; ');

/** Verbs that every reader knows, for a list's first place. */
const familiar = ['RETR', 'STOR', 'LIST', 'USER', 'TYPE', 'CWD', 'RNFR', 'AUTH', 'PASV'] as const;

/**
 * Of the verbs, those a reader should be shown: standard commands, others only where there are none; one that
 * everybody knows comes first, because it serves as the example.
 */
export function preferred(verbs: readonly string[], model: Model): readonly string[] {
  const standard = verbs.filter((verb) => model.command(verb)?.status === 'standard');
  const chosen = standard.length > 0 ? standard : verbs;
  const example = chosen.includes('(connect)') ? '(connect)' : familiar.find((verb) => chosen.includes(verb));
  return example ? [example, ...chosen.filter((verb) => verb !== example)] : chosen;
}

function sequence(first: number, second: number, model: Model): Relation[] {
  const places = model.places(second).filter(({ after }) => after === first);
  const verbs = preferred(distinct(places.map(({ verb }) => verb)), model);
  const [verb] = verbs;
  if (!verb) return [];
  const lead = model.first(verb).has(first)
    ? []
    : model
        .preliminaries(verb)
        .filter((code) => code !== first && model.after(verb, code).has(first))
        .slice(-1);
  const success = [...model.after(verb, first)].find((code) => code >= 200 && code < 300);
  const insteadOf = second >= 400 && success !== undefined ? success : null;
  const sources = sourceOf(places.filter((place) => verbs.includes(place.verb)));
  return [{ kind: 'sequence', first, second, verbs, lead, insteadOf, source: sources }];
}

function alternatives(low: number, high: number, model: Model): Relation[] {
  const relations: Relation[] = [];
  const of = (code: number, kind: 'first' | 'late') =>
    model
      .places(code)
      .filter(({ after }) => (kind === 'first' ? after === null : after !== null && after < 200));
  const [lowLate, highLate] = [of(low, 'late'), of(high, 'late')];
  const [lowFirst, highFirst] = [of(low, 'first'), of(high, 'first')];
  const shared = (a: readonly Place[], b: readonly Place[], same: (x: Place, y: Place) => boolean) =>
    a.filter((x) => b.some((y) => x.verb === y.verb && same(x, y)));

  const late = shared(lowLate, highLate, (x, y) => x.after === y.after);
  // 110 is reported on the way and ends nothing.
  if (late.length > 0 && low >= 200) {
    const verbs = preferred(distinct(late.map(({ verb }) => verb)), model);
    const after =
      late.find(({ verb, after: code }) => verb === verbs[0] && code === 150)?.after ?? late[0]?.after ?? 150;
    relations.push({ kind: 'endings', verbs, after, source: sourceOf(late) });
  }
  const first = shared(lowFirst, highFirst, () => true);
  for (const [early, lateCode, a, b] of [
    [low, high, lowFirst, highLate],
    [high, low, highFirst, lowLate],
  ] as const) {
    const either = new Set([...late, ...first].map(({ verb }) => verb));
    const places = shared(b, a, () => true).filter(({ verb }) => !either.has(verb));
    const [place] = places;
    if (!place || early < 200 || lateCode < 200) continue;
    const verbs = preferred(distinct(places.map(({ verb }) => verb)), model);
    const after =
      places.find(({ verb, after: code }) => verb === verbs[0] && code === 150)?.after ?? place.after ?? 150;
    relations.push({ kind: 'early-late', early, late: lateCode, after, verbs, source: sourceOf(places) });
  }
  if (first.length > 0) {
    const verbs = preferred(distinct(first.map(({ verb }) => verb)), model);
    const both = [...lowFirst, ...highFirst].filter(({ verb }) => verbs.includes(verb));
    relations.push({ kind: 'openings', verbs, source: sourceOf(both) });
  }
  return relations;
}

/** The 1xx before `code` in an exchange of the verb, null if it can come first, undefined if it cannot come. */
function reached(verb: string, code: number, model: Model): number | null | undefined {
  if (model.first(verb).has(code)) return null;
  const usual = [150, 125, ...model.preliminaries(verb)];
  return usual.find((via) => model.after(verb, via).has(code));
}

function dialogues(first: number, second: number, model: Model): Relation[] {
  const asking = preferred(
    model.commands.filter(({ verb }) => model.next(verb, first).length > 0).map(({ verb }) => verb),
    model,
  );
  // A 3xx that leaves no choice of the next command (RNFR's) tells more than one that does (REST's).
  return asking
    .toSorted((a, b) => model.next(a, first).length - model.next(b, first).length)
    .flatMap((verb): Relation[] => {
      const able = model.next(verb, first).filter((next) => reached(next, second, model) !== undefined);
      const [next, ...others] = able;
      if (!next) return [];
      const via = reached(next, second, model) ?? null;
      const places = model.places(second).filter((place) => place.verb === next && place.after === via);
      const step = model
        .command(verb)
        ?.sequence.find(({ after, thenCommand }) => after === first && thenCommand);
      const source = distinct([step?.source ?? '', sourceOf(places)].filter(Boolean)).join('; ');
      return [{ kind: 'dialogue', first, verb, next, others, via, second, source }];
    });
}

function sequelsOf(first: number, second: number, model: Model): Relation[] {
  return sequels
    .filter(({ code }) => code === first)
    .flatMap(({ verb, next, source }): Relation[] => {
      const able = next.filter((candidate) => reached(candidate, second, model) !== undefined);
      const [chosen, ...others] = able;
      if (!chosen) return [];
      const via = reached(chosen, second, model) ?? null;
      const places = model.places(second).filter((place) => place.verb === chosen && place.after === via);
      const sources = distinct([source, ...sourceOf(places).split('; ')]).join('; ');
      return [{ kind: 'sequel', first, verb, next: chosen, others, via, second, source: sources }];
    });
}

function aborts(low: number, high: number, model: Model): Relation[] {
  const abor = model.command('ABOR');
  return (abor?.relatedReplies ?? []).flatMap((transfer): Relation[] => {
    const abort = transfer === low ? high : transfer === high ? low : null;
    const step = abor?.sequence.find(
      ({ after, then }) => after === transfer && abort !== null && then?.includes(abort),
    );
    return step && abort !== null ? [{ kind: 'abort', transfer, abort, source: step.source }] : [];
  });
}

/** Every way in which the two can meet, the most telling first; never empty. */
export function relationsOf(low: CodeRecord, high: CodeRecord, model: Model): readonly Relation[] {
  const [a, b] = [low.code, high.code];
  const client = [low, high].filter(({ code }) => classOf(code) === 'client-side');
  if (client.length === 2) return [{ kind: 'no-replies' }];
  if (client.length === 1) return [{ kind: 'no-reply', socket: b, reply: a, phase: phaseOf(b) }];

  const relations: Relation[] = [];
  const unplaced = [low, high].filter(
    ({ code }) => model.places(code).length === 0 && code < 600 && code !== 421,
  );
  const successor = low.replacedBy.includes(b) ? b : high.replacedBy.includes(a) ? a : null;
  if (unplaced.length > 0 || successor !== null)
    relations.push({ kind: 'unplaced', unplaced: unplaced.map(({ code }) => code), successor });
  relations.push(...sequence(a, b, model), ...sequence(b, a, model), ...aborts(a, b, model));
  relations.push(...dialogues(a, b, model), ...dialogues(b, a, model));
  const pair = counterparts.find(({ codes }) => codes.has(a) && codes.has(b));
  if (pair)
    relations.push({
      kind: 'counterparts',
      low: pair.codes.get(a) ?? '',
      high: pair.codes.get(b) ?? '',
      purpose: pair.purpose,
      source: pair.source,
    });
  const other = a === 421 ? b : b === 421 ? a : null;
  const alternative = alternatives(a, b, model);
  const greeting = alternative.some(
    (relation) => relation.kind === 'openings' && relation.verbs.includes('(connect)'),
  );
  if (other !== null && !greeting && unplaced.length === 0)
    relations.push({ kind: 'hang-up', other, source: 'RFC 959 §4.2.2' });
  else {
    // Where one follows the other, "the server answers with either" would be true and beside the point.
    const follows = relations.some(({ kind }) => kind === 'sequence');
    relations.push(...alternative.filter(({ kind }) => !(follows && kind === 'openings')));
  }
  relations.push(...sequelsOf(a, b, model), ...sequelsOf(b, a, model));
  if (b >= 600) {
    relations.unshift({ kind: 'envelope', outer: b, inner: a, source: 'RFC 2228 §5.2' });
    return relations.filter(({ kind }) => kind === 'envelope');
  }
  return relations.length > 0 ? relations : [{ kind: 'session' }];
}
