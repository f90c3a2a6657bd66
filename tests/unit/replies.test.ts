/** Which number of a paste is the reply code. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisive, repliesIn } from '../../src/search/replies.ts';

const codeIn = (paste: string): number | null => decisive(paste, repliesIn(paste))?.code ?? null;

test('a reply line, with whatever a program or a logger prints in front of it', () => {
  for (const line of [
    '550 Failed to open file.',
    '< 550 Failed to open file.',
    '<--- 550 Failed to open file.',
    'Response:\t550 Failed to open file.',
    'Antwort: 550 Failed to open file.',
    '[14:02:11] [R] 550 Failed to open file.',
    '2026-11-21 14:02:11.553 550 Failed to open file.',
    'Nov 21 14:02:11 host vsftpd[5301]: 550 Failed to open file.',
    '*resp* 550 Failed to open file.',
    'ftplib.error_perm: 550 Failed to open file.',
    '"550 Failed to open file."',
    '550-Failed to open file.',
  ])
    assert.equal(codeIn(line), 550, line);
});

test('a code that a client wraps into a line of its own', () => {
  for (const [line, code] of [
    ['curl: (67) Access denied: 530', 530],
    ['The remote server returned an error: (550) File unavailable (e.g., file not found, no access).', 550],
    ['File error. Code=451.', 451],
    ['Too many connections (8) from this IP[421]', 421],
    ['FtpException: returned 553', 553],
    ['{"level":"error","port":21,"status":500,"msg":"530 Login incorrect"}', 530],
  ] as const)
    assert.equal(codeIn(line), code, line);
});

test('numbers that are no replies', () => {
  for (const line of [
    'listening on port 210',
    '500 KB of 2 MB',
    '421 bytes received',
    'HTTP/1.1 404 Not Found',
    '203.0.113.150',
    '12:30:451',
    'exit status 255',
    'report_226.xml',
    '99 bottles',
    'error -110: the connection was not properly terminated',
  ])
    assert.equal(codeIn(line), null, line);
});

test('the real reply among such numbers', () => {
  assert.equal(codeIn('421 bytes received, then 550 Permission denied'), 550);
  assert.equal(codeIn('HTTP/1.1 200 OK for the panel, ftp says 530 Login incorrect'), 530);
  assert.equal(codeIn('150 Opening BINARY mode data connection for 530.pdf (426 bytes).'), 150);
});

test('of a log the failure counts, not the greeting and not the good-bye', () => {
  assert.equal(codeIn('220 Welcome\n331 Password required\n530 Login incorrect.\n221 Goodbye.'), 530);
  assert.equal(codeIn('220 Welcome\n230 Logged in\n226 Transfer complete.\n221 Bye'), 221, 'nothing failed');
});

test('a refusal that clients shrug off is not the failure', () => {
  assert.equal(codeIn('> FEAT\n< 500 Unknown command.\n> STOR x\n< 553 Could not create file.'), 553);
  assert.equal(codeIn('> MLSD\n< 500 Unknown command.'), 500, 'unless it is all there is');
});

test('what follows the code on its line', () => {
  const [reply] = repliesIn('ftplib.error_perm: 553  Could not   create file.');
  assert.equal(reply?.text, 'Could not create file.');
});
