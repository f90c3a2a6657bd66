import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf } from '../../src/evidence/answers.ts';
import { beyondList } from '../../src/evidence/commands.ts';
import {
  leading,
  leadingOfServers,
  mostLeading,
  mostOfServer,
  wholeList,
  wholeTable,
} from '../../src/evidence/leading.ts';
import { outcomeOf } from '../../src/evidence/outcomes.ts';
import type { ServerRecord, ServerReply } from '../../src/evidence/records.ts';
import { commandsBefore, commandOf, sayingsOf } from '../../src/evidence/saying-of.ts';
import { bySituation } from '../../src/evidence/saying.ts';

const record = (sent: string[], replies: [number, ...string[]][]): ServerRecord => ({
  scenario: 'scenario',
  profile: 'base',
  sent,
  replies: replies.map(([to, ...lines]) => ({ to, lines })),
  closed: false,
});

const reply = (code: number, text: string, situations: string[] = [], commands = ['RETR']): ServerReply => ({
  code,
  text,
  placeholders: {},
  cases: [{ commands, when: 'always', at: 'file.c:1', situations }],
});

test('the last command decides, by its last reply', () => {
  const outcome = outcomeOf(
    record(
      ['PASV', 'RETR x'],
      [
        [0, '227 ok'],
        [1, '150 wait'],
        [1, '226 done'],
      ],
    ),
    { about: 'x' },
  );
  assert.equal(outcome.code, 226);
  assert.equal(outcome.command, 'RETR x');
});

test('a refusal on the way decides before that', () => {
  const outcome = outcomeOf(
    record(
      ['USER a', 'PASS b'],
      [
        [0, '530 no'],
        [1, '503 USER first'],
      ],
    ),
    { about: 'x' },
  );
  assert.deepEqual([outcome.code, outcome.command], [530, 'USER a']);
});

test('another command decides where the scenario says so', () => {
  const outcome = outcomeOf(
    record(
      ['REST 9', 'NOOP'],
      [
        [0, '350 ok'],
        [1, '200 ok'],
      ],
    ),
    { about: 'x', decides: 0 },
  );
  assert.equal(outcome.code, 350);
});

test('a preliminary reply alone, or none, is no answer', () => {
  assert.equal(outcomeOf(record(['RETR x'], [[0, '150 wait']]), { about: 'x' }).code, null);
  assert.equal(outcomeOf(record(['RETR x'], []), { about: 'x' }).reply, null);
});

test('what comes unasked decides where nothing is asked', () => {
  const scenario = { about: 'x', decides: 'end' } as const;
  assert.equal(
    outcomeOf(
      record(
        [],
        [
          [-1, '220 hello'],
          [-1, '421 too slow'],
        ],
      ),
      scenario,
    ).code,
    421,
  );
  assert.equal(outcomeOf(record([], [[-1, '220 hello']]), scenario).code, null, 'a greeting is no answer');
});

const scenarios = new Map([['scenario', { about: 'x', situation: 'lost' }]]);
const lost = { id: 'lost', commands: ['RETR'] };

test('texts read and recordings of them are one piece of evidence', () => {
  const server = {
    id: 'one',
    sourceRead: true,
    replies: [reply(550, 'No.', ['lost']), reply(450, 'Later.', ['lost']), reply(226, 'Done.')],
    records: [record(['RETR x'], [[0, '550 No.']])],
  };
  const answer = answerOf(lost, server, scenarios);
  assert.deepEqual(answer.codes, [550, 450]);
  assert.deepEqual(
    answer.evidence.map(({ reply: text, recorded }) => [text?.text, recorded.length]),
    [
      ['No.', 1],
      ['Later.', 0],
    ],
  );
  assert.equal(answer.gap, null);
  assert.equal(answer.differ, false);
});

test('a server that does what was asked is no answer to the trouble, and said to accept', () => {
  const server = {
    id: 'one',
    sourceRead: true,
    replies: [reply(550, 'No.', ['lost']), reply(226, 'Done.')],
    records: [record(['RETR x'], [[0, '226 Done.']])],
  };
  const answer = answerOf(lost, server, scenarios);
  assert.deepEqual(answer.codes, [550]);
  assert.deepEqual(
    answer.evidence.map(({ shows, reply: text }) => [shows, text?.text]),
    [
      ['accepted', 'Done.'],
      ['answer', 'No.'],
    ],
  );
  const telling = { ...server, replies: [reply(226, 'Done.', ['lost'])] };
  assert.deepEqual(answerOf(lost, telling, scenarios).codes, [226], 'a text read for the trouble counts');
});

