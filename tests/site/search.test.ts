/** The search with the built site's own texts: whatever is pasted, it answers, and at once. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readTree } from '../../src/checks/tree.ts';
import { answersTo } from '../../src/search/answer.ts';
import type { Known } from '../../src/search/known.ts';
import { Memory } from '../../src/search/recall.ts';

const known = JSON.parse(readFileSync('dist/search/known.json', 'utf8')) as Known; // made by src/search/know.ts
const tree = readTree('content');
const vocabulary = {
  codes: new Map(tree.codes.map(({ data }) => [data.code, { name: data.name, when: data.when }])),
  commands: new Map(tree.commands.map(({ data }) => [data.verb, data.name])),
};
const memory = new Memory(known, (code) => vocabulary.codes.get(code)?.when ?? '');
const first = (query: string) => answersTo(query, vocabulary, memory).hits[0]?.url;

test('every text that a server is known to send finds its code, and with the number every one at once', () => {
  let lost = 0;
  for (const [code, text] of known.texts) {
    const filled = text.replaceAll(/\{\w+\}/g, 'value').split('\n')[0] ?? '';
    assert.equal(first(`${code} ${filled}`), `/ftp/${code}/`, `${code} ${filled}`);
    const found = answersTo(text.replaceAll(/\{\w+\}/g, 'value'), vocabulary, memory).hits;
    if (!found.some(({ url }) => url.startsWith(`/ftp/${code}/`))) lost += 1;
  }
  // Texts of one or two common words ("OK", "Error") stand for many codes, and only some fit into the list.
  assert.ok(
    lost <= known.texts.length * 0.12,
    `${lost} of ${known.texts.length} texts do not lead to their code`,
  );
});

/** A small generator with a seed, so that a failure can be seen again. */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('10,000 random strings of up to 10 kB get an answer, each in under 20 ms', () => {
  const next = randomly(20261121);
  const pieces = [
    '550',
    '530 Login',
    'file',
    ' ',
    '\n',
    '\r\n',
    '.',
    '220-',
    '{path}',
    'é',
    '💾',
    '\u202e',
    '<b>',
    '"',
    '\\',
    '.*',
    '0',
    'RETR',
    '192.168.0.1',
    ':',
    'vsftpd',
    'denied',
    'OOPS: ',
    '\u0000',
  ];
  const timeOf = (text: string): number => {
    const start = performance.now();
    answersTo(text, vocabulary, memory);
    return performance.now() - start;
  };
  let slowest = 0;
  for (let count = 0; count < 10_000; count++) {
    const most = count % 50 === 0 ? 10_000 : count % 5 === 0 ? 1000 : 80;
    let text = '';
    const length = next(most);
    while (text.length < length)
      text += next(3) === 0 ? String.fromCodePoint(32 + next(600)) : (pieces[next(pieces.length)] ?? '');
    const took = timeOf(text);
    // The first call of a function is compiled, the collector takes its pauses, and other programs their share of the
    // processor: only what is slow again and again is slow.
    if (took > 20) slowest = Math.max(slowest, Math.min(...Array.from({ length: 5 }, () => timeOf(text))));
  }
  assert.ok(slowest < 20, `${slowest.toFixed(0)} ms`);
});
