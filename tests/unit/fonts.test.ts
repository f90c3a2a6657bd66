import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { characters, cut, families, fileOf } from '../../src/fonts/cut.ts';

test('the cut typefaces are what the packages and the script make', async () => {
  for (const family of families)
    assert.ok(
      readFileSync(fileOf(family)).equals(await cut(family)),
      `${family} differs: run "npm run fonts" and commit what it writes`,
    );
});

/** "U+20-7E, U+A0" as its characters. */
const inRange = (range: string): string =>
  range
    .split(',')
    .map((part) => part.trim().slice('U+'.length).split('-'))
    .flatMap(([first = '', last = first]) => {
      const from = parseInt(first, 16);
      return Array.from({ length: parseInt(last, 16) - from + 1 }, (_, index) =>
        String.fromCodePoint(from + index),
      );
    })
    .join('');

test('a browser is told of each cut which characters it has, and looks for no other in it', () => {
  const rules = readFileSync('src/styles/fonts.css', 'utf8').match(/@font-face \{[^}]*\}/g) ?? [];
  const cuts = rules.filter((rule) => rule.includes("url('../fonts/"));
  assert.equal(cuts.length, families.length);
  for (const rule of cuts) assert.equal(inRange(/unicode-range: ([^;]*);/.exec(rule)?.[1] ?? ''), characters);
});
