import assert from 'node:assert/strict';
import { test } from 'node:test';
import { descriptionOf } from '../../src/prose/description.ts';

test('what fits stays as it is', () => {
  for (const text of ['Short.', 'Read in ProFTPD 1.3.8, a .NET client. It says 451.', 'No full stop'])
    assert.equal(descriptionOf(text), text);
});

test('whole sentences stay, and the one that does not fit goes', () => {
  const first = `${'word '.repeat(24)}ends here.`;
  assert.equal(descriptionOf(`${first} ${'more '.repeat(20)}here.`), first);
});

test('behind few words the next sentence begins, and ends at a clause', () => {
  const second = `Then ${'some '.repeat(20)}words, and ${'many '.repeat(20)}more.`;
  assert.equal(descriptionOf(`Few words. ${second}`), `Few words. Then ${'some '.repeat(20)}words …`);
});

test('one endless sentence is cut between words, and a number keeps its point', () => {
  const text = descriptionOf(`vsftpd 3.0.5 ${'says '.repeat(60)}so.`);
  assert.ok(text.length <= 200 && text.length > 180, String(text.length));
  assert.match(text, /^vsftpd 3\.0\.5 says .* says …$/);
});
