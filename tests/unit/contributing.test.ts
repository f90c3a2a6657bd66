import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  clientSchema,
  findingSchema,
  serverSchema,
  sessionSchema,
  situationSchema,
} from '../../src/evidence/schemas.ts';
import { codeHeadings, situationHeadings } from '../../src/prose/headings.ts';
import { changesSchema, codeSchema, commandSchema, noteSchema } from '../../src/schemas.ts';

const text = readFileSync('CONTRIBUTING.md', 'utf8');
const keysIn = (block: string) => new Set([...block.matchAll(/^(?:# )?(\w+):/gm)].map(([, key]) => key));
const blocks = [...text.matchAll(/```(?:mdx|yaml)\n([^]*?)\n```/g)].map(([, block]) => block ?? '');

test('the template records name every field of their schemas, and no other', () => {
  const starts = [
    ['code: 451', codeSchema.shape],
    ['codes: [450, 550]', noteSchema.shape],
    ['verb: RETR', commandSchema.shape],
    ['name: vsftpd', serverSchema.shape],
    ['name: curl', clientSchema.shape],
    ['title: File not found', situationSchema.shape],
    ['title: Data arrived', findingSchema.shape],
    ['title: "FileZilla', sessionSchema.shape],
    ['id: eight-codes', changesSchema.shape.changes.element.shape],
  ] as const;
  for (const [start, shape] of starts) {
    const block = blocks.find((candidate) => candidate.includes(start)) ?? '';
    const frontMatter = block.split(/^---$/m)[1] ?? block;
    assert.deepEqual([...keysIn(frontMatter)].toSorted(), Object.keys(shape).toSorted(), start);
  }
});

test('the template of a code has the headings in their order', () => {
  const block = blocks.find((candidate) => candidate.includes('code: 451')) ?? '';
  assert.deepEqual(
    block.match(/^##+ .*$/gm),
    codeHeadings('4xx').map(({ heading }) => heading),
  );
});

test('the template of a situation has the headings in their order', () => {
  const block = blocks.find((candidate) => candidate.includes('title: File not found')) ?? '';
  assert.deepEqual(
    block.match(/^##+ .*$/gm),
    situationHeadings.map(({ heading }) => heading),
  );
});
