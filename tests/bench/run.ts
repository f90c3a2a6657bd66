/** Runs a program and says what it took: time, processor time, memory. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Cost {
  /** Wall time. */
  readonly seconds: number;
  /** Of the program and all its children; null where there is no /proc. */
  readonly cpuSeconds: number | null;
  /** The most that all its processes held at one time (resident, sampled); null where there is no /proc. */
  readonly peakBytes: number | null;
  /** What it printed, errors included. */
  readonly output: string;
}

export interface RunOptions {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** After so many seconds it is ended with all its children, and the promise rejects. */
  readonly most?: number;
}

/** Linux counts time in hundredths of a second for programs, whatever it does inside (proc(5)). */
const ticks = 100;
const pageBytes = 4096;
const sampleEvery = 50; // milliseconds

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // Gone in the meantime, or no Linux.
    return null;
  }
}

/** Processor time of all children of this process that have ended, in seconds. */
function childrensTime(): number | null {
  const stat = read('/proc/self/stat');
  if (stat === null) return null;
  // The name in brackets may hold spaces; cutime and cstime are the 16th and 17th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticks;
}

/** A child belongs to the thread that started it. */
function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      (read(`/proc/${pid}/task/${thread}/children`) ?? '').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function residentBytes(pid: number): number {
  const own = Number(read(`/proc/${pid}/statm`)?.split(' ')[1] ?? 0) * pageBytes;
  return childrenOf(pid).reduce((sum, child) => sum + residentBytes(child), own);
}

/** What a program needs of this one's environment; SITE_URL and BASE_PATH are not for measurements. */
function environmentOf(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const unset = { SITE_URL: undefined, BASE_PATH: undefined, NODE_OPTIONS: undefined };
  return { ...process.env, ...unset, ASTRO_TELEMETRY_DISABLED: '1', ...extra };
}

/** Rejects, with the end of what was printed, if the program fails or takes too long. Run one at a time. */
export function run(program: string, parameters: readonly string[], options: RunOptions): Promise<Cost> {
  const before = childrensTime();
  const start = performance.now();
  const child = spawn(program, parameters, {
    cwd: options.folder,
    env: environmentOf(options.environment ?? {}),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, so that it can be ended with its children
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-1_000_000);
    });
  let peak = 0;
  const sampler = setInterval(() => {
    if (child.pid !== undefined) peak = Math.max(peak, residentBytes(child.pid));
  }, sampleEvery);
  let late = false;
  const limit = setTimeout(
    () => {
      late = true;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    },
    (options.most ?? 24 * 3600) * 1000,
  );
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      clearInterval(sampler);
      clearTimeout(limit);
    };
    child.once('error', (error) => {
      settle();
      reject(error);
    });
    child.once('close', (status) => {
      settle();
      const seconds = (performance.now() - start) / 1000;
      const after = childrensTime();
      if (late) reject(new Error(`${program} was ended after ${options.most ?? 0} s`));
      else if (status !== 0)
        reject(new Error(`${program} ${parameters.join(' ')} failed:\n${output.slice(-2000)}`));
      else
        resolve({
          seconds,
          cpuSeconds: before === null || after === null ? null : after - before,
          peakBytes: peak === 0 ? null : peak,
          output,
        });
    });
  });
}
