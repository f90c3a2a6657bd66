/** One text shown to a target, with the clock running: what is wrong with it, if anything. */
import { Script } from 'node:vm';
import type { Input } from './inputs.ts';
import type { Target } from './targets.ts';

export type Fault = 'throws' | 'shows a password' | 'slow';

export interface Trial {
  readonly ms: number;
  readonly fault: Fault | null;
  /** What was thrown or shown, or how long it took against how long it may. */
  readonly detail: string;
}

/** Milliseconds of this thread's processor, so that other work on the machine does not count. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds a text may take: 50 for each 10 kB, and for less. */
export const allowed = (text: string): number => 50 * Math.max(1, text.length / 10_000);

/** Milliseconds of the clock that are waited for: a busy machine gives this thread a part of them. */
const patience = (text: string): number => Math.ceil(2000 + allowed(text) * 8);

/** Node interrupts only what a script runs, expressions included. */
const script = new Script('globalThis.fuzzed()');
const place: { fuzzed?: () => string } = globalThis as { fuzzed?: () => string }; // the script's own global

function timed(target: Target, text: string): Trial & { readonly shown: string } {
  place.fuzzed = () => target.show(text);
  const start = processorTime();
  const ms = () => processorTime() - start;
  try {
    // A string, as `show` returns one.
    const shown = script.runInThisContext({ timeout: patience(text) }) as string;
    return { ms: ms(), fault: null, detail: '', shown };
  } catch (error) {
    const slow = error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    const detail = slow ? `is given up after ${ms().toFixed(0)} ms` : String(error);
    return { ms: ms(), fault: slow ? 'slow' : 'throws', detail, shown: '' };
  }
}

/** Of a text that takes long the quickest of three counts: the first compiles, another collects garbage. */
export function trial(target: Target, { text, secrets }: Pick<Input, 'text' | 'secrets'>): Trial {
  let best = timed(target, text);
  if (best.fault === 'throws') return best;
  for (let again = 0; again < 2 && best.ms > allowed(text); again += 1) {
    const next = timed(target, text);
    if (next.ms < best.ms) best = next;
  }
  const secret = secrets.find((one) => best.shown.includes(one));
  if (secret !== undefined) return { ...best, fault: 'shows a password', detail: secret };
  if (best.ms > allowed(text))
    return {
      ...best,
      fault: 'slow',
      detail: best.detail || `takes ${best.ms.toFixed(0)} ms, ${allowed(text).toFixed(0)} are allowed`,
    };
  return best;
}
