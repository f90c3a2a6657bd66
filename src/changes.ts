/** What changed for readers, newest first. */
import { getEntry } from 'astro:content';
import type { Change } from './schemas.ts';

export async function changes(): Promise<readonly [Change, ...Change[]]> {
  const entry = await getEntry('changes', 'changes');
  const [newest, ...older] = entry?.data.changes ?? [];
  if (!newest) throw new Error('content/changes.yaml is missing or empty. Expected at least one change.');
  return [newest, ...older];
}
