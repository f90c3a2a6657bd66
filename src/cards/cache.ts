/** Keeps drawn cards between builds. A cache can only save time: whatever is wrong with it, the card is drawn. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isWholePng } from './png.ts';

/** The bytes kept under a name, or null if there are none that can be used. */
async function kept(path: string): Promise<Buffer | null> {
  try {
    const bytes = await readFile(path);
    return isWholePng(bytes) ? bytes : null;
  } catch {
    return null;
  }
}

/** Writes beside the entry and renames, so that no other build ever reads half of one. */
async function keep(folder: string, name: string, bytes: Buffer): Promise<void> {
  const draft = join(folder, `${name}.${process.pid}.draft`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, join(folder, name));
  } catch {
    // A full disk or a folder that may not be written to costs the next build its time, and this one nothing.
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/**
 * @param folder made if it is missing
 * @param fingerprint of everything the picture depends on; only letters and digits
 * @param draw is asked if the folder has no whole PNG of that fingerprint
 */
export async function cached(
  folder: string,
  fingerprint: string,
  draw: () => Promise<Buffer>,
): Promise<Buffer> {
  const name = `${fingerprint}.png`;
  const found = await kept(join(folder, name));
  if (found) return found;
  const drawn = await draw();
  await keep(folder, name, drawn);
  return drawn;
}
