import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Removes what this build did not write. */
function removeOlder(folder: string, start: number): boolean {
  let empty = true;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const old = entry.isDirectory() ? removeOlder(path, start) : statSync(path).ctimeMs < start;
    if (old) rmSync(path, { recursive: true });
    else empty = false;
  }
  return empty;
}

/**
 * Builds over the last build's files instead of an emptied folder: of files deleted in the last minutes ext4 reuses no
 * inode, and looking past those of ten thousand took longer than a quarter of the build.
 */
export function leftovers(): AstroIntegration {
  // Time stamps of files lag behind the clock by up to a tick.
  const start = Date.now() - 100;
  return {
    name: 'leftovers',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { build: { emptyOutDir: false } } });
      },
      'astro:build:done': ({ dir }) => {
        removeOlder(fileURLToPath(dir), start);
      },
    },
  };
}
