import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  outcomesOf,
  resultOf,
  takesAsSuccess,
  tellingLines,
  tellingPart,
  type ClientRecord,
  type Habits,
} from '../../src/evidence/clients.ts';
import { byPractice, stepWords, steps } from '../../src/evidence/steps.ts';

const ran = (more: Partial<ClientRecord>): ClientRecord => ({
  operation: 'get',
  step: 'RETR-preliminary',
  code: 550,
  exit: '1',
  message: '',
  retried: 0,
  arrived: false,
  then: [],
  ...more,
});

const session = ['USER ftptest', 'PASS', 'TYPE I', 'EPSV', 'RETR hello.txt', 'MODE S', 'QUIT'];
const normal = ran({ step: 'none', code: '-', exit: '0', arrived: true, then: session });
const program: Habits = { kind: 'program', exitTells: true, normal: [normal] };
const library: Habits = { ...program, kind: 'library' };
/** A client whose exit status is always the same. */
const mute: Habits = { ...program, exitTells: false };
const listing = (more: Partial<ClientRecord>) =>
  ran({ operation: 'list', step: 'LIST-preliminary', exit: '0', arrived: null, ...more });

test('the result of a client in words', () => {
  assert.equal(resultOf(ran({}), program), 'reports failure');
  assert.equal(resultOf(ran({ arrived: true }), program), 'reports failure, although the file arrived');
  assert.equal(resultOf(ran({ exit: '0' }), program), 'reports success, although no file arrived');
  assert.equal(resultOf(ran({ exit: '0' }), library), 'reports no error, although no file arrived');
  assert.equal(
    resultOf(ran({ retried: 20, retriedMore: true }), program),
    'tries again more than 20 times; reports failure',
  );
  assert.equal(
    resultOf(ran({ retried: 1, then: ['(connect)'] }), program),
    'tries again once; reports failure',
  );
  assert.equal(resultOf(ran({ exit: 'stopped after 8s' }), program), 'had not ended after 8 seconds');
});

test('what a client sends next is said only where a normal session goes on in another way', () => {
  const done = { exit: '0', arrived: true };
  assert.equal(
    resultOf(ran({ ...done, code: 226, step: 'RETR-final', then: ['MODE S'] }), program),
    'reports success',
    'the next command of every session',
  );
  assert.equal(
    resultOf(ran({ ...done, step: 'EPSV', then: ['PASV', 'RETR x'] }), program),
    'sends PASV; reports success',
  );
  assert.equal(
    resultOf(ran({ ...done, step: 'EPSV', retried: 2, then: ['PASV', 'EPSV', 'PASV'] }), program),
    'sends PASV; reports success',
    'EPSV again, for the next data connection',
  );
  assert.equal(
    resultOf(ran({ ...done, step: 'USER', code: 230, then: ['TYPE I', 'EPSV'] }), program),
    'skips PASS; reports success',
  );
  assert.equal(
    resultOf(ran({ ...done, step: 'greeting', code: 220, then: session }), program),
    'reports success',
  );
  assert.equal(
    resultOf(ran({ ...done, step: 'PASV', code: 227, then: ['RETR x', 'QUIT'] }), program),
    'reports success',
    'PASV stands where a normal session has EPSV',
  );
  assert.equal(
    resultOf(ran({ ...done, then: ['QUIT', '(connect)', 'USER ftptest'] }), program),
    'connects again; reports success',
  );
});

test('after EPSV and PASV were refused, what follows PASV counts', () => {
  const both = { step: 'EPSV+PASV', code: 500 };
  assert.equal(
    resultOf(ran({ ...both, exit: '0', arrived: true, then: ['PASV', 'PORT', 'RETR x'] }), program),
    'sends PORT; reports success',
  );
  assert.equal(resultOf(ran({ ...both, then: ['PASV', 'QUIT'] }), program), 'reports failure');
  assert.equal(resultOf(ran({ ...both, then: ['QUIT'] }), program), 'never sends PASV; reports failure');
});

