/** The decoder's parts: bytes, lines, what a reply carries, which refusal counts, what a ticket holds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeBytes } from '../../src/decode/bytes.ts';
import { Decoder } from '../../src/decode/decode.ts';
import { linesOf } from '../../src/decode/lines.ts';
import { Recollection } from '../../src/decode/recall.ts';
import { readingOf } from '../../src/decode/readings.ts';
import { Reporter } from '../../src/decode/report.ts';
import { neededRows, ticketOf } from '../../src/decode/ticket.ts';
import { knowledge } from '../decode/knowledge.ts';

const recollection = new Recollection(knowledge);
const decoder = new Decoder(recollection);
const decode = (...lines: readonly string[]) => decoder.decode(lines.join('\n'));
const log = (...lines: readonly string[]) => lines.join('\n');

test('a file is decoded by its byte-order mark, as UTF-8 if it is, else as Windows-1252', () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('220 ü', 'utf16le')]);
  assert.deepEqual(decodeBytes(utf16), { text: '220 ü', encoding: 'utf-16le' });
  assert.deepEqual(decodeBytes(utf16.subarray(2)), { text: '220 ü', encoding: 'utf-16le' });
  assert.deepEqual(decodeBytes(new TextEncoder().encode('\ufeff220 ü')), {
    text: '220 ü',
    encoding: 'utf-8',
  });
  assert.deepEqual(decodeBytes(new Uint8Array([0x32, 0x32, 0x30, 0x20, 0xfc])), {
    text: '220 ü',
    encoding: 'windows-1252',
  });
});

test('LF, CR LF and bare CR end lines, as in a text field', () => {
  assert.deepEqual([...linesOf('a\nb\r\nc\rd\r\r\ne')], ['a', 'b', 'c', 'd', '', 'e']);
  assert.deepEqual([...linesOf('')], ['']);
});

test('what a reply carries is read out', () => {
  const says = (text: string, verb = '', host: string | null = null) => {
    const { turns, diagnosis } = decode(...(verb ? [verb] : []), ...text.split('\n'));
    const reply = turns.find((turn) => turn.kind === 'reply');
    assert.ok(reply, text);
    return readingOf(reply, diagnosis.session.of(reply), host);
  };
  assert.equal(
    says('227 Entering Passive Mode (192,168,1,20,156,64).'),
    'Data connection to 192.168.1.20, port 40000 (156 × 256 + 64). That is a private address, which only machines on the same network reach.',
  );
  assert.equal(
    says('227 Entering Passive Mode (203,0,113,9,0,21)', '', '198.51.100.7'),
    'Data connection to 203.0.113.9, port 21 (0 × 256 + 21). You connected to 198.51.100.7.',
  );
  assert.equal(
    says('229 Entering Extended Passive Mode (|||50069|)'),
    "Data connection to port 50069 of the server's own address.",
  );
  assert.equal(says('257 "/a ""b"" c" created'), 'The path is /a "b" c');
  assert.equal(says('213 5850', 'SIZE a'), '5,850 bytes.');
  assert.equal(says('213 20261121175900', 'MDTM a'), 'Changed 2026-11-21 17:59:00 UTC.');
  assert.equal(says('215 UNIX Type: L8'), 'The system calls itself UNIX Type: L8.');
  assert.equal(
    says('150 Opening BINARY mode data connection for a (5850 bytes)'),
    'The file has 5,850 bytes.',
  );
  assert.equal(says('120 Service ready in 15 minutes.'), 'Ready in 15 minutes, on this same connection.');
  assert.equal(says('110 MARK 1024 = 4096'), "Your marker 1024 is the server's 4096.");
  assert.equal(says('211-Features:\n MDTM\n REST STREAM\n211 End', 'FEAT'), '2 features: MDTM, REST.');
});

test('a refusal that the client makes good, or that nobody minds, is not what failed', () => {
  const start = ['220 ready', 'USER a', '331 pw', 'PASS b', '230 in'];
  const failureIn = (...lines: readonly string[]) =>
    decode(...start, ...lines).diagnosis.failure?.code ?? null;
  assert.equal(
    failureIn('FEAT', '500 what?', 'PASV', '227 (203,0,113,1,4,1)', 'LIST', '150 ok', '226 done'),
    null,
  );
  assert.equal(
    failureIn('EPSV', '500 no', 'PASV', '227 (203,0,113,1,4,1)', 'LIST', '150 ok', '226 done'),
    null,
  );
  assert.equal(failureIn('MKD a', '550 a: File exists', 'CWD a', '250 ok', 'QUIT', '221 bye'), null);
  assert.equal(failureIn('STOR a', '550 denied', 'STOR b', '226 ok', 'QUIT', '221 bye'), 550);
  assert.equal(failureIn('LIST', '150 ok', '226 done', '421 Timeout.'), 421);
  assert.equal(failureIn('RETR a', '550 no such file', '421 Timeout.'), 550);
});

test('the cause may lie long before the failure, and both are named', () => {
  const { diagnosis } = decode(
    'Connected to ftp.example.com (203.0.113.10) port 21',
    '220 (vsFTPd 3.0.5)',
    'USER a',
    '331 Please specify the password.',
    'PASS b',
    '230 Login successful.',
    'PASV',
    '227 Entering Passive Mode (192,168,1,20,156,64).',
    'LIST',
    '421 Timeout.',
  );
  assert.equal(diagnosis.id, 'private-address');
  assert.equal(diagnosis.failure?.line, 10);
  assert.equal(diagnosis.cause?.line, 8);
  assert.equal(diagnosis.server?.server.id, 'vsftpd');
  assert.equal(diagnosis.server.version, '3.0.5');
});

test('the same refusal in the wording of different servers is the same finding', () => {
  for (const refusal of [
    '530 Non-anonymous sessions must use encryption.',
    '550 SSL/TLS required on the control channel',
    '534 Policy requires SSL.',
    '503 Use AUTH first.',
    '421 Sorry, cleartext sessions and weak ciphers are not accepted on this server.',
    '530 TLS ist für die Anmeldung erforderlich',
  ])
    assert.equal(decode('220 ready', 'USER anna', refusal).diagnosis.id, 'tls-required', refusal);
});

test('other protocols, lists of codes and nothing at all are told apart from sessions', () => {
  const id = (text: string) => decoder.decode(text).diagnosis.id;
  assert.equal(id(''), 'empty');
  assert.equal(id(' \n\t\n'), 'empty');
  assert.equal(id('\u0000\u0001\u0002PK\u0003\u0004'.repeat(50)), 'not-text');
  assert.equal(id('GET / HTTP/1.1\nHost: example.org\n\nHTTP/1.1 404 Not Found'), 'looks-like-http');
  assert.equal(
    id('220 mail ESMTP\nEHLO me\n250-PIPELINING\n250 8BITMIME\nMAIL FROM:<a@b>\n250 2.1.0 Ok'),
    'looks-like-smtp',
  );
  assert.equal(id('OpenSSH_9.2p1\ndebug1: Connecting to host\nsftp> ls'), 'looks-like-ssh');
  assert.equal(id('110 a\n120 b\n125 c\n150 d\n200 e\n202 f\n211 g\n212 h'), 'no-replies');
  assert.equal(id('hello world'), 'no-replies');
});

test('a ticket holds the finding, the advice, the lines that matter and links; what lies between is left out', () => {
  const quiet = Array.from({ length: 40 }, () => ['NOOP', '200 ok']).flat();
  const text = log(
    '220 (vsFTPd 3.0.5)',
    'USER anna',
    '331 Please specify the password.',
    'PASS geheim-42',
    '230 Login successful.',
    ...quiet,
    'RETR report.txt',
    '550 Failed to open file.',
    'QUIT',
    '221 Goodbye.',
  );
  const reporter = new Reporter(decoder.decode(text), recollection);
  const report = reporter.report();
  const rows = neededRows(report).flatMap((index) => reporter.rows(index, index + 1));
  const { markdown, plain } = ticketOf(report, rows, (path) => `https://example.org${path}`);
  for (const ticket of [markdown, plain]) {
    assert.match(ticket, /File not found on download/);
    assert.match(ticket, /line 87/);
    assert.match(ticket, /If you connect/);
    assert.match(ticket, /550 Failed to open file\.\s+<-- failed here/);
    assert.match(ticket, /PASS \*{4}/);
    assert.match(ticket, /\n…\n/);
    assert.match(ticket, /https:\/\/example\.org\/ftp\/situations\/file-missing\//);
    assert.ok(!ticket.includes('geheim'), ticket);
    assert.ok(ticket.split('\n').length < 45, 'shortened');
  }
  assert.match(markdown, /```text\n/);
  assert.doesNotMatch(plain, /`/);
});
