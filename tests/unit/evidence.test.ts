import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerOf, sayingOf } from '../../src/evidence/answers.ts';
import { outcomesOf, resultOf, tellingPart, type ClientRecord } from '../../src/evidence/clients.ts';
import { beyondList } from '../../src/evidence/commands.ts';
import { outcomeOf } from '../../src/evidence/outcomes.ts';
import type { ServerRecord, ServerReply } from '../../src/evidence/records.ts';
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

test('texts read and recordings of them are one piece of evidence', () => {
  const server = {
    id: 'one',
    sourceRead: true,
    replies: [reply(550, 'No.', ['lost']), reply(450, 'Later.', ['lost']), reply(226, 'Done.')],
    records: [record(['RETR x'], [[0, '550 No.']])],
  };
  const answer = answerOf('lost', server, scenarios);
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

test('a recording that no text read for the situation explains is kept, and said to differ', () => {
  const server = {
    id: 'one',
    sourceRead: true,
    replies: [reply(550, 'No.', ['lost']), reply(226, 'Done.')],
    records: [record(['RETR x'], [[0, '226 Done.']])],
  };
  const answer = answerOf('lost', server, scenarios);
  assert.deepEqual(answer.codes, [226, 550]);
  assert.equal(answer.differ, true);
});

test('no evidence: none where the source was read, not tested where it was recorded, else unknown', () => {
  const nothing = { id: 'one', replies: [reply(226, 'Done.')], records: [] };
  assert.equal(answerOf('lost', { ...nothing, sourceRead: true }, scenarios).gap, 'none');
  assert.equal(answerOf('lost', { ...nothing, sourceRead: false }, scenarios).gap, 'unknown');
  const elsewhere = [{ ...record(['NOOP'], []), scenario: 'other' }];
  assert.equal(
    answerOf('lost', { ...nothing, sourceRead: false, records: elsewhere }, scenarios).gap,
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
  assert.deepEqual(answerOf('lost', server, scenarios).codes, [230]);
  assert.deepEqual(answerOf('lost', server, but).codes, []);
});

test('a text that nothing sends is no evidence', () => {
  const server = {
    id: 'one',
    sourceRead: true,
    records: [],
    replies: [{ ...reply(550, 'No.', ['lost']), unsent: true }],
  };
  assert.equal(answerOf('lost', server, scenarios).gap, 'none');
});

test('of several templates that fit, the one with more fixed words is meant', () => {
  const wide: ServerReply = {
    ...reply(550, '{path}: {reason}'),
    placeholders: { path: 'path', reason: 'reason' },
  };
  const narrow: ServerReply = { ...reply(550, '{path}: Not found'), placeholders: { path: 'path' } };
  assert.equal(sayingOf([wide, narrow], { to: 0, lines: ['550 a: Not found'] }), narrow);
  assert.equal(sayingOf([wide, narrow], { to: 0, lines: ['550 a: Is a directory'] }), wide);
  assert.equal(sayingOf([wide, narrow], { to: 0, lines: ['450 a: Not found'] }), null);
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

const ran = (more: Partial<ClientRecord>): ClientRecord => ({
  operation: 'get',
  step: 'RETR-preliminary',
  code: 550,
  exit: '1',
  message: '',
  retried: 0,
  arrived: false,
  then: [],
  ...more,
});

test('the result of a client in words', () => {
  assert.equal(resultOf(ran({}), true), 'reports failure');
  assert.equal(resultOf(ran({ arrived: true }), true), 'reports failure, although the file arrived');
  assert.equal(resultOf(ran({ exit: '0' }), true), 'reports success, although no file arrived');
  assert.equal(
    resultOf(ran({ exit: '0', arrived: true, then: ['PASV', 'RETR x'] }), true),
    'sends PASV; reports success',
  );
  assert.equal(
    resultOf(ran({ retried: 20, retriedMore: true }), true),
    'tries again more than 20 times; reports failure',
  );
  assert.equal(resultOf(ran({ retried: 1, then: ['(connect)'] }), true), 'tries again once; reports failure');
  assert.equal(resultOf(ran({ exit: 'stopped after 8s' }), true), 'had not ended after 8 seconds');
  assert.equal(
    resultOf(ran({ arrived: true }), false),
    'the file arrives',
    'an exit status that never changes tells nothing',
  );
});

test('codes that lead a client to the same share a row', () => {
  const rows = outcomesOf(
    [
      ran({ message: 'EXC Error: 550 Scripted reply' }),
      ran({ code: 451, message: 'EXC Error: 451 Scripted reply' }),
      ran({ code: 530, exit: '2' }),
    ],
    true,
  );
  assert.deepEqual(
    rows.map(({ codes, report }) => [codes, report]),
    [
      [[550, 451], 'Error: {code} {text}'],
      [[530], ''],
    ],
  );
});

test('of a printed session only the lines about the reply are shown', () => {
  const message = '220 Hello / 331 Need password / 550 Scripted reply / 221 Bye';
  assert.equal(tellingPart(ran({ message })), '550 Scripted reply');
  assert.equal(tellingPart(ran({ message: 'one / two' })), 'two');
});
