import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readQuery, type Vocabulary } from '../../src/search/query.ts';
import { codes, tree } from './content.ts';

const vocabulary: Vocabulary = {
  codes: new Map(codes.map(({ code, name, when }) => [code, { name, when }])),
  commands: new Map(tree.commands.map(({ data }) => [data.verb, data.name])),
};
const read = (text: string) => readQuery(text, vocabulary);
const first = (text: string) => read(text).answers[0];

test('a code is found however it is dressed', () => {
  for (const text of [
    '451',
    ' 451 ',
    'FTP 451',
    'ftp-451',
    'error 451',
    '451 error',
    'code=451',
    '(451)',
    'what does 451 mean',
    '451:',
    '#451',
    'FTP/451',
  ])
    assert.deepEqual(first(text), { kind: 'code', code: 451 }, text);
  for (const { code } of codes) assert.deepEqual(first(String(code)), { kind: 'code', code });
});

test('a pair is found in any order and with any separator', () => {
  for (const text of [
    '125 451',
    '451-125',
    '125/451',
    '451 vs 125',
    '125vs451',
    '125 or 451',
    '125, 451',
    '125 and 451',
    '451 versus 125',
    'difference between 125 and 451',
    '125-vs-451',
    'ftp 125 vs 451',
    '125451',
    '125|451',
    '125\t451',
  ])
    assert.deepEqual(first(text), { kind: 'pair', low: 125, high: 451 }, text);
});

test('a reply line leads to its code, and its words go to the index', () => {
  const query = read('550 Failed to open file.');
  assert.deepEqual(query.answers, [{ kind: 'code', code: 550 }]);
  assert.equal(query.words, 'failed open file');
});

test('a command is found alone, in capitals before an argument, and not in a sentence', () => {
  for (const text of ['RETR', 'retr', 'ftp retr', 'RETR command', 'RETR report.csv', 'what does RETR mean'])
    assert.deepEqual(first(text), { kind: 'command', verb: 'RETR' }, text);
  assert.equal(first('list is empty after login'), undefined);
  assert.equal(first('passive mode hangs'), undefined);
});

test('classes and groups are found', () => {
  assert.deepEqual(first('4xx'), { kind: 'class', id: '4xx', unknown: null });
  assert.deepEqual(first('4yz replies'), { kind: 'class', id: '4xx', unknown: null });
  assert.deepEqual(first('x5z'), { kind: 'group', id: 'x5z' });
});

test('a code that nobody has described leads to its class', () => {
  assert.deepEqual(first('499'), { kind: 'class', id: '4xx', unknown: 499 });
  assert.deepEqual(first('558'), { kind: 'class', id: '5xx', unknown: 558 });
  assert.deepEqual(first('10055'), { kind: 'class', id: 'client-side', unknown: 10055 });
});

test('numbers that are no codes are left alone', () => {
  for (const text of ['port 2121', '192.168.1.125', '12:30:125', '1500', '(8)', '4.50', '0'])
    assert.deepEqual(read(text).answers, [], text);
});

test('nothing that is typed or pasted breaks it', () => {
  const inputs = [
    '',
    ' ',
    '\u0000\u0007\u202e',
    '<script>alert(1)</script>',
    '.*+?^${}()|[]\\',
    '"'.repeat(50),
    '%',
    '💾 550',
    'x'.repeat(10_000),
    '550 '.repeat(2_500),
    '(('.repeat(5_000),
    '1'.repeat(10_000),
  ];
  for (const input of inputs) {
    const { answers, words } = read(input);
    assert.ok(answers.length <= 6);
    assert.ok(words.split(' ').length <= 12);
    assert.doesNotMatch(words, /[<>&"\p{Cc}]/u);
  }
});

test('any text gives a query in a moment', () => {
  // Every input is made from its number, so that a failure can be repeated.
  const alphabet = Array.from('0123456789 abcdefRETR<>&"\'\\/-.,:;()[]{}\n\té漢\u0000\u200e');
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647);
  for (let round = 0; round < 2_000; round++) {
    const length = next() % 400;
    const text = Array.from({ length }, () => alphabet[next() % alphabet.length] ?? '').join('');
    assert.doesNotThrow(() => read(text), JSON.stringify(text));
  }
});
