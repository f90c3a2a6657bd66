/**
 * `npm run fuzz`: shows made-up texts to the decoder and to the search, ten minutes each; `npm run fuzz -- 0.2` for a
 * try, `npm run fuzz -- 10 SEED` to go on where a seed was reported, `npm run fuzz -- 10 SEED decode` for one of them.
 * Fails if one throws, shows a password or takes over 50 ms for each 10 kB, with the seed and a short text that does so.
 */
import { makeInput, type Input } from './inputs.ts';
import { shrink } from './shrink.ts';
import { targets, type Target } from './targets.ts';
import { trial, type Trial } from './trial.ts';

const [minutesText = '10', seedText, only] = process.argv.slice(2);
const minutes = Number(minutesText);
const firstSeed = Number(seedText ?? Date.now() % 1_000_000_000);
if (!(minutes > 0) || !Number.isInteger(firstSeed)) {
  console.error('Expected minutes and a seed, as in: npm run fuzz -- 10 12345');
  process.exit(1);
}

/** So many faults are enough to mend at once. */
const mostFaults = 12;
const shrinkFor = 20_000;

const quoted = (text: string): string => {
  const spelt = JSON.stringify(text);
  if (spelt.length <= 600) return spelt;
  return `${spelt.slice(0, 300)} … ${spelt.slice(-200)} (${text.length} characters)`;
};

function report(target: Target, input: Input, { fault, detail }: Trial): void {
  const fails = (text: string): boolean =>
    input.secrets.every((secret) => text.includes(secret)) &&
    trial(target, { text, secrets: input.secrets }).fault === fault;
  const shortest = shrink(input.text, fails, performance.now() + shrinkFor);
  console.error(`\n${target.name}: ${fault ?? ''}: ${detail}`);
  console.error(`  ${input.made}, ${input.text.length} characters; shortened: ${quoted(shortest)}`);
}

/** @returns the number of faults */
function fuzz(target: Target): number {
  const end = performance.now() + minutes * 60_000;
  let count = 0;
  let characters = 0;
  let faults = 0;
  let slowest = { share: 0, ms: 0, made: '', length: 0 };
  while (performance.now() < end && faults < mostFaults) {
    const input = makeInput(firstSeed + count, target.corpus, target.most);
    count += 1;
    characters += input.text.length;
    const result = trial(target, input);
    const length = input.text.length;
    const share = result.ms / Math.max(length, 10_000);
    if (share > slowest.share) slowest = { share, ms: result.ms, made: input.made, length };
    if (result.fault === null) continue;
    faults += 1;
    report(target, input, result);
  }
  console.log(
    `${target.name.padEnd(8)}${count} inputs, ${(characters / 1e6).toFixed(1)} MB, from seed ${firstSeed}; faults: ${faults}; slowest: ${slowest.ms.toFixed(0)} ms for ${slowest.length} characters (${slowest.made})`,
  );
  return faults;
}

const wanted = Object.entries(targets).filter(([name]) => only === undefined || name === only);
const faults = wanted.map(([, target]) => fuzz(target()));
process.exitCode = faults.some((count) => count > 0) ? 1 : 0;
