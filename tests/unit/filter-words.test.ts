import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsBeyond } from '../../src/components/filter-words.ts';

test('hidden words of a row stand once, and not where the row shows them', () => {
  assert.equal(
    wordsBeyond('File locked', 'locked file, file in use, Used by another.'),
    'another by in used',
  );
});

test('every word of the text is found in the row or in its hidden words', () => {
  const [shown, more] = ['550 No such file', 'deleted, lost (gone) or renamed; ENOENT: a file’s path'];
  const text = `${shown} ${wordsBeyond(shown, more)}`.toLowerCase();
  for (const word of more.toLowerCase().match(/[^\s.,;:]+/g) ?? []) assert.ok(text.includes(word), word);
});