test('another code recorded than read for the same command is said to differ', () => {
  const server = {
    id: 'one',
    sourceRead: true,
    replies: [reply(550, 'No.', ['lost']), reply(450, 'Later.')],
    records: [record(['RETR x'], [[0, '450 Later.']])],
  };
  assert.equal(answerOf(lost, server, scenarios).differ, true);
  const elsewhere = { ...server, replies: [reply(550, 'No.', ['lost'], ['DELE']), reply(450, 'Later.')] };
  assert.equal(answerOf(lost, elsewhere, scenarios).differ, false, 'DELE may well get another code');
});

test('a command that the server lacks tells nothing of the trouble, unless the trouble is about it', () => {
  const server = {
    id: 'one',
    sourceRead: false,
    replies: [reply(502, 'What?', ['not-implemented'], ['*'])],
    records: [record(['MLST x'], [[0, '502 What?']])],
  };
  const answer = answerOf(lost, server, scenarios);
  assert.deepEqual([answer.codes, answer.evidence[0]?.shows], [[], 'lacking']);
  assert.deepEqual(answerOf({ ...lost, commands: ['MLST'] }, server, scenarios).codes, [502]);
});

test("what concerns the situation's own commands comes first and decides the codes", () => {
  const server = {
    id: 'one',
    sourceRead: true,
    records: [],
    replies: [reply(450, 'No such.', ['lost'], ['DELE']), reply(550, 'No.', ['lost'])],
  };
  const { codes, evidence } = answerOf(lost, server, scenarios);
  assert.deepEqual([codes, evidence.map(({ reply: text }) => text?.text)], [[550], ['No.', 'No such.']]);
});

test('silence is evidence, each scenario by itself', () => {
  const records = [record(['RETR x'], []), { ...record(['RETR y'], [[0, '150 Wait.']]), scenario: 'other' }];
  const both = new Map([...scenarios, ['other', { about: 'y', situation: 'lost' }] as const]);
  const { evidence, codes } = answerOf(lost, { id: 'one', sourceRead: true, replies: [], records }, both);
  assert.deepEqual([codes, evidence.map(({ shows }) => shows)], [[], ['silence', 'silence']]);
});

test('no evidence: none where the source was read, not tested where it was recorded, else unknown', () => {
  const nothing = { id: 'one', replies: [reply(226, 'Done.')], records: [] };
  assert.equal(answerOf(lost, { ...nothing, sourceRead: true }, scenarios).gap, 'none');
  assert.equal(answerOf(lost, { ...nothing, sourceRead: false }, scenarios).gap, 'unknown');
  const elsewhere = [{ ...record(['NOOP'], []), scenario: 'other' }];
  assert.equal(
    answerOf(lost, { ...nothing, sourceRead: false, records: elsewhere }, scenarios).gap,
    'not tested',
  );
});

test('a server on which a scenario does not bring the situation about is no witness of it', () => {
  const server = {
    id: 'one',
    sourceRead: false,
    replies: [reply(230, 'In.')],
    records: [record(['PASS x'], [[0, '230 In.']])],
  };
  const but = new Map([['scenario', { about: 'x', situation: 'lost', except: ['one'] }]]);
  assert.equal(answerOf(lost, server, scenarios).evidence.length, 1);
  assert.equal(answerOf(lost, server, but).evidence.length, 0);
});

test('a text that nothing sends is no evidence', () => {
  const server = {
    id: 'one',
    sourceRead: true,
    records: [],
    replies: [{ ...reply(550, 'No.', ['lost']), unsent: true }],
  };
  assert.equal(answerOf(lost, server, scenarios).gap, 'none');
});

test('of several templates that fit, the one with more fixed words is meant', () => {
  const wide: ServerReply = {
    ...reply(550, '{path}: {reason}'),
    placeholders: { path: 'path', reason: 'reason' },
  };
  const narrow: ServerReply = { ...reply(550, '{path}: Not found'), placeholders: { path: 'path' } };
  const saying = (line: string) => sayingsOf([wide, narrow], { to: 0, lines: [line] }, ['RETR'])[0];
  assert.equal(saying('550 a: Not found'), narrow);
  assert.equal(saying('550 a: Is a directory'), wide);
  assert.equal(saying('450 a: Not found'), undefined);
});

test('the command that was answered tells apart texts that read alike', () => {
  const size: ServerReply = { ...reply(213, '{n}', [], ['SIZE']), placeholders: { n: 'number' } };
  const time: ServerReply = { ...reply(213, '{time}', [], ['MDTM']), placeholders: { time: 'time' } };
  const saying = (...sent: string[]) =>
    sayingsOf([time, size], { to: 0, lines: ['213 13'] }, commandsBefore(sent, sent.length - 1));
  assert.deepEqual(saying('SIZE a'), [size]);
  assert.deepEqual(saying('mdtm a'), [time]);
  assert.deepEqual(saying('STAT a'), [], 'a placeholder alone fits anything');
  assert.deepEqual(saying('SIZE a', 'NOOP'), [size], 'a late answer to what was sent before');
});

