/** Folders for measurements: some are gone when the program ends, some are kept for the next time. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
// Without this an interrupted measurement would leave gigabytes behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `ftp-codes-${name}-`));
  made.push(folder);
  return folder;
}

/** Where programs that are installed for a measurement stay, so that the next one does not load them again. */
export function keptFolder(name: string): string {
  const folder = join(tmpdir(), 'ftp-codes-bench', name);
  mkdirSync(folder, { recursive: true });
  return folder;
}
