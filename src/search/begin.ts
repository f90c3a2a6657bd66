/** Loads what a search needs, once somebody begins one: until then a page pays only for this. */
import { knownFile } from './known-file.ts';

/** Rejects if the scripts cannot be had. Without their data they still answer codes, pairs and commands. */
export async function beginSearch() {
  void knownFile().catch(() => undefined);
  const [{ find, findAtOnce, prepare }, { hitItem }] = await Promise.all([
    import('./find.ts'),
    import('./hit-view.ts'),
  ]);
  prepare();
  return { find, findAtOnce, hitItem };
}