test('the command in what was sent', () => {
  assert.equal(commandOf('retr my file'), 'RETR');
  assert.equal(commandOf('SITE chmod 644 x'), 'SITE CHMOD');
  assert.equal(commandOf(null), 'connect');
  assert.deepEqual(commandsBefore(['NOOP\\x0d\\x0aPWD\\x0d\\x0a'], 0), ['NOOP', 'PWD']);
  assert.deepEqual(commandsBefore(['PASV', 'RETR x'], 1), ['RETR', 'PASV']);
});

test('the first and the last line of a long reply may be texts of their own', () => {
  const first = reply(211, 'Features:', [], ['FEAT']);
  const last = reply(211, 'End', [], ['FEAT']);
  const lines = ['211-Features:', ' EPSV', '211 End'];
  assert.deepEqual(sayingsOf([last, first], { to: 0, lines }, ['FEAT']), [first, last]);
});

test('texts stand under the situation that fits each condition best, those without one last', () => {
  const both: ServerReply = {
    ...reply(550, 'No.'),
    cases: [
      { commands: ['RETR'], when: 'missing', at: 'a:1', situations: ['lost', 'locked'] },
      { commands: ['STOR'], when: 'locked', at: 'a:2', situations: ['locked'] },
    ],
  };
  const groups = bySituation([reply(550, 'Other.'), both, reply(550, 'Lost.', ['lost'])]);
  assert.deepEqual(
    groups.map(({ situation, said }) => [situation, said.map((one) => one.reply.text)]),
    [
      ['lost', ['No.', 'Lost.']],
      ['locked', ['No.']],
      [null, ['Other.']],
    ],
  );
});

test('beyond the list: codes that the sequences of a command lack, the most usual first', () => {
  const sequence = [{ after: null, then: [150, 550], source: 'RFC 959 §5.4' }];
  const servers = [
    { replies: [reply(550, 'a'), reply(451, 'b'), reply(421, 'c')] },
    { replies: [reply(451, 'd'), reply(426, 'e'), reply(501, 'f', [], ['STOR'])] },
  ];
  assert.deepEqual(
    beyondList('RETR', sequence, servers).map(({ code, byServer }) => [code, byServer.length]),
    [
      [451, 2],
      [426, 1],
    ],
  );
});

const texts = (situation: string, senders: string, each = 1) =>
  Array.from(senders).flatMap((sender) =>
    Array.from({ length: each }, (_, index) => reply(550, `${sender} ${situation} ${index}`, [situation])),
  );
const led = (replies: readonly ServerReply[]) =>
  leading(bySituation(replies), ({ text }) => text.charAt(0)).map((group) =>
    group.leading.map(({ reply: { text } }) => text),
  );

test('a list of up to so many texts leads whole, in its order', () => {
  const replies = texts('lost', 'ab', wholeList / 2);
  assert.deepEqual(led(replies), [replies.map(({ text }) => text)]);
});

test('of a longer list situations lead in turn, with texts of servers not heard yet, best-known first', () => {
  const replies = [...texts('lost', 'abc', 7), ...texts('full', 'bcdefgh', 1), ...texts('busy', 'a', 2)];
  assert.deepEqual(led(replies), [['a lost 0', 'c lost 0'], ['b full 0', 'd full 0'], ['a busy 0']]);
});

test('of many situations the largest have a leading text, and no more lead than there is room for', () => {
  const replies = Array.from({ length: 30 }, (_, index) => texts(`s${index}`, 'ab')).flat();
  const groups = led([...replies, ...texts('lost', 'xyz')]);
  assert.deepEqual(groups[0], ['x lost 0']);
  assert.equal(groups.flat().length, mostLeading);
  assert.ok(groups.slice(0, mostLeading).every((group) => group.length === 1));
});

test('of very many texts in very many situations none leads', () => {
  const long = (situations: number) =>
    led(Array.from({ length: situations }, (_, index) => texts(`s${index}`, 'abcdefghij')).flat()).flat()
      .length;
  assert.equal(long(13), 0);
  assert.equal(long(12), mostLeading);
});

test("a situation's table is whole up to so many texts; beyond, each server has the first of each code in turn", () => {
  const code = (text: number) => Math.floor(text / 100);
  const whole = Array.from({ length: wholeTable }, (_, index) => 500 + index / wholeTable);
  const shown = (...texts: number[][]) => leadingOfServers(texts, code).map((own) => [...own]);
  assert.deepEqual(shown(whole), [whole]);
  assert.deepEqual(shown(whole, [421, 422, 423, 551, 552, 226], [421]), [
    whole.slice(0, mostOfServer),
    [421, 551, 226, 422],
    [421],
  ]);
});
