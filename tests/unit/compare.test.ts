import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compare, type Comparison } from '../../src/protocol/compare/compare.ts';
import { descriptionOf } from '../../src/prose/description.ts';
import { pairTitle } from '../../src/protocol/compare/titles.ts';
import { nearness } from '../../src/protocol/nearest.ts';
import { code, codes, model } from './content.ts';

const between = (one: number, other: number): Comparison => compare(code(one), code(other), model);
const kinds = (one: number, other: number) => between(one, other).relations.map(({ kind }) => kind);
const firstPath = ({ meetings }: Comparison): string =>
  (meetings[0]?.paths[0] ?? [])
    .map((step) => (step.kind === 'verb' ? step.verb : step.kind === 'reply' ? String(step.code) : step.text))
    .join(' ');

describe('pairs that must come out right', () => {
  test('125 vs 451: 125 first, then 451, in one exchange of six commands, never the other way round', () => {
    const comparison = between(125, 451);
    const [relation, ...others] = comparison.relations;
    assert.ok(relation?.kind === 'sequence');
    assert.deepEqual([relation.first, relation.second, relation.insteadOf], [125, 451, 226]);
    assert.deepEqual(relation.verbs.toSorted(), ['APPE', 'LIST', 'NLST', 'RETR', 'STOR', 'STOU']);
    assert.ok(others.every(({ kind }) => kind !== 'sequence'));
    assert.equal(firstPath(comparison), 'RETR 125 data moves 451 instead of 226');
    assert.match(comparison.answer, /^125 comes first/);
  });

  test('226 vs 250: two ends of the same transfer', () => {
    const comparison = between(226, 250);
    assert.equal(kinds(226, 250)[0], 'endings');
    assert.equal(firstPath(comparison), 'RETR 150 data moves 226 or 250');
    assert.match(comparison.answer, /226 says that .*closed the data connection/);
  });

  test('331 vs 530: 331 answers USER, PASS is answered by 530', () => {
    assert.equal(kinds(331, 530)[0], 'dialogue');
    assert.equal(firstPath(between(331, 530)), 'USER 331 PASS 530');
  });

  test('350 vs 553: RNFR, then RNTO', () => {
    assert.equal(firstPath(between(350, 553)), 'RNFR 350 RNTO 553');
  });

  test('120 vs 421: the first line is one or the other', () => {
    assert.equal(kinds(120, 421)[0], 'openings');
    assert.equal(firstPath(between(120, 421)), 'connect 120 or 421');
  });

  test('227 vs 229: two commands, one purpose', () => {
    const [relation] = between(227, 229).relations;
    assert.ok(relation?.kind === 'counterparts');
    assert.deepEqual([relation.low, relation.high], ['PASV', 'EPSV']);
  });

  test('426 vs 226: both, in that order, around ABOR; otherwise two ends of a transfer', () => {
    assert.deepEqual(kinds(226, 426).slice(0, 2), ['abort', 'endings']);
    assert.equal(firstPath(between(226, 426)), 'RETR 150 data moves ABOR 426 226');
  });

  test('522: its two meanings are both named, and it can answer EPRT at once or end a transfer', () => {
    assert.match(code(522).says, /EPRT or EPSV.* TLS/);
    assert.ok(model.first('EPRT').has(522));
    assert.ok(model.after('RETR', 150).has(522));
    assert.deepEqual(kinds(226, 522)[0], 'endings');
  });

  test('451 vs 10060: a reply against an error that no server sent', () => {
    const comparison = between(451, 10060);
    assert.deepEqual(kinds(451, 10060), ['no-reply']);
    assert.match(
      comparison.answer,
      /^451 is a reply that a server sent; 10060 is an error of your own machine/,
    );
    assert.match(comparison.answer, /10060 means that/);
    assert.equal(comparison.rows.find(({ label }) => label === 'Answers')?.high, 'None: not a reply');
  });

  test('631 vs 230: an envelope and what can be in it', () => {
    assert.deepEqual(kinds(230, 631), ['envelope']);
    assert.match(
      between(230, 631).answer,
      /631 is an envelope for another reply; decoded, it can turn out to be 230/,
    );
  });

  test('253 vs 250: an old code and the one that took its place', () => {
    const [relation] = between(250, 253).relations;
    assert.ok(relation?.kind === 'unplaced');
    assert.deepEqual([relation.unplaced, relation.successor], [[253], 250]);
  });

  test('221 vs 421: both end the session', () => {
    assert.match(between(221, 421).answer, /^221 and 421 both end the session/);
  });
});

describe('all pairs', () => {
  const all = codes.flatMap((low, index) =>
    codes.slice(index + 1).map((high) => ({ low, high, result: compare(low, high, model) })),
  );
  const texts = ({ answer, next, which, meetings }: Comparison) => [
    answer,
    next,
    ...which,
    ...meetings.flatMap(({ text, also }) => [text, also ?? '']),
  ];

  test('there is a comparison for every pair', () => {
    assert.equal(all.length, (codes.length * (codes.length - 1)) / 2);
    assert.ok(all.every(({ result }) => result.relations.length > 0 && result.meetings.length > 0));
  });

  test('no word is doubled, no slot is empty, no sentence is broken', () => {
    for (const { low, high, result } of all)
      for (const text of texts(result)) {
        const where = `${low.code} vs ${high.code}: ${text}`;
        assert.doesNotMatch(text, /\b(?!had had\b|that that\b)([a-z]+) \1\b/i, where);
        assert.doesNotMatch(
          text,
          /undefined|null|NaN|\[object| {2}| [,.;:]|\.\.(?!\.)|,\.|^[a-z]|\(\)|, and\.| of\./,
          where,
        );
        if (text) assert.match(text, /[.:]$/, where);
      }
  });

  test('no two answers are alike, and each names both codes', () => {
    const answers = new Set(all.map(({ result }) => result.answer));
    assert.equal(answers.size, all.length);
    for (const { low, high, result } of all) {
      assert.match(result.answer, new RegExp(`\\b${low.code}\\b`));
      assert.match(result.answer, new RegExp(`\\b${high.code}\\b`));
    }
  });

  test('an answer is short enough to quote', () => {
    for (const { low, high, result } of all)
      assert.ok(result.answer.length <= 420, `${low.code} vs ${high.code}: ${result.answer.length}`);
  });

  test('titles and descriptions are unique and of a length that search results show', () => {
    assert.equal(new Set(all.map(({ low, high }) => pairTitle(low, high))).size, all.length);
    assert.equal(new Set(all.map(({ result }) => descriptionOf(result.answer))).size, all.length);
    for (const { low, high, result } of all) {
      assert.ok(pairTitle(low, high).length <= 80, pairTitle(low, high));
      const { length } = descriptionOf(result.answer);
      assert.ok(length >= 50 && length <= 200, `${low.code} vs ${high.code}: ${length}`);
    }
  });

  test('the order of the two does not matter', () => {
    for (const { low, high, result } of all.filter((_, index) => index % 37 === 0))
      assert.deepEqual(compare(high, low, model), result);
  });

  test('nearness is symmetric', () => {
    for (const { low, high } of all.filter((_, index) => index % 11 === 0))
      assert.equal(nearness(low, high, model, false), nearness(high, low, model, false));
  });
});

test('a code is not compared with itself', () => {
  assert.throws(() => between(451, 451), RangeError);
});
