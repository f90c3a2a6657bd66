/** What the numbers were taken on: without it they compare with nothing. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

export interface Machine {
  readonly date: string;
  /** Of the working copy; "unknown" outside a repository. */
  readonly commit: string;
  readonly node: string;
  readonly cores: number;
  readonly processor: string;
  readonly memory: number;
  /** Processes that ran or waited in the last minute, before the first measurement. */
  readonly load: number;
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
}

export const thisMachine = (): Machine => ({
  date: new Date().toISOString().slice(0, 10),
  commit: commit(),
  node: process.version,
  cores: cpus().length,
  processor: cpus()[0]?.model ?? 'unknown',
  memory: totalmem(),
  load: loadavg()[0] ?? 0,
});

/** Above it, something else was running beside the measurements on two cores. */
export const quiet = 1.5;
