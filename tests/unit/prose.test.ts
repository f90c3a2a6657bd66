import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText, readInline } from '../../src/prose/inline.ts';
import { citationsIn, citationUrl } from '../../src/protocol/documents.ts';

test('links, literals and citations are read out of a string', () => {
  const tokens = readInline(
    'After [150] send `ABOR x`, see [450 vs 550], [RETR] and [a thread](https://example.org/1) (RFC 959 §5.4).',
  );
  assert.deepEqual(
    tokens.map(({ kind }) => kind),
    [
      'text',
      'reply',
      'text',
      'literal',
      'text',
      'pair',
      'text',
      'command',
      'text',
      'link',
      'text',
      'citation',
      'text',
    ],
  );
});

test('the plain text of a string is what a reader sees', () => {
  assert.equal(
    plainText('After [150] or `x[450]`, [450 vs 550] (RFC 959 §5.4).'),
    'After 150 or x[450], 450 vs 550 (RFC 959 §5.4).',
  );
});

test('brackets that are no links stay text', () => {
  for (const text of ['[x]', 'a[1]', '[12345678]', '[retr]', '[]', 'RFC', '[RETR](https://example.org)'])
    assert.ok(
      readInline(text).every(({ kind }) => kind === 'text' || kind === 'link'),
      text,
    );
});

test('a citation leads to its section', () => {
  const [citation] = citationsIn('see RFC 1123 §4.1.3.4.');
  assert.ok(citation);
  assert.equal(citation.section, '4.1.3.4');
  assert.equal(citationUrl(citation), 'https://www.rfc-editor.org/rfc/rfc1123#section-4.1.3.4');
  assert.equal(citationsIn('RFC 959 §Appendix II')[0]?.section, 'Appendix II');
  assert.equal(citationsIn('RFC 959 says')[0]?.section, null);
});
