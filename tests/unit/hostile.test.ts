/** Texts that `npm run fuzz` found to take long, to throw or to show a password. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersTo } from '../../src/search/answer.ts';
import { Memory } from '../../src/search/recall.ts';
import { Decoder } from '../../src/decode/decode.ts';
import { Recollection } from '../../src/decode/recall.ts';
import { Reporter } from '../../src/decode/report.ts';
import { knowledge } from '../decode/knowledge.ts';
import { allowed, processorTime } from '../fuzz/trial.ts';

const recollection = new Recollection(knowledge);
const decoder = new Decoder(recollection);

const shown = (text: string): string => {
  const reporter = new Reporter(decoder.decode(text), recollection);
  const { counts } = reporter.report();
  return reporter
    .rows(0, counts.rows)
    .map((row) => row.text)
    .join('\n');
};

/** Milliseconds of the processor, the quickest of three. */
function quickest(run: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = processorTime();
    run();
    return processorTime() - start;
  });
  return Math.min(...times);
}

test('a log of four times the length takes about four times as long, whatever fills it', () => {
  const fillings: readonly (readonly [head: string, unit: string, tail: string])[] = [
    ['', 'a.', 'x'],
    ['> ', 'http://20231106.txt', 'x'],
    ['ETA:', ' ', 'x'],
    ['', 'Logging in as "', 'x'],
    ['', '--:--', 'x'],
    ['', '==> SYST ', 'x'],
    ['', '"ABC ', 'x'],
    ['Error ', '> ', 'x'],
    ['PASS ', '\\r', 'x'],
    ['error_perm: ', '...', 'x'],
    ['error_perm: ', '\\\\', 'x'],
    ["login('a'", ",'", 'x'],
    ['220 ', '\ufffd', 'x'],
    ['code: 550', ' ', 'x'],
    ['', '550-a\n551-b\n', 'USER anna\n550 no'],
    ['', '220-x\n 220 y\n', ''],
  ];
  for (const [head, unit, tail] of fillings) {
    // Four lengths apart, what grows with the square takes sixteen times as long; a busy machine not four times.
    const of = (length: number) => head + unit.repeat(length / unit.length) + tail;
    const [short, long] = [of(9000), of(36_000)];
    const grown =
      10 *
      Math.max(
        5,
        quickest(() => shown(short)),
      );
    // Lines are cut somewhere, behind which even what is slow grows evenly.
    const limit = Math.min(grown, allowed(long));
    const took = quickest(() => shown(long));
    assert.ok(took < limit, `${JSON.stringify(unit)}: ${took.toFixed(0)} ms of ${limit.toFixed(0)}`);
  }
});

test('a password as long as a log is hidden and breaks nothing', () => {
  for (const letter of ['x', ',', "'", '<', '\u4e2d']) {
    const secret = letter.repeat(30_000);
    const rows = shown(`USER anna\n331 ok\nPASS ${secret.slice(0, 1500)}\n530 no\nPASS ${secret}\n530 no`);
    assert.ok(!rows.includes(letter.repeat(20)), letter);
  }
  const many = Array.from({ length: 3000 }, (_, index) => `PASS geheim-${index}-${'x'.repeat(20)}\n530 no`);
  assert.doesNotMatch(shown(many.join('\n')), /geheim/);
});

test('a password is hidden where the line was cut before its quotation mark', () => {
  for (const line of [
    '{"user": "anna", "password": "tr0ub4dor and mo',
    "curl -u 'anna:tr0ub4dor and mo",
    "lftp --password 'tr0ub4dor and mo",
    "ftp.login('anna', 'tr0ub4dor and mo",
    "const options = { host, password: 'tr0ub4dor\\",
  ])
    assert.doesNotMatch(shown(`220 ready\n${line}\n530 no`), /tr0ub4dor/, line);
});

test('of a line longer than any reply the start is shown, and no part of a password', () => {
  const long = `${'220 word '.repeat(3000)}password="tr0ub4dor" ftp://anna:tr0ub4dor@host`;
  const rows = shown(long);
  assert.ok(rows.length < 30_000);
  assert.doesNotMatch(rows, /tr0ub/);
});

test('a word as long as a page is looked for in a moment', () => {
  const memory = new Memory(
    {
      servers: [],
      situations: [],
      texts: [[550, 'Failed to open file.', [], []]],
      names: [],
      messages: [['Access to the server was refused', [530], 'curl']],
      pages: [
        {
          kind: 'code',
          id: '550',
          title: 'File unavailable',
          keywords: 'a'.repeat(30),
          summary: '',
          weight: 1,
        },
      ],
    },
    () => '',
  );
  const vocabulary = { codes: new Map(), commands: new Map() };
  const query = 'a'.repeat(20_000);
  assert.ok(quickest(() => answersTo(query, vocabulary, memory)) < 50);
});
