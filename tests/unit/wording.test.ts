import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  anchorsOf,
  codeOf,
  fits,
  fitsInPart,
  matcher,
  placeholdersIn,
  textOf,
} from '../../src/evidence/wording.ts';
import { tree } from './content.ts';

const template = (text: string, placeholders = {}) => matcher({ text, placeholders });

test('a template matches what it could have made, and nothing else', () => {
  const opening = template('Opening {mode} mode data connection for {path} ({bytes} bytes).', {
    mode: 'word',
    path: 'path',
    bytes: 'number',
  });
  assert.match('Opening BINARY mode data connection for my file.txt (13 bytes).', opening);
  assert.doesNotMatch('Opening BINARY mode data connection for my file.txt (many bytes).', opening);
  assert.doesNotMatch('Opening BINARY mode data connection for my file.txt (13 bytes)', opening);
});

test('characters with a meaning in expressions are only themselves', () => {
  assert.match(
    'Sorry, cleartext sessions and weak ciphers are not accepted on this server. (a+b)?',
    template('Sorry, cleartext sessions and weak ciphers are not accepted on this server. (a+b)?'),
  );
  assert.doesNotMatch('aab', template('(a+b)?'));
});

test('a path may not run over a line, a text may', () => {
  assert.doesNotMatch('a\nb: no', template('{path}: no', { path: 'path' }));
  assert.match('211\nx\ny\nEnd', template('211\n{text}\nEnd', { text: 'text' }));
});

test('a value that recordings replaced counts as a value', () => {
  assert.match(
    'Entering Extended Passive Mode (|||{port}|)',
    template('Entering Extended Passive Mode (|||{port}|)', { port: 'number' }),
  );
});

test('the code of received lines', () => {
  assert.equal(codeOf(['550 Failed to open file.']), 550);
  assert.equal(codeOf(['211-Features:', ' EPRT', '211 End']), 211);
  assert.equal(codeOf(['220']), 220);
  assert.equal(codeOf(['5501 bytes']), null);
  assert.equal(codeOf([]), null);
  assert.equal(codeOf(["\\xff\\xfcA500 'CWD ': command not recognized"]), 500, 'behind a Telnet answer');
});

test('the text of received lines has no codes', () => {
  assert.equal(textOf(['211-Features:', ' EPRT', '211 End']), 'Features:\n EPRT\nEnd');
});

test('the first or the last line of a reply may be a text of its own', () => {
  const lines = ['211-Features:', ' EPRT', '211 End'];
  assert.ok(!fits(template('End'), { lines }));
  assert.ok(fitsInPart(template('End'), { lines }));
  assert.ok(fitsInPart(template('Features:'), { lines }));
  assert.ok(!fitsInPart(template('EPRT'), { lines }));
  assert.ok(!fitsInPart(template('End'), { lines: ['211 End'] }), 'one line is the whole');
});

test('anchors are readable, unique, and never that of the code', () => {
  assert.deepEqual(
    anchorsOf([
      { code: 550, text: 'Failed to open file.' },
      { code: 550, text: 'Failed to open file' },
      { code: 550, text: "{path}: Can't do it" },
      { code: 220, text: '' },
      { code: 220, text: '' },
    ]),
    ['550-failed-to-open-file', '550-failed-to-open-file--2', '550-path-cant-do-it', '220--1', '220--2'],
  );
});

test('an anchor ends with a whole word', () => {
  const [anchor = ''] = anchorsOf([
    { code: 522, text: 'SSL connection failed; session reuse required: see require_ssl_reuse option' },
  ]);
  assert.equal(anchor, '522-ssl-connection-failed-session-reuse-required-see');
});

test('every placeholder of the content is declared once and has a type', () => {
  for (const { id, data } of tree.servers)
    for (const { text, placeholders } of data.replies)
      assert.deepEqual(
        Object.keys(placeholders).toSorted(),
        [...placeholdersIn(text)].toSorted(),
        `${id}: ${text}`,
      );
});