test('that the file arrived goes without saying where the reply came after it', () => {
  const late = { step: 'RETR-final', code: 425 };
  assert.equal(resultOf(ran({ ...late, arrived: true }), program), 'reports failure');
  assert.equal(resultOf(ran({ ...late, arrived: false }), program), 'reports failure, and leaves no file');
});

test('a refusal on the way that a client passes over is said to be passed over', () => {
  const over = { step: 'SIZE', exit: '0', arrived: true, then: ['EPSV', 'RETR x'] };
  const asks = { ...normal, then: ['SIZE x', 'EPSV', 'RETR x'] };
  assert.equal(resultOf(ran(over), { ...program, normal: [asks] }), 'goes on; reports success');
  assert.equal(
    resultOf(ran({ ...over, step: 'RETR-final', then: [] }), program),
    'reports success',
    'nothing was left to go on with',
  );
});

test('a refused listing that ends with exit status 0 is no success', () => {
  assert.equal(
    resultOf(listing({ message: '230 In / 550 Scripted reply' }), program),
    'shows the reply, but exits with 0',
  );
  assert.equal(resultOf(listing({ code: 450 }), program), 'exits with 0 and lists nothing');
  assert.equal(resultOf(listing({ code: 226 }), program), 'reports success');
  assert.equal(resultOf(listing({ step: 'LIST-final' }), library), 'reports no error');
});

test('after QUIT the transfer is over', () => {
  const last = { step: 'QUIT', code: 500, arrived: true };
  assert.equal(resultOf(ran(last), library), 'the transfer had succeeded; quit() raises');
  assert.equal(resultOf(ran(last), program), 'the transfer had succeeded; reports failure');
  assert.equal(resultOf(ran({ ...last, exit: '0' }), library), 'reports success');
});

test('an exit status that never changes tells nothing', () => {
  assert.equal(resultOf(ran({ code: 150, arrived: true }), mute), 'the file arrives');
  assert.equal(
    resultOf(ran({ message: '550 Scripted reply / 221 Goodbye' }), mute),
    'shows the reply; no file arrives',
  );
  assert.equal(
    resultOf(ran({ step: 'RETR-final', arrived: true, message: '550 Scripted reply' }), mute),
    'shows the reply',
  );
  assert.equal(resultOf(listing({}), mute), 'ends as usual');
});

test('a reply is taken as success where the session goes on and ends as a normal one', () => {
  const good = { code: 226, step: 'RETR-final', exit: '0', arrived: true };
  assert.equal(takesAsSuccess(ran({ ...good, then: ['MODE S'] }), program), true);
  assert.equal(takesAsSuccess(ran({ ...good, exit: '18' }), program), false);
  assert.equal(takesAsSuccess(ran({ ...good, then: ['SIZE x'] }), program), false);
  assert.equal(takesAsSuccess(ran({ ...good, code: 550 }), program), false, 'a refusal is never a success');
  const wrong = { ...good, code: 150, step: 'RETR-preliminary', message: 'ftpget: 150 Opening' };
  assert.equal(takesAsSuccess(ran(wrong), mute), false, 'a line of its own about the reply');
  assert.equal(takesAsSuccess(ran({ ...wrong, message: '150 Opening' }), mute), true, 'the line as it came');
});

test('of a printed session only the lines about the reply are shown', () => {
  const message = '220 Hello / 331 Need password / 550 Scripted reply / 221 Bye';
  assert.equal(tellingPart(ran({ message })), '550 Scripted reply');
  assert.equal(tellingPart(ran({ message: 'one / two' })), 'two');
  assert.equal(
    tellingPart(ran({ code: 530, message: '530 Scripted reply / Login failed. / 530 Please log in first' })),
    '530 Scripted reply',
    'the code alone is another reply',
  );
});

