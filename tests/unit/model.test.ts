import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTurns, parseWire, turnsOf } from '../../src/protocol/exchange.ts';
import { codesShown, inOneExchange } from '../../src/protocol/witnesses.ts';
import { code, codes, model } from './content.ts';
import { tables } from './rfc959-5.4.ts';

const faultsOf = (wire: string): readonly string[] => {
  const { lines, faults } = parseWire(wire);
  const { turns, faults: broken } = turnsOf(lines);
  return [...faults, ...broken, ...checkTurns(turns, model)].map(
    ({ line, message }) => `${line}: ${message}`,
  );
};

test('the model knows every command of RFC 959 §5.4 with exactly its replies', () => {
  assert.equal(Object.keys(tables).length, 34);
  for (const [verb, { first, after, send }] of Object.entries(tables)) {
    const steps = model.command(verb)?.sequence.filter(({ source }) => source === 'RFC 959 §5.4') ?? [];
    const opening = steps.filter((step) => step.after === null).flatMap(({ then }) => then ?? []);
    assert.deepEqual(opening, first, `first replies to ${verb}`);
    for (const [reply, replies] of Object.entries(after))
      assert.deepEqual(
        steps.find((step) => step.after === Number(reply) && step.then)?.then,
        replies,
        `${verb} after ${reply}`,
      );
    for (const [reply, verbs] of Object.entries(send))
      assert.deepEqual(model.next(verb, Number(reply)), verbs, `${verb}: what ${reply} asks for`);
  }
});

test('every sequence of RFC 959 §5.4 is accepted on the wire, and each foreign reply is not', () => {
  const setup = (verb: string) => (verb === '(connect)' ? '' : `C: ${verb} x\n`);
  for (const [verb, { first, after, send }] of Object.entries(tables)) {
    for (const reply of first.filter((number) => number >= 200)) {
      const asked = send[reply]?.[0];
      const more = asked ? `\nC: ${asked} x\nN: the log ends` : '';
      assert.deepEqual(faultsOf(`${setup(verb)}S: ${reply} text${more}`), [], `${verb} ${reply}`);
    }
    for (const [preliminary, replies] of Object.entries(after))
      for (const reply of replies.filter((number) => number >= 200)) {
        // 110 itself comes after 125 or 150.
        const lead = first.includes(Number(preliminary)) ? '' : 'S: 150 text\n';
        assert.deepEqual(
          faultsOf(`${setup(verb)}${lead}S: ${preliminary} text\nS: ${reply} text`),
          [],
          `${verb} ${preliminary} ${reply}`,
        );
      }
    const foreign = codes.find(
      ({ code: number }) => number >= 200 && number < 600 && number !== 421 && !model.first(verb).has(number),
    );
    assert.ok(foreign);
    assert.equal(faultsOf(`${setup(verb)}S: ${foreign.code} text`).length, 1, `${verb} ${foreign.code}`);
  }
});

test('421 may answer any command, and nothing follows it', () => {
  assert.deepEqual(faultsOf('C: NOOP\nS: 421 Timeout.'), []);
  assert.equal(faultsOf('C: NOOP\nS: 421 Timeout.\nC: NOOP\nS: 200 OK').length, 2);
});

test('ABOR gets two replies: one ends the transfer, one answers ABOR', () => {
  assert.deepEqual(faultsOf('C: RETR x\nS: 150 a\nC: ABOR\nS: 426 b\nS: 226 c'), []);
  assert.equal(faultsOf('C: RETR x\nS: 150 a\nC: ABOR\nS: 426 b').length, 1);
});

test('a multi-line reply is one turn, also when a line inside starts with digits', () => {
  const { turns, faults } = turnsOf(
    parseWire('C: FEAT\nS: 211-Features:\nS: 226 is not the end\nS:  MDTM\nS: 211 End').lines,
  );
  assert.deepEqual(faults, []);
  assert.deepEqual(
    turns.map(({ kind }) => kind),
    ['command', 'reply'],
  );
});

test('a transcript that departs from the sequences is told where and what was expected', () => {
  assert.match(
    faultsOf('C: RNFR a\nS: 350 ok\nC: RETR b\nS: 550 no')[0] ?? '',
    /3: RETR follows a 3xx that asks for RNTO/,
  );
  assert.match(
    faultsOf('C: RETR a\nS: 331 x')[0] ?? '',
    /2: 331 is no first reply to RETR; expected one of 125, 150/,
  );
  assert.match(faultsOf('C: RETR a\nS: 150 x\nS: 550 y')[0] ?? '', /3: 550 does not follow 150 in RETR/);
  assert.match(
    faultsOf('C: RETR a\nC: RETR b\nN: …')[0] ?? '',
    /2: RETR is sent before RETR has its final reply/,
  );
  assert.match(faultsOf('C: FETCH a\nS: 500 x')[0] ?? '', /1: FETCH is no known command/);
  assert.match(faultsOf('RETR a')[0] ?? '', /1: "RETR a" starts with none of/);
  assert.match(faultsOf('C: FEAT\nS: 211-a')[0] ?? '', /never closed/);
  assert.match(faultsOf('C: NOOP\nS: OK')[0] ?? '', /is no reply/);
  assert.match(faultsOf('C: NOOP\nS: 200 ok\nS: 226 done')[0] ?? '', /3: 226 answers no command/);
});

test('every reply in the sequences has a code page', () => {
  for (const command of model.commands)
    for (const step of command.sequence)
      for (const reply of step.then ?? []) assert.equal(code(reply).code, reply);
});

test('an exchange tells which codes it shows, and whether one command gets them', () => {
  const wire =
    'C: USER a\nS: 331 b\nC: PASS c\nS: 230 d\nC: RETR e\nS: 150 f\nS: 226 g\nE: [WinError 10054] reset';
  assert.deepEqual([...codesShown(wire)], [331, 230, 150, 226, 10054]);
  assert.equal(inOneExchange(wire, 226, 150), true);
  assert.equal(inOneExchange(wire, 331, 230), false);
  assert.equal(inOneExchange(wire, 226, 10054), false);
  assert.equal(inOneExchange('C: TYPE I\nS: 200 ok\nN: an hour passes\nS: 221 bye', 200, 221), false);
});
