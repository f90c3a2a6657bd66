/** The logs with their truths, and how a reading of one is judged. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { decodeBytes } from '../../src/decode/bytes.ts';
import type { Decoded } from '../../src/decode/decode.ts';

const truthSchema = z.strictObject({
  about: z.string(),
  form: z.string(),
  origin: z.enum(['written', 'recorded']),
  /** "4 < 331": line, who speaks, code or verb. */
  turns: z.array(z.string().regex(/^\d+ [<>] \S+$/)),
  /** Line of the reply that failed the session. */
  failure: z.int().nullable(),
  /** Line of the turn that holds the cause. */
  cause: z.int().optional(),
  /** Of several that are right, the best first. */
  finding: z.union([z.string(), z.array(z.string()).min(1)]),
  /** Passwords that stand in the log. */
  secrets: z.array(z.coerce.string()),
});

export interface Log extends Omit<z.infer<typeof truthSchema>, 'finding'> {
  readonly name: string;
  readonly text: string;
  readonly findings: readonly string[];
}

/** @param folder "logs" or "held-out" */
export function readLogs(folder: 'logs' | 'held-out'): readonly Log[] {
  const root = new URL(`${folder}/`, import.meta.url);
  return readdirSync(root)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => {
      const name = file.replace(/\.yaml$/, '');
      const { finding, ...truth } = truthSchema.parse(parse(readFileSync(new URL(file, root), 'utf8')));
      const { text } = decodeBytes(readFileSync(new URL(`${name}.log`, root)));
      return { ...truth, name, text, findings: [finding].flat() };
    });
}

export interface Judgement {
  readonly turns: boolean;
  readonly failure: boolean;
  readonly finding: boolean;
  /** The turns as the truth spells them. */
  readonly found: readonly string[];
}

/** Lines and codes must be right for every reply and command, and the order. */
export function judge(log: Log, { turns, diagnosis }: Decoded): Judgement {
  const found = turns.flatMap((turn) =>
    turn.kind === 'note'
      ? []
      : [turn.kind === 'command' ? `${turn.line} > ${turn.verb}` : `${turn.line} < ${turn.code}`],
  );
  // A log without a session has nothing more to find.
  const id = diagnosis.id === 'no-replies' ? 'none' : diagnosis.id;
  return {
    turns: found.join() === log.turns.join(),
    failure: (diagnosis.failure?.line ?? null) === log.failure,
    finding: log.findings.includes(id),
    found,
  };
}