test('what the script, the file and every session print is no report', () => {
  for (const message of [
    'hello, world',
    'RESULT 226 Closing data connection',
    'last: 226 Closing data connection',
    'Using binary mode to transfer files. / 13 bytes received in 00:00 ({rate}) / 221 Goodbye',
    '{time} URL: ftp://ftptest:*password*@127.0.0.1:{port}/hello.txt [13] -> "out" [1]',
    "tnftp: Can't bind for data connection: Address already in use",
  ])
    assert.equal(tellingPart(ran({ message })), '', message);
  assert.equal(tellingPart(ran({ message: 'transfer: 550 Scripted reply' })), '550 Scripted reply');
  assert.equal(tellingPart(ran({ message: 'EXC builtins.EOFError:' })), 'EOFError');
  assert.equal(tellingPart(ran({ message: 'WARNING ftp_get(): Okay' })), 'Warning: ftp_get(): Okay');
  assert.equal(tellingPart(ran({ message: 'transfer false' })), 'ftp_get() returned false');
  assert.equal(tellingPart(ran({ message: 'ftp_pasv false' })), 'ftp_pasv() returned false');
  const own = 'ftpget: 150 Opening data connection';
  const habits = { ...program, normal: [ran({ message: own })] };
  assert.deepEqual(
    tellingLines(ran({ code: 425, message: own }), habits),
    [],
    'a line of every normal session',
  );
});

test('a line that was printed several times is shown once', () => {
  const message = 'Error. Closing. / Error. Closing. / Error. Closing.';
  assert.deepEqual(tellingLines(ran({ message }), program), [{ line: 'Error. Closing.', times: 3 }]);
  assert.equal(tellingPart(ran({ message })), 'Error. Closing.');
});

test('codes that lead a client to the same share a row', () => {
  const rows = outcomesOf(
    [
      ran({ message: 'EXC Error: 550 Scripted reply' }),
      ran({ code: 451, message: 'EXC Error: 451 Scripted reply' }),
      ran({ code: 421, message: 'EXC Error: 421 Service not available, closing control connection' }),
      ran({ code: 530, exit: '2' }),
    ],
    program,
  );
  assert.deepEqual(
    rows.map(({ codes, report }) => [codes, report.map(({ line }) => line)]),
    [
      [[550, 451, 421], ['Error: {code} {text}']],
      [[530], []],
    ],
  );
});

test('the whole transcript is kept where it says more than the report', () => {
  const [long] = outcomesOf([ran({ message: '220 Hello / 550 Scripted reply' })], program);
  assert.deepEqual(long?.transcript, ['220 Hello', '550 Scripted reply']);
  const [short] = outcomesOf([ran({ message: 'EXC Error: 550 Scripted reply' })], program);
  assert.deepEqual(short?.transcript, []);
});

test('on the page of a code its usual places come first', () => {
  const after = (ids: readonly string[], results = 1) =>
    ids.map((id) => ({ id, rows: Array(results).fill(0) }));
  const all = after(steps.map(({ id }) => id));
  const usual = (code: number, tried = all) => byPractice(code, tried).usual.map(({ id }) => id);
  assert.deepEqual(usual(550), ['RETR-preliminary', 'SIZE', 'STOR-preliminary']);
  assert.deepEqual(usual(425), ['RETR-preliminary', 'PASV']);
  assert.deepEqual(usual(421), ['greeting', 'PASS']);
  assert.deepEqual(usual(530), ['PASS', 'greeting']);
  assert.deepEqual(usual(551), ['RETR-preliminary', 'STOR-preliminary'], 'a code without a place of its own');
  assert.deepEqual(usual(120, after(['greeting'])), ['greeting'], 'a code that was tried elsewhere alone');
  const long = after(['RETR-preliminary', 'SIZE', 'STOR-preliminary'], 15);
  assert.deepEqual(usual(550, long), ['RETR-preliminary', 'SIZE'], 'no room for three long lists');
  assert.deepEqual(usual(530, after(['PASS', 'greeting'], 60)), ['PASS'], 'the first has room in any case');
  const { usual: first, others } = byPractice(550, all);
  assert.equal(first.length + others.length, steps.length, 'none is lost');
});

test('a step says what was odd about the reply', () => {
  const pasv = steps.find(({ id }) => id === 'PASV');
  assert.ok(pasv);
  assert.equal(stepWords(pasv, 425), 'as the answer to PASV');
  assert.match(stepWords(pasv, 227), /cannot be reached/);
});
