/**
 * `npm run mutate`: makes 1,000 random edits of content, one at a time, in a copy. Each must either be refused with a
 * message that names the file, or be in order; of those in order as many as do not touch the same file are then built
 * together. `npm run mutate -- 50 SEED` for a try; the seed is printed.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { asText, judge } from '../../src/checks/check.ts';
import { dice, pick } from '../dice.ts';
import { mutate } from './edits.ts';

const [countText = '1000', seedText] = process.argv.slice(2);
const count = Number(countText);
const seed = Number(seedText ?? Date.now() % 1_000_000_000);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
  console.error('Expected a number of edits and a seed, as in: npm run mutate -- 50 12345');
  process.exit(1);
}

/** A refusal that helps nobody: a stack, or words of the machine. */
const machine =
  /\n\s+at |TypeError|RangeError|Cannot read propert|is not a function|undefined is not|\[object Object\]/;

interface Edited {
  readonly file: string;
  readonly text: string;
  readonly about: string;
}

const root = mkdtempSync(join(tmpdir(), 'ftp-codes-mutation-'));
const content = join(root, 'content');

/** What is wrong with the refusal of an edit; null if nothing is. `passes` is true if nothing was refused. */
function refusal(file: string): { readonly passes: boolean; readonly fault: string | null } {
  try {
    const texts = judge(content).findings.map(asText);
    if (texts.length === 0) return { passes: true, fault: null };
    const bad = texts.find((text) => machine.test(text));
    if (bad !== undefined) return { passes: false, fault: `says: ${bad.slice(0, 300)}` };
    const named = texts.some((text) => text.includes(`content/${file}`));
    return { passes: false, fault: named ? null : `names another file: ${texts[0] ?? ''}` };
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passes: false, fault: `throws ${stack.split('\n').slice(0, 4).join(' ')}` };
  }
}

/** The build's complaint, null if it succeeds. */
async function build(): Promise<string | null> {
  try {
    await promisify(execFile)(process.execPath, ['src/build/build.ts'], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    });
    return null;
  } catch (error) {
    const { stderr, stdout } = error as { stderr?: string; stdout?: string }; // what execFile rejects with
    return `${stdout ?? ''}${stderr ?? ''}`.slice(-1500);
  }
}

/** Builds the edits together; where that fails, each half, down to the one that is at fault. @returns the faults */
async function buildAll(edits: readonly Edited[]): Promise<readonly string[]> {
  const originals = edits.map(({ file }) => readFileSync(join(content, file)));
  for (const { file, text } of edits) writeFileSync(join(content, file), text);
  // Two edits may contradict each other though each is in order.
  const together = judge(content).findings.length === 0;
  const complaint = together ? await build() : 'they contradict each other';
  edits.forEach(({ file }, index) => {
    writeFileSync(join(content, file), originals[index] ?? '');
  });
  if (complaint === null) return [];
  const [only] = edits;
  if (edits.length === 1 && only)
    return together ? [`${only.about}\n    passes the check, and the build fails: ${complaint}`] : [];
  const middle = Math.ceil(edits.length / 2);
  return [...(await buildAll(edits.slice(0, middle))), ...(await buildAll(edits.slice(middle)))];
}

try {
  for (const part of ['src', 'content', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(part, join(root, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:mdx|yaml|json)$/.test(name))
    .toSorted();
  const faults: string[] = [];
  const passing = new Map<string, Edited>();
  let passed = 0;
  let same = 0;
  for (let index = 0; index < count; index += 1) {
    const roll = dice(seed + index);
    const file = pick(roll, files);
    const path = join(content, file);
    const original = readFileSync(path, 'utf8');
    const { text, made } = mutate(roll, original);
    if (text === original) {
      same += 1;
      continue;
    }
    writeFileSync(path, text);
    const { passes, fault } = refusal(file);
    writeFileSync(path, original);
    const about = `${file}, ${made}, seed ${seed + index}`;
    if (passes) {
      passed += 1;
      if (!passing.has(file)) passing.set(file, { file, text, about });
    }
    if (fault !== null) {
      faults.push(`${about}\n    ${fault}`);
      console.error(`${about}\n    ${fault}`);
    }
  }
  console.log(
    `${count} edits from seed ${seed}: ${count - passed - same} refused, ${passed} in order, ${same} changed nothing; refused in the wrong way: ${faults.length}`,
  );
  const built = await buildAll([...passing.values()]);
  for (const fault of built) console.error(fault);
  console.log(`Built together: ${passing.size} of those in order; fail to build: ${built.length}`);
  process.exitCode = faults.length + built.length > 0 ? 1 : 0;
} finally {
  rmSync(root, { recursive: true });
}
