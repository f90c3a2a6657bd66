import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'astro/zod';
import { changes, dataVersion } from '../../src/published/changes.ts';
import { fieldsOf } from '../../src/published/fields.ts';
import { bodyOf, linked, literal, table } from '../../src/published/markdown/prose.ts';

const pathsOf = (schema: z.ZodType) => fieldsOf(z.toJSONSchema(schema));

test('the fields of a record are named from the record on, each before those inside it', () => {
  const schema = z.array(
    z.strictObject({
      id: z.string().describe('Id'),
      note: z.string().nullable(),
      source: z.strictObject({ url: z.url().optional() }).nullable(),
      paths: z.array(z.array(z.strictObject({ kind: z.enum(['a', 'b']) }))),
    }),
  );
  assert.deepEqual(
    pathsOf(schema).map(({ path, type, nullable, required }) => [path, type, nullable, required]),
    [
      ['id', 'string', false, true],
      ['note', 'string', true, true],
      ['source', 'object', true, true],
      ['source.url', 'string', false, false],
      ['paths', 'array of array of object', false, true],
      ['paths[][].kind', 'string', false, true],
    ],
  );
  assert.deepEqual(pathsOf(schema).at(-1)?.values, ['a', 'b']);
  assert.equal(pathsOf(schema)[0]?.about, 'Id');
});

test('a field of two types is refused, wherever it stands', () => {
  for (const two of [z.union([z.string(), z.int()]), z.array(z.union([z.string(), z.int()])), z.unknown()])
    assert.throws(() => pathsOf(z.strictObject({ two })), /two: expected one type/);
});

test('our short links become ordinary ones; what stands word for word stays', () => {
  assert.equal(linked('[450] to [RETR]'), '[450](/ftp/450/) to [RETR](/ftp/commands/retr/)');
  assert.equal(linked('[550 vs 450]'), '[550 vs 450](/ftp/450-vs-550/)');
  assert.equal(linked('`[450]`, [x](https://example.com)'), '`[450]`, [x](https://example.com)');
  const wire = '```ftp\nS: 550 [450] denied\n```';
  assert.equal(bodyOf({ body: `\n[450]\n\n${wire}\n` }), `[450](/ftp/450/)\n\n${wire}`);
  assert.equal(bodyOf({ body: "``type `I' [450]`` [450] `x`" }), "``type `I' [450]`` [450](/ftp/450/) `x`");
});

test('a text of a server is quoted whole, on one line', () => {
  assert.equal(literal('Failed to open file.'), '`Failed to open file.`');
  assert.equal(literal("Unknown type `I'."), "``Unknown type `I'.``");
  assert.equal(literal('`x`'), '`` `x` ``');
  assert.equal(literal('one\n two'), '`one ⏎ two`');
  assert.equal(literal(''), '(no text)');
});

test('a bar in a cell does not end it', () => {
  assert.equal(table(['a', 'b'], [['`x|y`', 'z']]), '| a | b |\n| --- | --- |\n| `x\\|y` | z |');
});

test('the change log is newest first, and tells of the version in force', () => {
  const dates = changes.map(({ date }) => date);
  assert.deepEqual(dates, dates.toSorted().toReversed());
  assert.equal(changes[0]?.version, dataVersion);
});
