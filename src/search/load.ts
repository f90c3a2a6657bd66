/** Makes what the search knows by heart ready for questions, once, when the search is first used. */
import { knownFile } from './known-file.ts';
import { Memory } from './recall.ts';
import { vocabulary } from './vocabulary.ts';

let loading: Promise<Memory> | undefined;
let loaded: Memory | null = null;

/** What is loaded by now; null before the first search. */
export const loadedMemory = (): Memory | null => loaded;

async function load(): Promise<Memory> {
  loaded = new Memory(await knownFile(), (code) => vocabulary.codes.get(code)?.when ?? '');
  return loaded;
}

/** Rejects if the network is away; a later call tries again. */
export function memory(): Promise<Memory> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
